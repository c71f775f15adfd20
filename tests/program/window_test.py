"""The window, in a display of its own: what a hand on keys, mouse and wheel makes of it, and what it then shows.

F12's files tell the state: their names hold the day, and their pixels are the frame without panels.
"""

import csv
import datetime
import pathlib
import shutil
import signal
import time
import unittest
from unittest import mock

from program_testing import DAY, IS_LONG, RING, SCREENS, SOURCE, Display, Picture, Png, Presses, ProgramTest, Window, wait_until

SIZE = (1600, 1000)
FULL = ("--size", "1600x1000")
PANEL_PX = 360
ORANGE = bytes.fromhex("ffb454")
WHITE = bytes.fromhex("ffffff")
EVERY_PART = "title,counter,legend,strip,credits,transport"
FIRST_DAY, LAST_DAY = "2018-01-01", "2020-09-30"


def day_number(day):
    return datetime.date.fromisoformat(day).toordinal()


def days_with_events():
    """The days to which the built-in exhibit's rows and milestones are dated exactly and that lie on its strip."""
    days = {"2019-10-07"}  # of the letter, which its layer gives for every row
    for table, column in (("agencies.csv", "active_since"), ("subsidies.csv", "approved_date"), ("milestones.csv", "date")):
        with open(RING / table, encoding="utf-8", newline="") as opened:
            days |= {row[column] for row in csv.DictReader(opened) if len(row[column]) == len(FIRST_DAY)}
    return sorted(day for day in days if FIRST_DAY <= day <= LAST_DAY)


def lonely_dot(picture):
    """The middle of a point on the map with no other within 40 pixels: (x, y)."""
    width_px, height_px = 0.7 * picture.width_px, 0.75 * picture.height_px
    places = [(x, y) for x, y in picture.places_of(ORANGE) if x < width_px and 0.2 * height_px < y < height_px]
    for x, y in places:
        own = [place for place in places if abs(place[0] - x) < 7 and abs(place[1] - y) < 7]
        near = sum(abs(place[0] - x) < 40 and abs(place[1] - y) < 40 for place in places)
        if len(own) == near and len(own) >= 9:
            return tuple(sum(place[axis] for place in own) / len(own) for axis in (0, 1))
    raise AssertionError("no point stands alone")


def dot_beside(picture, x_px, y_px, reach_px=4):
    """The middle of what is orange around a place, or None."""
    near = [(x, y) for x, y in picture.places_of(ORANGE) if abs(x - x_px) <= reach_px and abs(y - y_px) <= reach_px]
    return tuple(sum(place[axis] for place in near) / len(near) for axis in (0, 1)) if near else None


def knob(picture):
    """The middle of the playhead's knob on the strip: the only large thing that is purely white."""
    places = [(x, y) for x, y in picture.places_of(WHITE) if y > 0.8 * picture.height_px]
    foot = max(y for _, y in places)
    disc = [(x, y) for x, y in places if foot - y < 12]
    return sum(x for x, _ in disc) / len(disc), sum(y for _, y in disc) / len(disc)


class WindowTest(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.stop)

    def setUp(self):
        super().setUp()
        self.presses = Presses()
        self.addCleanup(lambda: self.presses.write(self))

    def open(self, *arguments, pictures=None, command=(), **options):
        if pictures is None:
            pictures = self.folder / "pictures"
            pictures.mkdir(exist_ok=True)
        window = Window(self.display, self.program, pictures, *arguments, presses=self.presses, command=command, **options)
        self.addCleanup(window.kill)
        return window

    def at_rest(self, *arguments):
        """A window without panels, resting on a day."""
        window = self.open("--day", DAY, *FULL, *arguments)
        before = window.screenshot()
        window.keys("F1")
        wait_until(lambda: window.screenshot() != before, "the panels have gone")
        return window

    def assert_quits(self, window):
        self.assertEqual(window.quit_status(), 0)
        self.assertEqual(window.errors(), "")

    def exported(self, size, *arguments):
        out = self.folder / "exported.png"
        self.export("--day", DAY, "--size", "{}x{}".format(*size), "-o", out, *arguments)
        return out


class Playing(WindowTest):
    def test_plays_by_itself_until_space(self):
        window = self.open(*FULL)
        first = window.screenshot()
        wait_until(lambda: window.screenshot() != first, "the picture changes by itself")
        day = window.day()
        wait_until(lambda: window.day() > day, "the day advances")
        window.save_screenshot("playing")
        window.keys("space")
        resting = window.settled()
        for _ in range(20 if IS_LONG else 5):
            self.assertEqual(window.screenshot(), resting)
        paused = window.day()
        self.assertEqual(window.day(), paused)
        window.keys("space")
        wait_until(lambda: window.day() > paused, "it plays on")
        window.keys("ctrl+q")
        self.assert_quits(window)

    def test_idle_starts_at_rest(self):
        window = self.open("--idle", *FULL)
        self.assertEqual(window.day(), window.day())

    def test_rests_without_work(self):
        window = self.at_rest()
        window.settled()
        before, started_s = window.cpu_s(), time.monotonic()
        time.sleep(10.0 if IS_LONG else 3.0)  # not to wait for anything: this is the stretch that is measured
        share = (window.cpu_s() - before) / (time.monotonic() - started_s)
        self.assertLess(share, 0.01, "of a core")


class Frames(WindowTest):
    def assert_shows(self, window, expected):
        """That the window comes to show a picture at its left, to the pixel, but for the button that brings the panels."""
        wait_until(window.controls, "the panels or their button are there")
        button = window.controls().get("panels", (0, 0, 0, 0))
        expected = expected.without(*button)

        def shown():
            return window.screenshot().left_part(expected.width_px).without(*button)

        try:
            wait_until(lambda: shown() == expected, "the window shows the exported frame", 10.0)
        except AssertionError:
            SCREENS.mkdir(parents=True, exist_ok=True)
            expected.save(SCREENS / "expected.png")
            shown().save(SCREENS / "shown.png")
            self.fail(f"the window shows another picture than the export: {shown().difference(expected)}; see {SCREENS}")

    def test_the_windows_frame_is_the_exported_frame(self):
        window = self.at_rest()
        self.assert_shows(window, Picture.of_png(self.exported(SIZE, "--furniture", EVERY_PART)))
        window.save_screenshot("frame")
        saved = window.saved_picture()
        self.assertEqual(saved.name, f"spreadmap-{DAY}.png")
        self.assertEqual(saved.read_bytes(), self.exported(SIZE).read_bytes())

    def test_so_it_is_beside_the_panels_at_any_size(self):
        # A window holds type at 0.72 of its full size at least; an export does so when it is asked.
        for width, height in ((1540, 1000), (1264, 900), (944, 720)):
            window = self.open("--day", DAY, "--size", f"{width + PANEL_PX}x{height}")
            size = (width, height)
            held = ("--least-type", "0.72")
            self.assert_shows(window, Picture.of_png(self.exported(size, *held, "--furniture", EVERY_PART)))
            window.save_screenshot(f"panels-{width}")
            self.assertEqual(window.saved_picture().read_bytes(), self.exported(size, *held).read_bytes())
            window.keys("ctrl+q")
            self.assertEqual(window.quit_status(), 0)

    def test_what_is_put_on_the_window_in_parts_is_the_whole_picture(self):
        # Panels beside the map, and over it.
        for size in (f"{SIZE[0] + PANEL_PX}x{SIZE[1]}", "800x600"):
            window = self.open("--size", size)
            day = window.day()
            wait_until(lambda: window.day() > day, "it plays")
            for x_px in range(60, 460, 40):  # over marks and panels, while it plays
                window.point(x_px, 300)
            window.keys("space")
            window.point(2, 2)
            in_parts = window.settled()
            window.save_screenshot(f"in-parts-{size}")
            window.keys("F1")
            wait_until(lambda: window.screenshot() != in_parts, "the panels go")
            window.settled()
            window.keys("F1")  # another size of the map: everything is drawn anew
            wait_until(lambda: window.screenshot() == in_parts, "the whole picture is what was put there in parts")
            window.keys("ctrl+q")
            self.assertEqual(window.quit_status(), 0)

    def test_another_theme_takes_the_window_beside_the_panel_too(self):
        window = self.open("--day", DAY, "--size", "1280x1024")
        window.settled()
        dark = window.settled().pixel(1276, 500)
        window.press_control("Light")
        self.assertNotEqual(window.settled().pixel(1276, 500), dark, "the strip at the right of the panel")
        in_parts = window.screenshot()
        window.save_screenshot("theme-beside")
        for corner in ((1276, 4), (1276, 1020), (1100, 4), (1100, 1020)):
            self.assertEqual(in_parts.pixel(*corner), in_parts.pixel(1276, 500), corner)

    def test_a_picture_is_never_written_over(self):
        window = self.at_rest()
        names = [window.saved_picture().name for _ in range(3)]
        self.assertEqual(names, [f"spreadmap-{DAY}{again}.png" for again in ("", "-2", "-3")])

    def test_a_picture_that_cannot_be_written_is_said_and_ends_nothing(self):
        window = self.open("--day", DAY, *FULL, pictures=pathlib.Path("/proc/x"))
        before = window.screenshot()
        window.keys("F12")
        wait_until(lambda: window.errors().endswith("\n"), "the error is said")
        self.assert_one_line(window.errors())
        self.assertIn(f"/proc/x/spreadmap-{DAY}.png: cannot be written", window.errors())
        wait_until(lambda: window.screenshot() != before, "the window says so too")
        window.save_screenshot("picture-not-written")
        window.keys("ctrl+q")
        self.assertEqual(window.quit_status(), 0)


class Steps(WindowTest):
    def test_keys_step_in_time(self):
        events = days_with_events()
        after = next(day for day in events if day > DAY)
        before = [day for day in events if day < DAY][-1]
        window = self.at_rest()
        for chord, day in (("Right", "2019-08-28"), ("Left", DAY), ("shift+Right", "2019-09-03"), ("shift+Left", DAY),
                           ("ctrl+Right", "2019-09-27"), ("ctrl+Left", DAY), ("n", after), ("p", DAY), ("p", before),
                           ("Home", FIRST_DAY), ("Left", FIRST_DAY), ("End", LAST_DAY), ("Right", LAST_DAY)):
            window.keys(chord)
            self.assertEqual(window.day(), day, f"after {chord}")
        window.keep_picture("last-day")

    def test_a_step_stops_playing(self):
        window = self.open(*FULL)
        window.keys("Right")
        window.settled()
        day = window.day()
        self.assertEqual(window.day(), day)

    def test_speed_and_loop(self):
        window = self.open("--idle", *FULL)
        for chord in ("plus", "minus", "l"):
            before = window.settled()
            window.keys(chord)
            wait_until(lambda: window.screenshot() != before, f"the panel tells of {chord}")
        # Two years in a second: the end comes soon, and a loop goes on from the beginning.
        window.keys(*["plus"] * 6, "space")
        days = [window.day()]
        wait_until(lambda: days.append(window.day()) or days[-1] < days[-2], "it starts over")


class Strip(WindowTest):
    def test_drag_moves_the_playhead_under_the_pointer(self):
        window = self.at_rest()
        x_px, y_px = knob(Picture.of_png(window.saved_picture()))
        days = {}
        for to_px in (400, 700, 1300):
            window.drag((x_px, y_px), (x_px + 31, y_px - 2), (to_px, y_px))
            saved = window.saved_picture()
            days[to_px] = day_number(saved.name[10:20])
            x_px = knob(Picture.of_png(saved))[0]
            self.assertAlmostEqual(x_px, to_px, delta=1.5)
        rate = (days[700] - days[400]) / 300
        self.assertGreater(rate, 0)
        self.assertAlmostEqual((days[1300] - days[700]) / 600, rate, delta=0.01)

    def test_a_press_goes_there(self):
        window = self.at_rest()
        _, y_px = knob(Picture.of_png(window.saved_picture()))
        window.click(500, y_px - 20)
        self.assertAlmostEqual(knob(Picture.of_png(window.saved_picture()))[0], 500, delta=1.5)

    def test_time_stands_still_under_the_finger_and_goes_on_when_it_lets_go(self):
        window = self.open(*FULL)
        window.keys("F1")
        _, y_px = knob(Picture.of_png(window.saved_picture()))
        window.press(700, y_px)
        held = window.day()
        # Each picture takes longer than a day plays.
        self.assertEqual([window.day() for _ in range(5)], 5 * [held])
        window.release()
        wait_until(lambda: window.day() != held, "time goes on")

    def test_over_the_ends_it_stays(self):
        window = self.at_rest()
        x_px, y_px = knob(Picture.of_png(window.saved_picture()))
        window.drag((x_px, y_px), (1599, 10))
        self.assertEqual(window.day(), LAST_DAY)
        x_px, _ = knob(Picture.of_png(window.saved_picture()))
        window.drag((x_px, y_px), (0, y_px))
        self.assertEqual(window.day(), FIRST_DAY)

    def test_the_button_plays(self):
        window = self.at_rest()
        _, y_px = knob(Picture.of_png(window.saved_picture()))
        shown = window.settled()
        button = [x for x in range(40, 110) if shown.pixel(x, round(y_px - 15)) == bytes.fromhex("e8ecf4")]
        window.click(sum(button) / len(button), y_px - 15)
        wait_until(lambda: window.day() > DAY, "it plays")


class Panels(WindowTest):
    def test_a_press_on_the_strip_after_one_on_a_switch_is_not_lost(self):
        window = self.open("--day", DAY, *FULL)
        width_px = window.size()[0]
        first = Picture.of_png(window.saved_picture())
        _, y_px = knob(first)
        before = window.settled()
        window.click(*window.middle_of("signatories"))
        wait_until(lambda: window.screenshot() != before, "a layer is switched")
        window.click(400, y_px - 20)
        self.assertAlmostEqual(knob(Picture.of_png(window.saved_picture()))[0], 400, delta=1.5)


class Filters(WindowTest):
    """Filters by hand show what an export with the same filter shows, and Reset shows everything again."""

    def assert_picture_is(self, window, *filters):
        # The panels are open, so the frame is narrower than the window.
        expected = self.exported((SIZE[0] - PANEL_PX, SIZE[1]), "--least-type", "0.72", *filters).read_bytes()
        wait_until(lambda: window.saved_picture().read_bytes() == expected, f"the picture is that of {filters}", 10.0)

    def test_states_kinds_and_words(self):
        window = self.open("--day", DAY, *FULL)
        window.settled()
        florida = window.control_like("region/", 2)  # in all Illinois and California have more
        window.press_control(florida)
        self.assert_picture_is(window, "--regions", "FL")
        window.press_control(window.control_like("kind/", 1))  # sheriffs come second
        self.assert_picture_is(window, "--regions", "FL", "--kinds", "sheriff")
        window.save_screenshot("filtered")
        window.press_control(florida)
        self.assert_picture_is(window, "--kinds", "sheriff")
        window.press_control("Reset")
        self.assert_picture_is(window)

    def test_a_drag_over_the_days_leaves_those_and_a_press_leaves_all(self):
        window = self.open("--day", DAY, *FULL)
        window.drag_control("days", 50)
        window.save_screenshot("filtered-days")
        before = self.exported((SIZE[0] - PANEL_PX, SIZE[1]), "--least-type", "0.72").read_bytes()
        self.assertTrue(window.saved_picture().read_bytes() != before, "some are filtered out")
        window.press_control("days")
        wait_until(lambda: window.saved_picture().read_bytes() == before, "all are left again", 10.0)


class History(WindowTest):
    def test_undo_and_redo_go_through_what_was_done(self):
        window = self.at_rest()
        first = window.saved_picture().read_bytes()
        window.keys("n")
        window.wheel(600, 500, 4)
        done = window.saved_picture().read_bytes()
        window.keys("ctrl+z")
        zoomed_back = window.saved_picture()
        self.assertTrue(zoomed_back.read_bytes() not in (first, done), "the zoom alone is undone")
        window.keys("ctrl+z")
        self.assertTrue(window.saved_picture().read_bytes() == first, "all is undone")
        window.keys("ctrl+shift+z", "ctrl+shift+z")
        self.assertTrue(window.saved_picture().read_bytes() == done, "all is done again")


class Cards(WindowTest):
    """A record's card: comes with the pointer, stays when pressed, goes with Escape; pictures never hold it."""

    def test_hover_press_and_escape(self):
        window = self.at_rest()
        window.point(5, 5)
        before = window.settled()
        picture = window.saved_picture()
        wait_until(lambda: window.screenshot() == before, "what was saved is not said any more", 15.0)
        x_px, y_px = lonely_dot(Picture.of_png(picture))
        window.point(x_px, y_px)
        wait_until(lambda: window.screenshot() != before, "a card comes")
        hovered = window.settled()
        window.save_screenshot("card-hovered")
        window.point(5, 5)
        wait_until(lambda: window.screenshot() == before, "the card has gone")
        window.click(x_px, y_px)
        wait_until(lambda: window.screenshot() not in (before, hovered), "the card is pinned")
        window.point(5, 5)
        pinned = window.settled()
        self.assertNotEqual(pinned, before)
        window.save_screenshot("card-pinned")
        self.assertEqual(window.saved_picture().read_bytes(), picture.read_bytes())
        window.settled()
        window.keys("Escape")
        wait_until(lambda: window.screenshot() == before, "Escape closes the card", 15.0)
        self.assertTrue(window.is_running())


    def test_what_a_resting_pointer_means_is_found_anew_when_the_map_moves(self):
        window = self.at_rest()
        window.point(5, 5)
        before = window.settled()
        x_px, y_px = lonely_dot(Picture.of_png(window.saved_picture()))
        wait_until(lambda: window.screenshot() == before, "what was saved is not said any more", 15.0)
        # Beside the middle of the mark, so that it moves away from under the pointer.
        window.point(x_px + 3, y_px)
        wait_until(lambda: window.screenshot() != before, "a card comes")
        window.wheel(x_px + 3, y_px, 12)
        zoomed = window.settled()
        window.point(5, 5)
        self.assertTrue(window.settled() == zoomed, "no card is left where no mark is")


class Finding(WindowTest):
    """What is looked for by name is gone to, with its card; a town whose police joined answers when."""

    def test_a_record_is_found_and_gone_to(self):
        window = self.open("--day", "2018-04-01", *FULL)
        first = Picture.of_png(window.saved_picture())
        window.keys("slash")
        window.settled()
        window.type("orlando")
        window.settled()
        window.save_screenshot("found")
        window.keys("Return")
        # Orlando's police have been active since 30 May 2018, which is where the playhead goes.
        wait_until(lambda: window.day() == "2018-05-30", "the playhead goes to the record's day")
        window.settled()
        window.save_screenshot("found-record")
        self.assertNotEqual(Picture.of_png(window.saved_picture()), first)

    def look_for(self, window, text):
        window.keys("slash")
        window.settled()
        window.type(text)
        window.settled()
        window.keys("Return")

    def test_a_town_far_from_any_record_has_the_card_of_the_nearest(self):
        window = self.open("--day", DAY, *FULL)
        for town in ("mercer island wa", "utqiagvik"):
            self.look_for(window, town)
            wait_until(lambda: "Close" in window.controls(), f"a card for {town}")
            window.settled()
            window.save_screenshot("found-far-" + town.split()[0])
            window.keys("Escape")
            wait_until(lambda: "Close" not in window.controls(), "the card has gone")

    def test_a_town_that_the_filter_leaves_nothing_of_has_no_card(self):
        window = self.open("--day", DAY, "--text", "nobody is called so", *FULL)
        before = window.settled()
        self.look_for(window, "mercer island")
        wait_until(lambda: window.screenshot() != before, "it is said")
        window.settled()
        self.assertNotIn("Close", window.controls())

    def test_a_long_text_stays_beside_the_magnifier(self):
        window = self.open("--day", DAY, *FULL)
        window.settled()
        left, top, right, bottom = window.controls()["find"]
        window.keys("slash")
        empty = window.settled()

        def column(picture, x_px):
            return [picture.pixel(x_px, y_px) for y_px in range(top, bottom)]

        def is_there(picture):
            # The places are read when somebody first looks for one, which may take longer than what is settled.
            return picture if column(picture, right - 30) != column(empty, right - 30) or column(picture, left + 50) != column(empty, left + 50) else None

        window.type("W" * 60)
        full = wait_until(lambda: is_there(window.settled()), "the text is there")
        window.save_screenshot("find-long")
        for edge in (range(left, left + 34), range(right - 10, right)):
            self.assertEqual([column(full, x_px) for x_px in edge], [column(empty, x_px) for x_px in edge])

    def test_letters_of_a_search_are_no_keys(self):
        window = self.open("--day", DAY, *FULL)
        resting = window.day()
        before = window.screenshot()
        window.keys("slash")
        window.type("nplf n")
        wait_until(lambda: window.screenshot() != before, "it looks for that")
        window.settled()
        self.assertEqual(window.day(), resting)
        window.keys("Escape")
        window.settled()
        window.keys("n")
        wait_until(lambda: window.day() != resting, "n is a key again")


class Camera(WindowTest):
    def test_wheel_zooms_about_the_pointer_and_f_fits(self):
        window = self.at_rest()
        first = window.saved_picture()
        x_px, y_px = lonely_dot(Picture.of_png(first))
        window.wheel(x_px, y_px, 6)
        zoomed = Picture.of_png(window.keep_picture("zoomed"))
        self.assertGreater(sum(a != b for a, b in zip(zoomed.rgb[::31], Picture.of_png(first).rgb[::31])), 5000)
        found = dot_beside(zoomed, x_px, y_px)
        self.assertIsNotNone(found, "the point under the pointer stays there")
        # A dot's middle is read to half a pixel and the pointer stands on a whole one: the six steps enlarge that three times.
        self.assertAlmostEqual(found[0], x_px, delta=2.5)
        self.assertAlmostEqual(found[1], y_px, delta=2.5)
        window.wheel(x_px, y_px, 12)
        window.keep_picture("zoomed-far")
        window.keys("f")
        self.assertEqual(window.saved_picture().read_bytes(), first.read_bytes())

    def test_drag_pans(self):
        window = self.at_rest()
        first = window.saved_picture()
        x_px, y_px = lonely_dot(Picture.of_png(first))
        window.drag((x_px, y_px), (x_px + 20, y_px + 5), (x_px + 90, y_px + 45))
        found = dot_beside(Picture.of_png(window.keep_picture("panned")), x_px + 90, y_px + 45)
        self.assertIsNotNone(found, "the point went with the pointer")
        self.assertAlmostEqual(found[0], x_px + 90, delta=1.2)
        self.assertAlmostEqual(found[1], y_px + 45, delta=1.2)
        window.keys("f")
        self.assertEqual(window.saved_picture().read_bytes(), first.read_bytes())


class Windows(WindowTest):
    def test_question_mark_shows_the_keys_and_escape_closes_them(self):
        window = self.at_rest()
        before = window.settled()
        window.keys("question")
        wait_until(lambda: window.screenshot() != before, "the keys are shown")
        window.settled()
        window.save_screenshot("keys")
        window.keys("Escape")
        wait_until(lambda: window.screenshot() == before, "the keys are gone")
        self.assertTrue(window.is_running())

    def test_full_screen_and_back(self):
        self.enterContext(self.display.managed())
        window = self.open("--day", DAY, "--size", "1400x800")
        first = window.settled()
        full = (Display.WIDTH_PX, Display.HEIGHT_PX)
        for leave in ("F11", "Escape"):
            window.keys("F11")
            wait_until(lambda: window.size() == full, "the window fills the screen")
            window.keys(leave)
            wait_until(lambda: window.screenshot() == first, "the window is as before")
        window.keys("F11")
        wait_until(lambda: window.size() == full, "the window fills the screen")
        window.settled()
        window.save_screenshot("full-screen")
        self.assertEqual(Png(window.saved_picture()).size[1], full[1])

    def test_full_screen_and_back_without_a_window_manager(self):
        window = self.open("--day", DAY, "--size", "1400x800")
        first = window.settled()
        full = (Display.WIDTH_PX, Display.HEIGHT_PX)
        for leave in ("F11", "Escape"):
            window.keys("F11")
            wait_until(lambda: window.size() == full, "the window fills the screen")
            self.assertEqual(Png(window.saved_picture()).size[1], full[1])
            window.keys(leave)
            wait_until(lambda: window.screenshot() == first, "the window is as before")
        window.keys("Right")
        self.assertEqual(window.day(), "2019-08-28")
        self.assertEqual(window.errors(), "")

    def test_resizing_draws_anew(self):
        window = self.open("--day", DAY, "--size", "1400x800")
        for size in ((1600, 900), (1000, 1000), (640, 400), (1400, 800)):
            window.resize(*size)
            wait_until(lambda: window.size() == size, "the window is resized")
            window.settled()
            window.save_screenshot("{}x{}".format(*size))
            wait_until(lambda: Png(window.saved_picture()).size[1] == size[1], "it draws at the new size")
        self.assertEqual(window.errors(), "")

    def test_resizing_while_playing(self):
        window = self.open("--size", "1400x800")
        for step in range(60 if IS_LONG else 20):
            window.resize(900 + 37 * step % 600, 500 + 53 * step % 400)
        day = window.day()
        wait_until(lambda: window.day() > day, "it plays on")
        self.assertEqual(window.errors(), "")

    def test_scales(self):
        for scale in ("1.5", "2"):
            with self.subTest(scale=scale):
                window = self.open("--day", DAY, *FULL, "--scale", scale)
                window.settled()
                window.save_screenshot(f"scale-{scale}")
                window.keys("question")
                self.assertEqual(window.day(), DAY)
                window.keys("ctrl+q")
                self.assert_quits(window)

    def test_panels_follow_the_desktop_and_very_large_windows(self):
        def width_of_find(*arguments):
            window = self.open("--day", DAY, *arguments)
            wait_until(window.controls, "the panels or their button are there")
            if "panels" in window.controls():  # twice as large they have no room beside the map
                window.tap("panels")
            wait_until(lambda: "find" in window.controls(), "there is the field of the search")
            left, _, right, _ = window.controls()["find"]
            window.save_screenshot("panels-of-" + arguments[1])
            window.keys("ctrl+q")
            self.assert_quits(window)
            return right - left

        large = Display(3840, 2160)
        self.addCleanup(large.stop)
        with mock.patch.object(self, "display", large):
            usual = width_of_find("--size", "1920x1080")
            self.assertEqual(width_of_find("--size", "2560x1440"), usual)
            self.assertAlmostEqual(width_of_find("--size", "3840x2160"), 1.5 * usual, delta=2)
            large.set_resources("Xft.dpi:\t192\n")
            self.assertAlmostEqual(width_of_find("--size", "1920x1200"), 2 * usual, delta=2)
            self.assertEqual(width_of_find("--size", "1920x1080", "--scale", "1"), usual)

    def test_speaks_spanish(self):
        window = self.open("--day", DAY, *FULL, "--lang", "es")
        window.settled()
        window.save_screenshot("spanish")
        before = window.screenshot()
        window.keys("F1")
        wait_until(lambda: window.screenshot() != before, "the panels have gone")
        self.assertEqual(window.saved_picture().read_bytes(), self.exported(SIZE, "--lang", "es").read_bytes())


class Developing(WindowTest):
    def test_shaders_are_read_again_and_a_failed_reload_keeps_the_old_ones(self):
        shaders = self.folder / "shaders"
        shutil.copytree(SOURCE / "shaders", shaders)
        window = self.at_rest("--shaders", shaders)
        before = window.saved_picture().read_bytes()
        mark, good = shaders / "mark.frag", (shaders / "mark.frag").read_text()
        # Points vanish.
        self.assertIn("out_colour = (", good)
        mark.write_text(good.replace("out_colour = (", "out_colour = 0.0 * ("))
        wait_until(lambda: window.saved_picture().read_bytes() != before, "the points have gone")
        without_points = window.saved_picture().read_bytes()
        mark.write_text("no shader")
        wait_until(lambda: "mark.frag" in window.errors(), "the broken shader is named")
        self.assertEqual(window.saved_picture().read_bytes(), without_points)
        mark.write_text(good)
        wait_until(lambda: window.saved_picture().read_bytes() == before, "the points are back")


class Leaving(WindowTest):
    def test_by_key(self):
        window = self.open(*FULL)
        window.keys("ctrl+q")
        self.assert_quits(window)

    def test_by_signals(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            for arguments in ((), ("--idle",)):
                with self.subTest(signal=number.name, arguments=arguments):
                    window = self.open(*FULL, *arguments)
                    window.process.send_signal(number)
                    self.assert_quits(window)

    def test_by_the_windows_close_button(self):
        window = self.open("--idle", *FULL)
        self.display.ask_to_close(window.id)
        self.assert_quits(window)


if __name__ == "__main__":
    unittest.main()
