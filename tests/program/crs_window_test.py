"""Projections in the window: by key, by press and by code, with undo; meridians and parallels; the scale bar."""

import unittest

from program_testing import DAY, Picture, wait_until
from window_test import FULL, WindowTest

EQUAL_EARTH = ("--crs", "equal-earth")
CODE = "crs"


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
        # What was refused stands there still, to be mended.
        window.press_control(CODE)
        window.keys("End", "BackSpace", "Return")
        wait_until(lambda: self.saved(window) != bare, "EPSG:3035")
        window.settled()
        window.save_screenshot("epsg")
        # So does what is shown: another digit makes it another code.
        shown = self.saved(window)
        window.press_control(CODE)
        window.keys("End", "BackSpace", "4", "Return")
        wait_until(lambda: self.saved(window) != shown, "EPSG:3034")
        window.keys("ctrl+z")
        self.assert_comes_to_show(window, shown, "the one before")
        window.keys("ctrl+z")
        self.assert_comes_to_show(window, bare, "the first one again")


if __name__ == "__main__":
    unittest.main()
