#!/usr/bin/env python3
"""Makes the pictures of the window that README and docs show, in a display of its own: docs/make_pictures.py [NAME…]

Each is the built-in exhibit in a real window that is driven by keys and by the names of its controls, at rest on one day, so that the
same program makes the same picture; but a kiosk tells itself as time goes, and a speaker's notes have a clock. They are scaled down to what a page shows and reduced to 128 colours, under 200 kB each.
SPREADMAP_BUILD_DIR names the build to take (build/release). Without names all are made; --list names them; --out says where to.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(SOURCE / "tests" / "program"))
os.environ.setdefault("SPREADMAP_BUILD_DIR", str(SOURCE / "build" / "release"))
import program_testing  # it looks for the build at once

MOST_BYTES = 200_000
MOST_WIDTH_PX = 1000
DAY = "2019-08-28"
WIDE, TALL, SMALL = (1600, 1000), (1080, 1920), (1024, 768)


def press(*beginnings):
    """Presses controls, each named by how it begins."""
    def drive(window):
        for beginning in beginnings:
            window.press_control(window.control_like(beginning))
    return drive


def keys(*chords):
    def drive(window):
        window.settled()
        for chord in chords:
            window.keys(chord)
            window.settled()
    return drive


def show(control):
    """Scrolls to a control."""
    return lambda window: window.middle_of(control)


def then(*drives):
    def drive(window):
        for one in drives:
            one(window)
    return drive


def find(words):
    def drive(window):
        window.keys("slash")
        window.settled()
        window.type(words)
        program_testing.wait_until(lambda: "Slower" not in window.controls(), "what is found takes the panels' place")
        window.settled()
    return drive


def pin_a_card(window):
    """The card of what is found first."""
    find("Plano")(window)
    window.keys("Return")
    window.settled()


def open_export(window):
    """The panel with its pictures, which come after it."""
    keys("ctrl+e")(window)
    program_testing.wait_until(lambda: "picture/0" in window.controls(), "the panel is open")
    bare = window.screenshot()
    program_testing.wait_until(lambda: window.screenshot() != bare, "its pictures are there")
    window.settled()


def at_cue(cue, *chords):
    """A talk that rests at a cue, then keys."""
    def drive(window):
        program_testing.wait_until(lambda: window.talk() and window.talk()[2], "the first cue rests")
        window.keys(*str(cue), "Return")
        program_testing.wait_until(lambda: window.talk()[0] == cue and window.talk()[2], "the cue rests")
        for chord in chords:
            window.keys(chord)
        window.settled()
    return drive


def with_light(x_share, y_share):
    def drive(window):
        width_px, height_px = window.size()
        window.point(x_share * width_px, y_share * height_px)
        at_cue(6, "l")(window)
        program_testing.wait_until(window.light, "the light is there")
        window.settled()
    return drive


def notes_of(window):
    """The speaker's window, as large as the wall, in place of the wall's own picture."""
    at_cue(6, "s")(window)
    display = window._display
    program_testing.wait_until(lambda: window.talk()[4], "the notes are there")
    notes = program_testing.wait_until(lambda: display.xdotool("search", "--name", "^Spreadmap: notes$").split(), "their window too")[0]
    size = window.size()
    display.xdotool("windowraise", notes)
    display.xdotool("windowmove", notes, 0, 0)
    display.xdotool("windowsize", notes, *size)
    window._screen.close()
    window._screen = program_testing.WindowOnScreen(display.name, int(notes))
    program_testing.wait_until(lambda: window.size() == size, "as large as the wall")
    time.sleep(3)  # its pictures come one after the other, and the clock goes on


def attracting(window):
    program_testing.wait_until(lambda: "Touch to begin" in window.controls(), "it can be touched")
    time.sleep(6)  # until the first cue's words are there


def town_found(window):
    attracting(window)
    window.tap("Touch to begin")
    program_testing.wait_until(lambda: "Find your town" in window.controls(), "a visit begins")
    window.tap("Find your town")
    for letter in "orlando":
        program_testing.wait_until(lambda letter=letter: letter in window.controls(), "the keyboard is there")
        window.tap(letter)
    window.tap("Orlando Police Department")
    program_testing.wait_until(lambda: "Close" in window.controls() and "Find your town" in window.controls(), "the card is there")
    time.sleep(3)  # the map flies there


def counting_down(window):
    town_found(window)
    program_testing.wait_until(lambda: "left" in (window.kiosk() or ""), "it counts down", limit_s=120, pause_s=0.2)
    time.sleep(2)


# As an exhibition or a hall has them: {name: (what is done, the command with its options)}, each wide and tall.
ON_DISPLAYS = {
    "talk": (at_cue(6), ("present",)),
    "spotlight": (with_light(0.52, 0.47), ("present",)),
    "notes": (notes_of, ("present",)),
    "kiosk": (attracting, ("kiosk",)),
    "kiosk-card": (town_found, ("kiosk",)),
    "kiosk-countdown": (counting_down, ("kiosk",)),
}
DISPLAYS = {"wide": (1920, 1080), "tall": (1080, 1920)}

# name: (size of the window, what is done in it, further options of the program)
PICTURES = {
    "window": (WIDE, keys(), ()),
    "filters": (WIDE, then(press("region/", "kind/1"), show("amounts")), ()),
    "card": (WIDE, pin_a_card, ()),
    "find": (WIDE, find("Green"), ()),
    "playback": (WIDE, press("15.7 days"), ()),
    "map": (WIDE, then(press("graticule"), show("view name")), ()),
    "looks": (WIDE, press("Deutan"), ()),
    "layers": (WIDE, press("Order and opacity"), ()),
    "views": (WIDE, press("Save"), ()),
    "light": (WIDE, keys(), ("--theme", "light")),
    "wipe": (WIDE, keys("w"), ()),
    "areas": (WIDE, keys(), ("--layers", "partnerships,states")),
    "density": (WIDE, keys(), ("--layers", "density")),
    "globe": (WIDE, keys("numbersign"), ("--crs", "orthographic")),
    "large-type": (WIDE, keys(), ("--text-scale", "2")),
    "export": (WIDE, open_export, ()),
    "portrait": (TALL, keys(), ()),
    "small": (SMALL, keys(), ()),
}


def save(picture, path):
    """Writes a picture of few bytes: as wide as a page shows it, 128 colours of its own."""
    with tempfile.TemporaryDirectory() as folder:
        whole = pathlib.Path(folder) / "whole.png"
        picture.save(whole)
        width_px = min(picture.width_px, MOST_WIDTH_PX if picture.width_px > picture.height_px else MOST_WIDTH_PX // 2)
        scaled = (f"scale={width_px}:-1:flags=area,split[a][b];[a]palettegen=max_colors=128[p];"
                  "[b][p]paletteuse=dither=none")
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", whole, "-filter_complex", scaled, "-map_metadata", "-1",
                        "-compression_level", "100", "-pred", "mixed", path], stdin=subprocess.DEVNULL, check=True)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{path} is larger than {MOST_BYTES} bytes: {path.stat().st_size}")


def make_on_display(name, out):
    kind, _, form = name.rpartition("-")
    drive, command = ON_DISPLAYS[kind]
    display = program_testing.Display(*DISPLAYS[form])
    try:
        with tempfile.TemporaryDirectory() as folder:
            window = program_testing.Window(display, program_testing.PROGRAM, pathlib.Path(folder), "--lang", "en", "--size",
                                            "{}x{}".format(*DISPLAYS[form]), command=command)
            try:
                drive(window)
                save(window.screenshot(), out / f"{name}.png")
            finally:
                window.kill()
        print(out / f"{name}.png")
    finally:
        display.stop()


def make(names, out):
    for name in names:
        if name not in PICTURES:
            make_on_display(name, out)
    names = [name for name in names if name in PICTURES]
    if not names:
        return
    display = program_testing.Display(2200, 2000)
    try:
        for name in names:
            size, drive, options = PICTURES[name]
            with tempfile.TemporaryDirectory() as folder:
                window = program_testing.Window(display, program_testing.PROGRAM, pathlib.Path(folder), "--day", DAY, "--size",
                                                "{}x{}".format(*size), "--lang", "en", *options)
                try:
                    drive(window)
                    window.point(size[0] / 2, 2)  # no mark under the pointer
                    save(window.settled(), out / f"{name}.png")
                finally:
                    window.kill()
            print(out / f"{name}.png")
    finally:
        display.stop()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("names", nargs="*", metavar="NAME")
    arguments.add_argument("--list", action="store_true", help="name the pictures")
    arguments.add_argument("--out", type=pathlib.Path, default=SOURCE / "docs" / "pictures")
    asked = arguments.parse_args()
    known = [*PICTURES, *(f"{name}-{form}" for name in ON_DISPLAYS for form in DISPLAYS)]
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        arguments.error(f"no picture is called {', '.join(unknown)}; there are {', '.join(known)}")
    if asked.list:
        print("\n".join(known))
        return
    make(asked.names or known, asked.out)


if __name__ == "__main__":
    main()
