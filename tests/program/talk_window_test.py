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

    def pointing(self):
        """A talk at rest at a cue with its light on at a place, and what is seen without it."""
        window = self.talk()
        window.keys("6", "Return")
        self.comes_to(window, 6)
        window.point(10, 10)
        plain = window.settled()
        window.point(700, 400)
        window.keys("l")
        wait_until(lambda: window.light() == (700, 400, window.size()[1] // 6), "the light is where the pointer is")
        self.comes_to(window, 6)
        return window, plain

    def assert_lit(self, window, plain, x_px, y_px):
        """All is dark but what is pointed at, which is as it was."""
        far = (30 if x_px > plain.width_px / 2 else plain.width_px - 30, plain.height_px // 2)

        def is_lit():
            seen = window.screenshot()
            boxes = [[picture.pixel(x_px + dx, y_px + dy) for dx in range(-20, 21) for dy in range(-20, 21)] for picture in (seen, plain)]
            return boxes[0] == boxes[1] and max(seen.pixel(*far)) < max(plain.pixel(*far))

        wait_until(is_lit, f"the light is at {x_px}, {y_px}")

    def test_a_light_follows_the_pointer_and_leaves_the_picture_as_it_was(self):
        window, plain = self.pointing()
        self.assert_lit(window, plain, 700, 400)
        for place in ((900, 500), (300, 820)):
            window.point(*place)
            self.assert_lit(window, plain, *place)
        window.save_screenshot("talk-light")
        window.keys("L")
        wait_until(lambda: window.screenshot() == plain, "the picture is what it was")
        self.assertIsNone(window.light())

    def test_a_click_turns_no_page_while_pointing_and_keys_do(self):
        window, _ = self.pointing()
        window.click(800, 500)
        self.display.xdotool("click", 3)
        window.wheel(800, 500, 2)
        size_px = round(window.size()[1] / 6 * 1.15 ** 2)
        wait_until(lambda: window.light() == (800, 500, size_px), "the wheel makes it larger, and what came before it is done")
        self.assertEqual(window.talk()[0], 6)
        for chord, times in (("minus", 1), ("plus", 2), ("U2212", 1), ("equal", 2)):
            window.keys(chord)
            wait_until(lambda: window.light()[2] == round(window.size()[1] / 6 * 1.15 ** times), f"{chord} makes it smaller, larger")
        window.keys("Next")
        self.comes_to(window, 7)
        self.assertEqual(window.light(), (800, 500, size_px))
        window.keys("l")
        wait_until(lambda: window.light() is None, "the light is off")
        window.click(800, 500)
        wait_until(lambda: window.talk()[0] == 8, "and a click goes on")

    def test_a_light_stays_behind_a_curtain_and_through_another_size_and_ends_with_escape(self):
        window, plain = self.pointing()
        window.keys("b")
        self.comes_to(window, 6, "black")
        wait_until(lambda: not any(window.screenshot().rgb), "the wall is black")
        window.click(900, 500)  # nobody points there
        self.comes_to(window, 6)
        self.assert_lit(window, plain, 900, 500)
        width_px, height_px = window.size()
        window.resize(width_px // 2, height_px // 2)
        wait_until(lambda: window.light() == (450, 250, round(height_px / 12)), "it is at the same place of another size")
        window.resize(width_px, height_px)
        self.comes_to(window, 6)
        self.assert_lit(window, plain, 900, 500)
        window.keys("Escape")
        wait_until(lambda: "Loop" in window.controls(), "the window has its panels")
        window.keys("F5")
        self.comes_to(window, 6)
        self.assertIsNone(window.light())
        wait_until(lambda: window.screenshot() == plain, "the picture is back without it")

    def test_the_arrow_hides_where_it_rests_and_beside_a_light(self):
        window = self.talk()
        window.point(500, 500)
        wait_until(window.is_pointer_shown, "an arrow that moves is seen")
        wait_until(lambda: not window.is_pointer_shown(), "and hidden when it has rested")
        window.keys("b")
        self.comes_to(window, 1, "black")
        window.point(510, 500)
        wait_until(window.is_pointer_shown, "over black too")
        window.keys("b", "l")
        wait_until(lambda: not window.is_pointer_shown(), "a light has no arrow")
        window.point(520, 500)
        wait_until(lambda: window.light()[:2] == (520, 500), "even when it moves")
        self.assertFalse(window.is_pointer_shown())
        window.keys("Escape")
        wait_until(lambda: "Loop" in window.controls(), "the window has its panels")

    def test_the_notes_show_the_light_and_point_with_it(self):
        window, _ = self.pointing()
        window.keys("s")
        wait_until(lambda: window.talk()[4], "the notes are there")
        notes = wait_until(lambda: self.display.xdotool("search", "--name", "^Spreadmap: notes$").split(), "their window too")[0]
        # The wall's picture is at the top left of the notes.
        self.display.xdotool("windowraise", notes, "mousemove", "--window", notes, "60", "110")
        wait_until(lambda: 0 < window.light()[0] < 200 and 0 < window.light()[1] < 200, "who points at the wall's picture in the notes points on the wall")
        wait_until(window.is_pointer_shown, "with an arrow, there")
        self.display.xdotool("click", 1)
        window.keys("s")
        wait_until(lambda: not window.talk()[4], "the notes have gone")
        self.assertEqual(window.talk()[0], 6)


if __name__ == "__main__":
    unittest.main()
