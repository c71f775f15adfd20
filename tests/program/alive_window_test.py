"""What a machine does to a program that runs for months: its clock is put right, its input goes mad, it is told to end, and nobody is asked over a network."""

import ctypes
import pathlib
import random
import re
import signal
import threading
import time
import unittest

from program_testing import IS_LONG, IS_SANITIZED, Window, copy_of_geodata, wait_until
from window_test import WindowTest

FAKETIME = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


class WallClock:
    """What a program's clock on the wall shows, put forward and back while it runs; clocks that never jump are left alone."""

    def __init__(self, folder, at="+0"):
        self._file = folder / "clock"
        self.put(at)
        self.environment = {"LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(self._file), "FAKETIME_NO_CACHE": "1",
                            "DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def put(self, at):
        """As libfaketime takes it: "+1d", or "@2026-03-08 01:59:50"."""
        aside = self._file.with_suffix(".new")
        aside.write_text(at + "\n")
        aside.replace(self._file)


class Hands:
    """Keys and a pointer that somebody plays havoc with, through XTest."""

    KEYS = ("Escape", "Return", "space", "Tab", "q", "F4", "F11", "Control_L", "Alt_L", "Super_L", "Left", "Right", "Home", "End", "x", "1")

    def __init__(self, display):
        self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.name.encode()))
        self._codes = [self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x11.XStringToKeysym(name.encode()))) for name in self.KEYS]
        self._size = display.WIDTH_PX, display.HEIGHT_PX

    def rage(self, seconds, per_s, any_of):
        """So many events a second; returns how many there were. All keys and buttons are up in the end."""
        began, count = time.monotonic(), 0
        while (now := time.monotonic()) < began + seconds:
            while count < (now - began) * per_s:
                count += 1
                kind, is_down = any_of.randrange(4), any_of.randrange(2)
                if kind == 0:
                    self._test.XTestFakeKeyEvent(self._display, any_of.choice(self._codes), is_down, ctypes.c_ulong(0))
                elif kind == 1:
                    self._test.XTestFakeButtonEvent(self._display, any_of.randrange(1, 8), is_down, ctypes.c_ulong(0))
                else:
                    self._test.XTestFakeMotionEvent(self._display, 0, *(any_of.randrange(size) for size in self._size), ctypes.c_ulong(0))
            self._x11.XFlush(self._display)
            time.sleep(0.005)
        for code in self._codes:
            self._test.XTestFakeKeyEvent(self._display, code, 0, ctypes.c_ulong(0))
        for button in range(1, 8):
            self._test.XTestFakeButtonEvent(self._display, button, 0, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        return count

    def close(self):
        self._x11.XCloseDisplay(self._display)


class Alive(WindowTest):
    def kiosk(self, *arguments, **options):
        window = Window(self.display, self.program, self.folder, *arguments, command=("kiosk",), drills=True, **options)
        self.addCleanup(window.kill)
        wait_until(lambda: window.facts().get("tellings"), "it tells itself")
        return window

    @unittest.skipIf(IS_SANITIZED or FAKETIME is None, "libfaketime comes before a sanitizer, which refuses that")
    def test_a_clock_that_is_put_right_moves_no_picture(self):
        clock = WallClock(self.folder)
        window = self.kiosk(environment=clock.environment)

        def lag_s():
            """How far the telling is behind what it would be, had it gone on by this machine's clock: a number that stays."""
            before = window.facts()
            wait_until(lambda: window.facts().get("clock_s", 0) > before["clock_s"], "a second passes")
            told_s = window._facts.stat().st_mtime  # by the system's own clock, which nobody puts
            return told_s - window.facts()["into_s"]

        lags = [min(lag_s() for _ in range(2))]
        for step in ("+1d", "-1d", "+1h", "-1h", "+0"):
            clock.put(step)
            lags.append(min(lag_s() for _ in range(2)))
        self.assertEqual(window.facts()["tellings"], 1)
        # Between the telling's moment and the file's there is the writing.
        self.assertLess(max(lags) - min(lags), 0.1)

    @unittest.skipIf(IS_SANITIZED or FAKETIME is None or not IS_LONG, "half a minute, for each, until a kiosk looks at its clock")
    def test_hours_go_by_the_wall_over_summer_time_and_steps(self):
        exhibit = self.folder / "hours"
        exhibit.mkdir()
        path = self.exhibit_open(exhibit, "03:00-18:00")
        clock = WallClock(self.folder, "@2026-03-08 01:59:55")  # five seconds before three
        window = Window(self.display, self.program, self.folder, path, command=("kiosk",), drills=True, is_dark=True,
                        environment=clock.environment | {"TZ": "America/New_York"})
        self.addCleanup(window.kill)
        wait_until(lambda: window.kiosk() == "dark", "it is closed")
        wait_until(lambda: window.kiosk() == "telling", "and open at three, five seconds later", limit_s=45)
        clock.put("@2026-03-08 19:00:00")
        wait_until(lambda: window.kiosk() == "dark", "a clock that is put forward closes it", limit_s=45)
        clock.put("@2026-03-08 12:00:00")
        wait_until(lambda: window.kiosk() == "telling", "and one that is put back opens it", limit_s=45)

    @staticmethod
    def exhibit_open(folder, hours):
        path = copy_of_geodata(folder)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("[[layers]]", f'[kiosk]\nhours = "{hours}"\n\n[[layers]]', 1), encoding="utf-8")
        return path

    def test_nonsense_from_keys_and_pointer_neither_ends_nor_slows_it(self):
        window = self.kiosk()
        hands = Hands(self.display)
        self.addCleanup(hands.close)
        turns = []

        def watch(seconds):
            """The longest turn in each second of so many."""
            found, end_s, last = [], time.monotonic() + seconds, 0.0
            while time.monotonic() < end_s:
                facts = window.facts()
                if facts.get("clock_s", last) != last:
                    last = facts["clock_s"]
                    found.append(facts["worst_ms"])
                time.sleep(0.1)
            turns.append(found)

        any_of = random.Random(405)
        hands.rage(3, 1000, any_of)  # what a visit needs is made at first
        watch(4)
        seconds = 600 if IS_LONG else 4
        watching = threading.Thread(target=watch, args=(seconds,))
        watching.start()
        count = hands.rage(seconds, 1000, any_of)
        watching.join()
        self.assertGreater(count, 900 * seconds)
        self.assertTrue(window.is_running())
        self.assertEqual(window.size(), (self.display.WIDTH_PX, self.display.HEIGHT_PX))
        without_ms, with_ms = max(turns[0]), sorted(turns[1])[-1 - len(turns[1]) // 20]
        self.assertLess(with_ms, without_ms + (500 if IS_SANITIZED else 50), turns)

    @unittest.skipIf(IS_SANITIZED, "a leak sanitizer and strace both trace, and only one can")
    def test_nobody_is_asked_over_a_network(self):
        log = self.folder / "calls"
        traced = self.folder / "traced"
        traced.write_text(f'#!/bin/sh\nexec strace -D -f -qq -e trace=connect,sendto,bind -o "{log}" "{self.program}" "$@"\n')
        traced.chmod(0o755)
        sessions = (("kiosk",), ("Touch to begin", "Sources", "Close")), ((), ())
        for command, presses in sessions:
            with self.subTest(command):
                # Where no folder for caches is named Mesa asks the system for the user's, and that a socket of its own.
                window = Window(self.display, traced, self.folder, command=command, environment={"XDG_CACHE_HOME": str(self.folder)})
                self.addCleanup(window.kill)
                for name in presses:
                    window.tap(name)
                if not command:
                    window.keys("question", "Escape", "F12", "F5")
                    wait_until(window.talk, "a talk begins")
                window.process.send_signal(signal.SIGTERM)
                self.assertEqual(window.quit_status(), 0)
                calls = [line for line in log.read_text().splitlines() if re.search(r" (connect|sendto|bind)\(", line)]
                asked = [line for line in calls if not re.search(r'sun_path=@?"/tmp/\.X11-unix/X\d+"', line)]
                self.assertTrue(calls, "the display's socket at least")
                self.assertEqual(asked, [])

    def test_a_signal_ends_it_within_two_seconds_whatever_it_does(self):
        moments = random.Random(405)
        for command in [("kiosk",), ("present",), ()] * (10 if IS_LONG else 1):
            with self.subTest(command):
                window = Window(self.display, self.program, self.folder, command=command)
                self.addCleanup(window.kill)
                time.sleep(moments.random() * (3 if IS_LONG else 1))  # whatever moment that is
                before_s = time.monotonic()
                window.process.send_signal(signal.SIGTERM)
                self.assertEqual(window.quit_status(), 0)
                self.assertLess(time.monotonic() - before_s, 20.0 if IS_SANITIZED else 2.0)
                self.assertEqual(window.errors(), "")


if __name__ == "__main__":
    unittest.main()
