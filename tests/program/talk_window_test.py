"""A talk in the window: from cue to cue by every key of a clicker, behind a curtain, away to the window and back, with notes beside it."""

import csv
import unittest

from program_testing import Picture, wait_until
from window_test import WindowTest

LAST = 11


class Talk(WindowTest):
    def comes_to(self, window, cue, curtain="open"):
        """Waits until a cue has come to rest."""
        wait_until(lambda: (place := window.talk()) and place[:1] + place[2:4] == (cue, True, curtain),
                   f"cue {cue} rests, {curtain}")

    def talk(self, *arguments):
        window = self.open(*arguments, command=("present",))
        self.comes_to(window, 1)
        return window

    def test_on_and_back_by_every_key_and_button(self):
        window = self.talk()
        cue = 1
        for chord, by in (("Next", 1), ("Right", 1), ("Down", 1), ("space", 1), ("Prior", -1), ("Left", -1), ("Up", -1),
                          ("n", 1), ("N", 1), ("p", -1), ("P", -1), ("BackSpace", -1), ("Prior", 0)):
            window.keys(chord)
            cue += by
            wait_until(lambda: window.talk()[0] == cue, f"{chord} goes to {cue}")
        window.keys("End")
        self.comes_to(window, LAST)
        window.keys("Next")
        self.comes_to(window, LAST)
        window.keys("Home")
        self.comes_to(window, 1)
        window.click(300, 300)
        wait_until(lambda: window.talk()[0] == 2, "a click goes on")
        window.keys("ctrl+q")
        self.assert_quits(window)

    def test_a_number_and_enter_go_there(self):
        window = self.talk()
        for pad, enter in (("", "Return"), ("KP_", "KP_Enter")):
            for figure in range(9, 0, -1):
                window.keys(pad + str(figure), enter)
                wait_until(lambda: window.talk()[0] == figure, f"{figure} goes there")
            window.keys(pad + "1", pad + "0", enter)
            self.comes_to(window, 10)
        window.keys("9", "9", "Return")
        self.comes_to(window, 10)

    def test_a_curtain_and_what_was_behind_it(self):
        window = self.talk()
        window.keys("6", "Return")
        self.comes_to(window, 6)
        seen = window.settled()
        black, white = b"\0\0\0", b"\xff\xff\xff"
        for chord, curtain, colour in (("b", "black", black), ("W", "white", white), ("period", "black", black), ("B", "open", None),
                                       ("w", "white", white), ("comma", "open", None), ("B", "black", black)):
            window.keys(chord)
            self.comes_to(window, 6, curtain)
            wait_until(lambda: window.screenshot() == seen if colour is None else
                       window.screenshot().rgb == colour * (len(seen.rgb) // 3), f"{chord} covers the wall")
        window.keys("Next")
        self.comes_to(window, 6)
        wait_until(lambda: window.screenshot() == seen, "the same picture is back")

    def test_escape_and_f5_alternate_and_keep_the_place(self):
        window = self.talk()
        window.keys("8", "Return")
        self.comes_to(window, 8)
        seen = window.settled()
        for _ in range(2):
            window.keys("Escape")
            wait_until(lambda: "Loop" in window.controls(), "the window has its panels")
            window.keys("Escape")
            window.settled()
            self.assertTrue(window.is_running(), "Esc never quits")
            window.keys("F5")  # which a clicker sends in turn with Esc
            self.comes_to(window, 8)
            wait_until(lambda: window.screenshot() == seen, "the same picture is back")

    def test_a_cue_at_rest_is_a_frame_of_the_film(self):
        window = self.talk()
        window.keys("6", "Return")
        self.comes_to(window, 6)
        seen = window.settled()
        self.export("--cues", "--text-scale", "1.5", "--size", f"{seen.width_px}x{seen.height_px}", "--fps", "1", "-o", "film/%04d.png")
        with open(self.folder / "film" / "frames.csv", encoding="utf-8") as seconds:
            rows = list(csv.DictReader(seconds))
        frame = [int(row["frame"]) for row in rows if row["cue"] == "405"][-2]
        self.assertEqual(seen.difference(Picture.of_png(self.folder / "film" / f"{frame:04d}.png")), "")

    def test_notes_beside_the_wall(self):
        window = self.talk()
        window.keys("s")
        wait_until(lambda: window.talk()[4], "the notes are there")
        notes = wait_until(lambda: self.display.xdotool("search", "--name", "^Spreadmap: notes$").split(), "their window too")[0]
        self.display.xdotool("windowfocus", notes)
        window.keys("Next")
        wait_until(lambda: window.talk()[0] == 2, "keys act in either window")
        window.keys("S")
        wait_until(lambda: not window.talk()[4], "the notes have gone")
        self.assertTrue(window.is_running())


if __name__ == "__main__":
    unittest.main()
