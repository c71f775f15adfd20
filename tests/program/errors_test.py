"""Errors: one clear line each, a status that is not 0, and nothing left or changed on the disk."""

import os
import resource
import shutil
import subprocess
import unittest

from program_testing import DAY, IS_LONG, IS_SANITIZED, Png, ProgramTest, copy_of_geodata, quiet_environment

FAILED, WRONG_USAGE = 1, 2
SMALL = ("--size", "640x360")
STILL = ("--day", DAY, *SMALL)
FILM = ("--seconds", "2", *SMALL)


class ErrorTest(ProgramTest):
    def assert_refused(self, status, says, *arguments, **options):
        """That the program leaves with the status and one line that matches, and that the test's folder stays as it was."""
        before = self.tree()
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assert_one_line(done.stderr)
        self.assertRegex(done.stderr, says)
        self.assertEqual(self.tree(), before)

    def assert_export_refused(self, says, *arguments, out="out.png", **options):
        """Also that a file which stands where the export goes is untouched."""
        self.assert_refused(FAILED, says, "export", *arguments, "-o", out, **options)
        if "/" not in out and "%" not in out:
            (self.folder / out).write_bytes(b"what stood here before")
            # A film that no export wrote is replaced where that is asked for alone.
            self.assert_refused(FAILED, says, "export", *arguments, "-o", out, "--overwrite", **options)
            (self.folder / out).unlink()


class Exhibits(ErrorTest):
    def changed_exhibit(self, old, new):
        """The built-in exhibit with one text replaced."""
        exhibit = copy_of_geodata(self.folder)
        text = exhibit.read_text("utf-8")
        self.assertIn(old, text)
        exhibit.write_text(text.replace(old, new, 1), "utf-8")
        return exhibit

    def test_missing(self):
        self.assert_export_refused(r"nosuch\.toml: .*No such file", "nosuch.toml", *STILL)

    def test_a_folder(self):
        (self.folder / "folder").mkdir()
        self.assert_export_refused("folder: is a folder", "folder", *STILL)

    def test_a_folder_where_the_film_shall_be(self):
        (self.folder / "film.mp4").mkdir()
        self.assert_refused(FAILED, r"film\.mp4: is a folder", "export", "-o", "film.mp4", "--size", "96x64", "--seconds", "1")
        self.assertEqual(list(self.tree()), ["film.mp4"])

    def test_a_projection_that_nobody_knows(self):
        exhibit = self.changed_exhibit('crs = "us-composite"', 'crs = "EPSG:9999999"')
        line = exhibit.read_text("utf-8").split("EPSG:9999999")[0].count("\n") + 1
        self.assert_export_refused(rf"ring\.exhibit\.toml:{line}: 'map\.crs': EPSG:9999999: PROJ does not know", exhibit, *STILL)
        self.assert_export_refused("--crs: EPSG:4978: this is not a projected CRS", "--crs", "EPSG:4978", *STILL)

    def test_garbage(self):
        (self.folder / "garbage.toml").write_bytes(bytes(range(256)) * 16)
        self.assert_export_refused(r"garbage\.toml:2: not UTF-8", "garbage.toml", *STILL)

    def test_no_toml(self):
        (self.folder / "letter.toml").write_text("language = \"en\"\nDear reader,\n")
        self.assert_export_refused(r"letter\.toml:2: ", "letter.toml", *STILL)

    def test_empty(self):
        (self.folder / "empty.toml").write_text("")
        self.assert_export_refused(r"empty\.toml", "empty.toml", *STILL)

    def test_unknown_key_is_named_with_its_line_and_the_nearest_key(self):
        exhibit = self.changed_exhibit("\nplay_from = ", "\nplay_form = ")
        line = exhibit.read_text("utf-8").split("play_form")[0].count("\n") + 1
        self.assert_export_refused(rf"ring\.exhibit\.toml:{line}: .*'play_form'.*'play_from'", exhibit, *STILL)

    def test_missing_table(self):
        exhibit = self.changed_exhibit('source = "agencies.csv"', 'source = "nosuch.csv"')
        self.assert_export_refused(r"ring\.exhibit\.toml:\d+: .*nosuch\.csv: no such file", exhibit, *STILL)

    def test_table_that_is_none(self):
        exhibit = self.changed_exhibit('source = "agencies.csv"', 'source = "noise.csv"')
        (exhibit.parent / "noise.csv").write_bytes(bytes(range(256)) * 64)
        self.assert_export_refused(r"noise\.csv", exhibit, *STILL)

    def test_table_without_a_column(self):
        exhibit = self.changed_exhibit('first_day = "active_since"', 'first_day = "active_sinse"')
        self.assert_export_refused(r"ring\.exhibit\.toml:\d+: .*active_sinse.*active_since", exhibit, *STILL)

    def test_bad_row_is_counted_and_fatal_if_asked(self):
        exhibit = copy_of_geodata(self.folder)
        table = exhibit.parent / "agencies.csv"
        lines = table.read_text("utf-8").split("\n")
        self.assertIn(",2018-05-14,", lines[4])
        lines[4] = lines[4].replace(",2018-05-14,", ",2018-13-45,")
        table.write_text("\n".join(lines), "utf-8")
        self.assert_export_refused(r"agencies\.csv:5: active_since: .*2018-13-45.*--strict", exhibit, *STILL, "--strict")
        done = self.run_program("export", exhibit, *STILL, "-o", "out.png")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(Png(self.folder / "out.png").size, (640, 360))
        problem, count = done.stderr.splitlines()
        self.assertRegex(problem, r"\Aspreadmap: .*agencies\.csv:5: active_since: ")
        self.assertEqual(count, "spreadmap: 1 row was set aside")


class Machines(ErrorTest):
    def test_no_opengl_4_5(self):
        older = quiet_environment(LIBGL_ALWAYS_SOFTWARE="1", MESA_GL_VERSION_OVERRIDE="3.3")
        self.assert_export_refused("OpenGL 4.5 is needed", *STILL, env=older)

    def test_no_display(self):
        for environment in (quiet_environment(), quiet_environment(DISPLAY=":987"), quiet_environment(SDL_VIDEODRIVER="x11"),
                            quiet_environment(XDG_RUNTIME_DIR=str(self.folder))):
            self.assert_refused(FAILED, "no display: .*spreadmap export", env=environment, timeout=30)

    def test_an_export_needs_no_display_whatever_the_environment_names(self):
        for driver in ("x11", "wayland", "dummy"):
            with self.subTest(driver=driver):
                done = self.run_program("export", *STILL, "-o", "out.png", env=quiet_environment(SDL_VIDEODRIVER=driver))
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    @unittest.skipIf(IS_SANITIZED, "a sanitizer maps terabytes of its own, which no limit on addresses allows")
    def test_too_little_memory(self):
        # Drivers crash without memory, so that it has to be said before one is loaded: for the driver alone, and for a large picture.
        for megabytes, size in ((300, "640x360"), (500, "640x360"), (900, "640x360"), (300, "8000x8000"), (1200, "8000x8000")):
            def limit_memory(bytes_=megabytes * 1_000_000):
                resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))

            with self.subTest(megabytes=megabytes, size=size):
                self.assert_refused(FAILED, r"\Aspreadmap: out of memory", "export", "--size", size, "--day", DAY, "-o", "out.png",
                                    preexec_fn=limit_memory)

    @unittest.skipIf(IS_SANITIZED, "a sanitizer maps terabytes of its own, which no limit on addresses allows")
    def test_memory_that_just_suffices(self):
        def limit_memory():
            bytes_ = 1_200_000_000 + (os.cpu_count() or 1) * 200_000_000
            resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))

        done = self.run_program("export", "--size", "640x360", "--day", DAY, "-o", "out.png", preexec_fn=limit_memory)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_no_encoder(self):
        self.assert_export_refused("no H.264 encoder 'nosuch'", *FILM, "--encoder", "nosuch", out="film.mp4")
        self.assert_export_refused("'mpeg4' does not write H.264", *FILM, "--encoder", "mpeg4", out="film.mp4")

    def test_odd_film(self):
        self.assert_export_refused("even sizes, use 102 x 102", "--seconds", "1", "--size", "101x101", out="film.mp4")


class Disks(ErrorTest):
    def test_file_that_may_not_grow(self):
        def limit_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

        self.assert_export_refused(r"out\.png: cannot be written: File too large; ", *STILL, preexec_fn=limit_files)
        self.assert_export_refused(r"\.mp4: cannot be written: File too large; ", *FILM, out="film.mp4",
                                   preexec_fn=limit_files)
        (self.folder / "frames").mkdir()
        self.assert_export_refused(r"frames/0+\d\.png: cannot be written: File too large; ", *FILM, out="frames/%06d.png",
                                   preexec_fn=limit_files)

    # A disk in a name space of its own, so that nobody has to be root. It has room for so many bytes, and then for enough. Whatever runs on it leaves what
    # it says and its status beside the disk, and in the end all that is on it.
    SPACE = ("unshare", "--user", "--map-root-user", "--mount")
    SCRIPT = """mkdir disk && mount -t tmpfs -o size=$ROOM tmpfs disk && cd disk || exit 77
cp -a ../old/* .
$PREPARE
"$@" 2>../said; echo $? >../status
ls -A >../left; cp film.mp4 ../older
mount -o remount,size=500m . || exit 77
# Where nothing was begun, nothing can be gone on with.
again=$AGAIN
[ "$(cat ../status)" = 0 ] || grep -q -e "$AGAIN" ../said || again=
"$@" $again 2>../said_again; echo $? >../status_again
cp -a . ../made
"""

    def on_full_disk(self, room, *command, again="", **more):
        """What is said on a disk with so much room beside the film that is there already, and all that is there after the same command with room enough, `again` with it where it was said."""
        for name in ("disk", "made"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        page = 4096
        room += sum(-(-path.stat().st_size // page) * page for path in (self.folder / "old").iterdir())
        script = self.SCRIPT
        for name, text in ({"PREPARE": "", "AGAIN": again} | more).items():
            script = script.replace(f"${name}", text)
        done = subprocess.run([*self.SPACE, "sh", "-c", script, "sh", self.program, *command], cwd=self.folder, env=quiet_environment(ROOM=str(room)),
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode == 77 or "not permitted" in done.stderr:
            self.skipTest("this machine lets nobody but root mount a disk")
        status, status_again, said, said_again = [(self.folder / name).read_text() for name in ("status", "status_again", "said", "said_again")]
        self.assertEqual(status_again, "0\n", said_again)
        return int(status), said, self.files_in(self.folder / "made")

    def make_old(self):
        """A film that is there already, with its list, in old/."""
        self.export("-o", "old/film.mp4", "--size", "128x72", "--seconds", "0.2", "--no-captions", "--no-flash-check")
        return self.files_in(self.folder / "old")

    def files_in(self, folder):
        return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    def assert_said_full(self, said, program_words, is_begun=False):
        *_, last = said.splitlines()
        self.assertLessEqual(len(said.splitlines()), 2, said)  # a GIF says how coarse its clock is
        self.assertRegex(last, r"\Aspreadmap: \S+: cannot be written: No space left on device; free some space or write to another disk(; what is done stays good, go on "
                               rf"with: \S+ {program_words}){'{1}' if is_begun else '?'}\Z")

    def test_full_disk_at_each_stage(self):
        """While frames are made, while they are joined, and when what comes along is written."""
        rest = ("--size", "320x180", "--seconds", "2.5", "--fps", "24", "--no-flash-check")
        old = self.make_old()
        endings = (".mp4", ".webm", ".mov", ".mkv", ".gif", ".apng", ".webp") if IS_LONG else (".mp4", ".gif")
        for out in (*(f"film{ending}" for ending in endings), "frames/%06d.png"):
            (self.folder / "whole").mkdir()
            self.export("-o", f"whole/{out}", *rest)
            whole = self.files_in(self.folder / "whole")
            need = sum(len(data) for data in whole.values())
            if out != "film.mp4":
                whole = old | whole
            failed = 0
            for share in (0.05, 0.3, 0.6, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.0, 2.1, 2.5, 3.0) if IS_LONG else (0.5, 1.3, 1.8):
                with self.subTest(out=out, share=share):
                    status, said, made = self.on_full_disk(max(8192, int(share * need)), "export", "-o", out, *rest, again="--resume")
                    self.assertEqual(made, whole, "and nothing else is left")
                    failed += status != 0
                    self.assertIn((self.folder / "older").read_bytes(), (old["film.mp4"], whole["film.mp4"]), "one of both, and whole")
                    if status != 0:
                        self.assert_said_full(said, r"export .*--resume")
            self.assertGreater(failed, 0)
            shutil.rmtree(self.folder / "whole")

    def test_full_disk_of_a_join(self):
        rest = ("--size", "320x180", "--seconds", "2.5", "--fps", "24", "--no-flash-check")
        old = self.make_old()
        for out in [f"film{ending}" for ending in ((".mp4", ".webm", ".gif", ".apng", ".webp") if IS_LONG else (".webp",))]:
            for share in (1, 2):
                self.export("-o", out, *rest, "--shard", f"{share}/2")
            shutil.copytree(self.folder / f"{out}.parts", self.folder / "parts" / f"{out}.parts")
            for name in ("film.csv", "film.vtt"):
                shutil.copy(self.folder / name, self.folder / "parts")
            self.assertEqual(self.run_program("join", out).returncode, 0)
            whole = {name: (self.folder / name).read_bytes() for name in (out, f"{out}.frames.json", "film.csv", "film.vtt")}
            parts = sum(path.stat().st_size + 4096 for path in (self.folder / "parts").rglob("*") if path.is_file()) + 8192
            for share in (0.3, 0.8):
                with self.subTest(out=out, share=share):
                    room = parts + int(share * len(whole[out]))
                    status, said, made = self.on_full_disk(room, "join", out, PREPARE="cp -a ../parts/. .")
                    self.assertEqual(made, old | whole)
                    self.assertEqual(status, 1, said)
                    self.assert_said_full(said, f"join {out}", is_begun=True)
            shutil.rmtree(self.folder / "parts")

    def test_full_disk_of_a_still(self):
        old = self.make_old()
        for out in ("map.png", "map.svg", "map.pdf"):
            with self.subTest(out=out):
                status, said, made = self.on_full_disk(16384, "export", *STILL, "-o", out)
                self.assertEqual(status, 1)
                self.assertRegex(said, rf"\Aspreadmap: {out}: cannot be written: No space left on device; free some space or write to another disk\n\Z")
                self.assertEqual(sorted(made), sorted((*old, out)))
                self.assertEqual((self.folder / "left").read_text().splitlines(), sorted(old))

    def test_folder_that_cannot_be_written_to(self):
        (self.folder / "file").write_text("no folder")
        self.assert_export_refused("file: .*Not a directory", *STILL, out="file/out.png")
        self.assert_export_refused("file: .*Not a directory", *FILM, out="file/%06d.png")
        self.assert_export_refused("/proc/x", *STILL, out="/proc/x/out.png")
        self.assert_export_refused("/proc/x", *FILM, out="/proc/x/film.mp4")
        # What is named is the folder that can be changed, never the one around it.
        self.assert_export_refused("file/film.mp4.parts: cannot be made: Not a directory; file is no folder", *FILM, out="file/film.mp4")
        self.assert_export_refused("/proc/self: cannot be written to: [^;]*; allow writing to it or name another folder", *STILL, out="/proc/self/out.png")

    def test_name_that_is_a_folder(self):
        (self.folder / "out.png").mkdir()
        self.assert_refused(FAILED, "out.png: cannot be written: Is a directory", "export", *STILL, "-o", "out.png")


class Requests(ErrorTest):
    def test_endings(self):
        for out in ("film.avi", "film", "film.mp4.txt", "film.MOB"):
            self.assert_refused(WRONG_USAGE, rf"{out}: the ending.*\.png, .*\.mp4", "export", *FILM, "-o", out)
        self.assert_refused(WRONG_USAGE, "a still is a picture", "export", *STILL, "-o", "film.mp4")

    def test_days_outside_of_the_timeline(self):
        for day in ("2017-12-31", "2020-10-01", "2031-01-01"):
            self.assert_export_refused(f"{day}: .*2018-01-01 to 2020-09-30", "--day", day, *SMALL)
        for out in ("film.mp4", "new/folder/%06d.png"):
            self.assert_export_refused("--from and --to.*2018-01-01 to 2020-09-30", "--from", "2017-01-01", *FILM, out=out)
            self.assertFalse((self.folder / "new").exists(), "nothing is left of what was not made")

    def test_language_that_nobody_speaks(self):
        self.assert_export_refused("--lang fr: .*there are en, es", *STILL, "--lang", "fr")

    def test_an_option_given_twice_counts_as_the_last(self):
        # All but --size, of which each makes an export.
        for name, days in (("one.png", ("2019-08-28",)), ("two.png", ("2018-08-28", "2019-08-28"))):
            days = [part for day in days for part in ("--day", day)]
            done = self.run_program("export", *STILL, *days, "-o", name)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual((self.folder / "one.png").read_bytes(), (self.folder / "two.png").read_bytes())

    def test_a_view_of_what_is_not_on_the_map(self):
        for view, says in (("Texs", r"--view: no region is called 'Texs'; did you mean 'Texas'\?"),
                           ("tx", r"--view: no region is called 'tx'; did you mean 'TX'\?"),
                           ("10,50,11,51", "--view: the extent: us-composite has no room for it")):
            self.assert_export_refused(says, *STILL, "--view", view)

    def test_one_name_for_many_frames(self):
        self.assert_refused(WRONG_USAGE, "one picture needs a day", "export", *FILM, "-o", "out.png")
        self.assert_refused(WRONG_USAGE, "%06d stands for a frame's number, and one picture has none", "export", *STILL, "-o", "%06d.png")
        still = "for a still of its size write --size 1080x1920 --safe-area 6,14,6,20 --day {} in place of it"
        self.assert_refused(WRONG_USAGE, still.format("YYYY-MM-DD"), "export", "--preset", "story", "-o", "x.png")
        self.assert_refused(WRONG_USAGE, still.format("2019-08-27"), "export", "--preset", "story", "--day", "2019-08-27", "-o", "x.png")
        self.assert_export_refused("more than one number", *FILM, out="%d-%d.png")

    def test_wrong_usage(self):
        out = ("-o", "out.png")
        film = ("-o", "film.mp4")
        cases = ((("--nosuch",), "--nosuch"), (("nosuch.toml", "export", *film), "EXHIBIT.*before 'export'"),
                 (("--lang", "es", "export", *film), "--lang.*before 'export'"),
                 (("--size", "640x360", "export", *film), "--size.*before 'export'"),
                 (("export", *film, "--seconds", "nan"), "--seconds"), (("export", *film, "--fps", "23.9"), "--fps"),
                 (("export", *out, "--day", DAY, "--seconds", "3"), "--day.*--seconds"),
                 (("export", *out, "--day", DAY, "--hold", "2"), "--day.*--hold"),
                 (("export", *film, "--hold", "2,-1"), "--hold.*'2,-1'"), (("export", *film, "--hold", "1,2,3"), "--hold"),
                 (("export", *film, "--hold", "nan"), "--hold"), (("export", *film, "--hold", "2,"), "--hold"),
                 (("export", *out, "--day", DAY, "--view", "1,2,3"), "--view.*four numbers"),
                 (("export", *out, "--day", DAY, "--view", "1,5,3,4"), "--view.*north must be more"),
                 (("export", *out, "--day", DAY, "--view", ""), "--view.*an extent"),
                 (("export", *film, "--safe-area", "60"), "--safe-area.*a fifth"), (("export", *film, "--safe-area", "1,2"), "--safe-area"),
                 (("export", *film, "--safe-area=-5"), "--safe-area"), (("export", *film, "--safe-area", "5%"), "--safe-area.*'5%'"),
                 (("export", *film, "--cues", "--view", "TX"), "--cues.*--view"),
                 (("export", *out, "--day", DAY, "--furniture", "title,none"), "--furniture.*'none'"),
                 (("export", *out, "--day", DAY, "--furniture", "transport"), "--furniture.*strip"), (("export",), "--out is required"), (("export", *out, "more", "toml"), "toml"),
                 (("export", "-o", "out.png", "--day", "yesterday"), "--day.*yesterday"),
                 (("export", "-o", "out.png", "--day", "2019-02-30"), "--day.*2019-02-30"),
                 (("export", *out, "--size", "5"), "--size.*'5'.*1920x1080"),
                 (("export", *out, "--size", "99999x99999"), "--size"),
                 (("export", *out, "--fps", "0"), "--fps"), (("export", *out, "--fps", "30/0"), "--fps"),
                 (("export", *out, "--seconds", "0"), "--seconds"), (("export", *out, "--seconds", "x"), "--seconds"),
                 (("export", *out, "--threads", "-1"), "--threads"),
                 (("export", *out, "--furniture", "hat"), "'hat'.*title"),
                 (("export", *out, "--from", "2019-05-01", "--to", "2019-04-01"), "--to"),
                 (("--scale", "9"), "--scale"), (("--size", "big"), "--size.*'big'"), (("--day", "1"), "--day"))
        for arguments, says in cases:
            with self.subTest(arguments=arguments):
                self.assert_refused(WRONG_USAGE, f"{says}.*--help", *arguments)

    def test_help_and_version_are_no_errors(self):
        for arguments in (("--help",), ("export", "--help"), ("--version",)):
            done = self.run_program(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertRegex(done.stdout, r"\A\S")
            self.assertLess(max(len(line) for line in done.stdout.splitlines()), 121)


class KeysFiles(ErrorTest):
    """Without a display: what is wrong with the keys is said before a window is tried."""

    WRONG = ((r"keys\.toml:2: unknown action 'plai'; did you mean 'play'\?", '[explore]\nplai = ["k"]\n'),
             (r"keys\.toml:3: 'loop': 'k' is given to 'play' on line 2 already", '[explore]\nplay = ["k"]\nloop = ["k"]\n'),
             (r"keys\.toml:2: 'next-cue': no key makes 'Spaec'; did you mean 'Space'\?", '[talk]\nnext-cue = ["Spaec"]\n'),
             (r"keys\.toml:2: 'quit': Escape never quits a talk", '[talk]\nquit = ["Escape"]\n'),
             (r"keys\.toml:2: 'explore\.play': expected a list of keys", "[explore]\nplay = true\n"),
             (r"keys\.toml:1: unknown section 'talks'; did you mean 'talk'\?", "[talks]\n"),
             (r"keys\.toml:1: not TOML", "[explore\n"))

    def test_what_is_wrong_is_said_before_there_is_a_window(self):
        file = self.folder / "keys.toml"
        for says, text in self.WRONG:
            file.write_text(text)
            self.assert_refused(FAILED, says, "--keys-file", file)
        self.assert_refused(FAILED, r"keys\.toml:1: not TOML", "present", "--keys-file", file)
        self.assert_refused(FAILED, r"keys\.toml:1: not TOML", "--keys", "--keys-file", file)
        self.assert_refused(FAILED, r"keys\.toml:1: not TOML", "keys", "--keys-file", file)

    def test_the_users_own_file_as_well(self):
        own = self.folder / "spreadmap"
        own.mkdir()
        (own / "keys.toml").write_text(self.WRONG[0][1])
        environment = quiet_environment(XDG_CONFIG_HOME=str(self.folder))
        for command in ((), ("present",), ("keys",)):
            self.assert_refused(FAILED, self.WRONG[0][0], *command, env=environment)
        # Of a kiosk and of exports there are no keys.
        self.assertEqual(self.run_program("diagnose", env=environment).returncode, 0)

    def test_one_that_is_named_has_to_be_there(self):
        self.assert_refused(FAILED, r"nosuch\.toml: cannot be opened: No such file", "--keys-file", "nosuch.toml")
        self.assert_refused(WRONG_USAGE, "--keys-file", "--keys-file", "nosuch.toml", "kiosk")

    def test_what_is_printed_changes_nothing(self):
        def said(*arguments):
            done = self.run_program(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            return done.stdout

        file = self.folder / "keys.toml"
        file.write_text(said("keys"), encoding="utf-8")
        self.assertEqual(said("keys", "--keys-file", file), file.read_text("utf-8"))
        for command in ((), ("present",)):
            self.assertEqual(said(*command, "--keys", "--keys-file", file), said(*command, "--keys"))
        file.write_text('[explore]\nloop = ["Space"]\n')
        listed = said("--keys-file", file, "--keys")
        self.assertIn("Space\tLoop\n", listed)
        self.assertNotIn("Play, pause", listed)
        self.assertIn('play = []\n', said("keys", "--keys-file", file))


if __name__ == "__main__":
    unittest.main()
