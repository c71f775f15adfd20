"""Every control of the panels pressed by hand and every chord of the keys, each with what it must do.

The window is small and its type smaller, so that all panels are in sight at once and a picture takes little time.
"""

import contextlib
import re
import unittest

from program_testing import DAY, LIMIT_S, wait_until
from window_test import FIRST_DAY, WindowTest, days_with_events

SMALL = ("--size", "640x1180", "--scale", "0.5", "--day", DAY)
BARE = ("--size", "640x400", "--no-panels", "--day", DAY)


class ControlsTest(WindowTest):
    def open_small(self, *arguments):
        window = self.open(*SMALL, *arguments)
        wait_until(window.controls, "the panels are there")
        window.settled()
        return window

    def bytes_of(self, window):
        return window.saved_picture().read_bytes()

    def assert_changes(self, window, act, what):
        """That the picture changes; returns the new one."""
        before = self.bytes_of(window)
        act()
        after = []
        wait_until(lambda: after.append(self.bytes_of(window)) or after[-1] != before, f"{what} changes the picture")
        return after[-1]

    def assert_comes_to(self, window, expected, what):
        wait_until(lambda: self.bytes_of(window) == expected, what)

    def assert_switches(self, window, control):
        """That a control changes the picture, and once more brings it back."""
        before = self.bytes_of(window)
        self.assert_changes(window, lambda: window.tap(control), control)
        window.tap(control)
        self.assert_comes_to(window, before, f"{control} switches back")

    def assert_leads_to_day(self, window, act, day, what):
        act()
        wait_until(lambda: window.day() == day, f"{what} leads to {day}")

    def assert_lights_up_and_goes_out(self, window, act, what):
        """That what acts is told by the panels, and once more brings them back."""
        window.click(2, 2)  # nothing lies there
        before = window.settled()
        for is_on in (True, False):
            act()
            window.settled()
            window.click(2, 2)  # without a window manager the pointer is where it was last pressed
            wait_until(lambda: (window.screenshot() != before) == is_on, f"{what} is told, and no more once it is over")


class Playback(ControlsTest):
    def summary(self, window):
        return next(name for name in window.controls() if "days a second" in name)

    def assert_says(self, window, act, words):
        act()
        wait_until(lambda: words in self.summary(window), f"the panel says {words}")

    def assert_pointer_is_no_state(self, window):
        """That a button under the pointer, and one that was pressed, have the ground of what is off; only one that is on has another."""
        left, top, right, bottom = window.controls()["Loop"]
        ground = (left + 6, (top + bottom) // 2)
        window.point(2, 2)
        off = window.settled().pixel(*ground)
        window.point((left + right) / 2, (top + bottom) / 2)
        self.assertEqual(window.settled().pixel(*ground), off, "under the pointer")
        window.tap("Loop")
        self.assertNotEqual(window.settled().pixel(*ground), off, "on")
        window.tap("Loop")
        self.assertEqual(window.settled().pixel(*ground), off, "off, with the pointer on it")

    def test_steps_speed_and_length(self):
        window = self.open_small()
        events = days_with_events()
        for control, day in (("A day on (→)", "2019-08-28"), ("A day back (←)", DAY),
                             ("Next event (N)", next(day for day in events if day > DAY)), ("Previous event (P)", DAY)):
            self.assert_leads_to_day(window, lambda: window.tap(control), day, control)
        self.assert_says(window, lambda: window.tap("Faster"), "30 s for all")
        self.assert_says(window, lambda: window.tap("Slower"), "60 s for all")
        self.assert_lights_up_and_goes_out(window, lambda: window.tap("Loop"), "Loop")
        self.assert_pointer_is_no_state(window)
        window.tap(self.summary(window))
        wait_until(lambda: "Director" in window.controls(), "there is more")
        for seconds in (15, 30, 120, 60):
            self.assert_says(window, lambda: window.tap(f"{seconds} s"), f"{seconds} s for all")
        window.tap("seconds")
        window.settled()
        window.type("45")
        self.assert_says(window, lambda: window.keys("Return"), "45 s for all")
        window.tap("date")
        window.settled()
        before = window.settled()
        window.keys("Return")
        window.settled()
        window.tap("date")
        self.assertTrue(window.settled() == before, "of nothing nothing is said")
        window.type("2019")
        self.assert_leads_to_day(window, lambda: window.keys("Return"), "2019-01-01", "a typed year")

    def test_seconds_that_cannot_be_are_told_of_and_mended(self):
        window = self.open_small()
        window.tap(self.summary(window))
        wait_until(lambda: "seconds" in window.controls(), "there is more")
        below = window.controls()["Backwards"][1]
        for typed in ("abc", "0", "99999999", "0.5"):
            window.tap("seconds")
            window.settled()
            window.type(typed)
            window.keys("Return")
            wait_until(lambda: window.controls()["Backwards"][1] > below, f"it is told what is wrong with {typed}")
            self.assertIn("60 s for all", self.summary(window))
            window.save_screenshot("wrong-seconds")
            # What was typed is there to be mended.
            window.settled()
            window.keys(*["BackSpace"] * len(typed))
            wait_until(lambda: window.controls()["Backwards"][1] == below, "that is over with the first letter that is mended")
            window.keys("Escape")
            window.settled()
        window.tap("seconds")
        window.settled()
        window.type("2.5")
        self.assert_says(window, lambda: window.keys("Return"), "2.5 s for all")

    def test_the_director_has_no_speed(self):
        window = self.open_small()
        window.tap(self.summary(window))
        wait_until(lambda: "Director" in window.controls(), "there is more")
        window.tap("Director")
        wait_until(lambda: "60 s for all, paced by the director" in window.controls(), "how long all takes")
        self.assertFalse([name for name in window.controls() if "days a second" in name], "no day is as long as another")

    def test_plays_both_ways_and_stops(self):
        window = self.open_small()
        window.tap(self.summary(window))
        wait_until(lambda: "Backwards" in window.controls(), "there is more")
        window.tap("Backwards")
        window.settled()
        window.tap("Play, pause (Space)")
        wait_until(lambda: window.day() < DAY, "it plays backwards")
        window.tap("Play, pause (Space)")
        window.settled()
        rests = window.day()
        self.assertEqual(window.day(), rests)

    def test_director_stretch_wipe_and_strip(self):
        window = self.open_small()
        window.tap(self.summary(window))
        wait_until(lambda: "Director" in window.controls(), "there is more")
        self.assert_switches(window, "Director")
        # A stretch from one day to another: each end changes the picture, and none is as before.
        window.keys("ctrl+Right")
        bare = self.bytes_of(window)
        window.keys("ctrl+Left")
        window.tap("From here")
        window.keys("ctrl+Right")
        wait_until(lambda: self.bytes_of(window) != bare, "the stretch begins a month ago")
        self.assert_changes(window, lambda: window.tap("To here"), "To here")
        window.tap("all of the time")
        self.assert_comes_to(window, bare, "no stretch is left")
        self.assert_switches(window, "Two days")
        window.tap("Two days")
        window.keys("ctrl+Left")
        self.assert_changes(window, lambda: window.tap("Left: this day"), "another left day")
        window.tap("Two days")
        whole = self.bytes_of(window)
        larger = self.assert_changes(window, lambda: window.tap("Enlarge"), "Enlarge")
        self.assert_changes(window, lambda: window.tap("Enlarge"), "Enlarge")
        window.tap("Shrink")
        self.assert_comes_to(window, larger, "Shrink undoes Enlarge")
        window.tap("All of it")
        self.assert_comes_to(window, whole, "the whole strip")


class Layers(ControlsTest):
    def test_each_is_switched_laid_and_faded(self):
        window = self.open_small()
        for control in ("signatories", "partnerships", "money", "money/low", "density", "counties", "states"):
            self.assert_switches(window, control)
        bare = self.bytes_of(window)
        window.tap("Order and opacity")
        wait_until(lambda: "money/up" in window.controls(), "order and opacity unfold")
        self.assert_changes(window, lambda: window.tap("money/up"), "money over partnerships")
        window.tap("money/down")
        self.assert_comes_to(window, bare, "money under partnerships again")
        self.assert_changes(window, lambda: window.tap("partnerships/opacity"), "half as opaque")
        window.keys("ctrl+z")
        self.assert_comes_to(window, bare, "opaque again")

    def test_windows_are_listed_as_the_layers_lie(self):
        window = self.open_small()
        window.tap("Order and opacity")
        window.tap("Records stay for good")
        wait_until(lambda: "money/30" in window.controls(), "the windows unfold")

        def listed(ending):
            return [name.partition("/")[0] for name in window.controls() if name.endswith(ending)]

        self.assertEqual(listed("/30"), ["signatories", "partnerships", "money"])
        window.tap("money/up")
        wait_until(lambda: listed("/30") == ["signatories", "money", "partnerships"], "the windows are laid anew")
        self.assertEqual(listed("/opacity"), listed("/30"))
        bare = self.bytes_of(window)
        self.assert_changes(window, lambda: window.tap("partnerships/14"), "a window of 14 days")
        window.tap("partnerships/0")
        self.assert_comes_to(window, bare, "for good again")


class Filters(ControlsTest):
    def test_groups_words_and_reset(self):
        window = self.open_small()
        bare = self.bytes_of(window)
        for beginning in ("kind/", "region/", "precision/"):
            self.assert_switches(window, window.control_like(beginning))
        more = next(name for name in window.controls() if name.endswith(" more"))
        few = len(window.controls())
        window.tap(more)
        wait_until(lambda: "Fewer" in window.controls() and len(window.controls()) > few, "all states are listed")
        window.tap("Fewer")
        wait_until(lambda: len(window.controls()) == few, "the first states are listed")
        window.tap("text")
        window.settled()
        window.type("sheriff")
        wait_until(lambda: self.bytes_of(window) != bare, "only sheriffs are left")
        window.keys("Escape")
        window.tap("Reset")
        self.assert_comes_to(window, bare, "all are left")

    def test_rows_stay_in_their_places(self):
        window = self.open_small()

        def rows():
            return [(name, box) for name, box in window.controls().items() if name.startswith(("kind/", "region/", "precision/"))]

        before, bare = rows(), self.bytes_of(window)
        for control in (window.control_like("region/", 3), window.control_like("kind/", 1)):
            self.assert_changes(window, lambda: window.tap(control), control)
            window.settled()
            self.assertEqual(rows(), before, f"after {control}")
            window.tap(control)
            self.assert_comes_to(window, bare, "a second press in the same place takes the choice back")

    def test_histograms_are_brushed_by_keyboard(self):
        window = self.open_small()
        bare = self.bytes_of(window)
        for histogram in ("days", "amounts"):
            first = self.assert_changes(window, lambda: window.press_by_keyboard(histogram, "Right"), "the first quarter")
            moved = self.assert_changes(window, lambda: window.keys("Right"), "a bin on")
            self.assertNotEqual(moved, bare)
            window.keys("Left")
            self.assert_comes_to(window, first, "a bin back")
            window.keys("space")
            self.assert_comes_to(window, bare, "all are left")
            window.keys("Escape")

    def test_amounts_by_hand(self):
        window = self.open_small()
        bare = self.bytes_of(window)
        self.assert_changes(window, lambda: window.drag_control("amounts", 40), "some amounts")
        window.tap("amounts")
        self.assert_comes_to(window, bare, "all amounts")


class Map(ControlsTest):
    def test_each_projection_and_what_lies_over_it(self):
        window = self.open_small("--reduced-motion")
        shown = [self.bytes_of(window)]
        for crs in ("Albers", "Mercator", "Equal Earth", "Globe"):
            shown.append(self.assert_changes(window, lambda: window.tap(crs), crs))
        self.assertEqual(len(set(shown)), len(shown), "each is another map")
        self.assert_changes(window, lambda: window.tap("Automatic"), "Automatic")
        window.tap("United States")
        self.assert_comes_to(window, shown[0], "the first again")
        for control in ("graticule", "scale bar"):
            self.assert_switches(window, control)


class Looks(ControlsTest):
    def test_theme_colours_and_language(self):
        window = self.open_small()
        bare = self.bytes_of(window)
        for control, back in (("Light", "Dark"), ("Protan", "all colours"), ("Deutan", "all colours"), ("Tritan", "all colours")):
            self.assert_changes(window, lambda: window.tap(control), control)
            window.tap(back)
            self.assert_comes_to(window, bare, f"{back} again")
        self.assert_switches(window, "motion")
        self.assert_changes(window, lambda: window.tap("Español"), "Spanish")
        wait_until(lambda: "Más lento" in window.controls(), "the panels speak Spanish")
        window.tap("English")
        self.assert_comes_to(window, bare, "English again")

    def test_size_of_text(self):
        window = self.open_small()
        for control, percent in (("Text +", "125 %"), ("Text −", "100 %"), ("Text +", "125 %"), ("125 %", "100 %")):
            window.tap(control)
            wait_until(lambda: percent in window.controls(), f"text at {percent}")


class Foot(ControlsTest):
    def test_keys_picture_and_fit(self):
        window = self.open_small()
        self.assert_lights_up_and_goes_out(window, lambda: window.tap("Keys  ?"), "Keys")
        bare = self.bytes_of(window)
        pictures = self.folder / "pictures"
        count = len(list(pictures.glob("*.png")))
        window.tap("Picture")
        wait_until(lambda: len(list(pictures.glob("*.png"))) == count + 1, "a picture is written")
        self.assert_changes(window, lambda: window.wheel(200, 500, 3), "the wheel")
        window.tap("Fit")
        self.assert_comes_to(window, bare, "the whole map")


class Finding(ControlsTest):
    """What is found, and the card that it leads to, by hand and by keyboard alone."""

    FOUND = ("2018-03-22", "2018-08-30")  # the first days of the first two that are called Gree…

    def look_for(self, window, words, by_hand=False):
        if by_hand:
            window.tap("find")
        else:
            window.keys("slash")
        window.settled()
        window.type(words)
        wait_until(lambda: "found/1" in window.controls(), "some are found")

    def test_the_list_by_hand_and_by_keys(self):
        window = self.open_small("--day", "2018-02-01", "--reduced-motion")

        def by_arrow():
            window.keys("Down", "Return")

        def by_ring():
            window.settled()
            window.keys("Tab", "Tab", "Return")  # from the field to the second in the list

        for choose in (lambda: window.tap("found/1"), by_arrow, by_ring):
            self.look_for(window, "gree")
            choose()
            wait_until(lambda: window.day() == self.FOUND[1], "the second of those found")
            wait_until(lambda: "Close" in window.controls(), "its card")
            window.keys("Escape")
            wait_until(lambda: "Close" not in window.controls(), "no card is left")
            window.keys("Home")
        self.look_for(window, "gree", by_hand=True)
        window.settled()
        window.keys("Tab", "shift+Tab")
        window.settled()
        window.keys("Escape", "Escape")
        wait_until(lambda: "Slower" in window.controls(), "the other panels are back")

    def test_a_card_is_copied_and_closed_by_hand_and_by_keyboard(self):
        window = self.open_small("--reduced-motion")

        def pin():
            self.look_for(window, "gree")
            window.keys("Return")
            wait_until(lambda: "Copy" in window.controls(), "a card")
            window.settled()

        def pasted():
            """What was copied, as the name of a view."""
            before, shown = set(window.controls()), window.settled()
            window.tap("view name")
            wait_until(lambda: window.screenshot() != shown, "the field has the keyboard")
            window.settled()
            # As long as a hand holds it: ImGui asks for the chord when a picture is made.
            window.hold("ctrl+v")
            window.keys("Return")
            wait_until(lambda: "forget view" in window.controls(), "a view of that name")
            name, = [name for name in set(window.controls()) - before if name != "forget view"]
            window.tap("forget view")
            wait_until(lambda: "forget view" not in window.controls(), "the view is forgotten")
            return name

        pin()
        window.tap("Copy")
        text = pasted()
        self.assertIn("Greenfield Police Department", text)
        self.assertIn("Atlas of Surveillance", text)
        self.assertIn("https://", text)
        window.tap("Close")
        wait_until(lambda: "Close" not in window.controls(), "the card is closed")
        # A card comes before the panels.
        window.keys("m")
        wait_until(lambda: "Close" in window.controls(), "the card of a milestone")
        window.keys("Tab", "space")
        self.assertNotEqual(pasted(), text)
        pin()
        window.keys("Tab", "Tab", "space")
        wait_until(lambda: "Close" not in window.controls(), "the card is closed by keyboard")
        self.assertTrue(window.is_running())


class Views(ControlsTest):
    def test_saved_come_back_to_and_forgotten_by_keyboard(self):
        window = self.open_small("--reduced-motion")
        bare = self.bytes_of(window)
        for name in ("First", "Second", "Third"):
            window.press_by_keyboard("view name", "space")
            window.settled()
            window.type(name)
            window.keys("Return")
            wait_until(lambda: name in window.controls(), f"{name} is saved")
            window.keys("ctrl+Right")
        self.assert_leads_to_day(window, lambda: window.press_by_keyboard("Second", "space"), "2019-09-27", "the second view")
        window.keys("Down", "space")  # forget it
        wait_until(lambda: "Second" not in window.controls(), "the second is forgotten")
        window.keys("space")  # the ring is where it was: on what forgets the third
        wait_until(lambda: "Third" not in window.controls(), "the third is forgotten")
        self.assertIn("First", window.controls())
        window.keys("Escape")
        window.tap("view name")
        window.settled()
        window.type("   ")
        window.tap("Save")
        wait_until(lambda: window.control_like("27 September"), "a view without a name is called by its day")
        window.tap("First")
        self.assert_comes_to(window, bare, "the first view as it was")
        window.tap("forget view")
        wait_until(lambda: "First" not in window.controls(), "the first is forgotten")

    def test_saving_and_forgetting_are_undone_in_their_order(self):
        window = self.open_small("--reduced-motion")
        views = window.views
        for name in ("First", "Second"):
            window.tap("view name")
            window.settled()
            window.type(name)
            window.keys("Return")
            wait_until(lambda: name in window.controls(), f"{name} is saved")
            window.keys("ctrl+Right")
        both = views.read_text(encoding="utf-8")
        window.tap("forget view")
        wait_until(lambda: "First" not in window.controls(), "the first is forgotten")
        self.assertNotEqual(views.read_text(encoding="utf-8"), both)
        window.keys("ctrl+z")
        wait_until(lambda: views.read_text(encoding="utf-8") == both, "it is back in the file")
        wait_until(lambda: "First" in window.controls(), "and in the panel")
        self.assert_leads_to_day(window, lambda: window.keys("ctrl+z"), "2019-09-27", "a step in time, the second saved")
        self.assertIn("Second", window.controls())
        window.keys("ctrl+z")
        wait_until(lambda: "Second" not in window.controls(), "the second not yet saved")
        window.keys("ctrl+shift+z")
        wait_until(lambda: views.read_text(encoding="utf-8") == both, "and saved again")


class Chords(ControlsTest):
    """Chords beside those that other tests press: capitals, the keypad, both signs of a key."""

    def open_bare(self):
        window = self.open(*BARE)
        window.settled()
        return window

    def test_those_that_change_the_picture(self):
        window = self.open_bare()
        bare = self.bytes_of(window)
        for chord, back in (("shift+n", "shift+p"), ("shift+w", "shift+w"), ("shift+d", "shift+d"), ("shift+i", "shift+x"),
                            ("shift+o", "shift+x"), ("ctrl+equal", "ctrl+minus"), ("ctrl+shift+equal", "ctrl+KP_0"),
                            ("ctrl+KP_Add", "ctrl+KP_Subtract")):
            self.assert_changes(window, lambda: window.keys(chord), chord)
            window.keys(back)
            self.assert_comes_to(window, bare, f"{back} undoes {chord}")
        # The strip moves only where it does not show all.
        enlarged = self.assert_changes(window, lambda: window.keys("ctrl+equal", "ctrl+equal"), "a part of the strip")
        self.assert_changes(window, lambda: window.keys("shift+alt+Left"), "an earlier part")
        window.keys("shift+alt+Right")
        self.assert_comes_to(window, enlarged, "what was moved is moved back")
        window.keys("ctrl+0")
        self.assert_comes_to(window, bare, "all of the strip")
        self.assert_changes(window, lambda: window.wheel(300, 150, 3), "the wheel")
        window.keys("shift+f")
        self.assert_comes_to(window, bare, "the whole map")
        window.keys("w", "ctrl+Left", "shift+v")
        wiped = self.bytes_of(window)
        window.keys("ctrl+z")
        wait_until(lambda: self.bytes_of(window) != wiped, "the left day is undone")
        window.keys("ctrl+y")
        self.assert_comes_to(window, wiped, "and done again")
        window.keys("w", "ctrl+Right")
        self.assert_comes_to(window, bare, "one day again")
        self.assert_changes(window, lambda: window.keys("shift+c"), "another projection")
        window.keys("shift+r", "space")
        wait_until(lambda: window.day() < DAY, "it plays backwards")

    def test_the_map_is_moved_and_enlarged_and_undone(self):
        window = self.open_bare()
        bare = self.bytes_of(window)
        day = window.day()
        for larger, smaller in (("alt+equal", "alt+minus"), ("shift+alt+equal", "alt+minus"), ("alt+KP_Add", "alt+KP_Subtract")):
            self.assert_changes(window, lambda: window.keys(larger), larger)
            window.keys(smaller)
            self.assert_comes_to(window, bare, f"{smaller} undoes {larger}")
        window.keys("alt+equal", "alt+equal")
        near = window.settled() and self.bytes_of(window)
        for there, back in (("alt+Left", "alt+Right"), ("alt+Up", "alt+Down")):
            self.assert_changes(window, lambda: window.keys(there), there)
            window.keys(back)
            self.assert_comes_to(window, near, f"{back} undoes {there}")
        self.assert_changes(window, lambda: window.keys("alt+Down"), "alt+Down")
        window.keys("ctrl+z")
        self.assert_comes_to(window, near, "undone as one step")
        self.assertEqual(window.day(), day, "neither time nor speed was meant")

    def test_those_that_the_panels_tell_of(self):
        window = self.open_small()

        def summary():
            return next((name for name in window.controls() if "days a second" in name), "")

        window.keys("equal")
        wait_until(lambda: "30 s for all" in summary(), "twice as fast")
        # No keyboard has the minus sign: xdotool lends it a key, and takes that back before a busy program may have looked.
        for is_last in (False, False, True):
            window.keys("U2212")
            with contextlib.suppress(*([] if is_last else [AssertionError])):
                wait_until(lambda: "60 s for all" in summary(), "as fast as before", LIMIT_S / 3)
                break
        self.assert_lights_up_and_goes_out(window, lambda: window.keys("shift+l"), "the loop")
        window.keys("shift+m")
        wait_until(lambda: "Close" in window.controls(), "the card of a milestone")
        window.keys("Escape")
        wait_until(lambda: "Close" not in window.controls(), "no card")
        window.keys("shift+g")
        wait_until(lambda: "date" in window.controls(), "the field of a date")
        window.settled()
        window.type("2018")
        window.keys("Return")
        wait_until(lambda: window.day() == FIRST_DAY, "the first day of 2018")

    def test_from_the_last_control_back_to_the_first(self):
        window = self.open_small()
        last = list(window.controls())[-1]
        self.assertEqual(last, "Fit")
        bare = self.bytes_of(window)
        self.assert_changes(window, lambda: window.wheel(200, 500, 3), "the wheel")
        window.keys("shift+Tab", "shift+Tab", "space")  # into the panels at their first, and from there back
        self.assert_comes_to(window, bare, "the last control fits the map")

    def test_a_list_of_keys_that_is_too_long_is_moved_by_arrows(self):
        window = self.open("--size", "640x400", "--no-panels", "--day", DAY)
        window.keys("question")
        top = window.settled()
        window.keys(*["Down"] * 3)
        wait_until(lambda: window.screenshot() != top, "it has moved")
        window.keys(*["Up"] * 3)
        wait_until(lambda: window.screenshot() == top, "and back")
        self.assertEqual(window.day(), DAY)


if __name__ == "__main__":
    unittest.main()
