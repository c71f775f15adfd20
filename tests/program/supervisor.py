"""Looks after services as systemd would, by what stands in their unit files: for machines that have no systemd.

Known are start, stop, Type=notify, the watchdog, Restart=, start limits, OnFailure=, Wants= of a timer, Conflicts=. A unit's processes are known by
$INVOCATION_ID, as their control group is not there. User=, PAM, the console and the hardening are left out: they need a systemd.
"""

import collections
import contextlib
import ctypes
import os
import pathlib
import re
import shlex
import signal
import socket
import subprocess
import threading
import time
import uuid

CLEAN_SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGPIPE)
UNITS_S = {"": 1.0, "s": 1.0, "sec": 1.0, "min": 60.0, "ms": 0.001}


def seconds(text):
    """A time as systemd.time(7) has it: 12, 5min, 500ms."""
    number, unit = re.fullmatch(r"([\d.]+)\s*([a-z]*)", text).groups()
    return float(number) * UNITS_S[unit]


def read_unit(folder, name):
    """{key: [values]} of a unit file, its template filled for the instance."""
    template = re.sub(r"@[^.]+\.", "@.", name)
    instance = re.search(r"@([^.]*)\.", name)
    keys = collections.defaultdict(list)
    for line in (pathlib.Path(folder) / template).read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            keys[key].append(value.replace("%i", instance[1] if instance else ""))
    return keys


class Service:
    """A unit that is looked after. `told`: what it said, in order: (seconds, variable, value)."""

    def __init__(self, name, keys):
        self.name, self.keys = name, keys
        self.starts, self.ends, self.told = [], [], []  # times; (time, status); see above
        self.process = self.socket = None
        self.seen = set()  # processes that got a signal
        self.state, self.due_s, self.fed_s, self.invocation = "inactive", None, None, ""

    def number(self, key):
        return seconds(self.keys[key][-1])

    def words(self, key):
        return " ".join(self.keys[key]).split()

    def said(self, variable):
        return [value for _, name, value in self.told if name == variable]


class Supervisor:
    """`edits`: {(unit, key): value} in place of what the files say, for a test that does not wait so long; `environment`: of all services."""

    def __init__(self, units, folder, environment, edits=(), prefix=(), session=None):
        self._units, self._folder, self._environment = units, pathlib.Path(folder), environment
        self._edits, self._prefix, self._session = dict(edits), list(prefix), session
        self.services, self._timers = {}, {}
        # Whose parent ended becomes a child of this process, as it becomes one of systemd's.
        pr_set_child_subreaper = 36
        ctypes.CDLL(None).prctl(pr_set_child_subreaper, 1, 0, 0, 0)
        self._lock, self._is_over = threading.RLock(), threading.Event()
        self._thread = threading.Thread(target=self._look_after, daemon=True)
        self._thread.start()

    def service(self, name):
        with self._lock:
            if name not in self.services:
                keys = read_unit(self._units, name)
                for (unit, key), value in self._edits.items():
                    if unit == name:
                        keys[key] = [value]
                self.services[name] = Service(name, keys)
            return self.services[name]

    def start(self, name):
        with self._lock:
            service = self.service(name)
            if name.endswith(".timer"):
                self._timers[name] = time.monotonic() + service.number("OnActiveSec")
                return
            for other in service.words("Conflicts"):
                if other in self.services:
                    self.stop(other)
            interval_s = service.number("StartLimitIntervalSec")
            recent = [at for at in service.starts if time.monotonic() - at < interval_s]
            if interval_s and len(recent) >= int(service.keys["StartLimitBurst"][-1]):
                self._fail(service)
                return
            self._spawn(service)
            for wanted in service.words("Wants"):
                if wanted.endswith(".timer"):
                    self.start(wanted)

    def _spawn(self, service):
        service.invocation = uuid.uuid4().hex
        path = self._folder / f"notify-{service.invocation}"
        service.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        service.socket.bind(str(path))
        path.chmod(0o777)
        environment = self._environment | {"NOTIFY_SOCKET": str(path), "INVOCATION_ID": service.invocation,
                                           "WATCHDOG_USEC": str(int(service.number("WatchdogSec") * 1e6)), "WATCHDOG_PID": "1"}
        environment |= dict(word.split("=", 1) for word in service.words("Environment"))
        for name in service.words("UnsetEnvironment"):
            environment.pop(name, None)
        command = []
        for word in shlex.split(service.keys["ExecStart"][-1]):
            command += environment.get(word[1:], "").split() if word.startswith("$") else [word]
        if self._session:
            command[0] = str(self._session)
        with (self._folder / f"{service.name}.log").open("ab") as log:
            service.process = subprocess.Popen([*self._prefix, *command], env=environment, stdin=subprocess.DEVNULL, start_new_session=True,
                                               stdout=log, stderr=subprocess.STDOUT)
        service.starts.append(time.monotonic())
        service.state, service.due_s = "starting", time.monotonic() + service.number("TimeoutStartSec")

    def processes(self, service):
        """All that the service has running, by their ids."""
        found = []
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if f"INVOCATION_ID={service.invocation}\0".encode() in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
        return found

    def signal_all(self, service, number):
        service.seen |= (found := set(self.processes(service)))
        for process in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)

    def _end_all(self, service):
        """Kills what is left, and waits until none of it is there: an X server that is a zombie still has its display for a new one."""
        left, own = set(self.processes(service)) | service.seen, service.process.pid
        self.signal_all(service, signal.SIGKILL)
        status = service.process.wait()
        left -= {own}
        while left:
            for process in left:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(process, os.WNOHANG)
            left = {process for process in left if pathlib.Path(f"/proc/{process}").exists()}
            self.signal_all(service, signal.SIGKILL)
            time.sleep(0.01)
        service.seen = set()
        return status

    def program(self, service):
        """The id of `spreadmap` itself, a child of the display server."""
        for process in self.processes(service):
            with contextlib.suppress(OSError):
                if os.readlink(f"/proc/{process}/exe").endswith("/spreadmap"):
                    return process
        return None

    def stop(self, name):
        with self._lock:
            service = self.service(name)
            self._timers.pop(name, None)
            for timer in [timer for timer in self._timers if name in self.service(timer).words("PartOf")]:
                self._timers.pop(timer)
            if service.state not in ("starting", "running"):
                service.state = "inactive"
                return
            service.state = "stopping"
            self.signal_all(service, signal.SIGTERM)
            try:
                service.process.wait(service.number("TimeoutStopSec"))
            except subprocess.TimeoutExpired:
                pass
            service.ends.append((time.monotonic(), self._end_all(service)))
            service.state = "inactive"

    def close(self):
        self._is_over.set()
        self._thread.join()
        for service in self.services.values():
            if service.process:
                self._end_all(service)
            if service.socket:
                service.socket.close()

    def _fail(self, service):
        service.state = "failed"
        for other in service.words("OnFailure"):
            self.start(other)

    def _listen(self, service):
        with contextlib.suppress(BlockingIOError):
            while True:
                for line in service.socket.recv(65536).decode().splitlines():
                    variable, _, value = line.partition("=")
                    now_s = time.monotonic()
                    service.told.append((now_s, variable, value))
                    if variable == "READY":
                        service.state, service.due_s = "running", None
                    if variable in ("READY", "WATCHDOG"):
                        service.fed_s = now_s

    def _look_at(self, service):
        now_s = time.monotonic()
        if service.state == "waiting" and now_s >= service.due_s:
            self.start(service.name)
        if service.state not in ("starting", "running"):
            return
        self._listen(service)
        is_late = service.state == "starting" and now_s > service.due_s
        is_frozen = service.state == "running" and now_s - service.fed_s > service.number("WatchdogSec")
        if is_late or is_frozen:
            self.signal_all(service, getattr(signal, service.keys["WatchdogSignal"][-1]) if is_frozen else signal.SIGKILL)
            service.process.wait()
        if service.process.poll() is None:
            return
        status = self._end_all(service)
        service.socket.close()
        service.ends.append((now_s, status))
        is_clean = not is_late and not is_frozen and (status == 0 or -status in CLEAN_SIGNALS)
        restart = service.keys["Restart"][-1]
        if restart == "always" or (restart == "on-failure" and not is_clean):
            service.state, service.due_s = "waiting", now_s + service.number("RestartSec")
        elif is_clean:
            service.state = "inactive"
        else:
            self._fail(service)

    def _look_after(self):
        while not self._is_over.wait(0.02):
            with self._lock:
                for service in [*self.services.values()]:
                    if not service.name.endswith(".timer"):
                        self._look_at(service)
                for timer, due_s in [*self._timers.items()]:
                    if time.monotonic() >= due_s:
                        self._timers.pop(timer)
                        self.start(self.service(timer).keys["Unit"][-1])
