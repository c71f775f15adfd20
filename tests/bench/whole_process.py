"""Whole-process figures of the built program, against the goals that it is held to.

python3 tests/bench/whole_process.py build/release/spreadmap [--runs N]

Times are medians of several runs after one that warms up; memory is the largest sum of the proportional set sizes (PSS) of the program
and its children, sampled while it runs. A figure that misses its goal makes the exit status 1.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOAL_START_MS = 400.0
GOAL_PSS_MB = 250.0
GOAL_FILM_FPS = 60.0
# What changes under the marks as time plays has no figure of its own to reach: a picture for each that a usual display shows.
WINDOWS = (("with panels", 90.0, []), ("without panels", 120.0, ["--no-panels"]),
           ("counties under the marks", 60.0, ["--layers", "counties,partnerships"]),
           ("a surface of density under the marks", 60.0, ["--layers", "density,partnerships"]))


def pss_kb(pid):
    """PSS of one process in kB; 0 when it has gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found.group(1)) if found else 0


def family(pid):
    """A process and its children, theirs included."""
    members = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                members += family(int(child))
    except OSError:
        pass
    return members


def run(command, samples_memory=False):
    """Seconds that it took, its standard error, and the peak PSS in MB (0 when not sampled)."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    peak_kb = 0
    while samples_memory and process.poll() is None:
        peak_kb = max(peak_kb, sum(pss_kb(pid) for pid in family(process.pid)))
        time.sleep(0.02)  # summing pages takes a lock that the program needs
    errors = process.communicate()[1]
    took_s = time.perf_counter() - started
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {errors}")
    return took_s, errors, peak_kb / 1024.0


def report(name, value, unit, goal, is_met):
    print(f"{name:<60} {value:8.1f} {unit:<9} goal {goal:g} {'met' if is_met else 'MISSED'}")
    return is_met


def window_fps(program, *arguments):
    """Frames a second of the playing window at 1920x1080, in a display of its own."""
    errors = run(["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", program, "--size", "1920x1080", "--time-frames", "1800", *arguments])[1]
    return float(re.search(r"\(([\d.]+) frames/s\)", errors).group(1))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--runs", type=int, default=7)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        still = [options.program, "export", "--day", "2019-08-27", "-o", f"{folder}/still.png"]
        film = [options.program, "export", "-o", f"{folder}/frames/%06d.png"]
        starts_ms = [run(still)[0] * 1000.0 for _ in range(options.runs + 1)][1:]
        start_ms = statistics.median(starts_ms)
        print(f"{os.cpu_count()} processors; load {os.getloadavg()[0]:.1f}; start over {options.runs} runs: "
              f"{min(starts_ms):.0f} to {max(starts_ms):.0f} ms")
        met = report("start to first 1080p picture on disk", start_ms, "ms", GOAL_START_MS, start_ms < GOAL_START_MS)
        errors = run(film)[1]
        pss_mb = run([*film, "--seconds", "10"], samples_memory=True)[2]
        fps = float(re.search(r"\((\d+) frames/s\)", errors).group(1))
        met &= report("film as 1080p PNG", fps, "frames/s", GOAL_FILM_FPS, fps >= GOAL_FILM_FPS)
        met &= report("peak PSS of all processes, film", pss_mb, "MB", GOAL_PSS_MB, pss_mb < GOAL_PSS_MB)
        for name, goal, more in WINDOWS:
            fps = window_fps(options.program, *more)
            met &= report(f"window at 1080p, playing, {name}", fps, "frames/s", goal, fps >= goal)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
