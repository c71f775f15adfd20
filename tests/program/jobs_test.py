"""Exports in shares, by the job scripts that are shipped: the joined film has the bytes of the one made in one go."""

import shutil
import subprocess
import tempfile
import unittest
import wave

import slurm_testing
from program_testing import SOURCE, ProgramTest, quiet_environment, wait_until

JOBS = SOURCE / "assets" / "jobs"
FILM = ("--size", "320x180", "--fps", "10", "--seconds", "4")
SHARES = 3


class JobsTest(ProgramTest):
    def made(self, out):
        """The film and what is known of it, without what is left of its making."""
        return [(self.folder / name).read_bytes() for name in (out, f"{out}.frames.json")]

    def film_in_one_go(self):
        # Of the same name, which stands in what is known of it.
        self.export("-o", "whole/shared.mp4", *FILM)
        return self.made("whole/shared.mp4")

    def script(self, name, *arguments, **environment):
        return subprocess.run([JOBS / name, *map(str, arguments)], cwd=self.folder, stdin=subprocess.DEVNULL,
                              env=quiet_environment(SPREADMAP=str(self.program), **environment), capture_output=True,
                              text=True, check=False, timeout=300)

    def stubborn_program(self):
        """A program that makes shares as ours does, but kills the second as soon as a part of it is there: once."""
        path = self.folder / "killed-once"
        path.write_text(f"""#!/bin/bash
if [[ "$*" == *"--shard 2/"* && ! -e killed ]]; then
  {self.program} "$@" &
  while [[ -z $(ls shared.mp4.parts/*of-{SHARES}* 2>/dev/null) ]]; do sleep 0.01; done
  touch killed
  kill -9 $! && wait $!
  exit 137
fi
exec {self.program} "$@"
""")
        path.chmod(0o755)
        return path


@unittest.skipUnless(shutil.which("parallel"), "not installed: parallel")
class Parallel(JobsTest):
    def test_makes_the_film_that_is_made_in_one_go(self):
        expected = self.film_in_one_go()
        done = self.script("spreadmap-parallel", SHARES, "--jobs", "2", "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.made("shared.mp4"), expected)
        self.assertFalse((self.folder / "shared.mp4.parts").exists())
        again = self.script("spreadmap-parallel", SHARES, "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(self.made("shared.mp4"), expected)
        self.assertFalse((self.folder / "shared.mp4.parts").exists())

    def test_a_film_with_sound_has_it_joined_too(self):
        with wave.open(str(self.folder / "tone.wav"), "wb") as tone:
            tone.setnchannels(1)
            tone.setsampwidth(2)
            tone.setframerate(8000)
            tone.writeframes(bytes(2 * 8000 * 4))
        self.export("-o", "whole/shared.mp4", *FILM, "--soundtrack", "tone.wav")
        for out, sound in ((("-o", "shared.mp4"), ("--soundtrack", "tone.wav")), (("-oshared.mp4",), ("--soundtrack=tone.wav",))):
            with self.subTest(sound):
                (self.folder / "shared.mp4").unlink(missing_ok=True)
                done = self.script("spreadmap-parallel", 2, "--", *out, *FILM, *sound)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual((self.folder / "shared.mp4").read_bytes(), (self.folder / "whole/shared.mp4").read_bytes())

    def test_joins_what_lies_there_whole(self):
        expected = self.film_in_one_go()
        for share in range(SHARES):
            self.export("-o", "shared.mp4", *FILM, "--shard", f"{share + 1}/{SHARES}")
        self.assertFalse((self.folder / "shared.mp4").exists(), "shares that end at once would each join them")
        done = self.script("spreadmap-parallel", SHARES, "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.made("shared.mp4"), expected)

    def test_makes_several_sizes(self):
        sizes = ("320x180", "180x320")
        options = ("--fps", "10", "--seconds", "3", *(part for size in sizes for part in ("--size", size)))
        for out in ("{size}/film.mp4", "film-{size}.gif", "frames-{size}/%03d.png"):
            with self.subTest(out):
                self.export("-o", f"whole/{out}", *options)
                done = self.script("spreadmap-parallel", 2, "--", "-o", f"shared/{out}", *options)
                self.assertEqual(done.returncode, 0, done.stderr)
                for size in sizes:
                    each = out.replace("{size}", size).replace("%03d", "000")
                    self.assertEqual((self.folder / "shared" / each).read_bytes(), (self.folder / "whole" / each).read_bytes())
                self.assertEqual(list((self.folder / "shared").rglob("*.parts")), [])
        none = self.run_program("join", "other-{size}.mp4")
        self.assertEqual(none.returncode, 1)
        self.assertIn("there is none of any size", none.stderr)

    def test_goes_on_with_a_share_that_was_killed(self):
        expected = self.film_in_one_go()
        self.program = self.stubborn_program()
        done = self.script("spreadmap-parallel", SHARES, "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "killed").exists())
        self.assertEqual(self.made("shared.mp4"), expected)

    def test_names_the_shares_that_failed_and_makes_them_later(self):
        expected = self.film_in_one_go()
        whole = self.program
        self.program = self.folder / "fails-at-two"
        self.program.write_text(f'#!/bin/bash\n[[ "$*" != *"--shard 2/"* ]] || {{ echo "no" >&2; exit 1; }}\nexec {whole} "$@"\n')
        self.program.chmod(0o755)
        arguments = ("spreadmap-parallel", SHARES, "--", "-o", "shared.mp4", *FILM)
        failed = self.script(*arguments)
        self.assertEqual(failed.returncode, 1, failed.stderr)
        self.assertIn(f"of {SHARES} shares these failed: 2;", failed.stderr)
        self.assertFalse((self.folder / "shared.mp4").exists())
        self.program = whole
        done = self.script(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.made("shared.mp4"), expected)

    def test_takes_names_as_they_are_typed(self):
        done = self.script("spreadmap-parallel", 2, "--", "-o", "two words/it's $HOME %04d.png", "--size", "320x180", "--fps", "2",
                           "--seconds", "2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(path.name for path in (self.folder / "two words").iterdir()),
                         ["frames.csv", "frames.json", "frames.vtt", *(f"it's $HOME {at:04}.png" for at in range(4))])

    def test_says_what_is_missing_on_its_command_line(self):
        for arguments, said in ((("film.mp4",), "is not a number of shares"), ((3, "-o", "film.mp4"), "stands after --"),
                                ((3, "--", "--lang", "es"), "-o OUT is needed")):
            for name in ("spreadmap-parallel", "spreadmap-slurm"):
                done = self.script(name, *arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(said, done.stderr)


@unittest.skipIf(slurm_testing.missing(), slurm_testing.missing())
class Slurm(JobsTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        held = tempfile.TemporaryDirectory(prefix="slurm-")
        cls.addClassCleanup(held.cleanup)
        cls.slurm = slurm_testing.Slurm(held.name)
        cls.addClassCleanup(cls.slurm.stop)
        try:
            cls.slurm.start()
        except AssertionError as error:
            raise AssertionError(f"{error}\n{cls.slurm.logs()}") from error

    def submit(self, *arguments):
        """Submits an export, and returns the numbers of the array job and of the one that joins."""
        done = self.script("spreadmap-slurm", *arguments, SLURM_CONF=self.slurm.environment["SLURM_CONF"])
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.split()

    def wait_for(self, job):
        """Until a job has ended; its state."""
        over = {"COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY"}
        states = lambda: {task["JobState"] for task in self.slurm.jobs(job)}
        try:
            wait_until(lambda: states() and states() <= over, f"job {job} has ended", 240)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.slurm.said('squeue')}\n{self.slurm.logs()}") from error
        return states()

    def log(self, name):
        path = self.folder / name
        return path.read_text() if path.exists() else f"{name} is not there"

    def logs(self):
        return "\n".join(f"{path.name}: {path.read_text()}" for path in sorted(self.folder.glob("*.log")))

    def test_makes_the_film_that_is_made_in_one_go(self):
        expected = self.film_in_one_go()
        array, join = self.submit(SHARES, "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(self.wait_for(join), {"COMPLETED"}, self.logs())
        self.assertEqual(len(self.slurm.jobs(array)), SHARES)
        self.assertEqual(self.made("shared.mp4"), expected)
        self.assertEqual([path.name for path in self.folder.glob("*.done")], [])

    def test_goes_on_with_a_share_that_was_killed(self):
        expected = self.film_in_one_go()
        self.program = self.stubborn_program()
        _, join = self.submit(SHARES, "--", "-o", "shared.mp4", *FILM)
        wait_until((self.folder / "killed").exists, "a share was killed", 120)
        self.assertEqual(self.wait_for(join), {"COMPLETED"}, self.logs())
        self.assertEqual(self.made("shared.mp4"), expected)

    def test_names_the_shares_that_failed_and_makes_them_later(self):
        expected = self.film_in_one_go()
        broken = ("--", "-o", "shared.mp4", *FILM, "--lang", "xx")
        _, join = self.submit(2, *broken)
        self.assertEqual(self.wait_for(join), {"FAILED"})
        self.assertIn("of 2 shares these failed: 1 2;", self.log("shared.mp4.join.log"))
        self.assertIn("xx", self.log("shared.mp4.share-1.log"))
        _, join = self.submit(SHARES, "--", "-o", "shared.mp4", *FILM)
        self.assertEqual(self.wait_for(join), {"COMPLETED"}, self.logs())
        self.assertEqual(self.made("shared.mp4"), expected)


if __name__ == "__main__":
    unittest.main()
