"""Projections in the window: by key, by press and by code, with undo; meridians and parallels; the scale bar."""

import unittest

from program_testing import DAY, Picture, exhibit_of_seats, wait_until
from window_test import FULL, WindowTest

EQUAL_EARTH = ("--crs", "equal-earth")
CODE = "crs"
FAILURE = bytes.fromhex("ff7a6b")


def notice_of(picture):
    """Where a line's red border is, from its left to its right."""
    columns = [x for x, _ in picture.places_of(FAILURE)]
    return (min(columns), max(columns)) if columns else None


class Projections(WindowTest):
    def saved(self, window):
        return Picture.of_png(window.saved_picture())

    def exported_picture(self, *arguments):
        return Picture.of_png(self.exported((1600, 1000), *arguments))

    def assert_comes_to_show(self, window, picture, what):
        wait_until(lambda: self.saved(window) == picture, what)

    def test_a_key_glides_to_the_next_and_undo_back(self):
        window = self.at_rest()
        first = self.saved(window)
        window.keys("c")
        self.assert_comes_to_show(window, self.exported_picture("--crs", "albers"), "the next projection, as exported")
        window.save_screenshot("albers")
        window.keys("ctrl+z")
        self.assert_comes_to_show(window, first, "the first one again")
        window.keys("ctrl+shift+z")
        self.assert_comes_to_show(window, self.exported_picture("--crs", "albers"), "the next one again")
        window.keys(*"cccc")
        self.assert_comes_to_show(window, first, "having come round")

    def test_the_option_opens_with_it(self):
        window = self.at_rest(*EQUAL_EARTH)
        self.assert_comes_to_show(window, self.exported_picture(*EQUAL_EARTH), "Equal Earth")

    def test_meridians_and_parallels_come_and_go(self):
        window = self.at_rest()
        bare = self.saved(window)
        window.keys("numbersign")
        wait_until(lambda: self.saved(window) != bare, "they are drawn")
        window.save_screenshot("graticule")
        window.keys("numbersign")
        self.assert_comes_to_show(window, bare, "without them")

    def test_the_panel_takes_a_code(self):
        window = self.open("--day", DAY, *FULL)
        window.settled()
        bare = self.saved(window)
        window.press_control(CODE)
        window.type("30359")
        window.keys("Return")
        window.settled()
        window.save_screenshot("unknown")
        self.assertEqual(self.saved(window), bare, "an unknown one changes nothing")
        # What was refused stands there still, to be mended, and the keyboard with it.
        window.keys("End", "BackSpace", "Return")
        wait_until(lambda: self.saved(window) != bare, "EPSG:3035")
        window.settled()
        window.save_screenshot("epsg")
        # So does what is shown: another digit makes it another code.
        shown = self.saved(window)
        window.keys("End", "BackSpace", "4", "Return")
        wait_until(lambda: self.saved(window) != shown, "EPSG:3034")
        # All of it is chosen: what is typed takes its place. Tab goes on from there.
        window.settled()
        window.type("3035")
        window.keys("Return")
        wait_until(lambda: self.saved(window) == shown, "EPSG:3035 again")
        window.keys("ctrl+z")
        window.settled()
        self.assertEqual(self.saved(window), shown, "the field's own undo, while it is typed into")
        window.keys("Tab", "space")
        wait_until(lambda: self.saved(window) != shown, "the control after the field")
        window.keys("Escape", "ctrl+z")
        self.assert_comes_to_show(window, shown, "the control before")
        # Codes that follow one another within a second are one step.
        for _ in range(3):
            if self.saved(window) != bare:
                window.keys("ctrl+z")
                window.settled()
        self.assert_comes_to_show(window, bare, "the first one again")

    def test_what_is_refused_is_said_in_the_language_of_the_window(self):
        said = []
        for language in ("en", "es"):
            window = self.open("--day", DAY, *FULL, "--lang", language)
            window.settled()
            bare = window.screenshot()
            window.press_control(CODE)
            window.type("nonsense")
            window.keys("Return")
            wait_until(lambda: "PROJ does not know this CRS" in window.errors(), "the log says all of it")
            title = [bare.pixel(x, y) for x in range(20, 700, 3) for y in range(20, 90, 3)]
            shown = window.settled()
            window.save_screenshot(f"refused-{language}")
            self.assertEqual([shown.pixel(x, y) for x in range(20, 700, 3) for y in range(20, 90, 3)], title, "the title stays in sight")
            said.append(notice_of(shown))
            self.assertTrue(said[-1], "a line over the map")
            window.keys("F1")
            window.kill()
        self.assertNotEqual(said[0], said[1], "each says it in its own words")


class Automatic(WindowTest):
    """Of records elsewhere: the map that is made for them."""

    def exhibit(self):
        places = ((-1.2, 36.8), (6.5, 3.4), (9.1, 38.7), (-26.2, 28.0), (30.0, 31.2), (14.7, -17.4))
        return exhibit_of_seats(self.folder, "".join(
            f"Seat {at},2019-01-01,{lon},{lat}\n" for at, (lat, lon) in enumerate(places)), '[map]\ncrs = "auto"')

    def ground(self, window, control):
        left, top, _, bottom = window.controls()[control]
        return window.settled().pixel(left + 6, (top + bottom) // 2)

    def field(self, window):
        left, top, right, bottom = window.controls()[CODE]
        shown = window.settled()
        return [shown.pixel(x, y) for y in range(top + 4, bottom - 4) for x in range(left + 4, right - 4)]

    def test_it_is_lit_and_named_and_come_back_to(self):
        window = self.open(self.exhibit(), "--day", DAY, *FULL, "--reduced-motion")
        wait_until(window.controls, "the panels are there")
        window.middle_of("Automatic")
        window.point(5, 5)
        self.assertNotEqual(self.ground(window, "Automatic"), self.ground(window, "Globe"), "it is lit")
        self.assertEqual(self.ground(window, "Albers"), self.ground(window, "Globe"), "no other is")
        window.save_screenshot("automatic")
        named = self.field(window)
        window.press_control("Globe")
        window.point(5, 5)
        # A map is made when it is first asked for, which takes a busy machine longer than it takes a window to look settled.
        wait_until(lambda: self.ground(window, "Globe") != self.ground(window, "Automatic"), "the globe is lit")
        wait_until(lambda: self.field(window) != named, "its name goes with it")
        window.keys("c")
        wait_until(lambda: self.field(window) == named, "the next after the last of the others")
        self.assertNotEqual(self.ground(window, "Automatic"), self.ground(window, "Globe"))
        window.press_control(CODE)
        window.type("3857")
        window.keys("Return")
        window.settled()
        window.keys("Escape")
        window.point(5, 5)
        wait_until(lambda: self.ground(window, "Mercator") != self.ground(window, "Automatic"), "what is typed is drawn")


if __name__ == "__main__":
    unittest.main()
