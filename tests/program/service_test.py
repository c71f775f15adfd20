"""A kiosk as a service: the units that are shipped, and what becomes of a kiosk that freezes, crashes or is asked to end."""

import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

from program_testing import BUILD, IS_LONG, LIMIT_S, PROGRAM, SCREENS, SOURCE, ProgramTest, copy_of_geodata, quiet_environment, wait_until
from supervisor import Supervisor, read_unit

UNITS = BUILD / "kiosk"
SESSION = SOURCE / "assets" / "kiosk" / "spreadmap-session"
KIOSK, SAFE, RETRY = "spreadmap-kiosk@{}.service", "spreadmap-safe@{}.service", "spreadmap-retry@{}.timer"
GROUND, REACHED = bytes.fromhex("0b0f1a"), bytes.fromhex("ffb454")
WIDTH_PX, HEIGHT_PX = 540, 960
BACK_WITHIN_S = 30.0 if not os.environ.get("SPREADMAP_SANITIZE") else 120.0


def free_display():
    return next(number for number in range(100 + os.getpid() % 400, 1000) if not pathlib.Path(f"/tmp/.X11-unix/X{number}").exists())


class ServiceTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.home = self.folder / "home"
        self.home.mkdir()
        self.display = None

    def supervisor(self, kind, exhibit="", edits=(), prefix=(), **environment):
        """Looks after services of a kind of session. The kiosk's files are in its own home."""
        if kind == "x11":
            self.display = f":{free_display()}"
            environment["SPREADMAP_X_SERVER"] = f"/usr/bin/Xvfb {self.display} -screen 0 {WIDTH_PX}x{HEIGHT_PX}x24 -nolisten tcp"
        variables = quiet_environment(HOME=str(self.home), SPREADMAP_PROGRAM=str(PROGRAM), SPREADMAP_KIOSK=str(exhibit), **environment)
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            variables.pop(name, None)
        held = Supervisor(UNITS, self.folder, variables, {(unit.format(kind), key): value for (unit, key), value in dict(edits).items()}, prefix, SESSION)
        self.addCleanup(held.close)
        return held

    def logs(self):
        return "\n".join(log.read_text(errors="replace") for log in self.folder.glob("*.log"))

    def wait_for(self, condition, what, limit_s=LIMIT_S):
        try:
            return wait_until(condition, what, limit_s)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.logs()}") from error

    def ready(self, supervisor, name, times=1):
        service = supervisor.service(name)
        self.wait_for(lambda: len(service.said("READY")) >= times, f"{name} is ready, {times}")
        return service

    def picture(self):
        """RGB of what the display shows; empty where there is no display just now."""
        return subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"], env=quiet_environment(DISPLAY=self.display),
                              stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=LIMIT_S).stdout

    def shows_picture(self):
        """Of the exhibit, its title card too; a black screen has nothing of the ground's colour."""
        return 0.1 < self.share_of(GROUND) < 0.995

    def shows_safe_scene(self):
        return 0.9 < self.share_of(GROUND) < 0.99 and 0.001 < self.share_of(REACHED) < 0.02

    def share_of(self, colour):
        picture = self.picture()
        return sum(picture[at:at + 3] == colour for at in range(0, len(picture), 3)) / (WIDTH_PX * HEIGHT_PX)

    def keep_screen(self, name):
        SCREENS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-silent", "-window", "root", SCREENS / f"{name}.png"], env=quiet_environment(DISPLAY=self.display), check=True)

    def freeze(self, supervisor, service):
        """Stops the program; returns how long it is until there is a picture again."""
        before_s, count = time.monotonic(), len(service.said("READY"))
        os.kill(supervisor.program(service), signal.SIGSTOP)
        self.ready(supervisor, service.name, count + 1)
        self.wait_for(self.shows_picture, "the picture is back")
        return time.monotonic() - before_s

    def ends_for_good(self, supervisor, service, number=signal.SIGTERM):
        before_s = time.monotonic()
        os.kill(supervisor.program(service), number)
        self.wait_for(lambda: service.state == "inactive", "it ends and stays so")
        ended_s, status = service.ends[-1]
        self.assertEqual(status, 0, self.logs())
        return ended_s - before_s


class Units(ServiceTest):
    def test_systemd_understands_them(self):
        for kind in ("cage", "x11"):
            for name in (KIOSK, SAFE, RETRY):
                # Its program is not installed here.
                template = name.replace("{}", "")
                text = (UNITS / template).read_text().replace("Documentation=man:spreadmap(1)\n", "")
                (self.folder / template).write_text("".join(
                    f"ExecStart={SESSION} {line.split(' ', 1)[1]}" if line.startswith("ExecStart=") else line for line in text.splitlines(keepends=True)))
            for name in (KIOSK, SAFE, RETRY):
                done = subprocess.run(["systemd-analyze", "verify", "--recursive-errors=yes", self.folder / name.format(kind)], capture_output=True, text=True,
                                      check=False, env=quiet_environment(SYSTEMD_UNIT_PATH=f"{self.folder}:"))
                self.assertEqual((done.returncode, done.stderr), (0, ""), name)

    def test_a_wrong_key_would_be_found(self):
        wrong = self.folder / "wrong.service"
        wrong.write_text("[Service]\nType=notify\nWatchDogSecs=3\nExecStart=/bin/true\n")
        done = subprocess.run(["systemd-analyze", "verify", wrong], capture_output=True, text=True, check=False)
        self.assertIn("WatchDogSecs", done.stderr)

    def test_their_numbers_are_those_that_are_promised(self):
        for kind in ("cage", "x11"):
            kiosk, safe = (Supervisor(UNITS, self.folder, {}).service(name.format(kind)) for name in (KIOSK, SAFE))
            # A start takes a few seconds on a slow machine.
            self.assertLessEqual(kiosk.number("WatchdogSec") + kiosk.number("RestartSec"), BACK_WITHIN_S - 15.0)
            self.assertEqual((kiosk.number("StartLimitIntervalSec"), kiosk.keys["StartLimitBurst"]), (60.0, ["3"]))
            self.assertEqual(kiosk.words("OnFailure"), [SAFE.format(kind)])
            self.assertEqual(safe.keys["Restart"], ["always"])
            self.assertIn(RETRY.format(kind), safe.words("Wants"))
            self.assertEqual(read_unit(UNITS, RETRY.format(kind))["Unit"], [KIOSK.format(kind)])


class UnderX11(ServiceTest):
    KIOSK, SAFE = KIOSK.format("x11"), SAFE.format("x11")

    def test_frozen_it_is_begun_again_and_asked_to_end_it_ends(self):
        # As shipped in the long form; here only the watchdog is quicker.
        supervisor = self.supervisor("x11", edits={} if IS_LONG else {(KIOSK, "WatchdogSec"): "6"})
        supervisor.start(self.KIOSK)
        kiosk = self.ready(supervisor, self.KIOSK)
        self.wait_for(self.shows_picture, "the exhibit is seen")
        self.assertLess(self.freeze(supervisor, kiosk), BACK_WITHIN_S)
        self.assertRegex(kiosk.said("STATUS")[-1], r"^How Ring .*: telling, cue \d+ of \d+$")
        self.assertLess(self.ends_for_good(supervisor, kiosk), 2.0 if not os.environ.get("SPREADMAP_SANITIZE") else 20.0)
        self.assertEqual(len(kiosk.starts), 2, f"{kiosk.ends} {self.logs()}")
        self.assertEqual(kiosk.said("STOPPING"), ["1"])

    def test_closed_and_dark_it_proves_that_it_lives(self):
        exhibit = copy_of_geodata(self.folder)
        now = time.localtime()
        text = exhibit.read_text(encoding="utf-8")
        later = f"{(now.tm_hour + 2) % 24:02}:00-{(now.tm_hour + 3) % 24:02}:00"
        exhibit.write_text(text.replace("[[layers]]", f'[kiosk]\nhours = "{later}"\n\n[[layers]]', 1), encoding="utf-8")
        supervisor = self.supervisor("x11", exhibit, edits={(KIOSK, "WatchdogSec"): "3"})
        supervisor.start(self.KIOSK)
        kiosk = self.ready(supervisor, self.KIOSK)
        self.wait_for(lambda: len(kiosk.said("WATCHDOG")) >= 5, "it feeds the watchdog")
        self.assertEqual(len(kiosk.starts), 1)
        self.assertIn(": closed", kiosk.said("STATUS")[-1])

    def test_an_exhibit_that_is_broken_gives_the_safe_scene_until_it_is_whole(self):
        exhibit = copy_of_geodata(self.folder)
        whole = exhibit.read_text(encoding="utf-8")
        exhibit.write_text("title = [", encoding="utf-8")
        supervisor = self.supervisor("x11", exhibit, edits={(RETRY, "OnActiveSec"): "6"})
        supervisor.start(self.KIOSK)
        kiosk = supervisor.service(self.KIOSK)
        safe = self.ready(supervisor, self.SAFE)
        self.assertEqual([status for _, status in kiosk.ends], [1, 1, 1])
        self.assertEqual(kiosk.said("READY"), [], "without a picture nothing is ready")
        self.wait_for(self.shows_safe_scene, "the safe scene is seen")
        self.keep_screen("kiosk_safe")
        exhibit.write_text(whole, encoding="utf-8")
        # Three starts within a minute are all that there are: the real timer waits longer than that.
        kiosk.starts.clear()
        self.ready(supervisor, self.KIOSK)
        self.wait_for(self.shows_picture, "the exhibit is back")
        self.assertEqual(safe.state, "inactive")

    @unittest.skipUnless(IS_LONG, "the long form")
    def test_three_crashes_in_a_minute_give_the_safe_scene(self):
        supervisor = self.supervisor("x11")
        supervisor.start(self.KIOSK)
        for times in (1, 2, 3):
            kiosk = self.ready(supervisor, self.KIOSK, times)
            os.kill(supervisor.program(kiosk), signal.SIGSEGV)
        safe = self.ready(supervisor, self.SAFE)
        self.assertEqual([status for _, status in kiosk.ends], [128 + signal.SIGSEGV] * 3)
        self.wait_for(self.shows_safe_scene, "the safe scene is seen")
        # It too is looked after, and ends when it is asked to.
        os.kill(supervisor.program(safe), signal.SIGKILL)
        self.ready(supervisor, self.SAFE, 2)
        supervisor.stop(self.SAFE)
        self.assertEqual(safe.state, "inactive")

    @unittest.skipUnless(IS_LONG, "the long form")
    def test_a_display_server_that_dies_is_a_failure(self):
        supervisor = self.supervisor("x11")
        supervisor.start(self.KIOSK)
        kiosk = self.ready(supervisor, self.KIOSK)
        server = next(process for process in supervisor.processes(kiosk) if os.readlink(f"/proc/{process}/exe").endswith("Xvfb"))
        os.kill(server, signal.SIGKILL)
        self.ready(supervisor, self.KIOSK, 2)
        self.wait_for(self.shows_picture, "the exhibit is back")


class SafeScene(ServiceTest):
    def test_needs_nothing_but_a_display(self):
        # The program alone, without fonts, data or a home that can be written to.
        bare = self.folder / "bare"
        bare.mkdir()
        shutil.copy(PROGRAM, bare / "spreadmap")
        display = f":{free_display()}"
        self.display = display
        server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{WIDTH_PX}x{HEIGHT_PX}x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (server.kill(), server.wait()))
        self.wait_for(lambda: pathlib.Path(f"/tmp/.X11-unix/X{display[1:]}").exists(), "the display is there")
        program = subprocess.Popen([bare / "spreadmap", "kiosk", "--safe"], stderr=subprocess.PIPE, text=True,
                                   env=quiet_environment(DISPLAY=display, HOME="/nonexistent", LIBGL_DRIVERS_PATH="/nonexistent"))
        self.addCleanup(lambda: (program.kill(), program.communicate()))
        self.wait_for(self.shows_safe_scene, "its picture is seen")
        before_s = time.monotonic()
        program.send_signal(signal.SIGTERM)
        _, said = program.communicate(timeout=LIMIT_S)
        self.assertLess(time.monotonic() - before_s, 2.0)
        self.assertEqual(program.returncode, 0)
        self.assertIn("fonts", said)

    def test_without_a_display_it_says_so(self):
        done = self.run_program("kiosk", "--safe")
        self.assertEqual(done.returncode, 1)
        self.assert_one_line(done.stderr)
        self.assertIn("no display", done.stderr)


class UnderCage(ServiceTest):
    KIOSK, SAFE = KIOSK.format("cage"), SAFE.format("cage")

    def cage(self, **options):
        prefix = ()
        if os.geteuid() == 0:  # cage refuses to run as root
            prefix = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
            if subprocess.run([*prefix, "test", "-x", PROGRAM], check=False).returncode != 0:
                self.skipTest(f"{PROGRAM} cannot be started by another user than root, and cage not by root")
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        if prefix:
            for folder in (runtime, self.home):
                os.chown(folder, 65534, 65534)
        return self.supervisor("cage", prefix=prefix, XDG_RUNTIME_DIR=str(runtime), WLR_BACKENDS="headless", WLR_RENDERER="pixman", WLR_LIBINPUT_NO_DEVICES="1",
                               **options)

    def test_the_kiosk_is_ready_there_and_ends(self):
        supervisor = self.cage()
        supervisor.start(self.KIOSK)
        kiosk = self.ready(supervisor, self.KIOSK)
        self.assertLess(self.ends_for_good(supervisor, kiosk), 3.0 if not os.environ.get("SPREADMAP_SANITIZE") else 20.0)
        self.assertEqual(len(kiosk.starts), 1)

    def test_one_that_nobody_looks_after_ends_with_its_compositor(self):
        self.cage()  # its folders
        name = self.folder / "runtime" / "name"
        prefix = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.geteuid() == 0 else ()
        environment = quiet_environment(HOME=str(self.home), XDG_RUNTIME_DIR=str(name.parent), WLR_BACKENDS="headless", WLR_RENDERER="pixman",
                                        WLR_LIBINPUT_NO_DEVICES="1")
        with open(self.folder / "cage.log", "w", encoding="utf-8") as log:
            cage = subprocess.Popen([*prefix, "cage", "--", "sh", "-c", 'echo "$WAYLAND_DISPLAY" >"$0"; sleep 600', str(name)], env=environment,
                                    stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.addCleanup(cage.wait)
        self.addCleanup(cage.kill)
        display = self.wait_for(lambda: name.exists() and name.read_text().strip(), "the compositor is there")
        controls = self.home / "controls"
        kiosk = subprocess.Popen([*prefix, PROGRAM, "kiosk", "--controls", controls, "--visits", ""], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                 env=environment | {"WAYLAND_DISPLAY": display, "SDL_VIDEODRIVER": "wayland"})
        self.addCleanup(kiosk.kill)
        self.wait_for(lambda: controls.exists() and "kiosk: telling" in controls.read_text(), "it tells itself")
        cage.kill()
        _, said = kiosk.communicate(timeout=LIMIT_S)
        self.assertEqual(kiosk.returncode, 1, said)
        self.assertIn("spreadmap: the display is gone; start the kiosk again once it is there\n", said)

    @unittest.skipUnless(IS_LONG, "the long form")
    def test_a_crash_is_passed_on_and_the_safe_scene_comes(self):
        supervisor = self.cage()
        supervisor.start(self.KIOSK)
        for times in (1, 2, 3):
            kiosk = self.ready(supervisor, self.KIOSK, times)
            os.kill(supervisor.program(kiosk), signal.SIGSEGV)
        self.ready(supervisor, self.SAFE)
        self.assertEqual([status for _, status in kiosk.ends], [128 + signal.SIGSEGV] * 3)


if __name__ == "__main__":
    unittest.main()
