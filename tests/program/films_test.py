"""Films of each format: what they hold, that their bytes depend on nothing but the frames, and what comes with them."""

import array
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time
import unittest

from program_testing import IS_LONG, LIMIT_S, ProgramTest, quiet_environment

SMALL = ("--size", "320x180") if IS_LONG else ("--size", "192x108")
SHORT = (*SMALL, "--seconds", "1", "--fps", "24", "--no-flash-check", "--no-captions")
# Ending, more options, and what ffprobe says: codec, profile, pixels.
FILMS = {
    "h264": (".mp4", (), ("h264", "High", "yuv420p")),
    "vp9": (".webm", (), ("vp9", "Profile 0", "yuv420p")),
    "av1": (".mp4", ("--format", "av1"), ("av1", "Main", "yuv420p")),
    "prores-4444": (".mov", (), ("prores", "4444", "yuv444p12le")),
    "ffv1": (".mkv", (), ("ffv1", None, "bgr0")),
    "gif": (".gif", (), ("gif", None, "bgra")),
    "apng": (".apng", (), ("apng", None, "rgb24")),
}
FEW = (*SMALL, "--seconds", "1.25" if IS_LONG else "0.25", "--fps", "24", "--no-flash-check")
STILL = (*SMALL, "--day", "2019-08-27")
# What is made three times: out, and options.
MADE = {
    **{name: (f"film{ending}", *options, *FEW) for name, (ending, options, _) in FILMS.items()},
    "webp": ("film.webp", *FEW),
    "vp9 with alpha": ("film.webm", "--alpha", *FEW),
    "raw": ("-", *FEW[:-1]),
    "png": ("frames/%06d.png", *FEW),
    "png of 16 bits": ("frames/%06d.png", "--bits", "16", "--supersample", "2", *FEW),
    **{f"pass {part}": ("frames/%06d.png", "--pass", part, *FEW) for part in ("base", "marks", "furniture", "matte")},
    **{f"still as {kind}": (f"still.{kind}", *STILL) for kind in ("png", "svg", "pdf")},
    "still matte": ("still.png", "--pass", "matte", *STILL),
}
TAGGED = ("h264", "vp9", "av1", "prores-4444")


def probe(film, *entries, stream="v:0"):
    done = subprocess.run(["ffprobe", "-v", "error", "-select_streams", stream, *entries, "-of", "json", str(film)],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def frames_of(film, pixels="rgb24"):
    """SHA-256 of each decoded picture; with alpha of what is seen of it: where alpha is 0, colours say nothing, and APNG leaves them out."""
    seen = ("-vf", "format=gbrap,premultiply=inplace=1") if pixels == "rgba" else ()
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", str(film), *seen, "-fps_mode", "passthrough", "-pix_fmt", pixels, "-f", "framehash", "-hash",
                           "sha256", "-"], capture_output=True, text=True, check=True)
    return [line.split(",")[-1].strip() for line in done.stdout.splitlines() if not line.startswith("#")]


def boxes_of_webp(data):
    """The durations in ms of the pictures of an animated WebP (RFC 9649)."""
    at, durations = 12, []
    while at < len(data):
        size = int.from_bytes(data[at + 4:at + 8], "little")
        if data[at:at + 4] == b"ANMF":
            durations.append(int.from_bytes(data[at + 8 + 12:at + 8 + 15], "little"))
        at += 8 + size + size % 2
    return durations


class FilmTest(ProgramTest):
    def film(self, name, out=None, *more):
        ending, options, _ = FILMS.get(name, (f".{name}", (), None))
        out = out or f"film{ending}"
        self.export("-o", out, *SHORT, *options, *more)
        return self.folder / out

    def bytes_of(self, *arguments):
        return self.film(*arguments).read_bytes()


class Formats(FilmTest):
    def test_hold_the_frames_that_were_asked_for(self):
        for name, (_, _, (codec, profile, pixels)) in FILMS.items():
            with self.subTest(format=name):
                film = self.film(name)
                stream = probe(film, "-count_frames", "-show_entries",
                               "stream=codec_name,profile,pix_fmt,nb_read_frames,color_space,color_transfer,color_primaries,color_range")["streams"][0]
                self.assertEqual(stream["codec_name"], codec)
                self.assertEqual(stream["pix_fmt"], pixels)
                self.assertEqual(int(stream["nb_read_frames"]), 24)
                if profile:
                    self.assertEqual(stream["profile"], profile)
                if name in TAGGED:
                    tags = [stream[f"color_{key}"] for key in ("space", "transfer", "primaries", "range")]
                    self.assertEqual(tags, ["bt709", "bt709", "bt709", "tv"])
                done = self.run_program("verify", film.name)
                self.assertEqual((done.returncode, done.stdout), (0, f"{film.name}: 24 frames are as written\n"))

    def test_endings_are_the_same_in_capitals(self):
        for name in ("h264", "webp", "vp9"):
            ending, options, _ = FILMS.get(name, (f".{name}", (), None))
            with self.subTest(ending):
                self.export("-o", f"small{ending}", *SHORT, *options)
                self.export("-o", f"LARGE{ending.upper()}", *SHORT, *options)
                self.assertEqual((self.folder / f"LARGE{ending.upper()}").read_bytes(), (self.folder / f"small{ending}").read_bytes())
                self.assertEqual(self.run_program("verify", f"LARGE{ending.upper()}").returncode, 0)
        day = ("--size", "320x180", "--day", "2019-08-27")
        for ending in (".png", ".svg", ".pdf"):
            with self.subTest(ending):
                self.export("-o", f"look{ending}", *day)
                self.export("-o", f"LOOK{ending.upper()}", *day)
                self.assertEqual((self.folder / f"LOOK{ending.upper()}").read_bytes(), (self.folder / f"look{ending}").read_bytes())

    def test_lossless_ones_hold_the_pictures_of_the_sequence(self):
        self.export("-o", "frames/%06d.png", *SHORT)
        wanted = frames_of(self.folder / "frames/%06d.png")
        self.assertEqual(len(set(wanted)), len(wanted), "each frame is another picture")
        for name in ("ffv1", "apng"):
            with self.subTest(format=name):
                self.assertEqual(frames_of(self.film(name)), wanted)

    def test_webp_lasts_as_long_as_the_film(self):
        durations = boxes_of_webp(self.bytes_of("webp"))
        self.assertAlmostEqual(sum(durations), 1000, delta=1)  # each frame begins on a whole millisecond
        self.assertLessEqual(len(durations), 24)
        self.assertGreater(len(durations), 12)

    def test_gif_says_how_coarse_its_clock_is(self):
        said = self.export("-o", "film.gif", *SHORT)
        self.assertIn("film.gif: GIF's clock is 1/100 s; each frame is shown for 4 or 5 of them", said)
        film = probe(self.folder / "film.gif", "-show_entries", "packet=duration_time")["packets"]
        self.assertEqual({packet["duration_time"] for packet in film}, {"0.040000", "0.050000"})
        self.export("-o", "thirds.gif", *SMALL, "--seconds", "1", "--fps", "30", "--no-flash-check", "--no-captions")
        film = probe(self.folder / "thirds.gif", "-show_entries", "packet=duration_time")["packets"]
        self.assertAlmostEqual(sum(float(packet["duration_time"]) for packet in film), 1.0)
        refused = self.run_program("export", "-o", "fast.gif", *SMALL, "--seconds", "1", "--fps", "60")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("GIF cannot show more than 50 frames a second", refused.stderr)

    def test_gif_is_close_to_the_pictures(self):
        self.export("-o", "frames/%06d.png", *SHORT)
        film = self.film("gif")
        done = subprocess.run(["ffmpeg", "-v", "info", "-framerate", "24", "-i", str(self.folder / "frames/%06d.png"), "-i", str(film), "-lavfi",
                               "[0]settb=1/24,setpts=N,format=gbrp[a];[1]settb=1/24,setpts=N,format=gbrp[b];[a][b]psnr", "-f", "null", "-"],
                              capture_output=True, text=True, check=True)
        least = float(done.stderr.rsplit("min:", 1)[1].split()[0])
        # 48 dB seen: 256 colours are enough for a map and its type; half of them would give 43.
        self.assertGreater(least, 44.0)

    def test_a_film_that_was_changed_is_told_by_its_first_other_frame(self):
        film = self.film("vp9")
        data = bytearray(film.read_bytes())
        packets = probe(film, "-show_entries", "packet=pos")["packets"]
        data[int(packets[17]["pos"]) + 40] ^= 0xff
        film.write_bytes(data)
        done = self.run_program("verify", film.name)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{film.name}: is not what was written: frame 17 of 2020", done.stderr)

    def test_others_than_go_together_are_refused(self):
        for arguments, words in (
                (("-o", "film.gif", "--format", "vp9"), "VP9 goes into .webm, .mp4, .mkv, not into film.gif"),
                (("-o", "film.mp4", "--format", "divx"), "'divx' is none; there are h264, vp9, av1, prores-4444, ffv1, gif, apng, webp"),
                (("-o", "film.avi",), "the ending says what is made, and this one is not known"),
                (("-o", "film.mp4", "--alpha"), "H.264 has no alpha; use VP9 (.webm)"),
                (("-o", "film.webm", "--bits", "16"), "VP9 has 8; use ProRes 4444"),
                (("-o", "film.gif", "--crf", "20"), "GIF has no --crf"),
                (("-o", "film.mp4", "--crf", "0"), "H.264 takes --crf 1 to 51, not 0"),
                (("-o", "film.mp4", "--crf", "52"), "H.264 takes --crf 1 to 51, not 52"),
                (("-o", "film.gif", "--soundtrack", "x.wav"), "GIF has no sound"),
                (("-o", "film.webm", "--encoder", "libx264"), "the encoder 'libx264' does not write VP9")):
            with self.subTest(arguments=arguments):
                done = self.run_program("export", *arguments)
                self.assertIn(done.returncode, (1, 2))
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1)
                self.assertEqual(list(self.tree()), [])


class Bytes(FilmTest):
    """Each format in its short form at least once; the long form also with stops on the way."""

    def test_are_the_same_each_time_with_any_threads_and_in_shares(self):
        # Those that take long to encode are encoded as the others are.
        for name in [*FILMS, "webp"] if IS_LONG else ["h264", "vp9", "ffv1", "gif", "webp"]:
            ending, options, _ = FILMS.get(name, (f".{name}", (), None))
            with self.subTest(format=name):
                # Of 24 frames and more a film has several segments.
                more = ("--seconds", "3") if IS_LONG else ("--seconds", "1.25")
                first = self.bytes_of(name, f"a{ending}", "--threads", "1", *more)
                self.assertEqual(self.bytes_of(name, f"b{ending}", "--threads", "4", *more), first)
                for share in (2, 1):
                    self.export("-o", f"c{ending}", *SHORT, *options, *more, "--shard", f"{share}/2")
                done = self.run_program("join", f"c{ending}")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual((self.folder / f"c{ending}").read_bytes(), first)

    def test_do_not_depend_on_the_film_before_the_segment(self):
        # Rows that did not change are not converted again: what was there before must leave no trace.
        whole = self.film("h264", "whole.mp4", "--seconds", "2", "--from", "2018-03-01", "--to", "2019-03-01")
        self.export("-o", "late.mp4", *SHORT, "--seconds", "2", "--from", "2018-03-01", "--to", "2019-03-01", "--shard", "2/2")
        self.export("-o", "late.mp4", *SHORT, "--seconds", "2", "--from", "2018-03-01", "--to", "2019-03-01", "--shard", "1/2")
        self.assertEqual(self.run_program("join", "late.mp4").returncode, 0)
        self.assertEqual((self.folder / "late.mp4").read_bytes(), whole.read_bytes())


class Runs(FilmTest):
    """Whatever is made is the same bytes each time, on one core as on all, and so is what lies beside it."""

    def made(self, cores, *arguments):
        """All that an export writes, in a folder of its own, on so many cores."""
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            folder = pathlib.Path(name)
            done = subprocess.run([self.program, "export", "-o", *arguments], cwd=folder, env=quiet_environment(), stdin=subprocess.DEVNULL,
                                  capture_output=True, check=False, preexec_fn=lambda: os.sched_setaffinity(0, cores))
            self.assertEqual(done.returncode, 0, done.stderr)
            files = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
            return files | {"standard output": done.stdout}

    def test_give_the_same_bytes_three_times_and_on_one_core(self):
        cores = os.sched_getaffinity(0)
        for what, arguments in MADE.items():
            with self.subTest(what):
                runs = [self.made(which, *arguments) for which in ((cores, {min(cores)}, cores) if IS_LONG else (cores, {min(cores)}))]
                first = runs[0]
                self.assertTrue(first["standard output"] if what == "raw" else len(first) > 1, "something is made")
                for other in runs[1:]:
                    self.assertEqual(sorted(other), sorted(first))
                    self.assertEqual([name for name in first if other[name] != first[name]], [])

    @unittest.skipUnless(IS_LONG, "each kind of frames killed, gone on with and in shares: only in the long form")
    def test_give_the_same_bytes_cut_off_and_in_shares(self):
        moments = random.Random(77)
        for what, (out, *arguments) in MADE.items():
            # Films are killed and shared below.
            if "%" not in out and what != "vp9 with alpha":
                continue
            with self.subTest(what):
                whole = self.made(os.sched_getaffinity(0), out, *arguments)
                command = [self.program, "export", "-o", out, *arguments]
                for folder, shares in (("resumed", ((),)), ("shared", [("--shard", f"{share}/3") for share in (3, 1, 2)])):
                    path = self.folder / folder
                    path.mkdir()
                    for share in shares:
                        process = subprocess.Popen([*command, *share, "--resume"], cwd=path, env=quiet_environment(), stdin=subprocess.DEVNULL,
                                                   stderr=subprocess.DEVNULL)
                        try:
                            process.wait(timeout=moments.uniform(0.2, 1.0))
                        except subprocess.TimeoutExpired:
                            process.kill()
                            process.wait()
                        self.export("-o", out, *arguments, *share, "--resume", cwd=path)
                    if folder == "shared":
                        joined = self.run_program("join", out, cwd=path)
                        self.assertEqual(joined.returncode, 0, joined.stderr)
                    made = {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}
                    self.assertEqual(sorted(made), sorted(set(whole) - {"standard output"}), folder)
                    self.assertEqual([name for name in made if made[name] != whole[name]], [], folder)
                    shutil.rmtree(path)


class Killed(FilmTest):
    """At any moment, also while segments are joined."""

    def test_goes_on_to_the_same_bytes(self):
        moments = random.Random(405)
        for name in [*FILMS, "webp"] if IS_LONG else ["vp9", "gif"]:
            ending, options, _ = FILMS.get(name, (f".{name}", (), None))
            with self.subTest(format=name):
                whole, again = self.folder / f"{name}{ending}", self.folder / f"again-{name}{ending}"
                more = (*SHORT, *options, "--seconds", "3" if IS_LONG else "1.25")
                began_s = time.monotonic()
                self.export("-o", whole.name, *more)
                whole_s = time.monotonic() - began_s
                for _ in range(50 if IS_LONG else 2):
                    process = subprocess.Popen([self.program, "export", "-o", again.name, *more, "--resume"], cwd=self.folder,
                                               env=quiet_environment(), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    try:
                        process.wait(timeout=moments.uniform(0.0, whole_s))
                    except subprocess.TimeoutExpired:
                        process.kill()
                        process.wait()
                self.export("-o", again.name, *more, "--resume")
                self.assertEqual(again.read_bytes(), whole.read_bytes())
                self.assertFalse(pathlib.Path(f"{again}.parts").exists())


class KilledJoin(FilmTest):
    """Nothing is lost, and nothing is left behind: the same command again gives the same bytes."""

    def shares(self, name):
        """The shares of a film, joined; its parts are kept in `kept`, and both of its files are returned."""
        ending, options, _ = FILMS.get(name, (f".{name}", (), None))
        out = self.folder / f"film{ending}"
        for share in (1, 2):
            self.export("-o", out.name, *SHORT, "--seconds", "1.25", *options, "--shard", f"{share}/2")
        shutil.copytree(self.parts(out), self.folder / "kept")
        self.join(out)
        return out, self.files()

    def parts(self, out):
        return pathlib.Path(f"{out}.parts")

    def join(self, out):
        done = self.run_program("join", out.name)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def files(self):
        return {name: data for name, data in self.tree().items() if not name.startswith("kept")}

    def restored(self, out, film):
        """As it was before the join, or with `film` as it was after it; what comes along was there before."""
        shutil.rmtree(self.parts(out), ignore_errors=True)
        shutil.copytree(self.folder / "kept", self.parts(out))
        for name in film:
            if not name.endswith((".vtt", ".csv")):
                (self.folder / name).unlink(missing_ok=True)

    def test_at_any_moment(self):
        moments = random.Random(813)
        for name in ("gif", "apng", "webp", "h264") if IS_LONG else ("gif",):
            with self.subTest(format=name):
                out, film = self.shares(name)
                self.restored(out, film)
                began_s = time.monotonic()
                self.join(out)
                whole_s = time.monotonic() - began_s
                for _ in range(12 if IS_LONG else 4):
                    self.restored(out, film)
                    process = subprocess.Popen([self.program, "join", out.name], cwd=self.folder, env=quiet_environment(), stdin=subprocess.DEVNULL,
                                               stderr=subprocess.DEVNULL)
                    try:
                        process.wait(timeout=moments.uniform(0.0, whole_s))
                    except subprocess.TimeoutExpired:
                        process.kill()
                        process.wait()
                    self.join(out)
                    self.assertEqual(self.files(), film)
                shutil.rmtree(self.folder / "kept")
                for name in film:
                    (self.folder / name).unlink()

    def test_while_the_parts_are_taken_away(self):
        out, film = self.shares("webp")
        beside = pathlib.Path(f"{out}.frames.json").name
        kept = sorted(path.name for path in (self.folder / "kept").iterdir())
        units, journals = [name for name in kept if name[0] == "0"], [name for name in kept if name.endswith(".journal")]
        self.assertEqual((len(units), len(journals)), (2, 2))
        # What is gone already, and what is there beside.
        states = [((), (f".{beside}.part",)), (units[:1], ()), (units, (".000001.mov.part", ".frames.json.part")), ([*units, journals[0]], ()),
                  (kept, (".frames.journal.part",)), (kept, ())]
        for gone, more in states:
            for command in (("join", out.name), ("export", "-o", out.name, *SHORT, "--seconds", "1.25", "--resume"),
                            ("export", "-o", out.name, *SHORT, "--seconds", "1.25", "--resume", "--shard", "2/2")):
                with self.subTest(gone=gone, more=more, command=command[0], shard=command[-1]):
                    self.restored(out, ())
                    for name in gone:
                        (self.parts(out) / name).unlink()
                    for name in more:
                        (self.folder if beside in name else self.parts(out)).joinpath(name).write_bytes(b"cut o")
                    made = out.stat().st_mtime_ns
                    done = self.run_program(*command)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    (self.folder / f".{beside}.part").unlink(missing_ok=True)  # which the film's next list takes
                    self.assertEqual(self.files(), film)
                    self.assertEqual(out.stat().st_mtime_ns, made, "what is whole is not made again")


class Alpha(FilmTest):
    def test_is_that_of_the_pictures(self):
        self.export("-o", "frames/%06d.png", *SHORT, "--alpha")
        wanted = frames_of(self.folder / "frames/%06d.png", "rgba")
        for name in ("ffv1", "apng"):
            with self.subTest(format=name):
                self.assertEqual(frames_of(self.film(name, None, "--alpha"), "rgba"), wanted)

    def test_is_there_where_codecs_lose(self):
        webm = self.film("vp9", None, "--alpha")
        tags = probe(webm, "-show_entries", "stream_tags")["streams"][0]["tags"]
        self.assertEqual({key.lower(): value for key, value in tags.items()}["alpha_mode"], "1")
        mov = self.film("prores-4444", None, "--alpha")
        self.export("-o", "frames/%06d.png", *SHORT, "--alpha")
        wanted = self.alpha_of(self.folder / "frames/%06d.png")
        # ProRes keeps alpha but for what 10 bits between two ranges of 8 round; VP9 loses a little of it, as of the picture.
        self.assertLessEqual(max(abs(a - b) for a, b in zip(self.alpha_of(mov), wanted)), 1)
        lossy = self.alpha_of(webm, ("-c:v", "libvpx-vp9"))
        mean = sum(abs(a - b) for a, b in zip(lossy, wanted)) / len(wanted)
        self.assertLess(mean, 1.0)
        self.assertEqual(len(lossy), len(wanted))

    def alpha_of(self, film, decoder=()):
        done = subprocess.run(["ffmpeg", "-v", "error", *decoder, "-i", str(film), "-vf", "format=rgba,alphaextract", "-pix_fmt", "gray", "-frames:v", "3", "-f",
                               "rawvideo", "-"], capture_output=True, check=True)
        return done.stdout


class Soundtrack(FilmTest):
    def setUp(self):
        super().setUp()
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=4:sample_rate=44100", str(self.folder / "tone.wav")],
                       check=True)

    def test_is_cut_to_the_film(self):
        for ending, codec in ((".mp4", "aac"), (".webm", "opus"), (".mov", "pcm_s16le"), (".mkv", "flac")):
            with self.subTest(ending=ending):
                self.export("-o", f"film{ending}", *SHORT, "--soundtrack", "tone.wav")
                film = self.folder / f"film{ending}"
                self.assertEqual(probe(film, "-show_entries", "stream=codec_name", stream="a:0")["streams"][0]["codec_name"], codec)
                packets = probe(film, "-show_entries", "packet=pts_time,duration_time", stream="a:0")["packets"]
                ends_s = max(float(packet["pts_time"]) + float(packet.get("duration_time", 0)) for packet in packets)
                self.assertAlmostEqual(ends_s, 1.0, delta=0.1)
                frames = probe(film, "-count_frames", "-show_entries", "stream=nb_read_frames")["streams"][0]
                self.assertEqual(int(frames["nb_read_frames"]), 24)
                self.assertEqual(self.run_program("verify", film.name).returncode, 0)
                self.assertAlmostEqual(self.loudness(film), 0.125 ** 2 / 2, delta=0.001)  # ffmpeg's sine has an eighth of the full swing

    def test_one_that_does_not_fit_is_said(self):
        for seconds, says in (("1", r"spreadmap: tone\.wav: lasts longer than the film's 1\.0 s: it fades and is cut there\n"), ("4", ""),
                              ("6", r"spreadmap: tone\.wav: lasts 4\.0 s, and the film 6\.0 s: what comes after is silent\n")):
            with self.subTest(seconds=seconds):
                said = self.export("-o", f"{seconds}.mp4", "--size", "96x64", "--fps", "5", "--seconds", seconds, "--no-captions", "--soundtrack", "tone.wav")
                self.assertRegex(said, rf"\A{says}\d+ frames in [^\n]+\n\Z")

    def loudness(self, film):
        done = subprocess.run(["ffmpeg", "-v", "error", "-i", str(film), "-t", "0.4", "-f", "f32le", "-ac", "1", "-"], capture_output=True, check=True)
        samples = array.array("f", done.stdout)
        return sum(sample * sample for sample in samples) / max(1, len(samples))

    def test_goes_with_shares(self):
        whole = self.film("h264", "whole.mp4", "--soundtrack", "tone.wav").read_bytes()
        for share in (1, 2):
            self.export("-o", "film.mp4", *SHORT, "--soundtrack", "tone.wav", "--shard", f"{share}/2")
        without = self.run_program("join", "film.mp4")
        if not (self.folder / "film.mp4").exists():
            self.assertEqual(without.returncode, 1)
            self.assertIn("was made for a film with sound; name it with --soundtrack", without.stderr)
            self.assertEqual(self.run_program("join", "film.mp4", "--soundtrack", "tone.wav").returncode, 0)
        self.assertEqual((self.folder / "film.mp4").read_bytes(), whole)

    def test_that_is_none_is_said(self):
        (self.folder / "table.csv").write_text("name,day\nCounty,2019-08-27\n")
        (self.folder / "empty.wav").write_bytes(b"")
        (self.folder / "folder").mkdir()
        self.export("-o", "silent.mp4", *SHORT)
        before = self.tree()
        for file, says in (("table.csv", r"table\.csv: no sound can be read from it: .*; name a file with sound, as WAV"),
                           ("empty.wav", r"empty\.wav: no sound can be read from it: .*; name a file with sound, as WAV"),
                           ("silent.mp4", r"silent\.mp4: holds no sound; name another file"), ("folder", r"folder: is a folder; name a file with sound"),
                           ("nowhere.wav", r"nowhere\.wav: is not there; name a file with sound")):
            with self.subTest(file):
                done = self.run_program("export", "-o", "film.mp4", *SHORT, "--soundtrack", file)
                self.assertEqual(done.returncode, 1)
                self.assert_one_line(done.stderr)
                self.assertRegex(done.stderr, rf"\Aspreadmap: {says}")
                self.assertEqual(self.tree(), before, "said before a frame is drawn")
        self.export("-o", "film.mp4", *SHORT, "--soundtrack", "tone.wav", "--shard", "1/1")
        self.export("-o", "shared.mp4", *SHORT, "--soundtrack", "tone.wav", "--shard", "1/2")
        self.export("-o", "shared.mp4", *SHORT, "--soundtrack", "tone.wav", "--shard", "2/2")
        self.assertIn("table.csv: no sound can be read from it", self.run_program("join", "shared.mp4", "--soundtrack", "table.csv").stderr)
        self.assertIn("nowhere.wav: is not there", self.run_program("join", "shared.mp4", "--soundtrack", "nowhere.wav").stderr)


class Raw(FilmTest):
    def test_is_the_pictures_one_after_another(self):
        self.export("-o", "frames/%06d.png", *SHORT)
        pictures = subprocess.run(["ffmpeg", "-v", "error", "-i", str(self.folder / "frames/%06d.png"), "-pix_fmt", "rgba", "-f", "rawvideo", "-"],
                                  capture_output=True, check=True).stdout
        raw = subprocess.run([self.program, "export", "-o", "-", *SHORT], cwd=self.folder, env=quiet_environment(), capture_output=True, check=True)
        self.assertEqual(hashlib.sha256(raw.stdout).hexdigest(), hashlib.sha256(pictures).hexdigest())

    def test_says_that_its_reader_has_gone(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([self.program, "export", "-o", "-", *SHORT], cwd=self.folder, env=quiet_environment(), stdout=writing, stderr=subprocess.PIPE,
                              text=True, check=False)
        os.close(writing)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, "spreadmap: standard output: whoever read the frames has ended; look at what it says\n")


class Several(FilmTest):
    def test_sizes_are_exports_of_their_own(self):
        self.export("-o", "film-{size}.mp4", *SHORT[2:], "--size", "192x108", "--size", "108x192,120x120")
        for size in ("192x108", "108x192", "120x120"):
            with self.subTest(size=size):
                self.export("-o", "alone.mp4", *SHORT[2:], "--size", size)
                self.assertEqual((self.folder / f"film-{size}.mp4").read_bytes(), (self.folder / "alone.mp4").read_bytes())
                stream = probe(self.folder / "alone.mp4", "-show_entries", "stream=width,height")["streams"][0]
                self.assertEqual(f"{stream['width']}x{stream['height']}", size)

    def test_need_names_of_their_own(self):
        done = self.run_program("export", "-o", "film.mp4", *SHORT, "--size", "200x200")
        self.assertEqual(done.returncode, 2)
        self.assertIn("film.mp4: is one name for 2 sizes; put {size} into it, as film-{size}.mp4", done.stderr)

    def test_frames_need_folders_of_their_own(self):
        done = self.run_program("export", "-o", "frames/{size}-%06d.png", *SHORT, "--size", "200x200")
        self.assertEqual(done.returncode, 2)
        self.assertIn("put {size} into its name, as frames-{size}/%06d.png", done.stderr)
        self.assertEqual(self.tree(), {})

    def test_presets_say_what_the_command_line_does_not(self):
        listed = self.run_program("export", "--list-presets").stdout
        for name in ("mp4-1080p30", "prores-4k", "square", "story", "gif"):
            self.assertRegex(listed, rf"(?m)^{name} ")
        self.export("-o", "film.gif", "--preset", "gif", "--size", "160x90", "--seconds", "1", "--no-flash-check", "--no-captions")
        stream = probe(self.folder / "film.gif", "-count_frames", "-show_entries", "stream=codec_name,width,height,nb_read_frames")["streams"][0]
        self.assertEqual((stream["codec_name"], stream["width"], stream["height"], stream["nb_read_frames"]), ("gif", 160, 90, "20"))
        # A story leaves room for what phones lay over it, unless the command line says otherwise.
        story = ("--preset", "story", "--size", "108x192", "--seconds", "0.2", "--no-flash-check", "--no-captions")
        self.export("-o", "story.mp4", *story)
        self.export("-o", "same.mp4", *story, "--safe-area", "6,14,6,20")
        self.export("-o", "bare.mp4", *story, "--safe-area", "0")
        story, same, bare = [(self.folder / f"{name}.mp4").read_bytes() for name in ("story", "same", "bare")]
        self.assertEqual(story, same)
        self.assertNotEqual(story, bare)
        done = self.run_program("export", "-o", "film.mp4", "--preset", "gif")
        self.assertEqual(done.returncode, 2)
        self.assertIn("gif makes a .gif, and film.mp4 is none", done.stderr)
        done = self.run_program("export", "-o", "film.mp4", "--preset", "gift")
        self.assertIn("'gift' is none; `spreadmap export --list-presets` lists them", done.stderr)


class ProgressForPrograms(FilmTest):
    LENGTH = ("--seconds", "0.5", "--fps", "24", "--no-captions")

    def told(self, *command, status=0):
        """Every line is an object; but the last of a command that failed, which is for people."""
        done = subprocess.run([self.program, *command, "--progress", "json"], cwd=self.folder, env=quiet_environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, timeout=LIMIT_S)
        self.assertEqual(done.returncode, status, done.stderr)
        lines = done.stderr.splitlines()
        if status != 0:
            self.assertRegex(lines.pop(), r"\Aspreadmap: ")
        return [json.loads(line) for line in lines]

    def test_each_kind_begins_and_ends(self):
        day = ("--day", "2019-08-27", "--size", "320x180")
        film = ("--size", "192x108", *self.LENGTH)
        for made, out, options, stages in (
                ("film", "film.mp4", film, ["flash check", "frames", "join"]), ("film", "film.gif", (*film, "--no-flash-check"), ["frames", "join"]),
                ("frames", "frames/%d.png", film, ["flash check", "frames"]), ("frames", "marks/%d.png", ("--pass", "marks", *film), ["flash check", "frames"]),
                ("frames", "matte/%d.png", ("--pass", "matte", *film, "--no-flash-check"), ["frames"]),
                ("still", "still.png", day, ["rows"]), ("still", "matte.png", ("--pass", "matte", *day), ["rows"]),
                ("still", "still.svg", day, []), ("still", "still.pdf", day, []), ("raw", "-", film, ["flash check", "frames"]),
                ("raw", "-", (*film, "--no-flash-check"), ["frames"])):
            with self.subTest(out):
                begin, *between, done = self.told("export", "-o", out, *options)
                self.assertEqual(begin, {"begin": made, "file": out, "export": 1, "of_exports": 1})
                self.assertEqual(list(dict.fromkeys(line["stage"] for line in between)), stages)
                self.assertTrue(done["done"])
                self.assertEqual(done["file"], "standard output" if made == "raw" else out)
                self.assertEqual(done.get("frames"), None if made == "still" else 12)
                if made in ("film", "still"):
                    self.assertEqual(done["bytes"], (self.folder / out).stat().st_size)
        self.assertEqual(self.export("-o", "film.mp4", *film, "--progress", "none"), "")

    def test_several_sizes_and_shares_are_told_one_after_another(self):
        sizes = ("--size", "320x180,180x320")
        told = self.told("export", "-o", "film-{size}.mkv", *self.LENGTH, *sizes, "--shard", "1/1")
        films = ["film-320x180.mkv", "film-180x320.mkv"]
        self.assertEqual([line["file"] for line in told if "begin" in line], films)
        self.assertEqual([(line["export"], line["of_exports"]) for line in told if "begin" in line], [(1, 2), (2, 2)])
        self.assertEqual([line["file"] for line in told if "done" in line], films)
        for share in ("1/2", "2/2"):
            self.told("export", "-o", "share-{size}.mkv", *self.LENGTH, *sizes, "--shard", share)
        told = self.told("join", "share-{size}.mkv")
        self.assertEqual([(line.get("begin"), line.get("stage"), line.get("done")) for line in told],
                         [("join", None, None), (None, "join", None), (None, None, True)] * 2)

    def test_what_fails_ends_with_a_fault(self):
        (self.folder / "folder.mp4").mkdir()
        for command, file in ((("export", "-o", "film.mp4", *SHORT, "--encoder", "none"), "film.mp4"), (("export", "-o", "a.png", "--day", "1999-01-01"), "a.png"),
                              (("export", "none.toml", "-o", "a.svg", "--day", "2019-08-27"), "a.svg"), (("join", "film.mkv"), "film.mkv")):
            with self.subTest(command):
                begin, *_, fault = self.told(*command, status=1)
                self.assertEqual((begin["file"], fault["fault"], fault["file"]), (file, "failed", file))
                self.assertTrue(fault["said"])

    def test_warnings_are_told_as_objects(self):
        (self.folder / "a.csv").write_text("name,day,lon,lat\nA,2019-01-02,-98,38\nB,soon,-98,38\n")
        (self.folder / "a.toml").write_text("""
title = "A"
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "points"
kind = "partnerships"
label = "Points"
source = "a.csv"
fields = { name = "name", first_day = "day", lon = "lon", lat = "lat" }
""")
        warnings = [line["warning"] for line in self.told("export", "a.toml", "-o", "a.png", "--day", "2019-06-01") if "warning" in line]
        self.assertTrue(any("a.csv:3: day" in warning for warning in warnings), warnings)

    def test_going_on_counts_what_is_there(self):
        long = ("-o", "frames/%d.png", "--size", "320x180", "--seconds", "4", "--no-captions", "--no-flash-check")
        self.export(*long)
        whole = {path.name: path.read_bytes() for path in (self.folder / "frames").iterdir()}
        for index in range(70, 120):
            (self.folder / f"frames/{index}.png").unlink()
        told = self.told("export", *long, "--resume")
        self.assertIn({"stage": "frames", "there": 70, "of": 120}, told)
        for line in told:
            if line.get("stage") == "frames" and "frames" in line:
                self.assertGreater(line["frames"], 70)
        done = told[-1]
        self.assertEqual((done["frames"], done["there"]), (120, 70))
        self.assertEqual(done["bytes"], sum(len(data) for name, data in whole.items() if name.endswith(".png")))
        self.assertAlmostEqual(done["frames_per_s"] * done["seconds"], 50, delta=2.0, msg="the rate is that of what was drawn")
        self.assertEqual({path.name: path.read_bytes() for path in (self.folder / "frames").iterdir()}, whole)
        (self.folder / "frames" / "3.png").unlink()
        self.assertRegex(self.export(*long, "--resume"), r"\A120 frames, 119 of which were there, in [0-9.]+ s \(\d+ frames/s\), ")
        self.assertRegex(self.export(*long, "--resume"), r"\A120 frames, all of which were there, in [0-9.]+ s, ")

    def test_a_film_that_is_there_is_told_with_all_its_frames(self):
        film = ("-o", "film.mp4", "--size", "192x108", *self.LENGTH)
        made = self.told("export", *film)[-1]
        again = self.told("export", *film, "--resume")[-1]
        self.assertEqual(list(again), list(made))
        self.assertEqual({**again, "seconds": 0}, {**made, "there": 12, "frames_per_s": 0.0, "seconds": 0})
        self.assertEqual(again["bytes"], (self.folder / "film.mp4").stat().st_size)
        self.assertGreater(again["seconds"], 0)


if __name__ == "__main__":
    unittest.main()
