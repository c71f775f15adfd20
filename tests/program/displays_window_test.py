"""Displays that are resized, unplugged, plugged in again or not there yet: a kiosk and a talk follow them. An X server with the dummy driver has them."""

import contextlib
import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import tempfile
import unittest

from program_testing import LIMIT_S, Display, ProgramTest, Window, quiet_environment, wait_until

XORG = pathlib.Path("/usr/lib/xorg/Xorg")
CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4096 2048
  EndSubSection
EndSection
"""
LEFT, RIGHT = "DUMMY0", "DUMMY1"
LARGE, SMALL = "1280x720", "1024x768"


class Plugged(Display):
    """An X server whose displays are plugged in and out: two at the most, side by side."""

    def __init__(self, number=None):  # pylint: disable=super-init-not-called
        self._own = tempfile.TemporaryDirectory(prefix="spreadmap-xorg-")
        folder = pathlib.Path(self._own.name)
        (folder / "xorg.conf").write_text(CONFIGURATION)
        (folder / "xorg.conf.d").mkdir()
        reading, writing = os.pipe()
        named = [] if number is None else [f":{number}"]
        with open(folder / "said", "w", encoding="utf-8") as said:
            self._server = subprocess.Popen(
                [XORG, *named, "-displayfd", str(writing), "-config", folder / "xorg.conf", "-configdir", folder / "xorg.conf.d",
                 "-logfile", folder / "log", "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts"],
                cwd=folder, pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        os.close(writing)
        with open(reading, encoding="ascii") as told:
            ready = select.select([told], [], [], LIMIT_S)[0]
            name = told.readline().strip() if ready else ""
        if not name:
            raise AssertionError("Xorg does not start: " + (folder / "said").read_text(errors="replace")[-400:])
        self.name = f":{name}"
        self.environment = quiet_environment(DISPLAY=self.name, SDL_VIDEODRIVER="x11")
        self.xrandr("--addmode", RIGHT, SMALL)
        self.plug(LEFT, LARGE)

    def stop(self):
        super().stop()
        self._own.cleanup()

    def xrandr(self, *arguments):
        subprocess.run(["xrandr", *arguments], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    def plug(self, output, mode):
        self.xrandr("--output", output, "--mode", mode, *(("--right-of", LEFT) if output == RIGHT else ()))

    def unplug(self, output):
        self.xrandr("--output", output, "--off")

    def box(self, window):
        """(x, y, width, height) of a window."""
        told = self.xdotool("getwindowgeometry", "--shell", window)
        return tuple(int(re.search(rf"^{name}=(-?\d+)$", told, re.MULTILINE)[1]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def can_have_displays():
    """Whether this machine lets a user start an X server that has no console."""
    try:
        Plugged().stop()
    except (AssertionError, OSError):
        return False
    return True


@unittest.skipUnless(XORG.exists() and can_have_displays(), "no X server with the dummy driver can be started here")
class Displays(ProgramTest):
    def setUp(self):
        super().setUp()
        self.display = Plugged()
        self.addCleanup(lambda: self.display.stop())

    def open(self, *arguments, command):
        window = Window(self.display, self.program, self.folder, *arguments, command=command)
        self.addCleanup(window.kill)
        return window

    def lies_at(self, window, box, what):
        wait_until(lambda: self.display.box(window) == box, what, pause_s=0.1)

    def shows_a_picture(self, window):
        wait_until(lambda: len(set(window.screenshot().rgb[::3001])) > 3, "it has a picture")

    def test_a_kiosk_fills_its_display_whatever_becomes_of_it(self):
        window = self.open(command=("kiosk",))
        self.lies_at(window.id, (0, 0, 1280, 720), "it fills the display")
        self.display.plug(LEFT, "1920x1080")
        self.lies_at(window.id, (0, 0, 1920, 1080), "and the display when that is larger")
        self.shows_a_picture(window)
        self.display.unplug(LEFT)
        self.assertTrue(window.is_running())
        self.display.plug(LEFT, "800x600")
        self.lies_at(window.id, (0, 0, 800, 600), "and one that comes in its place")
        self.shows_a_picture(window)
        wait_until(lambda: "Touch to begin" in window.controls(), "and can be touched there")
        window.tap("Touch to begin")
        wait_until(lambda: window.kiosk() == "visited", "a visit begins")

    def test_a_kiosk_on_the_second_display_goes_to_the_first_and_back(self):
        self.display.plug(RIGHT, SMALL)
        window = self.open("--display", "2", command=("kiosk",))
        for _ in range(2):
            self.lies_at(window.id, (1280, 0, 1024, 768), "it fills the second display")
            self.shows_a_picture(window)
            self.display.unplug(RIGHT)
            self.lies_at(window.id, (0, 0, 1280, 720), "or the one that is left")
            self.shows_a_picture(window)
            self.display.plug(RIGHT, SMALL)

    def test_a_talk_on_two_displays_of_which_one_goes_and_comes(self):
        self.display.plug(RIGHT, SMALL)
        window = self.open(command=("present",))
        self.lies_at(window.id, (1280, 0, 1024, 768), "the wall has the second display")
        notes = wait_until(lambda: self.display.xdotool("search", "--name", "^Spreadmap: notes$").split(), "the notes open")[0]
        wait_until(lambda: self.display.box(notes)[0] < 1280, "on the first")
        self.display.unplug(RIGHT)
        self.lies_at(window.id, (0, 0, 1280, 720), "the wall takes the display that is left")
        wait_until(lambda: window.talk()[2] and window.talk()[4], "with its notes")
        window.keys("Next")
        wait_until(lambda: window.talk()[0] == 2 and window.talk()[2], "and the talk goes on")
        self.display.plug(RIGHT, SMALL)
        self.lies_at(window.id, (1280, 0, 1024, 768), "back on the second")
        wait_until(lambda: self.display.box(notes)[0] < 1280, "and the notes on the first")
        window.keys("Next")
        wait_until(lambda: window.talk()[0] == 3 and window.talk()[2], "and goes on")
        self.shows_a_picture(window)

    def test_a_kiosk_waits_for_a_display_and_says_so_once(self):
        # Far from the numbers that servers take which look for a free one themselves.
        number = 5000 + os.getpid() % 1000
        log, controls = self.folder / "log", self.folder / "controls"
        supervisor = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(supervisor.close)
        supervisor.bind(str(self.folder / "notify"))
        supervisor.settimeout(LIMIT_S)
        environment = quiet_environment(DISPLAY=f":{number}", SDL_VIDEODRIVER="x11", NOTIFY_SOCKET=str(self.folder / "notify"))
        with open(log, "w", encoding="utf-8") as errors, contextlib.ExitStack() as stack:
            kiosk = subprocess.Popen([self.program, "kiosk", "--controls", controls, "--visits", ""], env=environment, stdin=subprocess.DEVNULL, stderr=errors)
            stack.callback(kiosk.wait)
            stack.callback(kiosk.kill)
            for _ in range(3):  # it tries again, and does not say so
                self.assertEqual(supervisor.recv(4096), b"EXTEND_TIMEOUT_USEC=10000000\nSTATUS=waiting for a display")
            self.assertRegex(log.read_text(), r"\A[^\n]*waits for one\n\Z")
            self.display.stop()
            self.display = Plugged(number)
            while not (told := supervisor.recv(4096)).startswith(b"READY=1"):
                self.assertIn(b"waiting", told)
            wait_until(lambda: controls.exists() and "kiosk: telling" in controls.read_text(), "the display is taken")
            kiosk.send_signal(signal.SIGTERM)
            self.assertEqual(kiosk.wait(2.0), 0)

    def test_a_kiosk_that_waits_ends_when_asked_and_does_not_wait_with_a_broken_exhibit(self):
        environment = quiet_environment(DISPLAY=":4095", SDL_VIDEODRIVER="x11")
        with open(self.folder / "log", "w", encoding="utf-8") as errors:
            kiosk = subprocess.Popen([self.program, "kiosk", "--visits", ""], env=environment, stdin=subprocess.DEVNULL, stderr=errors)
        self.addCleanup(kiosk.wait)
        self.addCleanup(kiosk.kill)
        wait_until(lambda: "waits for one" in (self.folder / "log").read_text(), "it waits")
        kiosk.send_signal(signal.SIGTERM)
        self.assertEqual(kiosk.wait(2.0), 0)
        (self.folder / "broken.exhibit.toml").write_text("title = [")
        done = self.run_program("kiosk", "broken.exhibit.toml", env=environment, timeout=LIMIT_S)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\A[^\n]*broken\.exhibit\.toml:1[^\n]*\n\Z")


if __name__ == "__main__":
    unittest.main()
