"""Keys of the user's own, from a file: those of the window and of a talk act, the program's own do not any more, and what names a key says so."""

import unittest

from controls_window_test import BARE, SMALL
from program_testing import DAY, wait_until
from window_test import WindowTest

NEXT_DAY, DAY_AFTER = "2019-08-28", "2019-08-29"


class KeysOfTheUsers(WindowTest):
    def keys_file(self, text):
        file = self.folder / "keys.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def test_of_the_window(self):
        file = self.keys_file('[explore]\nday-on = ["j"]\nkeys = ["F2"]\nfind = ["Ctrl+f"]\npanels = ["control+P"]\n')
        window = self.open(*SMALL, "--keys-file", file)
        wait_until(lambda: {"A day on (J)", "A day back (←)", "Keys  F2"} <= set(window.controls()), "the panels name the keys")
        for chord, day in (("j", NEXT_DAY), ("J", DAY_AFTER), ("Left", NEXT_DAY)):
            window.keys(chord)
            wait_until(lambda: window.day() == day, f"{chord} leads to {day}")
        window.keys("Right")
        self.assertEqual(window.day(), NEXT_DAY)
        # In a field a letter is one, and what is none acts.
        window.keys("slash")
        window.settled()
        window.keys("ctrl+f")
        window.settled()
        window.type("gree/j")
        window.settled()
        self.assertEqual(window.day(), NEXT_DAY)
        window.keys("ctrl+p")
        wait_until(lambda: "find" not in window.controls(), "the panels have gone")
        window.keys("F1")
        window.settled()
        self.assertNotIn("find", window.controls())

    def test_the_list_says_so(self):
        def listed(chord, *arguments):
            window = self.open(*BARE, *arguments)
            bare = window.settled()
            window.keys(chord)
            wait_until(lambda: window.screenshot() != bare, f"{chord} shows the keys")
            seen = window.settled()
            window.save_screenshot(f"keys-by-{chord}")
            return window, bare, seen

        file = self.keys_file('[explore]\nplay = ["j", "Ctrl+Shift+j"]\nkeys = ["F2"]\n')
        own, bare, seen = listed("F2", "--keys-file", file)
        own.keys("question", "F2")
        wait_until(lambda: own.screenshot() == bare, "F2 alone shows them and takes them away")
        _, other_bare, other = listed("question")
        self.assertEqual(other_bare, bare)
        self.assertNotEqual(other, seen)

    def test_of_a_talk(self):
        file = self.keys_file('[talk]\nnext-cue = ["x"]\nblack = []\nfigure-3 = ["F3"]\n[explore]\ntalk = ["F6"]\n')
        window = self.open("--keys-file", file, command=("present",))

        def comes_to(cue):
            wait_until(lambda: (place := window.talk()) and place[:1] + place[2:4] == (cue, True, "open"), f"cue {cue} rests")

        comes_to(1)
        for chord, cue in (("x", 2), ("X", 3)):
            window.keys("Next", "space", "b", chord)
            comes_to(cue)
        window.keys("3", "Return", "Home")
        comes_to(1)
        window.keys("F3", "Return")
        comes_to(3)
        window.keys("Escape")
        wait_until(lambda: "Loop" in window.controls(), "the window has its panels")
        window.keys("F5")
        window.settled()
        self.assertIsNone(window.talk())
        window.keys("F6")
        comes_to(3)


if __name__ == "__main__":
    unittest.main()
