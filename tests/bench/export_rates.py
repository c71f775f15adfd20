"""Rates of exports of the built-in exhibit at 1080p beside what bounds them, measured in turn in one run: encoders alone, Mapnik, copying.

python3 tests/bench/export_rates.py build/release/spreadmap [--runs N]

Medians of several runs; an encoder's and the program's runs follow one another, so that both meet the same machine. A figure that misses its goal makes the exit
status 1. Needs build/bench/encoder_alone, ffmpeg's libraries, and for Mapnik Debian's python3-mapnik.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ALONE = ROOT / "build/bench/encoder_alone"
SECONDS = 10
FRAMES = 300
# Slow ones are timed over a part of it.
FORMATS = (("h264", ".mp4", FRAMES), ("vp9", ".webm", FRAMES), ("av1", ".mp4", 120), ("prores-4444", ".mov", 120),
           ("ffv1", ".mkv", 120), ("gif", ".gif", 120), ("apng", ".apng", 60), ("webp", ".webp", 120))


def output_of(command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return done


def alone(name, frames):
    return float(output_of([ALONE, name, frames]).stdout.split()[0])


class Run(NamedTuple):
    rate: float     # frames a second, as the program's own summary says: from the first drawing to the film's name
    wall_s: float   # of the whole process, from its start to its end
    peak_mib: float


class Program:
    def __init__(self, path, folder):
        self.path, self.folder, self.runs = path, folder, 0

    def run(self, out, frames, *more):
        """One export, without what comes beside a film. To a folder of its own: what is deleted makes ext4 look long for room for new names, for minutes."""
        self.runs += 1
        command = [self.path, "export", "--progress", "json", "--no-flash-check", "--no-captions", "--seconds",
                   max(SECONDS, frames / 30), *more]
        # The first `frames` frames of the film of ten seconds are its first share of so many.
        if frames < FRAMES:
            command += ["--to", "2018-09-01", "--seconds", frames / 30]
        target = "-" if out == "-" else self.folder / str(self.runs) / out
        with open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile("w+") as said:
            started = time.monotonic()
            child = subprocess.Popen([str(part) for part in [*command, "-o", target]], stdout=nowhere, stderr=said)
            _, status, used = os.wait4(child.pid, 0)
            wall_s = time.monotonic() - started
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            lines = said.read().splitlines()
        if child.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}: {lines[-1:]}")
        return Run(json.loads(lines[-1])["frames_per_s"], wall_s, used.ru_maxrss / 1024)

    def rate(self, out, frames, *more):
        return self.run(out, frames, *more).rate


def report(name, value, unit, goal, is_met):
    print(f"{name:<64} {value:8.2f} {unit:<9} goal {goal:g} {'met' if is_met else 'MISSED'}", flush=True)
    return is_met


def whole_process(name, program, runs, out, goal_s):
    took_s = statistics.median(program.run(out, FRAMES).wall_s for _ in range(runs))
    return report(f"{name}, {FRAMES} frames, start-up included", took_s, "s", goal_s, took_s <= goal_s)


def growth(program, out):
    """How many times the memory of a film of 300 frames one of 1800 takes."""
    few, many = program.run(out, FRAMES).peak_mib, program.run(out, 6 * FRAMES).peak_mib
    return report(f"memory for {6 * FRAMES} frames ({out}), of that for {FRAMES}: {few:.0f} MiB", many / few, "times", 1.1,
                  many <= 1.1 * few)


def in_turn(runs, *measures):
    """Medians of each measure, taken one after the other again and again; and the median of the ratios of the first to the second."""
    taken = [[measure() for measure in measures] for _ in range(runs)]
    columns = [statistics.median(column) for column in zip(*taken)]
    return columns, statistics.median(row[0] / row[1] for row in taken)


def mapnik_rate(frames=40):
    # Debian's module belongs to Debian's interpreter.
    said = output_of(["/usr/bin/python3", ROOT / "tests/bench/mapnik_film.py", frames]).stdout.split()
    return float(said[0])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    runs = options.runs
    print(f"{os.cpu_count()} processors; load {os.getloadavg()[0]:.1f}; medians of {runs}")
    met = True
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program.resolve(), Path(folder))
        png = lambda: program.rate("png/%06d.png", FRAMES)
        (ours, mapnik), ratio = in_turn(runs, png, mapnik_rate)
        met &= whole_process("PNG", program, runs, "png/%06d.png", 1.5)
        met &= report(f"PNG, beside Mapnik's {mapnik:.1f} frames/s", ratio, "times", 12, ratio >= 12)
        (bands, _), ratio = in_turn(runs, lambda: alone("png", FRAMES), png)
        met &= report(f"PNG: bands deflated alone, {bands:.0f} frames/s, to the film", ratio, "times", 1.25, ratio <= 1.25)
        (large, _), ratio = in_turn(runs, lambda: program.rate("4k/%06d.png", 60, "--size", "3840x2160"),
                                    lambda: program.rate("png60/%06d.png", 60))
        met &= report(f"PNG at 4K ({large:.0f} frames/s), of the rate at 1080p", ratio, "times", 0.25, ratio >= 0.25)
        (copied, _), ratio = in_turn(runs, lambda: alone("rgba", FRAMES), lambda: program.rate("-", FRAMES))
        met &= report(f"raw RGBA: copy and read-back, {copied:.0f} frames/s, to the film", ratio, "times", 1.3, ratio <= 1.3)
        for name, ending, frames in FORMATS:
            more = [] if name in ("h264", "vp9", "prores-4444", "ffv1", "gif", "apng", "webp") else ["--format", name]
            (ours, _), ratio = in_turn(runs, lambda: program.rate(f"film{ending}", frames, *more),
                                       lambda: alone(name, frames))
            if name == "h264":
                met &= whole_process("H.264", program, runs, "film.mp4", 2.0)
            met &= report(f"{name}: {ours:.1f} frames/s, of the encoder alone", ratio, "times", 0.8, ratio >= 0.8)
        met &= growth(program, "memory.mp4")
        met &= growth(program, "memory/%06d.png")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
