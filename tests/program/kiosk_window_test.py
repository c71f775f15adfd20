"""A kiosk on its display: touched, left alone, pulled at by every key, and ended by those who may."""

import signal
import time
import unittest

from program_testing import copy_of_geodata, wait_until
from window_test import WindowTest

KEYS = ("Escape", "ctrl+q", "alt+F4", "F11", "F5", "F1", "ctrl+e", "ctrl+s", "ctrl+o", "q", "space", "Return", "Tab", "super", "ctrl+alt+Delete")


class Kiosk(WindowTest):
    def kiosk(self, *arguments):
        window = self.open(*arguments, command=("kiosk",))
        wait_until(lambda: window.kiosk() == "telling", "it tells itself")
        wait_until(lambda: "Touch to begin" in window.controls(), "and can be touched")
        return window

    def exhibit_with(self, keys):
        folder = self.folder / str(sum(1 for _ in self.folder.iterdir()))
        folder.mkdir()
        path = copy_of_geodata(folder)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("[[layers]]", f"[kiosk]\n{keys}\n\n[[layers]]", 1), encoding="utf-8")
        return path

    def begin(self, window, words="Touch to begin"):
        window.tap(words)
        wait_until(lambda: window.kiosk() == "visited", "a visit begins")

    def test_fills_the_screen_and_is_ended_by_a_signal_alone(self):
        window = self.kiosk()
        self.assertEqual(window.size(), (self.display.WIDTH_PX, self.display.HEIGHT_PX))
        window.keys(*KEYS)
        self.display.ask_to_close(window.id)
        self.begin(window)
        window.keys(*KEYS)
        self.display.ask_to_close(window.id)
        wait_until(lambda: "Find your town" in window.controls(), "the visit goes on")
        self.assertTrue(window.is_running())
        before_s = time.monotonic()
        window.process.send_signal(signal.SIGTERM)
        self.assert_quits(window)
        self.assertLess(time.monotonic() - before_s, 2.0)

    def test_a_visit_in_either_language_and_counted(self):
        window = self.kiosk()
        self.begin(window, "Toca para empezar")
        window.tap("English")
        wait_until(lambda: "Find your town" in window.controls(), "it speaks English now")
        window.tap("Start over")
        wait_until(lambda: window.kiosk() == "telling", "as at the start")
        self.begin(window)
        head, row = window.visits.read_text().split()
        self.assertEqual(head, "day,visits")
        self.assertRegex(row, r"^\d{4}-\d\d-\d\d,2$")

    def test_a_town_is_found_by_the_keyboard_on_the_screen(self):
        window = self.kiosk()
        self.begin(window)
        window.tap("Find your town")
        for letter in "orlando":
            wait_until(lambda letter=letter: letter in window.controls(), "the keyboard is there")
            window.tap(letter)
        window.tap("Orlando Police Department")
        wait_until(lambda: "Close" in window.controls() and "Find your town" in window.controls(), "its card is there")
        window.tap("Close")
        wait_until(lambda: "Close" not in window.controls(), "and has gone")

    def test_left_alone_it_counts_down_and_begins_again(self):
        window = self.kiosk(self.exhibit_with("idle_seconds = 10\ncountdown_seconds = 5"))
        self.begin(window)
        wait_until(lambda: "left" in (window.kiosk() or ""), "it counts down")
        window.click(400, 400)
        wait_until(lambda: window.kiosk() == "visited", "a touch stops that")
        wait_until(lambda: window.kiosk() == "telling", "left again, it is as at the start")

    def test_closed_hours_are_dark(self):
        now = time.localtime()
        later = f"{(now.tm_hour + 2) % 24:02}:00-{(now.tm_hour + 3) % 24:02}:00"
        window = self.open(self.exhibit_with(f'hours = "{later}"'), command=("kiosk",), is_dark=True)
        wait_until(lambda: window.kiosk() == "dark", "it is closed")
        wait_until(lambda: not any(window.screenshot().rgb), "the picture is black")
        window.click(960, 1150)
        window.keys("space")
        self.assertEqual(window.kiosk(), "dark")

    def test_what_keeps_it_from_beginning_is_said(self):
        for keys, said in (('hours = "ten to six"', "expected hours as \"10:00-18:00\""), ("idle_seconds = 1", "expected a number from 10 to 3600"),
                           ("screen_diagonal_mm = 43", "expected millimetres, from 100 to 10000"), ("pin = 1234", "unknown key 'pin'")):
            with self.subTest(keys):
                exhibit = self.exhibit_with(keys)
                done = self.run_program("kiosk", exhibit)
                self.assertEqual(done.returncode, 1)
                self.assert_one_line(done.stderr)
                self.assertIn(said, done.stderr)
                self.assertRegex(done.stderr, r"ring\.exhibit\.toml:\d+: ")

    def test_the_pin_is_asked_for_and_kept_hashed(self):
        pin = self.folder / "pin"
        done = self.run_program("kiosk", "--set-pin", "--pin-file", pin, input="24680\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("24680", pin.read_text())
        self.assertEqual(pin.stat().st_mode & 0o777, 0o600)
        before = pin.read_text()
        done = self.run_program("kiosk", "--set-pin", "--pin-file", pin, input="12\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("4 to 12 figures", done.stderr)
        self.assertEqual(pin.read_text(), before)


if __name__ == "__main__":
    unittest.main()
