"""Every header of src/ compiles by itself, with the flags of its room: what it needs, it includes."""

import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(os.environ["SPREADMAP_SOURCE_DIR"])
BUILD = Path(os.environ["SPREADMAP_BUILD_DIR"])
# Also what a room's sources have before their own first line (precompiled headers), which no header may count on.
DROPPED = {"-c", "-MD", "-o", "-MF", "-MT", "-include", "-Winvalid-pch"}
WITH_VALUE = {"-o", "-MF", "-MT", "-include"}


def flags_by_room():
    """The compiler call of one source of each room, without its input and outputs."""
    rooms = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        # A room's library or a program, whose files may be compiled several at a time.
        room = re.search(r" -o src/CMakeFiles/(?:sm_|spreadmap-)(\w+)\.dir/", entry["command"])
        if not room:
            continue
        words, file = shlex.split(entry["command"]), entry["file"]
        kept, skips = [], False
        for word in words:
            if skips:
                skips = False
            elif word in DROPPED:
                skips = word in WITH_VALUE
            elif word != file and not word.endswith("ccache"):
                kept.append(word)
        rooms.setdefault(room[1], kept)
    return rooms


def fault_of(header, flags):
    # A header is compiled as a source of its own name: "#pragma once in main file" is then no fault.
    unit = f'#include "{header}"\n'
    call = [*flags, "-O0", "-fsyntax-only", "-x", "c++", "-"]
    done = subprocess.run(call, input=unit, capture_output=True, text=True, cwd=BUILD)
    return None if done.returncode == 0 else f"{header}\n{done.stderr}"


def main():
    rooms = flags_by_room()
    headers = sorted((SOURCE / "src").rglob("*.h"))
    if not os.environ.get("SPREADMAP_LONG_TESTS"):
        headers = headers[::24]  # the short form: each compiles for a second and more
    # A room of headers alone has the flags of the program, which sees them all.
    names = {"libav": "film"}
    jobs = [(header, rooms.get(names.get(header.parent.name, header.parent.name), rooms["app"])) for header in headers]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for fault in pool.map(lambda job: fault_of(*job), jobs) if fault]
    print(f"{len(headers)} headers, {len(faults)} that do not compile alone")
    sys.exit("\n".join(faults) if faults or not headers else 0)


if __name__ == "__main__":
    main()
