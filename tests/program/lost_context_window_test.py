"""A graphics context that is lost in an open window, with every name in it: what was seen is seen again, and the window goes on."""

import time
import unittest

from program_testing import IS_LONG, IS_SANITIZED, wait_until
from window_test import WindowTest

BACK_S = 10.0 if IS_SANITIZED else 2.0


class LostContext(WindowTest):
    def test_the_explorer_with_its_panels(self):
        window = self.open("--idle", "--day", "2019-08-27", drills=True)
        window.keys("question")  # the keys lie over everything, and go again
        window.settled()
        window.keys("Escape")
        pictures = [window.settled()]
        window.keys("ctrl+Right")
        pictures.append(window.settled())
        turns = wait_until(lambda: window.facts().get("turns"), "the names are counted")
        wait_until(lambda: window.facts()["turns"] > turns + 1, "and once more at rest")
        names = window.facts()["names"]
        self.assertGreater(names, 20)
        for loss in range(1, (100 if IS_LONG else 3) + 1):
            # Lost, and only then told to show another day: what is there comes out of the new context.
            window.lose_context()
            before_s = time.monotonic()
            window.keys("ctrl+Left" if loss % 2 else "ctrl+Right")
            wanted = pictures[0] if loss % 2 else pictures[1]
            wait_until(lambda: window.screenshot() == wanted, f"the picture is there after loss {loss}")
            self.assertLess(time.monotonic() - before_s, BACK_S)
        wait_until(lambda: window.facts()["losses"] == loss, "each loss was one")
        window.settled()
        turns = window.facts()["turns"]
        wait_until(lambda: window.facts()["turns"] > turns + 1, "names are counted again")
        self.assertEqual(window.facts()["names"], names, "no name is left over")
        self.assertEqual(window.errors(), "")
        window.keys("ctrl+q")
        self.assert_quits(window)

    def test_a_talk_with_its_notes_and_the_window_behind_it(self):
        window = self.open(command=("present",), drills=True)
        wait_until(lambda: (place := window.talk()) and place[2], "the first cue rests")
        window.keys("6", "Return")
        wait_until(lambda: window.talk()[0] == 6 and window.talk()[2], "the sixth rests")
        seen = window.settled()
        window.keys("s")
        wait_until(lambda: window.talk()[4], "the notes are there")
        notes = wait_until(lambda: self.display.xdotool("search", "--name", "^Spreadmap: notes$").split(), "their window too")[0]
        for loss in range(1, 3):
            window.lose_context()
            wait_until(lambda: window.facts().get("losses") == loss, "the context is lost")
        window.keys("l")
        wait_until(lambda: window.light() and window.talk()[2], "a light is on")
        window.lose_context()
        wait_until(lambda: window.facts().get("losses") == 3, "the context is lost under it")
        wait_until(lambda: window.talk()[2] and window.light(), "and it is there again")
        window.keys("l")
        wait_until(lambda: not window.light(), "it goes as it came")
        self.display.xdotool("windowfocus", notes)
        window.keys("Next")
        wait_until(lambda: window.talk()[0] == 7 and window.talk()[2], "the talk goes on, from either window")
        window.keys("s")
        wait_until(lambda: not window.talk()[4], "the notes go, and with them the keyboard's window")
        self.display.xdotool("windowfocus", window.id)
        window.keys("Prior")
        wait_until(lambda: window.talk()[0] == 6 and window.talk()[2] and not window.talk()[4], "and back")
        wait_until(lambda: window.screenshot() == seen, "to the same picture")
        window.keys("Escape")
        wait_until(lambda: "Loop" in window.controls(), "the window behind it has its panels")
        window.settled()
        self.assertEqual(window.errors(), "")

    def test_a_kiosk_and_its_visitor(self):
        window = self.open(command=("kiosk",), drills=True)
        wait_until(lambda: "Touch to begin" in window.controls(), "it can be touched")
        window.lose_context()
        wait_until(lambda: window.facts().get("losses") == 1, "the context is lost")
        window.tap("Touch to begin")
        wait_until(lambda: window.kiosk() == "visited", "a visit begins")
        window.tap("Pause")
        wait_until(lambda: "Play" in window.controls(), "time stands")
        seen = window.settled()
        window.tap("Sources")
        wait_until(lambda: "Close" in window.controls(), "its sources")
        window.settled()
        window.lose_context()
        wait_until(lambda: window.facts()["losses"] == 2, "lost again")
        window.tap("Close")
        wait_until(lambda: window.screenshot() == seen, "the same picture is back")
        self.assertEqual(window.errors(), "")


if __name__ == "__main__":
    unittest.main()
