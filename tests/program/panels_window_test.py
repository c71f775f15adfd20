"""The panels by hand and by keyboard: looks, the order and opacity of layers, and a ring that goes through every control."""

import subprocess
import sys
import unittest

from program_testing import BUILD, DAY, IS_LONG, SOURCE, Picture, exhibit_of_seats, quiet_environment, wait_until
from window_test import FULL, ORANGE, SIZE, WindowTest

LINK = bytes.fromhex("8fb4ff")


class PanelsTest(WindowTest):
    def open_resting(self):
        window = self.open("--day", DAY, *FULL)
        wait_until(window.controls, "the panels are there")
        return window

    def saved(self, window):
        return Picture.of_png(window.saved_picture())


class Looks(PanelsTest):
    def test_each_changes_the_picture_and_undo_brings_it_back(self):
        window = self.open_resting()
        plain = self.saved(window)
        for control in ("Light", "motion", "Deutan", "Español"):
            window.press_control(control)
            self.assertNotEqual(self.saved(window), plain, control)
            window.save_screenshot("looks-" + control.replace(" ", "-"))
            window.keys("ctrl+z")
            window.settled()
            self.assertEqual(self.saved(window), plain, control)

    def test_the_light_window_is_the_exported_frame(self):
        window = self.open_resting()
        window.press_control("Light")
        width_px, height_px = self.saved(window).width_px, SIZE[1]
        exported = self.exported((width_px, height_px), "--theme", "light", "--least-type", "0.72")
        self.assertEqual(self.saved(window), Picture.of_png(exported))

    def test_text_grows_in_panels_and_picture(self):
        window = self.open_resting()
        before = window.controls()["Text +"]
        window.press_control("Text +")
        wait_until(lambda: window.controls()["Text +"][3] - window.controls()["Text +"][1] > before[3] - before[1], "larger controls")
        window.save_screenshot("text-125")
        for _ in range(4):
            window.press_control("Text +")
        window.save_screenshot("text-300")
        left, _, right, _ = window.controls()["Text +"]
        self.assertTrue(0 <= left < right <= SIZE[0], "the panel lies within the window")
        self.assertEqual(window.errors(), "")


class Hold(PanelsTest):
    """A control that lays the panels out anew stays under the hand that pressed it."""

    def assert_holds(self, window, control, again, at):
        """That it is where the pointer is, or beside it where its foot would cover it there."""
        controls = window.controls()
        left, top, right, bottom = controls[control]
        foot_px = controls["Reset"][1]
        self.assertLess(bottom, foot_px, f"{control} is in sight {again}")
        if at[1] + (bottom - top) < foot_px - (bottom - top):
            # A margin that has grown may have come between them: the panel stands at the window's right.
            self.assertTrue(left <= at[0] and top <= at[1] <= bottom, f"{control} is at {left, top, right, bottom}, the pointer at {at} {again}")

    def test_larger_and_smaller_text_again_and_again(self):
        window = self.open_resting()
        plain = self.saved(window)
        window.middle_of("Text +")
        window.wheel(SIZE[0] - 40, SIZE[1] / 2, -5)  # to the end, where it stands high
        window.settled()
        at = window.middle_of("Text +")
        window.note_press("Text +")
        window.click(*at)
        for percent in (125, 156, 195):
            wait_until(lambda: f"{percent} %" in window.controls(), f"text at {percent} %")
            window.settled()
            self.assert_holds(window, "Text +", percent, at)
            window.click_again()
        wait_until(lambda: "244 %" in window.controls(), "text at 244 %")
        window.save_screenshot("held-text-244")
        at = window.middle_of("Text −")
        window.note_press("Text −")
        window.click(*at)
        for percent in (195, 156, 125):
            wait_until(lambda: f"{percent} %" in window.controls(), f"text at {percent} %")
            window.settled()
            window.save_screenshot(f"held-text-down-{percent}")
            _, top, _, bottom = window.controls()["Text −"]
            self.assertTrue(top <= at[1] <= bottom, f"as high as the pointer, at {percent}")
            window.click_again()
        wait_until(lambda: "100 %" in window.controls(), "text at 100 %")
        window.settled()
        self.assertEqual(self.saved(window), plain, "nothing else was pressed")

    def test_where_the_foot_comes_to_lie_nothing_else_is_pressed(self):
        window = self.open_resting()
        window.middle_of("Text +")
        # As low as it goes: the foot grows over that place.
        while window.controls()["Text +"][3] < window.controls()["Reset"][1] - 110:
            window.wheel(SIZE[0] - 40, SIZE[1] / 2, 1)
            window.settled()
        left, top, right, bottom = window.controls()["Text +"]
        window.note_press("Text +")
        at = (left + right) / 2, (top + bottom) / 2
        window.click(*at)
        for percent in (125, 156, 195, 244):
            wait_until(lambda: f"{percent} %" in window.controls(), f"text at {percent} %")
            window.settled()
            self.assert_holds(window, "Text +", percent, at)
            window.save_screenshot(f"held-over-the-foot-{percent}")
            window.click_again()
        wait_until(lambda: "300 %" in window.controls(), "text at 300 %")
        # A hand that moves means what lies there.
        at = window.middle_of("Keys  ?")
        before = window.settled()
        window.click(*at)
        wait_until(lambda: window.screenshot() != before, "the keys are listed")

    def test_back_to_the_usual_size_and_other_languages(self):
        window = self.open_resting()
        for _ in range(2):
            window.press_control("Text +")
        window.note_press("125 %")
        at = window.middle_of("156 %")
        window.click(*at)
        wait_until(lambda: "100 %" in window.controls(), "text at 100 %")
        window.settled()
        _, top, _, bottom = window.controls()["100 %"]
        self.assertTrue(top <= at[1] <= bottom, "as high as the pointer")
        at = window.middle_of("Español")
        window.note_press("Español")
        window.click(*at)
        wait_until(lambda: "Más lento" in window.controls(), "the panels speak Spanish")
        window.settled()
        left, top, right, bottom = window.controls()["Español"]
        self.assertTrue(left <= at[0] <= right and top <= at[1] <= bottom, "where the pointer is")
        window.point(at[0] - 60, at[1])
        window.press_control("English")
        wait_until(lambda: "Slower" in window.controls(), "the panels speak English")

    def test_by_keyboard_it_stays_in_sight(self):
        window = self.open_resting()
        window.press_by_keyboard("Text +", "space")
        for percent in (125, 156, 195, 244, 300):
            wait_until(lambda: f"{percent} %" in window.controls(), f"text at {percent} %")
            window.settled()
            _, top, _, bottom = window.controls()["Text +"]
            self.assertTrue(0 < top < bottom < SIZE[1] - 100, f"at {percent} % from {top} to {bottom}")
            window.keys("space")
        window.save_screenshot("held-by-keyboard")
        while "100 %" not in window.controls():
            before = window.settled()
            window.keys("ctrl+z")
            wait_until(lambda: window.screenshot() != before, "a step back")
            window.settled()
            _, top, _, bottom = window.controls()["Text +"]
            self.assertTrue(0 < top < bottom < SIZE[1] - 100, f"by undo from {top} to {bottom}")


class LargeType(PanelsTest):
    def test_in_a_small_window_every_control_is_reached(self):
        window = self.open("--day", DAY, "--size", "1024x768", "--text-scale", "3")
        window.settled()
        self.assertEqual(list(window.controls()), ["panels"], "the picture has the window for itself")
        window.save_screenshot("menu-button")
        left, top, right, bottom = window.controls()["panels"]
        self.assertTrue(right - left >= 44 and bottom - top >= 44, "a finger hits it")
        window.tap("panels")
        wait_until(lambda: "hide panels" in window.controls(), "the panels are there")
        for name, (left, _, right, _) in window.controls().items():
            self.assertTrue(0 <= left < right <= 1024, f"'{name}' lies within the window")
        window.press_control("Protan")
        window.save_screenshot("large-type-small-window")
        before = self.saved(window)
        window.press_control("Text −")
        self.assertNotEqual(self.saved(window), before, "smaller type")
        window.tap("hide panels")
        wait_until(lambda: list(window.controls()) == ["panels"], "the panels have gone")

    def test_a_card_that_is_too_high_scrolls_to_its_buttons(self):
        window = self.open("--day", DAY, "--size", "1024x768", "--text-scale", "3")
        window.settled()
        window.keys("slash")
        wait_until(lambda: "find" in window.controls(), "the panels are there")
        window.settled()
        window.type("Plano")
        window.keys("Return")
        wait_until(lambda: "Close" in window.controls(), "the card is there")
        window.keys("F1")
        window.settled()
        window.save_screenshot("large-type-card")
        self.assertGreater(window.controls()["Close"][3], 768, "the card is too high")
        window.wheel(300, 400, -40)
        wait_until(lambda: window.controls()["Close"][3] < 768, "it has scrolled")
        window.settled()
        left, top, right, bottom = window.controls()["Close"]
        window.click((left + right) / 2, (top + bottom) / 2)
        wait_until(lambda: "Close" not in window.controls(), "the card has gone")


class Pictures(PanelsTest):
    def test_the_script_makes_a_picture_for_the_docs(self):
        for out in ("first", "second"):
            made = self.run_script("wipe", "--out", self.folder / out)
            self.assertEqual(made.returncode, 0, made.stderr)
        picture = self.folder / "first" / "wipe.png"
        self.assertEqual(picture.read_bytes(), (self.folder / "second" / "wipe.png").read_bytes(), "the same each time")
        self.assertLess(picture.stat().st_size, 200_000)

    def run_script(self, *arguments):
        return subprocess.run([sys.executable, SOURCE / "docs" / "make_pictures.py", *arguments], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=120,
                              env=quiet_environment(SPREADMAP_BUILD_DIR=str(BUILD)))


class Order(PanelsTest):
    def test_layers_lie_as_asked_and_as_opaque(self):
        window = self.open_resting()
        plain = self.saved(window)
        window.press_control("Order and opacity")
        window.press_control("money/up")
        window.press_control("money/up")
        self.assertNotEqual(self.saved(window), plain, "money lies over the agencies")
        window.keys("ctrl+z", "ctrl+z")
        window.settled()
        self.assertEqual(self.saved(window), plain)
        window.drag_control("partnerships/opacity", -60)
        faded = self.saved(window)
        self.assertNotEqual(faded, plain, "the agencies are paler")
        window.save_screenshot("order-and-opacity")


class Areas(PanelsTest):
    def test_states_are_filled_once_they_are_read(self):
        window = self.open_resting()
        size = self.saved(window).width_px, SIZE[1]
        window.press_control("states")
        expected = self.exported(size, "--layers", "money,partnerships,signatories,states", "--least-type", "0.72")
        wait_until(lambda: self.saved(window) == Picture.of_png(expected), "the states are filled as in an export")
        window.point(500, 400)
        window.settled()
        window.save_screenshot("areas")

    def test_a_surface_is_that_of_an_export_and_goes_again(self):
        window = self.open_resting()
        plain = self.saved(window)
        size = plain.width_px, SIZE[1]
        window.press_control("density")
        expected = self.exported(size, "--layers", "money,partnerships,signatories,density", "--least-type", "0.72")
        wait_until(lambda: self.saved(window) == Picture.of_png(expected), "the surface is that of an export")
        window.save_screenshot("density")
        window.press_control("density")
        window.settled()
        self.assertEqual(self.saved(window), plain)


class Neighbours(PanelsTest):
    """Records of one place: the card lists all of them, however many, and each leads to its own card."""

    COUNT = 40

    def exhibit(self):
        rows = "".join(f"Seat {i:02},2019-01-01,-104.99,39.74\n" for i in range(1, self.COUNT + 1))
        return exhibit_of_seats(self.folder, rows + "Alone,2019-01-01,-100,45\n")

    def open_card_of_the_first(self):
        window = self.open(self.exhibit(), "--day", DAY, *FULL)
        window.settled()
        window.keys("slash")
        window.settled()
        window.type("seat 01")
        window.settled()
        window.keys("Return")
        wait_until(lambda: "Seat 02" in window.controls(), "the card lists the others")
        return window

    def test_all_are_listed_and_reached_by_keyboard(self):
        window = self.open_card_of_the_first()
        window.save_screenshot("neighbours")
        self.assertNotIn("Seat 01", window.controls(), "it is no neighbour of itself")
        last = f"Seat {self.COUNT}"
        self.assertNotIn(last, window.controls(), "what is out of sight is not laid out")
        names = list(window.controls())
        window.keys(*["Tab"] * (names.index("Seat 02") + 1))
        for _ in range(2 * self.COUNT):
            if last in window.controls():
                break
            window.keys("Down")
            window.settled()
        self.assertIn(last, window.controls(), "the list goes with the keyboard to its end")
        window.keys("Return")
        wait_until(lambda: "Seat 01" in window.controls(), "the card of another, whose list begins with the first")
        window.save_screenshot("neighbours-pressed")
        window.tap("Seat 02")
        wait_until(lambda: "Seat 02" not in window.controls() and "Seat 03" in window.controls(), "the card of the second")

    def test_the_ring_is_whole_in_the_first_row_and_the_last(self):
        window = self.open_card_of_the_first()
        window.settled()
        names = list(window.controls())
        window.keys(*["Tab"] * (names.index("Seat 02") + 1))
        ringed = window.settled()
        window.save_screenshot("ring-in-a-list")
        left, top, right, bottom = window.controls()["Seat 02"]
        middle_x, middle_y = (left + right) // 2, (top + bottom) // 2
        for side, line in (("above", [(middle_x, y) for y in range(top - 6, top + 2)]), ("below", [(middle_x, y) for y in range(bottom - 2, bottom + 6)]),
                           ("left", [(x, middle_y) for x in range(left - 6, left + 2)])):
            self.assertIn(LINK, [ringed.pixel(x, y) for x, y in line], side)


class OtherEyes(PanelsTest):
    def test_panels_show_the_colours_that_the_picture_shows(self):
        for eyes, has in (((), True), (("--seen-by", "deutan"), False)):
            window = self.open("--day", DAY, *FULL, *eyes)
            wait_until(window.controls, "the panels are there")
            left = window.controls()["partnerships"][0]
            panel = [(x, y) for x, y in window.settled().places_of(ORANGE) if x >= left - 8]
            window.save_screenshot(f"seen-{has}")
            self.assertEqual(bool(panel), has, "orange in the panels")
            window.kill()


class Narrow(PanelsTest):
    """Windows that nobody can use are lived through: a manager of windows, or a change of the display, may make them."""

    def test_hardly_wider_than_their_margins(self):
        for key in ("m", "question"):
            with self.subTest(key):
                window = self.open("--day", DAY, *FULL)
                window.settled()
                window.keys("F1", key)
                window.settled()
                for size in ((64, 64), (60, 768), (40, 768), (900, 40)):
                    window.resize(*size)
                    wait_until(lambda: window.size() == size, "the window is resized")
                    window.keys("Right")
                window.resize(*SIZE)
                wait_until(lambda: window.size() == SIZE, "the window is large again")
                window.settled()
                self.assertEqual(window.errors(), "")
                window.kill()

    def test_panels_follow_a_pointer_that_is_put_somewhere(self):
        window = self.open("--day", DAY, *FULL)
        wait_until(window.controls, "the panels are there")
        left, top, right, bottom = window.controls()["Slower"]
        window.point((left + right) // 2, (top + bottom) // 2)
        over = window.settled()
        window.point(5, 5)
        away = window.settled()
        self.assertNotEqual(over, away, "what the pointer is on is lit")
        window.point((left + right) // 2, (top + bottom) // 2)
        self.assertEqual(window.settled(), over)
        window.point(5, 5)
        self.assertEqual(window.settled(), away)


class Portrait(PanelsTest):
    def test_the_map_has_the_window_until_panels_are_asked_for(self):
        window = self.open("--day", DAY, "--size", "1080x1180")
        wait_until(window.controls, "the button is there")
        window.settled()
        self.assertEqual(list(window.controls()), ["panels"])
        self.assertEqual(self.saved(window).width_px, 1080)
        window.tap("panels")
        wait_until(lambda: "hide panels" in window.controls(), "the panels are there")
        window.settled()
        window.save_screenshot("portrait-panels")
        self.assertEqual(self.saved(window).width_px, 1080, "they lie over the map")
        window.keys("F1")
        wait_until(lambda: list(window.controls()) == ["panels"], "the panels have gone")

    def test_a_wide_one_has_them_beside_the_map(self):
        window = self.open("--day", DAY, "--size", "1080x1180", "--scale", "0.8")
        wait_until(lambda: "hide panels" in window.controls(), "the panels are there")
        self.assertEqual(self.saved(window).width_px, 1080 - round(0.8 * 360))


class Keyboard(PanelsTest):
    def test_a_ring_shows_where_it_is_and_escape_leaves(self):
        window = self.open_resting()
        before = window.settled()
        window.keys("Tab")
        wait_until(lambda: window.screenshot() != before, "the ring is there")
        window.save_screenshot("ring")
        window.keys("Escape")
        wait_until(lambda: window.screenshot() == before, "the ring has gone")
        self.assertTrue(window.is_running())

    def test_space_presses_and_arrows_turn(self):
        window = self.open_resting()
        plain = self.saved(window)
        window.press_by_keyboard("Order and opacity", "space")
        wait_until(lambda: "partnerships/opacity" in window.controls(), "the rows unfold")
        names = list(window.controls())
        steps = names.index("partnerships/opacity") - names.index("Order and opacity")
        window.keys(*["Down"] * steps)
        window.settled()
        window.keys("Left", "Left", "Left")
        window.settled()
        self.assertNotEqual(self.saved(window), plain, "85 % opaque")
        self.assertEqual(window.day(), DAY, "the arrows were the slider's")

    def test_every_control_is_reached_and_the_round_ends_where_it_began(self):
        window = self.open_resting()
        before = window.settled()
        window.keys("Tab")
        first = window.settled()
        self.assertTrue(first != before)
        with open(window._controls, encoding="utf-8") as report:
            count = len(report.readlines())
        seen = []
        for _ in range(count - 1 if IS_LONG else 12):
            window.keys("Tab")
            seen.append(window.settled())
            self.assertTrue(seen[-1] != (seen[-2] if len(seen) > 1 else first), "the ring moves")
        if IS_LONG:
            window.keys("Tab")
            last = window.settled()
            # What lies below may have been scrolled.
            left, top, right, bottom = window.controls()["find"]
            for y in range(top - 4, bottom + 4):
                row = slice(3 * (y * first.width_px + left - 4), 3 * (y * first.width_px + right + 4))
                self.assertEqual(last.rgb[row], first.rgb[row], "it has come round")


if __name__ == "__main__":
    unittest.main()
