"""Every key of the window and every control of its panels is pressed by a test that drives the window.

The tests of tests/program note what they press and which controls they see (program_testing.Presses). Here the chords are compared with those
that the program lists, and the controls pressed with those seen: run after those tests, whose notes it reads.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["SPREADMAP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "program"))
from program_testing import PRESSED, PROGRAM, quiet_environment  # pylint: disable=wrong-import-position
from window_test import WindowTest  # pylint: disable=wrong-import-position

# xdotool's names of keys that the program calls otherwise.
KEYS = {"plus": "+", "minus": "-", "equal": "=", "slash": "/", "question": "?", "numbersign": "#", "U2212": "−",
        "period": ".", "comma": ",", "Next": "PageDown", "Prior": "PageUp", "BackSpace": "Backspace", "KP_Enter": "Keypad Enter",
        "KP_0": "Keypad 0", "KP_Add": "Keypad +", "KP_Subtract": "Keypad -", "space": "Space"}
MODIFIERS = {"ctrl": "Ctrl+", "shift": "Shift+", "alt": "Alt+"}
# A keyboard on which + needs no Shift sends them; X's in the tests has none. tests/app/keymap_test.cpp holds what they do.
NOT_ON_THIS_KEYBOARD = {"Ctrl++", "Alt++"}
# Controls whose names hold what they are of; pressing one of them is pressing all. Names of records and of views come from the data.
KINDS = (r"\d+ more|Fewer", r"[\d.,]+ days a second( backwards)?; [\d.,]+ s for all|[\d.,]+ s for all(, backwards)?, paced by the director", r"\d+ %", r"kind/\d+", r"region/\d+", r"precision/\d+", r"found/\d+",
         r"[a-z]+/up", r"[a-z]+/down", r"[a-z]+/opacity", r"[a-z]+/low", r"[a-z]+/\d+", r"Seat \d+",
         r"First|Second|Third|\d+ [A-Z][a-z]+ \d{4}.*|.*https://.*", r"partnerships|seats", r"(Preset|Changed from) [a-z0-9-]+", r"[a-z0-9-]+: [a-zA-Z].*",
         r"A day on \(.+\)", r"Keys  .+", r"Records stay for good|Some records stay for days only")


def chord_of(pressed):
    """The program's name of a chord that xdotool was told to press."""
    *modifiers, key = pressed.split("+")
    key = KEYS.get(key, key)
    if len(key) > 1 or "ctrl" in modifiers or "alt" in modifiers:
        if key.isalpha() and len(key) == 1:
            key = key.upper()
        return "".join(MODIFIERS[each] for each in ("ctrl", "shift", "alt") if each in modifiers) + key
    return key.upper() if "shift" in modifiers else key


def kind_of(control):
    return next((kind for kind in KINDS if re.fullmatch(kind, control)), control)


def notes(test):
    """Whether a test notes what it presses: one of the window that is not skipped."""
    return isinstance(test, WindowTest) and not getattr(getattr(test, test._testMethodName), "__unittest_skip__", False)


def noted():
    """What all tests that there are note: keys in the window, keys in a talk, controls, seen."""
    modules = [path.stem for path in sorted((SOURCE / "tests" / "program").glob("*window_test.py"))]
    names = set()

    def gather(suite):
        for each in suite:
            if isinstance(each, unittest.TestSuite):
                gather(each)
            elif type(each).__module__ == module and notes(each):  # not what it has from another
                names.add(each.id() + ".json")

    for module in modules:
        gather(unittest.defaultTestLoader.loadTestsFromName(module))
    files = {name: PRESSED / name for name in sorted(names)}
    missing = [name for name, path in files.items() if not path.exists()]
    if missing:
        raise SystemExit(f"these tests have noted nothing yet, run them first: {', '.join(missing)}")
    every = {name: json.loads(path.read_text()) for name, path in files.items()}

    def gathered(kind, beginning=""):
        return set().union(*(each[kind] for name, each in every.items() if name.startswith(beginning)))

    return gathered("keys"), gathered("keys", "talk_"), gathered("controls"), gathered("seen")


def chords_of(*command):
    """{chord: action} as the program lists them."""
    listed = subprocess.run([PROGRAM, *command, "--keys"], capture_output=True, text=True, check=True, env=quiet_environment()).stdout
    return {chord: action for line in listed.splitlines() for shown, action in [line.split("\t")] for chord in shown.split("  ")}


def not_pressed(chords, keys):
    pressed = {chord_of(key) for key in keys} | NOT_ON_THIS_KEYBOARD
    return [f"no test presses {chord} ({action})" for chord, action in chords.items() if chord not in pressed]


def main():
    keys, talk_keys, controls, seen = noted()
    chords = chords_of()
    pressed_controls = {kind_of(control) for control in controls}
    faults = not_pressed(chords, keys) + not_pressed(chords_of("present"), talk_keys)
    faults += [f"no test presses the control '{control}'" for control in sorted(seen) if kind_of(control) not in pressed_controls]
    if len(chords) < 40 or len(seen) < 60:
        faults.append(f"only {len(chords)} chords and {len(seen)} controls: something is not noted")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
