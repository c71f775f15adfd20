"""What the tests of the whole program share: starting it, looking at its files, and a display of their own.

Nothing here sleeps for an effect to come: wait_until() looks for it until a limit.
"""

import contextlib
import ctypes
import dataclasses
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

from x_screen import WindowOnScreen

SOURCE = pathlib.Path(os.environ.get("SPREADMAP_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
BUILD = pathlib.Path(os.environ.get("SPREADMAP_BUILD_DIR", SOURCE / "build" / "release"))
PROGRAM = BUILD / "spreadmap"
RING = SOURCE / "geodata" / "ring"
# Pictures of the window are left here, to be looked at.
SCREENS = BUILD / "program-screens"
# What the tests of the window press, a file a test; tests/house/everything_pressed.py compares it with what there is.
PRESSED = BUILD / "program-pressed"
IS_LONG = os.environ.get("SPREADMAP_LONG_TESTS") == "1"
IS_SANITIZED = bool(os.environ.get("SPREADMAP_SANITIZE"))
# Under a sanitizer everything takes several times as long.
LIMIT_S = 120.0 if IS_SANITIZED else 30.0
DAY = "2019-08-27"

if not PROGRAM.exists():
    raise SystemExit(f"{PROGRAM} is missing: build it first, or name its folder in SPREADMAP_BUILD_DIR")


def quiet_environment(**more):
    """The environment without a display, a driver, a language or settings of the one who runs the tests."""
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER", "LANGUAGE")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent"} | more


def wait_until(condition, what, limit_s=LIMIT_S, pause_s=0.02):
    """The first true value of condition(), looked for until the limit. What takes work to look for has a longer pause."""
    last = time.monotonic() + limit_s
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > last:
            raise AssertionError(f"after {limit_s:.0f} s still not so: {what}")
        time.sleep(pause_s)


@dataclasses.dataclass
class Presses:
    """The chords and controls that a test presses, and the controls that it sees."""

    keys: set = dataclasses.field(default_factory=set)
    controls: set = dataclasses.field(default_factory=set)
    seen: set = dataclasses.field(default_factory=set)

    def write(self, test):
        PRESSED.mkdir(parents=True, exist_ok=True)
        module = pathlib.Path(sys.modules[type(test).__module__].__file__).stem
        name = f"{module}.{type(test).__name__}.{test._testMethodName}.json"
        (PRESSED / name).write_text(json.dumps({kind: sorted(names) for kind, names in vars(self).items()}))


class ProgramTest(unittest.TestCase):
    """Each test has an empty folder of its own."""

    program = PROGRAM

    def setUp(self):
        held = tempfile.TemporaryDirectory(prefix="spreadmap-test-")
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)

    def run_program(self, *arguments, **options):
        """Runs the program to its end in the test's folder."""
        options = {"cwd": self.folder, "env": quiet_environment(), "timeout": 600} | options
        if "input" not in options:
            options["stdin"] = subprocess.DEVNULL
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, check=False, **options)

    def export(self, *arguments, **options):
        """Runs an export that must succeed, and returns what it said on standard error."""
        done = self.run_program("export", *arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def tree(self):
        """Every file and folder in the test's folder, with its bytes."""
        return {str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else None
                for path in sorted(self.folder.rglob("*"))}

    def assert_one_line(self, text):
        self.assertRegex(text, r"\Aspreadmap: [^\n]+\n\Z")


class Png:
    """A PNG file that is whole: its chunks, their checksums and its pixels are looked at, or ValueError is raised."""

    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        if data[:8] != b"\x89PNG\r\n\x1a\n":
            raise ValueError(f"{path}: no PNG")
        at, kinds, packed = 8, [], bytearray()
        while at < len(data):
            length, kind = struct.unpack_from(">I4s", data, at)
            body = data[at + 8:at + 8 + length]
            if len(data) < at + 12 + length:
                raise ValueError(f"{path}: cut off")
            if struct.unpack_from(">I", data, at + 8 + length)[0] != zlib.crc32(kind + body):
                raise ValueError(f"{path}: {kind} is damaged")
            if kind == b"IHDR":
                self.width_px, self.height_px, self.depth, self.colour = struct.unpack_from(">IIBB", body)
            if kind == b"IDAT":
                packed += body
            kinds.append(kind)
            at += 12 + length
        if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND":
            raise ValueError(f"{path}: not whole")
        row_bytes = 1 + self.width_px * {2: 3, 6: 4}[self.colour] * self.depth // 8
        self.rows = zlib.decompress(packed)  # with a filter's number before each
        if len(self.rows) != row_bytes * self.height_px:
            raise ValueError(f"{path}: not as many pixels as it says")

    @property
    def size(self):
        return self.width_px, self.height_px


@dataclasses.dataclass(frozen=True)
class Picture:
    """Pixels, three bytes each, from the top left."""

    width_px: int
    height_px: int
    rgb: bytes

    @classmethod
    def of_png(cls, path):
        read = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
                              stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return cls(*Png(path).size, read.stdout)

    @classmethod
    def of_bgrx(cls, width_px, height_px, data):
        """From a display's pixels, four bytes each."""
        rgb = bytearray(3 * width_px * height_px)
        for channel in range(3):
            rgb[channel::3] = data[2 - channel::4]
        return cls(width_px, height_px, bytes(rgb))

    def save(self, path):
        row = 3 * self.width_px
        rows = b"".join(b"\0" + self.rgb[at:at + row] for at in range(0, len(self.rgb), row))
        chunks = ((b"IHDR", struct.pack(">IIBBBBB", self.width_px, self.height_px, 8, 2, 0, 0, 0)),
                  (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
        data = b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks)
        pathlib.Path(path).write_bytes(data)

    def pixel(self, x_px, y_px):
        at = 3 * (y_px * self.width_px + x_px)
        return self.rgb[at:at + 3]

    def left_part(self, width_px):
        row = 3 * self.width_px
        rows = (self.rgb[at:at + 3 * width_px] for at in range(0, len(self.rgb), row))
        return Picture(width_px, self.height_px, b"".join(rows))

    def without(self, left_px, top_px, right_px, bottom_px):
        """The same with nothing in a box."""
        rgb, row = bytearray(self.rgb), 3 * self.width_px
        for y_px in range(max(top_px, 0), min(bottom_px, self.height_px)):
            from_at, to_at = y_px * row + 3 * max(left_px, 0), y_px * row + 3 * min(right_px, self.width_px)
            rgb[from_at:to_at] = bytes(to_at - from_at)
        return Picture(self.width_px, self.height_px, bytes(rgb))

    def difference(self, other):
        """In words, how much and where; empty where there is none."""
        if self == other:
            return ""
        if (self.width_px, self.height_px) != (other.width_px, other.height_px):
            return f"{self.width_px}x{self.height_px} is not {other.width_px}x{other.height_px}"
        places = [divmod(at // 3, self.width_px) for at in range(0, len(self.rgb), 3)
                  if self.rgb[at:at + 3] != other.rgb[at:at + 3]]
        rows, columns = [y for y, _ in places], [x for _, x in places]
        return (f"{len(places)} pixels differ, in x {min(columns)} to {max(columns)}, "
                f"y {min(rows)} to {max(rows)}")

    def places_of(self, colour):
        """Where pixels have exactly this colour: (x, y)."""
        found, at = [], self.rgb.find(colour)
        while at >= 0:
            if at % 3 == 0:
                found.append((at // 3 % self.width_px, at // 3 // self.width_px))
            at = self.rgb.find(colour, at + 1)
        return found


def run_on_terminal(arguments, on_output, cwd, env):
    """Runs a program on a terminal. on_output(all output so far, process id, writing end) is called as it comes.

    Returns the exit status and the output.
    """
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.chdir(cwd)
            os.execve(arguments[0], [str(part) for part in arguments], env)
        finally:
            os._exit(127)  # a child that became no other program must not go on with the tests
    output = b""
    try:
        while select.select([terminal], [], [], 600)[0]:
            with contextlib.suppress(OSError):  # Linux says EIO at a terminal's end
                block = os.read(terminal, 65536)
                if block:
                    output += block
                    on_output(output, child, terminal)
                    continue
            break
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), output
    finally:
        os.close(terminal)


class Display:
    """An X server of its own on a free display."""

    WIDTH_PX, HEIGHT_PX = 1920, 1200

    def __init__(self, width_px=WIDTH_PX, height_px=HEIGHT_PX):
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width_px}x{height_px}x24",
             "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(writing)
        with open(reading, encoding="ascii") as named:
            if not select.select([named], [], [], LIMIT_S)[0]:
                raise AssertionError("Xvfb does not start")
            number = named.readline().strip()
        if not number:
            raise AssertionError("Xvfb left at once")
        self.name = f":{number}"
        self.environment = quiet_environment(DISPLAY=self.name, SDL_VIDEODRIVER="x11")

    @contextlib.contextmanager
    def managed(self):
        """Runs a window manager that can make windows fill the screen. Without one, they cannot."""
        manager = subprocess.Popen([sys.executable, pathlib.Path(__file__).with_name("window_manager.py"), self.name],
                                   env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        try:
            if manager.stdout.readline() != "ready\n":
                raise AssertionError("the window manager does not start")
            yield
        finally:
            manager.terminate()
            manager.communicate(timeout=LIMIT_S)

    def stop(self):
        self._server.terminate()
        self._server.wait(LIMIT_S)

    def tool(self, *arguments):
        """Runs a program of X's and returns its standard output."""
        done = subprocess.run([str(part) for part in arguments], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=LIMIT_S)
        return done.stdout

    def xdotool(self, *arguments):
        return self.tool("xdotool", *arguments).decode()

    def set_resources(self, text):
        """What programs that start from now on find in RESOURCE_MANAGER, as a desktop's settings leave it there."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        resource_manager, string, replace = 23, 31, 0  # the first two are predefined atoms
        x11.XChangeProperty(display, ctypes.c_ulong(x11.XDefaultRootWindow(display)), ctypes.c_ulong(resource_manager),
                            ctypes.c_ulong(string), 8, replace, text.encode(), len(text))
        x11.XCloseDisplay(display)

    def ask_to_close(self, window):
        """What a window manager sends when its close button is pressed: WM_DELETE_WINDOW."""

        class ClientMessage(ctypes.Structure):
            _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                        ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                        ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("room", ctypes.c_long * 24)]

        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        protocols, delete = (x11.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        client_message = 33
        message = ClientMessage(type=client_message, window=window, message_type=protocols, format=32)
        message.data[0] = delete
        x11.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(display)


class Window:
    """The program's window on a display. Its pictures (F12) tell its state: their names hold the day."""

    def __init__(self, display, program, pictures, *arguments, presses=None, command=(), is_dark=False, drills=False, environment=None):
        self._display = display
        # What a kiosk's visitors touch is noted nowhere: laws hold it, tests/app/kiosk_mode_test.cpp.
        self.presses = presses if presses and command != ("kiosk",) else Presses()
        self._says_english = "--lang" not in arguments
        self._pictures = pictures
        self._errors = tempfile.TemporaryFile("w+")
        self._own = tempfile.TemporaryDirectory()
        self._controls = pathlib.Path(self._own.name) / "controls.tsv"
        self._screen = self._picture = self._seen_box = None
        self._facts = pathlib.Path(self._own.name) / "facts"
        if drills:
            arguments = ("--drill", self._facts, *arguments)
        self.views = pathlib.Path(self._own.name) / "views.json"
        self.visits, self.pin = (pathlib.Path(self._own.name) / name for name in ("visits.csv", "pin"))
        kept = ("--visits", self.visits, "--pin-file", self.pin) if command == ("kiosk",) else ("--pictures", pictures, "--views", self.views)
        self.process = subprocess.Popen([program, *command, *kept, "--controls", self._controls, *arguments], env=display.environment | (environment or {}),
                                        stdin=subprocess.DEVNULL, stderr=self._errors)
        try:
            self.id = wait_until(self._find, "the window is there", pause_s=0.1)
            self._screen = WindowOnScreen(display.name, self.id)
            if not is_dark:
                wait_until(lambda: len(set(self.screenshot().rgb[::3001])) > 3, "the window has a picture")
        except BaseException:
            self.kill()
            raise

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program left with {self.process.returncode}: {self.errors()}")
        found = self._display.xdotool("search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", "^Spreadmap$").split()
        return int(found[0]) if found else None

    def errors(self):
        self._errors.seek(0)
        return self._errors.read()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._screen:
            self._screen.close()
            self._screen = None
        self._errors.close()
        self._own.cleanup()

    def is_running(self):
        return self.process.poll() is None

    def quit_status(self):
        """Of a program that has been asked to quit."""
        return self.process.wait(LIMIT_S)

    def keys(self, *chords):
        self.presses.keys.update(chords)
        self._display.xdotool("key", "--delay", "1", *chords)

    def hold(self, chord):
        """Until pictures have been made of it."""
        self.presses.keys.add(chord)
        self._display.xdotool("keydown", chord)
        self.settled()
        self._display.xdotool("keyup", chord)
        self.settled()

    def type(self, words):
        """Into a field; keys that act are for keys()."""
        self._display.xdotool("type", "--delay", "1", "--", words)

    def point(self, x_px, y_px):
        self._display.xdotool("mousemove", "--window", self.id, round(x_px), round(y_px))

    def click(self, x_px, y_px):
        self.point(x_px, y_px)
        self._display.xdotool("click", 1)

    def click_again(self):
        """Where the pointer is."""
        self._display.xdotool("click", 1)

    def wheel(self, x_px, y_px, steps):
        self.point(x_px, y_px)
        self._display.xdotool("click", "--delay", "1", "--repeat", abs(steps), 4 if steps > 0 else 5)

    def press(self, x_px, y_px):
        self.point(x_px, y_px)
        self._display.xdotool("mousedown", 1)

    def release(self):
        self._display.xdotool("mouseup", 1)

    def drag(self, *places, is_slow=False):
        """Presses at the first place, moves over the others and lets go at the last. Slowly: each step is seen before the next,
        as a hand on a panel waits."""
        def seen():
            if is_slow:
                self.settled()

        self.point(*places[0])
        self._display.xdotool("mousedown", 1)
        seen()
        for place in places[1:]:
            self.point(*place)
            seen()
        self._display.xdotool("mouseup", 1)

    def drag_with(self, modifier, *places):
        """The same with a key held down."""
        self._display.xdotool("keydown", modifier)
        self.drag(*places)
        self._display.xdotool("keyup", modifier)

    def resize(self, width_px, height_px):
        self._display.xdotool("windowsize", self.id, width_px, height_px)

    def screenshot(self):
        """As X shows it, without the pointer. Read anew only where something was drawn since the last."""
        for _ in range(5):
            with contextlib.suppress(ValueError):  # the window takes another size
                return self._seen()
        return self._seen()

    def _seen(self):
        box = self._screen.box()
        if self._screen.was_drawn() or box != self._seen_box:
            self._seen_box = None
            self._picture = Picture.of_bgrx(*box[2:], self._screen.pixels(box))
            self._seen_box = box
        return self._picture

    def size(self):
        """Width and height in pixels, as X has them."""
        return self._screen.box()[2:]

    def save_screenshot(self, name):
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.screenshot().save(SCREENS / f"{name}.png")

    def settled(self):
        """A screenshot after which nothing moves for a third of a second."""
        last = [self.screenshot()]
        since = [time.monotonic()]

        def rests():
            now = self.screenshot()
            if now != last[0]:
                last[0], since[0] = now, time.monotonic()
            return time.monotonic() - since[0] > 0.35

        wait_until(rests, "nothing moves")
        return last[0]

    def saved_picture(self):
        """The file that F12 writes."""
        before = set(self._pictures.glob("*.png"))
        self.keys("F12")
        return wait_until(lambda: set(self._pictures.glob("*.png")) - before, "F12 writes a picture").pop()

    def keep_picture(self, name):
        """F12's picture, also kept to be looked at."""
        saved = self.saved_picture()
        SCREENS.mkdir(parents=True, exist_ok=True)
        shutil.copy(saved, SCREENS / f"{name}.png")
        return saved

    def day(self):
        """The day of the playhead, as 2019-08-27."""
        return re.fullmatch(r"spreadmap-(\d{4}-\d\d-\d\d)(-\d+)?\.png", self.saved_picture().name)[1]

    def talk(self):
        """(cue, of, at rest, curtain, has notes) of a talk; None: the window is not a talk's."""
        told = self._controls.exists() and re.search(r"\tcue (\d+) of (\d+), (at rest|under way), (open|black|white)(, notes)?(, pointer)?(, light .*)?$",
                                                     self._controls.read_text(), re.MULTILINE)
        return (int(told[1]), int(told[2]), told[3] == "at rest", told[4], bool(told[5])) if told else None

    def is_pointer_shown(self):
        """In a talk."""
        return ", pointer" in self._controls.read_text()

    def light(self):
        """(x, y, across) of the spotlight of a talk, in pixels of the wall; None: it is off."""
        told = re.search(r", light (-?\d+) (-?\d+) (\d+)$", self._controls.read_text(), re.MULTILINE)
        return tuple(int(each) for each in told.groups()) if told else None

    def kiosk(self):
        """What a kiosk is at: "telling", "visited", "visited, 14 s left", "dark"; None: the window is not a kiosk's."""
        told = self._controls.exists() and re.search(r"\tkiosk: (.*)$", self._controls.read_text(), re.MULTILINE)
        return told[1] if told else None

    def facts(self):
        """What a drill tells each second, by name; empty before that."""
        text = self._facts.read_text() if self._facts.exists() else ""
        return {name: float(value) for name, value in (line.split() for line in text.splitlines())}

    def lose_context(self):
        """Of a window that drills: its graphics context is destroyed, with every name in it."""
        self.process.send_signal(signal.SIGUSR1)

    def controls(self):
        """{name: (left, top, right, bottom)} of the panels' controls, in their order; of equal names the first."""
        found = {}
        if self._controls.exists():
            for line in self._controls.read_text().splitlines():
                *box, name = line.split("\t", 4)
                if re.match(r"cue \d|kiosk: ", name):  # where a talk or a kiosk is: no control
                    continue
                found.setdefault(name, tuple(int(edge) for edge in box))
        if self._says_english:
            self.presses.seen.update(found)
        return found

    def control_like(self, beginning, index=0):
        """The name of a control by how it begins, the first or another of those."""
        names = wait_until(lambda: [name for name in self.controls() if name.startswith(beginning)], f"controls named {beginning}…")
        return names[index]

    def middle_of(self, control):
        """Where a control lies, scrolled into sight."""
        _, height_px = self.size()

        def in_sight():
            controls = self.controls()
            left, top, right, bottom = controls[control]
            middle_y_px = (top + bottom) / 2
            # What does not scroll, unless it is the foot of a low window.
            stays = control in ("find", "hide panels") or (bottom < height_px and control in ("Reset", "Keys  ?", "Picture", "Fit"))
            _, field_top, _, field_bottom = controls.get("find", (0, 0, 0, 40))
            from_px = field_bottom + (field_bottom - field_top) / 2
            if stays or from_px < middle_y_px < height_px - 132:
                return (left + right) / 2, middle_y_px
            self.wheel(right - 20, height_px / 2, -1 if middle_y_px > from_px else 1)
            return None

        wait_until(lambda: control in self.controls(), f"there is a control '{control}'")
        # A turn of the wheel may be under way still.
        return wait_until(lambda: in_sight() and self.settled() and in_sight(), f"'{control}' is in sight")

    def press_control(self, control):
        at = self.middle_of(control)
        self.note_press(control)
        self.drag(at, is_slow=True)
        self.settled()

    def tap(self, control):
        """Presses a control that is in sight or comes at once, and does not wait for what comes of it."""
        left, top, right, bottom = wait_until(lambda: self.controls().get(control), f"there is a control '{control}'")
        self.note_press(control)
        self.click((left + right) / 2, (top + bottom) / 2)

    def drag_control(self, control, by_px):
        """Drags from the middle of a control to its side."""
        x_px, y_px = self.middle_of(control)
        self.note_press(control)
        self.drag((x_px, y_px), (x_px + by_px, y_px), is_slow=True)
        self.settled()

    def go_to(self, control):
        """Tab until the ring is on a control; no control has the keyboard before."""
        self.keys(*["Tab"] * (list(self.controls()).index(control) + 1))
        self.settled()

    def press_by_keyboard(self, control, *chords):
        self.go_to(control)
        self.note_press(control)
        self.keys(*chords)

    def note_press(self, control):
        # The names of controls are those of their language.
        if control == "English":
            self._says_english = True
        if self._says_english:
            self.presses.controls.add(control)
        if control == "Español":
            self._says_english = False

    def cpu_s(self):
        """The processor time that the process has used."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def film_of(path):
    """What ffprobe says of the only stream of a film, its frames counted."""
    said = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "default=noprint_wrappers=1",
                           path], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout
    return dict(line.split("=", 1) for line in said.splitlines())


def boxes_of(path):
    """The names of an MP4's outermost boxes, in order."""
    data, at, names = pathlib.Path(path).read_bytes(), 0, []
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        if size == 1:
            size = struct.unpack_from(">Q", data, at + 8)[0]
        names.append(name.decode("ascii"))
        at += size or len(data)
    return names


def exhibit_of_seats(folder, rows, map_keys=""):
    """An exhibit of signatories; `rows`: name,day,lon,lat each. Returns its file."""
    (folder / "seats.csv").write_text("name,day,lon,lat\n" + rows)
    path = folder / "seats.exhibit.toml"
    path.write_text(f"""title = "Seats"
{map_keys}
[timeline]
from = 2018-06-01
to = 2020-01-01
[[layers]]
id = "seats"
kind = "signatories"
label = "Seats"
source = "seats.csv"
[layers.fields]
name = "name"
first_day = "day"
lon = "lon"
lat = "lat"
""")
    return path


def copy_of_geodata(folder):
    """A copy of the built-in exhibit that a test may spoil. Returns the exhibit's file."""
    shutil.copytree(SOURCE / "geodata", folder / "geodata")
    return folder / "geodata" / "ring" / "ring.exhibit.toml"
