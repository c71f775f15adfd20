"""Slurm on one node, in a folder of its own: its configuration, its key, its ports, its daemons. Touches nothing of the machine's."""

import os
import pathlib
import shutil
import socket
import subprocess

from program_testing import quiet_environment, wait_until

DAEMONS = {"munged": "munge", "slurmctld": "slurmctld", "slurmd": "slurmd"}


def missing():
    """Why no Slurm can be started here; empty where one can."""
    if os.geteuid() != 0:
        return "slurmd starts jobs as root only"
    lacking = [package for program, package in DAEMONS.items() if not shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin")]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def free_ports(count):
    """Ports that nobody listens on at the moment."""
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class Slurm:
    """Started in `folder`, which no path of which may be long: sockets lie in it."""

    CPUS = 2

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)
        self._daemons = []
        self.environment = quiet_environment(SLURM_CONF=str(self._folder / "slurm.conf"))

    def start(self):
        for name in ("state", "spool"):
            (self._folder / name).mkdir()
        self._folder.chmod(0o755)
        key = self._folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        self._write_configuration()
        self._run("munged", "--foreground", "--num-threads=2", f"--key-file={key}", f"--socket={self._folder}/munge",
                  f"--pid-file={self._folder}/munged.pid", f"--log-file={self._folder}/munged.log",
                  f"--seed-file={self._folder}/munged.seed")
        wait_until(lambda: (self._folder / "munge").exists(), "munged listens")
        self._run("slurmctld", "-D", "-i", "-f", self._folder / "slurm.conf")
        self._run("slurmd", "-D", "-N", "node", "-f", self._folder / "slurm.conf")
        wait_until(lambda: "idle" in self.said("sinfo", "--noheader", "--format=%t"), "the node is idle", 60)

    def _write_configuration(self):
        control, node = free_ports(2)
        host = socket.gethostname().split(".")[0]
        (self._folder / "slurm.conf").write_text(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmctldPort={control}
SlurmdPort={node}
AuthType=auth/munge
AuthInfo=socket={self._folder}/munge
CredType=cred/munge
StateSaveLocation={self._folder}/state
SlurmdSpoolDir={self._folder}/spool
SlurmctldPidFile={self._folder}/slurmctld.pid
SlurmdPidFile={self._folder}/slurmd.pid
SlurmctldLogFile={self._folder}/slurmctld.log
SlurmdLogFile={self._folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,sched_min_interval=0
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
KillWait=1
NodeName=node NodeHostname={host} NodeAddr=127.0.0.1 CPUs={self.CPUS} State=UNKNOWN
PartitionName=all Nodes=node Default=YES MaxTime=10 State=UP
""")

    def _run(self, program, *arguments):
        path = shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin")
        with open(self._folder / f"{program}.out", "wb") as out:
            self._daemons.append(subprocess.Popen([path, *map(str, arguments)], env=self.environment, stdin=subprocess.DEVNULL,
                                                  stdout=out, stderr=out, start_new_session=True))

    def said(self, program, *arguments):
        """What one of Slurm's commands prints; nothing where it fails, as it does while the daemons start."""
        done = subprocess.run([program, *map(str, arguments)], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=60)
        return done.stdout if done.returncode == 0 else ""

    def jobs(self, number):
        """What Slurm knows of a job and of each task of its array: a dictionary each."""
        text = self.said("scontrol", "--oneliner", "show", "job", number)
        return [dict(word.split("=", 1) for word in line.split() if "=" in word) for line in text.splitlines()]

    def stop(self):
        """Ends the daemons, and before them what they started."""
        if len(self._daemons) > 1:
            self.said("scancel", "--full", "--signal=KILL", "--state=RUNNING", "--me")
        for daemon in reversed(self._daemons):
            daemon.terminate()
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait(10)

    def logs(self):
        return "\n".join(f"--- {path.name}\n{path.read_text(errors='replace')[-3000:]}"
                         for path in sorted(self._folder.glob("*.log")) + sorted(self._folder.glob("*.out")))
