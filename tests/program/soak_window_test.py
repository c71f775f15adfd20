"""A kiosk for a long time: told over and over, touched, left and resized, it comes to hold no more than when it had told itself some times.

Each of its turns puts its clock on by half a telling, so that every telling is the same few pictures. The short form tells for 20 s, SPREADMAP_LONG_TESTS=1
for two minutes, SPREADMAP_SOAK=full until 14 days have passed on its clock.
"""

import os
import pathlib
import subprocess
import threading
import time
import unittest

from program_testing import IS_LONG, IS_SANITIZED, Window
from window_test import WindowTest

DAY_S = 86400
IS_FULL = os.environ.get("SPREADMAP_SOAK") == "full"
STEP_S = 45
# The telling begins elsewhere each time, so that nothing stands in one place: so many times.
WARM_TELLINGS = 60
# How much more memory the most that it ever held may be after that.
MOST_RISE_KB = 4096


def status(pid):
    """What Linux says of a process, by name, in its own units."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.split()[0] for name, value in (line.split(":\t", 1) for line in lines if ":\t" in line) if value.split()}


class Soaked:
    """A kiosk and what it holds, a sample a second."""

    def __init__(self, test, counter, *arguments):
        self.samples = []
        self.window = Window(test.display, test.program, test.folder, "--window", "--size", "640x480", "--drill-clock", str(STEP_S), *arguments,
                             command=("kiosk",), drills=True, environment={"LD_PRELOAD": str(counter)})
        test.addCleanup(self.window.kill)

    def sample(self):
        pid, facts = self.window.process.pid, self.window.facts()
        if "tellings" not in facts or (self.samples and self.samples[-1]["tellings"] == facts["tellings"]):
            return
        told = status(pid)
        self.samples.append(facts | {"peak_kb": int(told["VmHWM"]), "threads": int(told["Threads"]), "files": len(os.listdir(f"/proc/{pid}/fd"))})

    def warm(self):
        return [sample for sample in self.samples if sample["tellings"] > WARM_TELLINGS]

    def faults(self):
        """What it holds more of than when it was warm, in words."""
        warm = self.warm()
        third = len(warm) // 3
        early, late = warm[:third], warm[-third:]
        # A file is open for a moment while something is written: what stays open is the least of all times.
        faults = [f"{name} rise from {before} to {now}" for name, which in (("threads", max), ("names", max), ("files", min))
                  if (before := which(sample[name] for sample in early)) < (now := which(sample[name] for sample in late))]
        rise_kb = late[-1]["peak_kb"] - early[0]["peak_kb"]
        if rise_kb > MOST_RISE_KB:
            faults.append(f"the peak rises by {rise_kb} kB")
        rise = min(sample["blocks"] for sample in late) - min(sample["blocks"] for sample in early)
        tellings = late[0]["tellings"] - early[0]["tellings"]
        if rise > 0.4 * tellings:
            faults.append(f"{rise:.0f} blocks more after {tellings:.0f} tellings")
        return faults

    def days(self):
        return (self.samples[-1]["clock_s"] - self.samples[0]["clock_s"]) / DAY_S


@unittest.skipIf(IS_SANITIZED, "a sanitizer holds memory of its own, and allocates by itself")
class Soak(WindowTest):
    def counter(self):
        counter = self.folder / "count_allocations.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", counter, pathlib.Path(__file__).with_name("count_allocations.c")], check=True)
        return counter

    @staticmethod
    def live(kiosk, is_over):
        """Somebody touches it every few seconds, and its window becomes another."""
        turn = 0
        while not is_over.wait(0.5):
            kiosk.sample()
            turn += 1
            if turn % 4 == 0:
                kiosk.window.click(320, 240)
            if turn % 6 == 0:
                kiosk.window.resize(*((640, 480), (640, 560))[turn // 6 % 2])

    def test_what_is_told_for_long_leaves_nothing_behind_and_a_planted_leak_is_found(self):
        counter = self.counter()
        kiosk, leaking = Soaked(self, counter), Soaked(self, counter, "--drill-leak", "1000")
        is_over = threading.Event()
        lives = [threading.Thread(target=self.live, args=(one, is_over)) for one in (kiosk, leaking)]
        for life in lives:
            life.start()
        began_s = time.monotonic()
        while time.monotonic() < began_s + (120 if IS_LONG else 18) or (IS_FULL and kiosk.days() < 14):
            time.sleep(1)  # it is the time that is tested
        while min(len(kiosk.warm()), len(leaking.warm())) < 9 and time.monotonic() < began_s + 180:
            time.sleep(1)  # on a slow machine
        is_over.set()
        for life in lives:
            life.join()
        for name, one in (("sound", kiosk), ("leaking", leaking)):
            self.assertTrue(one.window.is_running())
            first, last = one.warm()[0], one.samples[-1]
            print(f"{name}: {last['tellings']:.0f} tellings, {one.days():.2f} days;",
                  ", ".join(f"{what} {first[what]:.0f} to {last[what]:.0f}" for what in ("blocks", "peak_kb", "names", "files", "threads")))
        self.assertEqual(kiosk.faults(), [])
        self.assertRegex(" ".join(leaking.faults()), "blocks more")


if __name__ == "__main__":
    unittest.main()
