"""Exports: stills, sequences and films, whole or stopped, from wherever the program stands."""

import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import unittest

from program_testing import (BUILD, DAY, IS_LONG, LIMIT_S, Picture, Png, ProgramTest, boxes_of, film_of, quiet_environment,
                             run_on_terminal, wait_until)

SMALL = ("--size", "640x360")


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


class Stills(ProgramTest):
    def picture(self, *arguments):
        self.export("--day", DAY, "-o", "picture.png", *arguments)
        return self.folder / "picture.png"

    def test_has_the_size_that_was_asked_for(self):
        for size in ((640, 360), (1920, 1080), (641, 367)) + (((7680, 4320),) if IS_LONG else ()):
            with self.subTest(size=size):
                self.assertEqual(Png(self.picture("--size", "{}x{}".format(*size))).size, size)

    def test_says_nothing(self):
        self.assertEqual(self.export("--day", DAY, "-o", "picture.png", *SMALL), "")

    def test_names_hold_percent_signs(self):
        for given, named in (("100%.png", "100%.png"), ("90%%.png", "90%.png"), ("80%.svg", "80%.svg")):
            with self.subTest(given=given):
                self.export("--day", DAY, "-o", given, *SMALL)
                self.assertTrue((self.folder / named).exists())

    def test_portrait_is_laid_out_anew(self):
        portrait = Picture.of_png(self.picture("--size", "1080x1920"))
        self.assertEqual((portrait.width_px, portrait.height_px), (1080, 1920))
        counter = [(x, y) for x, y in portrait.places_of(bytes.fromhex("ffb454")) if y < 500]
        self.assertGreater(len(counter), 5000, "the counter stands in the upper quarter")
        self.assertLess(min(x for x, _ in counter), 300, "at the left, below the title")

    def test_furniture_can_be_left_out(self):
        whole = Picture.of_png(self.picture(*SMALL))
        bare = Picture.of_png(self.picture(*SMALL, "--furniture", "none"))
        self.assertNotEqual(whole, bare)
        ground = bytes.fromhex("0b0f1a")
        foot = range(640 * 350, 640 * 360)
        self.assertTrue(all(bare.rgb[3 * at:3 * at + 3] == ground for at in foot), "where the credits stood")
        named = self.picture(*SMALL, "--furniture", "title,counter,legend,strip,credits")
        self.assertEqual(Picture.of_png(named), whole)

    def test_speaks_spanish(self):
        english = Picture.of_png(self.picture(*SMALL))
        spanish = Picture.of_png(self.picture(*SMALL, "--lang", "es"))
        self.assertNotEqual(english, spanish)
        self.assertEqual(Picture.of_png(self.picture(*SMALL, "--lang", "en")), english)

    def test_shows_a_region_by_name_or_code_or_an_extent(self):
        whole = Picture.of_png(self.picture(*SMALL))
        texas = Picture.of_png(self.picture(*SMALL, "--view", "Texas"))
        self.assertNotEqual(texas, whole)
        self.assertEqual(Picture.of_png(self.picture(*SMALL, "--view", "TX")), texas)
        wider = Picture.of_png(self.picture(*SMALL, "--view=-107,20,-93,37"))
        self.assertNotIn(wider, (whole, texas))

    def test_replaces_an_older_picture(self):
        (self.folder / "picture.png").write_bytes(b"older")
        self.assertEqual(Png(self.picture(*SMALL)).size, (640, 360))
        self.assertEqual(list(self.tree()), ["picture.png"])


class Sequences(ProgramTest):
    def test_names_frames_from_zero_in_a_folder_that_it_makes(self):
        said = self.export("-o", "films/ring/%06d.png", *SMALL, "--seconds", "0.5", "--fps", "24")
        names = [f"{index:06d}.png" for index in range(12)]
        self.assertEqual(sorted(path.name for path in (self.folder / "films/ring").iterdir()), [*names, "frames.csv", "frames.json", "frames.vtt"])
        for name in names:
            self.assertEqual(Png(self.folder / "films/ring" / name).size, (640, 360))
        self.assertRegex(said, r"\A12 frames in \d+\.\d s \(\d+ frames/s\), [\d.]+ [kM]B: films/ring/%06d\.png\n\Z")

    def test_ends_with_the_picture_of_the_last_day(self):
        self.export("-o", "%d.png", *SMALL, "--seconds", "0.2", "--from", "2019-08-01", "--to", DAY)
        self.export("-o", "still.png", *SMALL, "--day", DAY)
        self.assertEqual((self.folder / "5.png").read_bytes(), (self.folder / "still.png").read_bytes())

    def test_gives_the_same_bytes_each_time_and_with_any_number_of_threads(self):
        for folder, threads in (("a", "1"), ("b", "1"), ("c", "2"), ("d", "5")):
            self.export("-o", f"{folder}/%06d.png", *SMALL, "--seconds", "1" if IS_LONG else "0.4", "--threads", threads)
        first = bytes_of(self.folder / "a")
        for folder in "bcd":
            self.assertEqual(bytes_of(self.folder / folder), first)


class Films(ProgramTest):
    def assert_film(self, path, size, frame_count, rate):
        film = film_of(path)
        self.assertEqual((int(film["width"]), int(film["height"])), size)
        self.assertEqual(int(film["nb_read_frames"]), frame_count)
        self.assertEqual((film["codec_name"], film["pix_fmt"], film["avg_frame_rate"]), ("h264", "yuv420p", rate))
        boxes = boxes_of(path)
        self.assertEqual(boxes[0], "ftyp")
        self.assertLess(boxes.index("moov"), boxes.index("mdat"), boxes)

    def test_has_its_frames_its_rate_and_its_index_in_front(self):
        for fps, rate, seconds in (("30", "30/1", 0.5), ("30000/1001", "30000/1001", 1.45), ("25", "25/1", 0.04)):
            with self.subTest(fps=fps):
                self.export("-o", "film.mp4", *SMALL, "--fps", fps, "--seconds", str(seconds))
                above, below = (int(part) for part in rate.split("/"))
                self.assert_film(self.folder / "film.mp4", (640, 360), round(seconds * above / below), rate)

    def test_gives_the_same_bytes_each_time(self):
        for name in ("a.mp4", "b.mp4"):
            self.export("-o", name, *SMALL, "--seconds", "1")
        self.assertEqual((self.folder / "a.mp4").read_bytes(), (self.folder / "b.mp4").read_bytes())

    @unittest.skipUnless(IS_LONG, "20 seconds in 1080p: only in the long form")
    def test_twenty_seconds(self):
        self.export("-o", "film.mp4", "--seconds", "20")
        self.assert_film(self.folder / "film.mp4", (1920, 1080), 600, "30/1")


class InBackground(ProgramTest):
    def start(self, *arguments):
        process = subprocess.Popen([self.program, "export", *arguments], cwd=self.folder, env=quiet_environment(),
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process


class Stopped(InBackground):
    """In the middle, by Ctrl-C, by SIGTERM or by kill -9."""

    # Long enough to be stopped in the middle, however fast the machine.
    # Looking for flashes in an hour takes a while, and nothing is there to be stopped yet.
    ENDLESS = (*SMALL, "--seconds", "3600", "--no-flash-check")

    def assert_frames_are_whole(self, folder, least):
        frames = sorted(folder.glob("[!.f]*"))  # beside the journal
        self.assertGreaterEqual(len(frames), least)
        for frame in frames:
            self.assertRegex(frame.name, r"\A\d{6}\.png\Z")
            self.assertEqual(Png(frame).size, (640, 360))

    def test_by_a_signal_leaves_whole_frames_only(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number.name):
                folder = self.folder / number.name
                process = self.start("-o", f"{number.name}/%06d.png", *self.ENDLESS)
                wait_until((folder / "000005.png").exists, "six frames are there")
                process.send_signal(number)
                said = process.communicate(timeout=LIMIT_S)[1]
                self.assertEqual(process.returncode, 1)
                self.assertRegex(said.splitlines()[-1], r"\Aspreadmap: stopped after \d+ of 108000 frames; "
                                 r"what is done stays good, go on with: \S+ export .* --resume\Z")
                self.assert_frames_are_whole(folder, 6)
                self.assertEqual(list(folder.glob(".*")), [])

    def test_by_a_signal_leaves_whole_segments_of_a_film(self):
        (self.folder / "film.mp4").write_bytes(b"an older film")
        process = self.start("-o", "film.mp4", *self.ENDLESS, "--overwrite")
        parts = self.folder / "film.mp4.parts"
        wait_until((parts / "000001.mp4").exists, "two segments are there")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=LIMIT_S)[1]
        self.assertEqual(process.returncode, 1)
        self.assertIn("go on with: ", said)
        self.assertEqual((self.folder / "film.mp4").read_bytes(), b"an older film")
        self.assertEqual(list(parts.glob(".*")), [])
        for segment in parts.glob("*.mp4"):
            self.assertEqual(int(film_of(segment)["nb_read_frames"]), 30, segment.name)

    def test_at_once_leaves_nothing(self):
        process = self.start("-o", "film.mp4", *self.ENDLESS)
        wait_until(lambda: list(self.folder.glob("film.mp4.parts/*")), "it has begun")
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=LIMIT_S)[1]
        if "go on with" not in said:
            self.assertEqual(self.tree(), {})

    def test_by_kill_9_has_whole_files_under_final_names_only(self):
        for after in range(8 if IS_LONG else 3):
            process = self.start("-o", "frames/%06d.png", *self.ENDLESS, "--threads", "4", "--overwrite")
            wait_until((self.folder / "frames" / f"{7 * after + 3:06d}.png").exists, "frames are there")
            process.kill()
            process.wait()
            self.assert_frames_are_whole(self.folder / "frames", 1)
        # What a killed run left under a temporary name is used again, not kept for ever.
        self.export("-o", "frames/%06d.png", *SMALL, "--seconds", "3" if IS_LONG else "1", "--overwrite")
        self.assertEqual(len(list((self.folder / "frames").glob("[0-9]*.png"))), 90 if IS_LONG else 30)
        self.assertFalse(list((self.folder / "frames").glob("*.journal")))


class Resumed(ProgramTest):
    """What a kill cuts off is gone on with, to the same bytes; shares are put together to the same bytes; all of it can be verified."""

    LENGTH = (*SMALL, "--seconds", "4")

    def whole(self, out):
        """The film or the frames made in one go, with what is beside them."""
        self.export("-o", out, *self.LENGTH)
        return self.made(out)

    def made(self, out):
        path = self.folder / out
        if path.suffix == ".png":
            return {file.name: file.read_bytes() for file in sorted(path.parent.iterdir())}
        beside = (f"{path.name}.frames.json", f"{path.stem}.vtt", f"{path.stem}.csv")
        return {name: (path.parent / name).read_bytes() for name in (path.name, *beside)}

    def kill_after(self, done, *arguments):
        process = subprocess.Popen([self.program, "export", *arguments], cwd=self.folder, env=quiet_environment(),
                                   stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        wait_until(lambda: done() or process.poll() is not None, "some of it is done")
        process.kill()
        process.wait()

    def test_after_kills_to_the_same_bytes(self):
        for out, again in (("film.mp4", "again/film.mp4"), ("frames/%06d.png", "frames-again/%06d.png")):
            with self.subTest(out):
                expected = self.whole(out)
                work = self.folder / ("again/film.mp4.parts" if out == "film.mp4" else "frames-again")
                for kill in range(10 if IS_LONG else 2):
                    least = kill + 1
                    self.kill_after(lambda: len(list(work.glob("0*"))) >= least, "-o", again, *self.LENGTH, "--resume")
                self.export("-o", again, *self.LENGTH, "--resume")
                self.assertEqual(self.made(again), expected)
                self.assertFalse((self.folder / "again" / "film.mp4.parts").exists())

    @unittest.skipUnless(IS_LONG, "fifty kills: only in the long form")
    def test_after_fifty_kills_at_any_moment(self):
        expected = self.whole("film.mp4")
        for kill in range(50):
            process = subprocess.Popen([self.program, "export", "-o", "again/film.mp4", *self.LENGTH, "--resume"],
                                       cwd=self.folder, env=quiet_environment(), stdin=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=0.02 + (kill * 37 % 50) * 0.03)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.export("-o", "again/film.mp4", *self.LENGTH, "--resume")
        self.assertEqual(self.made("again/film.mp4"), expected)

    def test_a_folder_taken_away_is_said_and_gone_on_with(self):
        for out, again, work in (("film.mp4", "away/film.mp4", "away/film.mp4.parts"), ("film/%06d.png", "away/frames/%06d.png", "away/frames")):
            with self.subTest(out):
                expected = self.whole(out)
                process = subprocess.Popen([self.program, "export", "-o", again, *self.LENGTH], cwd=self.folder, env=quiet_environment(),
                                           stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                self.addCleanup(process.kill)
                wait_until(lambda: list((self.folder / work).glob("0*")), "some of it is done")
                (self.folder / "away").rename(self.folder / "hidden")
                said = process.communicate(timeout=LIMIT_S)[1]
                self.assertEqual(process.returncode, 1, said)
                self.assertIn("was taken away while it was written into", said)
                self.assertIn("--resume", said)
                (self.folder / "hidden").rename(self.folder / "away")
                self.export("-o", again, *self.LENGTH, "--resume")
                self.assertEqual(self.made(again), expected)

    def test_what_is_whole_is_left_alone(self):
        expected = self.whole("film.mp4")
        before = (self.folder / "film.mp4").stat().st_mtime_ns
        self.export("-o", "film.mp4", *self.LENGTH, "--resume")
        self.assertEqual(self.made("film.mp4"), expected)
        self.assertEqual((self.folder / "film.mp4").stat().st_mtime_ns, before)

    def test_without_a_word_an_unfinished_one_is_neither_lost_nor_mixed(self):
        parts = self.folder / "film.mp4.parts"
        self.kill_after(lambda: len(list(parts.glob("0*"))) >= 1, "-o", "film.mp4", *self.LENGTH)
        tree = self.tree()
        refused = self.run_program("export", "-o", "film.mp4", *self.LENGTH)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--resume", refused.stderr)
        other = self.run_program("export", "-o", "film.mp4", *self.LENGTH, "--resume", "--theme", "light")
        self.assertEqual(other.returncode, 1)
        self.assertIn("theme: 'dark' there, 'light' here", other.stderr)
        self.assertEqual(self.tree(), tree)
        self.export("-o", "film.mp4", *self.LENGTH, "--theme", "light", "--overwrite")
        self.assertFalse(parts.exists())

    def test_shares_are_joined_to_the_same_bytes(self):
        for out, shared in (("film.mp4", "shared/film.mp4"), ("frames/%06d.png", "frames-shared/%06d.png")):
            with self.subTest(out):
                expected = self.whole(out)
                for share in ("2/3", "3/3"):
                    self.export("-o", shared, *self.LENGTH, "--shard", share)
                early = self.run_program("join", shared)
                self.assertEqual(early.returncode, 1)
                self.assertIn("frame 0 is the first that is missing", early.stderr)
                self.export("-o", shared, *self.LENGTH, "--shard", "1/3", "--threads", "1")
                joined = self.run_program("join", shared)
                self.assertEqual(joined.returncode, 0, joined.stderr)
                self.assertEqual(self.made(shared), expected)

    def test_shares_of_other_exports_are_not_joined(self):
        self.export("-o", "film.mp4", *self.LENGTH, "--shard", "1/2")
        self.export("-o", "film.mp4", *self.LENGTH, "--shard", "2/2", "--lang", "es")
        joined = self.run_program("join", "film.mp4")
        self.assertEqual(joined.returncode, 1)
        self.assertRegex(joined.stderr, r"language: '(en|es)' there, '(en|es)' here")
        self.assertFalse((self.folder / "film.mp4").exists())

    def test_what_differs_is_named(self):
        self.whole("film.mp4")
        self.whole("frames/%06d.png")
        for path, name in (("film.mp4", "film"), ("frames", "frames")):
            done = self.run_program("verify", path)
            self.assertEqual((done.returncode, done.stdout), (0, f"{path}: 120 frames are as written, and {name}.csv, {name}.vtt\n"), done.stderr)
        film = self.folder / "film.mp4"
        film.write_bytes(film.read_bytes()[:-1] + b"?")
        done = self.run_program("verify", "film.mp4")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"film\.mp4: is not what was written: frame \d+ of 20\d\d-\d\d-\d\d is the first")
        frame = self.folder / "frames" / "000042.png"
        frame.write_bytes(frame.read_bytes() + b"?")
        done = self.run_program("verify", "frames")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"000042\.png: is not what was written: frame 42 of ")
        frame.unlink()
        self.assertIn("000042.png", self.run_program("verify", "frames").stderr)

    def test_programs_are_told_what_kind_of_fault_it_was(self):
        """By a name for which the export panel has words, and without what would have to be typed."""
        def told(*arguments, **options):
            done = self.run_program("export", "-o", "film.mp4", *self.LENGTH, "--progress", "json", *arguments, **options)
            self.assertEqual(done.returncode, 1, done.stderr)
            *_, fault, last = done.stderr.splitlines()
            self.assertRegex(last, r"\Aspreadmap: ")
            return json.loads(fault)

        parts = self.folder / "film.mp4.parts"
        self.kill_after(lambda: len(list(parts.glob("0*"))) >= 1, "-o", "film.mp4", *self.LENGTH)
        self.assertEqual(told()["fault"], "unfinished")
        other = told("--resume", "--theme", "light")
        self.assertEqual((other["fault"], other["detail"]), ("other export", "theme: 'dark' there, 'light' here"))
        cut = told("--resume", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)))
        self.assertEqual(cut["fault"], "cut off")
        self.assertRegex(cut["said"], r"\A\S+: cannot be written: File too large; [^;]*\Z")
        running = subprocess.Popen([self.program, "export", "-o", "film.mp4", *Stopped.ENDLESS, "--overwrite"], cwd=self.folder, env=quiet_environment(),
                                   stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(running.wait)
        self.addCleanup(running.kill)
        wait_until(lambda: "108000" in (parts / "frames.journal").read_text("utf-8"), "it is at work")
        self.assertEqual(told("--resume")["fault"], "busy")
        running.kill()
        running.wait()
        (self.folder / "film.csv").write_text("somebody else's\n")
        foreign = told("--overwrite")
        self.assertEqual((foreign["fault"], foreign["detail"]), ("not ours", "film.csv"))

    def test_a_damaged_list_is_said_with_its_line(self):
        self.whole("film.mp4")
        self.export("-o", "frames/%06d.png", *self.LENGTH, "--shard", "1/2")
        beside = self.folder / "film.mp4.frames.json"
        sound = beside.read_text("utf-8")
        for text, says in ((sound[:len(sound) // 2], r":\d+: is damaged, .*: it ends in the middle; "), ("no JSON\n", r":1: is damaged, .*: this is no JSON; "),
                           ("", r":1: is damaged, .*: nothing stands in it; "),
                           (sound.replace('"unit":0', '"unit":"0"'), r":\d\d+: is damaged, .*: 'unit' is a text instead of a whole number; "),
                           (sound.replace('"sha256"', '"sha"'), r":\d\d+: is damaged, .*: 'sha256' is missing; ")):
            beside.write_text(text, "utf-8")
            for command in (("verify", "film.mp4"), ("export", "-o", "film.mp4", *self.LENGTH, "--resume")):
                with self.subTest(text=text[:20], command=command[0]):
                    self.assert_damaged(command, rf"film\.mp4\.frames\.json{says}take it away and export anew")
        beside.unlink()
        self.assert_damaged(("verify", "film.mp4"), r"film\.mp4\.frames\.json: is not there; without it nobody knows")
        self.assert_damaged(("export", "-o", "film.mp4", *self.LENGTH, "--resume"), r"film\.mp4: is there without its film\.mp4\.frames\.json")
        journal = self.folder / "frames" / "frames.1-of-2.journal"
        lines = journal.read_text("utf-8").splitlines(keepends=True)
        journal.write_text("".join([*lines[:3], lines[3][:30] + "\n", *lines[4:]]), "utf-8")
        for command in (("join", "frames/%06d.png"), ("verify", "frames"), ("export", "-o", "frames/%06d.png", *self.LENGTH, "--resume", "--shard", "1/2")):
            with self.subTest(command=command[0]):
                self.assert_damaged(command, r"frames\.1-of-2\.journal:4: is damaged, .*: it ends in the middle; take it away and export anew")

    def assert_damaged(self, command, says):
        tree = self.tree()
        done = self.run_program(*command)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assert_one_line(done.stderr)
        self.assertRegex(done.stderr, says)
        self.assertNotIn("json.exception", done.stderr)
        self.assertEqual(self.tree(), tree)


class Listed(ProgramTest):
    """The list of an export is held by its own sum, and names what comes along."""

    LENGTH = ("--size", "320x180", "--seconds", "1", "--fps", "10")
    whole, made = Resumed.whole, Resumed.made

    def refused(self, *command):
        done = self.run_program(*command)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assert_one_line(done.stderr)
        return done.stderr

    def test_what_was_changed_in_the_list_or_comes_along_is_named(self):
        for out, path, beside in (("film.mp4", "film.mp4", "film"), ("frames/%06d.png", "frames", "frames/frames")):
            with self.subTest(out):
                expected = self.whole(out)
                listing = self.folder / ("film.mp4.frames.json" if path == "film.mp4" else "frames/frames.json")
                whole = listing.read_text("utf-8")
                *lines, last = whole.splitlines(keepends=True)
                own = hashlib.sha256("".join(lines).encode()).hexdigest()
                self.assertEqual(json.loads(whole)["sha256_above"], own, "which is what sha256sum says too")
                for changed in (re.sub(r'"day":"2019-', '"day":"2018-', whole, count=1), re.sub(r'"partnerships":\[\d+,', '"partnerships":[7,', whole, count=1),
                                whole.replace(own, "0" * 64)):
                    self.assertNotEqual(changed, whole)
                    listing.write_text(changed, "utf-8")
                    self.assertIn(f"{listing.name}: was changed after it was written", self.refused("verify", path))
                    if out != "film.mp4":
                        self.assertIn("was changed after", self.refused("export", "-o", out, *self.LENGTH, "--resume"))
                # One of an earlier version has neither.
                old = json.loads(whole)
                old.pop("sha256_above"), old.pop("beside")
                listing.write_text(json.dumps(old), "utf-8")
                done = self.run_program("verify", path)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("its list is of an earlier version, so days, counts, captions and seconds could not be checked", done.stdout)
                listing.write_text(whole, "utf-8")
                for ending, word in ((".vtt", "is not what was written"), (".csv", "is missing")):
                    file = self.folder / f"{beside}{ending}"
                    file.unlink() if word == "is missing" else file.write_bytes(file.read_bytes().replace(b" 20", b" 21", 1))
                    self.assertIn(f"{beside}{ending}: {word}", self.refused("verify", path))
                    self.export("-o", out, *self.LENGTH, "--resume")
                    self.assertEqual(self.made(out), expected)
                    self.assertEqual(self.run_program("verify", path).returncode, 0)

    def test_what_is_not_of_the_export_is_named(self):
        self.export("-o", "frames/%06d.png", "--size", "192x108", "--seconds", "1")
        whole = self.run_program("verify", "frames").stdout
        self.assertRegex(whole, r"\Aframes: 30 frames are as written, and frames\.csv, frames\.vtt\n\Z")
        for index in (30, 31, 32, 33):
            shutil.copy(self.folder / "frames/000000.png", self.folder / f"frames/{index:06}.png")
            done = self.run_program("verify", "frames")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, whole[:-1] + "; not of this export: 000030.png, 000031.png, 000032.png and 1 more\n")

    def test_a_shorter_export_leaves_no_frame_of_a_longer_one(self):
        self.export("-o", "frames/%06d.png", "--size", "192x108", "--seconds", "1")
        half = ("-o", "frames/%06d.png", "--size", "192x108", "--seconds", "0.5")
        self.assertIn("spreadmap: frames: of 30 frames of an earlier export the last 15, up to 000029.png, are taken away; "
                      "to keep them give one export another folder\n", self.export(*half))
        self.assertNotIn("taken away", self.export(*half), "once")
        self.assertEqual(len(list((self.folder / "frames").glob("*.png"))), 15)
        self.assertNotIn("not of this export", self.run_program("verify", "frames").stdout)

    def test_what_replaces_that_of_another_exhibit_says_so(self):
        (self.folder / "rows.csv").write_text("name,day,lon,lat\na,2019-03-01,-100,40\n")
        own = ('title = "Own"\n[timeline]\nfrom = 2019-01-01\nto = 2019-12-31\n[[layers]]\nid = "a"\nkind = "partnerships"\nlabel = "A"\n'
               'source = "rows.csv"\n[layers.fields]\nname = "name"\nfirst_day = "day"\nlon = "lon"\nlat = "lat"\n')
        (self.folder / "own.toml").write_text(own)
        small = ("--size", "192x108", "--seconds", "0.5", "--no-flash-check", "--no-captions")
        for out, what in (("frames/%06d.png", "frames: 15 frames of another exhibit (its data: rows.csv) are replaced"),
                          ("film.mp4", "film.mp4: a film of another exhibit (its data: rows.csv) is replaced")):
            with self.subTest(out=out):
                self.export("own.toml", "-o", out, *small)
                (self.folder / "own.toml").write_text(own.replace('"Own"', '"Ours"'))
                self.assertNotIn("another exhibit", self.export("own.toml", "-o", out, *small), "it was only edited")
                self.assertIn(f"spreadmap: {what}; to keep both give one another --out\n", self.export("-o", out, *small))
                self.assertNotIn("another exhibit", self.export("own.toml", "-o", out, *small, "--overwrite"), "so it was asked for")

    def test_what_no_export_wrote_is_not_written_over(self):
        small = (*SMALL, "--seconds", "0.2", "--no-captions")
        (self.folder / "frames").mkdir()
        for out, file in (("film.mp4", "film.mp4"), ("frames/%06d.png", "frames/000001.png")):
            with self.subTest(out=out):
                (self.folder / file).write_text("somebody's own")
                self.assertEqual(self.refused("export", "-o", out, *small),
                                 f"spreadmap: {file}: is there, and was not written by an export; move it away, name another --out, or add --overwrite\n")
                self.assertEqual((self.folder / file).read_text(), "somebody's own")
                self.export("-o", out, *small, "--overwrite")
                self.export("-o", out, *small)  # its own is replaced as ever

    def test_what_another_film_loses_is_told(self):
        film = ("--size", "192x108", "--seconds", "1", "--no-flash-check")
        self.export("-o", "s.mp4", *film)
        warning = "spreadmap: s.webm: s.vtt and s.csv of s.mp4 are replaced by those of this film; to keep both give one film another name\n"
        self.assertEqual(self.export("-o", "s.webm", *film, "--lang", "es").count(warning), 1)
        self.assertNotIn("replaced", self.export("-o", "s.webm", *film, "--lang", "es", "--overwrite"))
        self.assertIn("s.mp4: s.vtt and s.csv of s.webm are replaced", self.export("-o", "s.mp4", *film, "--resume"))
        self.assertNotIn("replaced", self.export("-o", "s.mkv", *film, "--format", "ffv1"), "the same words are nobody's loss")
        self.assertNotIn("replaced", self.export("-o", "other.mp4", *film, "--lang", "es"))

    def test_a_join_of_a_folder_says_what_to_name(self):
        self.export("-o", "frames/%06d.png", *self.LENGTH, "--shard", "1/2")
        self.assertEqual(self.refused("join", "frames"), "spreadmap: frames: is a folder; name what its shares were exported to, as frames/%06d.png\n")

    def test_a_join_looks_at_what_comes_along(self):
        for share in ("1/2", "2/2"):
            self.export("-o", "film.mp4", *self.LENGTH, "--shard", share)
        (self.folder / "film.vtt").unlink()
        self.assertIn("film.vtt: is missing", self.refused("join", "film.mp4"))
        self.export("-o", "film.mp4", *self.LENGTH, "--shard", "1/2", "--resume")
        self.assertEqual(self.run_program("join", "film.mp4").returncode, 0)
        self.assertIn("and film.csv, film.vtt", self.run_program("verify", "film.mp4").stdout)


class TakenAway(InBackground):
    def test_frames_that_go_while_others_are_made(self):
        rest = ("-o", "frames/%04d.png", *SMALL, "--seconds", "30", "--no-flash-check", "--no-captions")
        making = self.start(*rest)
        first = self.folder / "frames" / "0000.png"
        wait_until(first.exists, "the first one is there", pause_s=0.001)
        first.unlink()
        self.assertEqual(making.wait(60), 1)
        self.assertRegex(making.stderr.read(), r"\Aspreadmap: frames/0000\.png: was taken away while the frames were made; what is done stays good, go on with: [^\n]+ --resume\n\Z")
        self.export(*rest, "--resume")
        self.assertTrue(first.exists())


class AtOnce(InBackground):
    """Several processes for one film: shares go together, and what would be written twice is refused."""

    LENGTH = (*SMALL, "--seconds", "4" if IS_LONG else "2", "--no-flash-check", "--no-captions")
    # Out, and where it is written.
    OUTS = (("film.mp4", "film.mp4.parts"), ("frames/%06d.png", "frames")) + ((("film.gif", "film.gif.parts"),) if IS_LONG else ())

    def assert_refused(self, who, *command):
        # Refused before anything is loaded: an hour of film is not even looked at for flashes.
        done = self.run_program(*command, timeout=20)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assert_one_line(done.stderr)
        self.assertIn(f"{who} is being written there by another process; wait until it ends, or name another --out", done.stderr)

    def test_a_second_one_is_refused_until_the_first_has_ended(self):
        for out, work in self.OUTS:
            with self.subTest(out):
                first = self.start("-o", out, *Stopped.ENDLESS, "--no-captions")
                wait_until(lambda: list((self.folder / work).glob("0*")), "some of it is done", limit_s=60)
                for more in ((), ("--resume",), ("--overwrite",)):
                    self.assert_refused("an export", "export", "-o", out, *SMALL, "--seconds", "3600", *more)
                self.assert_refused("another export", "export", "-o", out, *SMALL, "--seconds", "3600", "--shard", "1/2")
                self.assert_refused("an export", "join", out)
                self.assertIsNone(first.poll(), "the first one is not disturbed")
                first.kill()
                first.wait()
                # A killed one holds nothing back.
                self.assertRegex(self.run_program("join", out).stderr, r"missing.*; make it with --resume or its --shard")
                self.export("-o", out, *SMALL, "--seconds", "0.2", "--no-captions", "--overwrite")

    def test_shares_go_together_and_the_same_share_does_not(self):
        for out, work in self.OUTS:
            with self.subTest(out):
                self.export("-o", f"whole/{out}", *self.LENGTH)
                first = self.start("-o", out, *self.LENGTH, "--shard", "1/2")
                journal = self.folder / work / "frames.1-of-2.journal"
                wait_until(lambda: journal.exists() and journal.stat().st_size > 0, "it has begun")
                first.send_signal(signal.SIGSTOP)
                self.assert_refused("this share", "export", "-o", out, *self.LENGTH, "--shard", "1/2", "--resume")
                self.assert_refused("another export", "export", "-o", out, *self.LENGTH, "--shard", "1/3")
                self.assert_refused("a share of an export", "export", "-o", out, *self.LENGTH, "--resume")
                self.export("-o", out, *self.LENGTH, "--shard", "2/2")
                first.send_signal(signal.SIGCONT)
                said = first.communicate(timeout=120)[1]
                self.assertEqual(first.returncode, 0, said)
                joined = self.run_program("join", out)
                self.assertEqual((joined.returncode, joined.stderr), (0, ""))
                for name in ((out,) if "%" not in out else [path.name for path in (self.folder / "whole/frames").iterdir()]):
                    made = self.folder / name if "%" not in out else self.folder / "frames" / name
                    whole = self.folder / "whole" / name if "%" not in out else self.folder / "whole/frames" / name
                    self.assertEqual(made.read_bytes(), whole.read_bytes(), name)
                self.assertFalse(list(self.folder.glob("**/*.journal")) + list(self.folder.glob("**/.*")))


class Progress(ProgramTest):
    LINE = r"\d+ of (\d+) frames · \d+ frames/s · \d+ s left · [\d.]+ [kMG]B"

    def on_terminal(self, *arguments, on_output=lambda *_: None):
        status, said = run_on_terminal([self.program, "export", *arguments], on_output, self.folder, quiet_environment())
        return status, said.decode()

    def test_is_one_line_rewritten_on_a_terminal(self):
        status, said = self.on_terminal("-o", "frames/%06d.png", *SMALL, "--seconds", "10" if IS_LONG else "4")
        self.assertEqual(status, 0)
        self.assertRegex(said, self.LINE)
        self.assertEqual(said.count("\n"), 1, "only the last word ends a line")
        last = said.rpartition("\r\x1b[K")[2]
        self.assertRegex(last, r"\A\d+ frames in \d+\.\d s \(\d+ frames/s\), [\d.]+ [kMG]B: frames/%06d\.png\r\n\Z")

    def test_gives_way_to_the_word_about_a_stop(self):
        asked = []

        def press_control_c(said, _, terminal):
            # Not before any frame is on disk: then there is nothing to go on with.
            if any(int(done) > 50 for done in re.findall(r"(\d+) of ", said.decode(errors="ignore"))) and not asked:
                asked.append(os.write(terminal, b"\x03"))

        status, said = self.on_terminal("-o", "frames/%06d.png", *SMALL, "--seconds", "3600", "--no-flash-check", on_output=press_control_c)
        self.assertEqual(status, 1)
        self.assertRegex(said.rpartition("\r\x1b[K")[2], r"\Aspreadmap: stopped after \d+ of 108000 frames; [^\n]*\n\Z")

    def test_is_the_last_word_alone_elsewhere(self):
        said = self.export("-o", "%d.png", *SMALL, "--seconds", "60" if IS_LONG else "0.1")
        self.assertRegex(said, r"\A\d+ frames in [^\n\r]+\n\Z")


class Lists(ProgramTest):
    """Values of one option with commas between them, and in them."""

    REGIONS = ("Egypt, Arab Rep.", 'The "Cape"', "Fiji")

    def export_regions(self, *regions):
        rows = "".join(f'Seat {at},2019-01-01,{10 + at},5,"{region.replace(chr(34), 2 * chr(34))}"\n'
                       for at, region in enumerate(self.REGIONS))
        (self.folder / "seats.csv").write_text("name,day,lon,lat,region\n" + rows)
        (self.folder / "seats.exhibit.toml").write_text("""title = "Seats"
[timeline]
from = 2018-06-01
to = 2020-01-01
[[layers]]
id = "seats"
kind = "partnerships"
label = "Seats"
source = "seats.csv"
fields = { name = "name", first_day = "day", region = "region", lon = "lon", lat = "lat" }
""")
        arguments = [part for region in regions for part in ("--regions", region)]
        done = self.run_program("export", "seats.exhibit.toml", "-o", "seats.png", "--day", "2019-06-01", *SMALL, *arguments)
        return done.stderr if done.returncode else (self.folder / "seats.png").read_bytes()

    def test_quotes_keep_a_comma(self):
        whole = self.export_regions()
        two = self.export_regions('"Egypt, Arab Rep.",Fiji')
        self.assertIsInstance(two, bytes, two)
        self.assertNotEqual(two, whole)
        self.assertEqual(two, self.export_regions('"Egypt, Arab Rep."', "Fiji"))
        quoted = self.export_regions('"The ""Cape"""')
        self.assertIsInstance(quoted, bytes, quoted)
        self.assertEqual(quoted, self.export_regions('The "Cape"'), "a quote within a word is one of its letters")

    def test_what_is_known_is_said_as_it_is_typed(self):
        said = self.export_regions("Egypt, Arab Rep.")
        self.assertIn('"Egypt, Arab Rep.", Fiji', said)
        self.assertIn("not closed", self.export_regions('"Egypt'))


class Places(ProgramTest):
    def test_finds_the_built_in_exhibit_from_everywhere(self):
        self.export("-o", "here.png", "--day", DAY, *SMALL)
        expected = (self.folder / "here.png").read_bytes()
        out = self.folder / "there.png"
        prefix = self.folder / "prefix"
        installed = subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], capture_output=True, text=True,
                                   stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(installed.returncode, 0, installed.stderr)
        (self.folder / "link").symlink_to(BUILD / "spreadmap")
        cases = (("the build folder", BUILD, "./spreadmap"), ("the root", "/", BUILD / "spreadmap"),
                 ("a link", self.folder, "./link"), ("an installed prefix", self.folder, prefix / "bin" / "spreadmap"))
        for what, where, program in cases:
            with self.subTest(what):
                done = subprocess.run([program, "export", "-o", out, "--day", DAY, *SMALL], cwd=where, capture_output=True,
                                      env=quiet_environment(), stdin=subprocess.DEVNULL, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(out.read_bytes(), expected)
        with self.subTest("a film from an installed prefix"):
            done = subprocess.run([prefix / "bin" / "spreadmap", "export", "-o", self.folder / "film.mp4", "--seconds", "0.1",
                                   *SMALL], capture_output=True, env=quiet_environment(), stdin=subprocess.DEVNULL, text=True,
                                  check=False)
            self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
