"""Time in the window: dates that are typed, stretches, the strip's own zoom, playing backwards and as the director paces it."""

import time
import unittest

from program_testing import DAY, Picture, wait_until
from window_test import FIRST_DAY, FULL, LAST_DAY, PANEL_PX, SIZE, WHITE, WindowTest, day_number, knob



def strip_y_px(window):
    return knob(Picture.of_png(window.saved_picture()))[1]


class Dates(WindowTest):
    def typed(self, window, text):
        window.keys("g")
        window.settled()
        window.type(text)
        window.keys("Return")
        window.settled()
        return window.day()

    def test_a_year_a_month_and_a_day(self):
        window = self.open("--day", DAY, *FULL)
        for text, day in (("2019", "2019-01-01"), ("2019-08", "2019-08-01"), ("2019-08-28", "2019-08-28")):
            window.click(2, 2)  # on nothing: what comes within a second without a press is one step with what was before
            self.assertEqual(self.typed(window, text), day, text)
        window.keys("ctrl+z")
        self.assertEqual(window.day(), "2019-08-01")

    def test_what_is_no_date_changes_nothing_and_can_be_mended(self):
        window = self.open("--day", DAY, *FULL)
        before = window.settled()
        self.assertEqual(self.typed(window, "2021"), DAY)
        wait_until(lambda: window.screenshot() != before, "it is said")
        window.save_screenshot("wrong-date")
        # The text is still there: a letter taken out, another put in.
        window.keys("BackSpace")
        window.type("0")
        window.keys("Return")
        window.settled()
        self.assertEqual(window.day(), "2020-01-01")


class Stretch(WindowTest):
    def assert_plays_within(self, window, first, last):
        seen = set()

        def comes_round():
            seen.add(window.day())
            return len(seen) > 3 and first in {min(seen), *seen} or len(seen) > 12

        wait_until(comes_round, "it plays")
        self.assertTrue(all(first <= day <= last for day in seen), seen)

    def test_keys_set_the_ends_and_clear(self):
        window = self.at_rest()
        before = window.settled()
        window.keys("i", "ctrl+Right", "o", "minus", "space")
        self.assert_plays_within(window, DAY, "2019-09-27")
        window.save_screenshot("stretch")
        window.keys("space", "x", "Home")
        window.settled()
        window.keys("g")
        self.assertEqual(window.day(), FIRST_DAY)
        self.assertTrue(before != window.screenshot())

    def test_a_drag_with_shift_draws_one_and_its_ends_can_be_moved(self):
        window = self.at_rest()
        bare = Picture.of_png(window.saved_picture())
        y_px = knob(bare)[1] - 20
        window.drag_with("shift", (500, y_px), (520, y_px), (700, y_px))
        drawn = window.saved_picture()
        self.assertEqual(window.day(), DAY, "the playhead stays")
        self.assertNotEqual(Picture.of_png(drawn), bare)
        # The flag at the end moves it.
        top_px = knob(bare)[1] - 66
        window.drag((694, top_px), (720, top_px), (800, top_px))
        moved = window.saved_picture()
        self.assertNotEqual(Picture.of_png(moved), Picture.of_png(drawn))
        window.keys("ctrl+z")
        self.assertEqual(window.saved_picture().read_bytes(), drawn.read_bytes())
        window.keys("x")
        self.assertEqual(Picture.of_png(window.saved_picture()), bare)


class StripZoom(WindowTest):
    def days_across(self, window, y_px):
        """How many days lie between two places on the strip."""
        days = []
        for x_px in (400, 1000):
            window.click(x_px, y_px - 20)
            days.append(day_number(window.day()))
        return days[1] - days[0]

    def test_wheel_keys_drag_and_double_click(self):
        window = self.at_rest()
        y_px = strip_y_px(window)
        all_days = self.days_across(window, y_px)
        window.click(700, y_px - 20)
        day = window.day()
        window.wheel(700, y_px - 20, 5)
        self.assertEqual(window.day(), day)
        picture = Picture.of_png(window.saved_picture())
        self.assertAlmostEqual(knob(picture)[0], 700, delta=2)  # it zooms about the pointer
        self.assertAlmostEqual(self.days_across(window, y_px), all_days / 1.2 ** 5, delta=2)
        window.save_screenshot("strip-zoomed")
        # A drag below the axis moves it, a double click there shows all.
        window.click(700, y_px - 20)
        before_px = knob(Picture.of_png(window.saved_picture()))[0]
        window.drag((700, y_px + 20), (720, y_px + 20), (600, y_px + 20))
        self.assertAlmostEqual(knob(Picture.of_png(window.saved_picture()))[0], before_px - 100, delta=2)
        window.click(900, y_px + 20)
        window.click(900, y_px + 20)
        wait_until(lambda: abs(self.days_across(window, y_px) - all_days) <= 1, "all of it is shown")
        window.keys("ctrl+equal", "ctrl+equal")
        window.settled()
        self.assertAlmostEqual(self.days_across(window, y_px), all_days / 1.5 ** 2, delta=2)
        window.keys("ctrl+0")
        window.settled()
        self.assertAlmostEqual(self.days_across(window, y_px), all_days, delta=1)

    def test_it_follows_the_playhead_while_it_plays(self):
        window = self.at_rest()
        window.keys(*["ctrl+equal"] * 6, "space")
        first = window.day()
        for _ in range(5):
            knob(Picture.of_png(window.saved_picture()))  # raises where there is none
        wait_until(lambda: day_number(window.day()) > day_number(first) + 120, "it plays on")
        knob(Picture.of_png(window.saved_picture()))


class Playing(WindowTest):
    def test_backwards(self):
        window = self.at_rest()
        window.keys("r", "space")
        wait_until(lambda: window.day() < DAY, "it plays backwards")

    def test_the_director_lingers_and_says_so(self):
        window = self.open("--day", "2019-10-05", *FULL)
        before = window.settled()
        window.keys("d")
        wait_until(lambda: window.screenshot() != before, "the strip shows the pace")
        window.keys("minus", "minus", "space")
        wait_until(lambda: window.day() == "2019-10-07", "the open letter's day comes")
        since = time.monotonic()
        wait_until(lambda: window.day() > "2019-10-07", "it goes on")
        # 1.5 seconds, whatever the speed; a picture takes a while.
        self.assertGreater(time.monotonic() - since, 0.9)


class Wipe(WindowTest):
    """Two days side by side: what an export of them shows, the line moved by hand and by keys."""

    def assert_shows(self, window, at, left="2018-08-27"):
        expected = self.exported(SIZE, "--wipe-day", left, "--wipe-at", at).read_bytes()
        wait_until(lambda: window.saved_picture().read_bytes() == expected, f"the wipe stands at {at}", 10.0)

    def test_keys_and_drag(self):
        window = self.at_rest()
        bare = window.saved_picture().read_bytes()
        window.keys("w")
        self.assert_shows(window, "0.5")
        window.save_screenshot("wipe")
        window.keys("ctrl+shift+Left", "ctrl+shift+Left")
        self.assert_shows(window, "0.4")
        window.keys("ctrl+shift+Right", "ctrl+shift+Right")
        window.settled()
        white = Picture.of_png(window.saved_picture()).places_of(WHITE)
        line_px = max({x for x, _ in white}, key=lambda column: sum(x == column for x, _ in white))
        window.drag((line_px, 500), (line_px + 30, 500), (line_px + 200, 500))
        moved = Picture.of_png(window.saved_picture()).places_of(WHITE)
        self.assertGreater(sum(abs(x - line_px - 200) < 3 for x, _ in moved), 300)
        # Undone, it stands in the middle again; then the left day is a month before.
        window.keys("ctrl+z")
        self.assert_shows(window, "0.5")
        window.keys("ctrl+Left", "v", "ctrl+Right")
        self.assert_shows(window, "0.5", left="2019-07-27")
        window.keys("w")
        self.assertEqual(window.saved_picture().read_bytes(), bare)


class Milestones(WindowTest):
    """What a milestone says: under the pointer, pressed, and by keys; never in a picture."""

    def test_hover_press_copy_and_key(self):
        window = self.at_rest()
        window.point(5, 5)
        picture = window.saved_picture().read_bytes()
        wait_until(lambda: window.settled() is not None, "at rest")
        before = window.settled()
        y_px = knob(Picture.of_png(window.saved_picture()))[1]
        # "Ring announces 405" stands above the bars, left of its line.
        place = (960, y_px - 80)
        window.keys("m")
        wait_until(lambda: window.screenshot() != before, "the card of the last milestone comes")
        window.settled()
        window.save_screenshot("milestone")
        self.assertEqual(window.saved_picture().read_bytes(), picture)
        window.keys("Escape")
        self.assertTrue(window.is_running())
        bare = window.settled()
        window.point(*place)
        wait_until(lambda: window.screenshot() != bare, "a card comes under the pointer")
        window.click(*place)
        window.settled()
        window.point(5, 5)
        pinned = window.settled()
        self.assertNotEqual(pinned, bare)
        window.save_screenshot("milestone-pinned")
        window.keys("Escape")
        wait_until(lambda: window.screenshot() != pinned, "it is closed")


class Windows(WindowTest):
    """Records that are there for some days only."""

    def test_the_panel_gives_a_layer_a_window(self):
        window = self.open("--day", DAY, *FULL)
        window.settled()
        window.press_control("Records stay for good")
        window.save_screenshot("windows")
        window.press_control("partnerships/30")
        expected = self.exported((SIZE[0] - PANEL_PX, SIZE[1]), "--least-type", "0.72", "--window-days", "30").read_bytes()
        wait_until(lambda: window.saved_picture().read_bytes() == expected, "the picture is that of 30 days", 10.0)


class Scrubbing(WindowTest):
    def test_a_drag_across_all_at_sixty_events_a_second_shows_its_end_at_once(self):
        window = self.at_rest()
        x_px, y_px = knob(Picture.of_png(window.saved_picture()))
        window.press(x_px, y_px)
        for step in range(120):
            window.point(120 + 11 * step, y_px)
            time.sleep(1.0 / 60.0)  # not to wait for anything: this is how fast a hand sends
        since = time.monotonic()
        last = window.day()
        took_s = time.monotonic() - since
        window.release()
        self.assertEqual(window.day(), last)
        # F12 comes after all moves: were each of them drawn, it would come seconds later.
        self.assertLess(took_s, 1.5)
        self.assertGreater(last, "2020-05-01")
        self.assertLessEqual(last, LAST_DAY)


if __name__ == "__main__":
    unittest.main()
