"""Films that follow cues, and what comes along with every film: captions, the list of seconds, the look for flashes."""

import csv
import datetime
import json
import random
import re
import subprocess
import unittest

from program_testing import ProgramTest, copy_of_geodata

SMALL = ("--size", "320x180", "--fps", "10")
TIMING = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d\d\d) --> (\d\d):(\d\d):(\d\d)\.(\d\d\d)")


def captions_of(path):
    """A WebVTT file read strictly: [(from_ms, to_ms, lines)]; what is not as it has to be raises ValueError."""
    blocks = path.read_bytes().decode("utf-8").split("\n\n")
    if blocks[0] != "WEBVTT" or not blocks[-1].endswith("\n"):
        raise ValueError("no WebVTT file")
    captions = []
    for block in blocks[1:]:
        first, *lines = block.rstrip("\n").split("\n")
        if first.startswith("NOTE"):
            continue
        timing = TIMING.fullmatch(first)
        if not timing or not lines:
            raise ValueError(f"no caption: {block!r}")
        hour, minute, second, ms, *end = map(int, timing.groups())
        if minute > 59 or second > 59 or end[1] > 59 or end[2] > 59:
            raise ValueError(f"no time: {first}")
        begin_ms = ((hour * 60 + minute) * 60 + second) * 1000 + ms
        end_ms = ((end[0] * 60 + end[1]) * 60 + end[2]) * 1000 + end[3]
        if end_ms <= begin_ms or (captions and begin_ms < captions[-1][1]):
            raise ValueError(f"out of order: {first}")
        for line in lines:
            if "-->" in line or "<" in line or re.search(r"&(?!amp;|lt;|gt;)", line):
                raise ValueError(f"not escaped: {line}")
        captions.append((begin_ms, end_ms, lines))
    return captions


def rows_of(path):
    data = path.read_bytes()
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        raise ValueError("lines do not end as RFC 4180 says")
    return list(csv.DictReader(data.decode("utf-8").splitlines(), strict=True))


class Follow(ProgramTest):
    def test_the_film_its_captions_and_its_seconds_are_as_long_as_the_cues(self):
        self.export("--cues", "-o", "film.mp4", *SMALL)
        probed = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames",
                                 "-of", "csv=p=0", self.folder / "film.mp4"], capture_output=True, text=True, check=True)
        frames = int(probed.stdout.strip().strip(","))
        captions, rows = captions_of(self.folder / "film.vtt"), rows_of(self.folder / "film.csv")
        self.assertEqual(captions[0][0], 0)
        self.assertEqual(captions[-1][1], frames * 100)
        self.assertEqual([row["second"] for row in rows if row["layer"] in ("", "partnerships")],
                         [str(second) for second in range((frames + 9) // 10)] + [f"{(frames - 1) / 10:g}"])
        self.assertIn("405 agencies", [line for caption in captions for line in caption[2]])
        self.assertTrue(any("1,331–1,372" in line for caption in captions for line in caption[2]))

    def test_the_seconds_are_those_of_the_frames(self):
        self.export("--cues", "-o", "film.mp4", *SMALL, "--seconds", "30")
        manifest = json.loads((self.folder / "film.mp4.frames.json").read_text())
        shown = {frame["index"]: frame for unit in manifest["units"] for frame in unit["frames"]}
        rows = rows_of(self.folder / "film.csv")
        counted = [row for row in rows if row["layer"]]
        self.assertGreater(len(counted), 20)
        for row in counted:
            frame = shown[int(row["frame"])]
            self.assertEqual(row["day"], frame["day"])
            self.assertEqual([int(row["certain"]), int(row["possible"])], frame["counts"][row["layer"]])
        self.assertTrue(all(row["sources"] for row in counted if int(row["possible"]) > 0), "a claim goes with its source")
        self.assertTrue(all("https://atlasofsurveillance.org/" in row["sources"] for row in counted
                            if row["layer"] == "partnerships" and int(row["possible"]) > 0))

    def test_no_second_is_told_that_the_film_has_not(self):
        for fps, seconds, told in (("25", "4.4", ["0", "1", "2", "3", "4", "4.36"]), ("30000/1001", "2", ["0", "1", "1.969"]), ("4", "1.25", ["0", "1"]), ("1", "2", ["0", "1"])):
            with self.subTest(fps):
                self.export("-o", "film.mp4", "--size", "320x180", "--fps", fps, "--seconds", seconds, "--no-flash-check", "--overwrite")
                rows = [row for row in rows_of(self.folder / "film.csv") if row["layer"] == "partnerships"]
                self.assertEqual([row["second"] for row in rows], told)
                rate = int(fps.partition("/")[0]) / int(fps.partition("/")[2] or 1)
                self.assertAlmostEqual(float(rows[-1]["second"]), int(rows[-1]["frame"]) / rate, places=3)

    def test_credits_that_say_what_they_are_have_no_heading_beside(self):
        exhibit = copy_of_geodata(self.folder)
        own = exhibit.read_text("utf-8").partition("[[cues]]")[0]
        for credits, told in (("Sources: an atlas.", ["Sources: an atlas."]), ("Sourcesmith, an atlas.", ["Sources", "Sourcesmith, an atlas."])):
            changed = re.sub(r'^en = "Sources: .*$', f'en = "{credits}"', own, flags=re.MULTILINE)
            exhibit.write_text(changed + '[[cues]]\ncard = "credits"\nseconds = 1\n', "utf-8")
            self.export(str(exhibit), "-o", "film.mp4", *SMALL, "--cues", "--overwrite")
            self.assertEqual(captions_of(self.folder / "film.vtt")[-1][2], told)

    def test_ffmpeg_reads_the_captions(self):
        self.export("--cues", "-o", "film.mp4", *SMALL, "--seconds", "20", "--lang", "es")
        read = subprocess.run(["ffmpeg", "-v", "error", "-i", self.folder / "film.vtt", "-f", "srt", "-"],
                              capture_output=True, text=True, check=True)
        self.assertEqual(read.stderr, "")
        self.assertEqual(read.stdout.count("-->"), len(captions_of(self.folder / "film.vtt")))
        self.assertIn("27 de agosto de 2019", read.stdout)

    def test_shards_join_to_the_same_words_and_frames(self):
        rest = ("--cues", *SMALL, "--seconds", "6")
        self.export("-o", "one/film.mp4", *rest)
        for shard in ("2/3", "1/3", "3/3"):
            self.export("-o", "many/film.mp4", *rest, "--shard", shard)
        joined = self.run_program("join", "many/film.mp4")
        self.assertEqual(joined.returncode, 0, joined.stderr)
        for name in ("film.mp4", "film.vtt", "film.csv"):
            self.assertEqual((self.folder / "one" / name).read_bytes(), (self.folder / "many" / name).read_bytes(), name)

    def test_a_plain_film_plays_the_timeline(self):
        self.export("-o", "frames/%03d.png", *SMALL, "--seconds", "3")
        lines = [line for caption in captions_of(self.folder / "frames/frames.vtt") for line in caption[2]]
        self.assertNotIn("Growth", lines)
        self.assertEqual({row["cue"] for row in rows_of(self.folder / "frames/frames.csv")}, {""})

    def test_the_last_day_is_told(self):
        for seconds, more in ((3, ()), (4, ("--director", "--fps", "30000/1001"))):
            self.export("-o", "film.mp4", "--size", "320x180", "--seconds", str(seconds), "--no-flash-check", "--overwrite", *more)
            manifest = json.loads((self.folder / "film.mp4.frames.json").read_text())
            last = max((frame for unit in manifest["units"] for frame in unit["frames"]), key=lambda frame: frame["index"])
            *_, row = (row for row in rows_of(self.folder / "film.csv") if row["layer"] == "partnerships")
            self.assertEqual((row["day"], int(row["frame"])), (last["day"], last["index"]))
            self.assertIn("30 September 2020", captions_of(self.folder / "film.vtt")[-1][2][0])
            self.assertEqual(last["day"], "2020-09-30")

    def test_without_captions_there_are_none(self):
        self.export("-o", "film.mp4", *SMALL, "--seconds", "1", "--no-captions")
        self.assertEqual(sorted(self.tree()), ["film.mp4", "film.mp4.frames.json"])


class Filtered(ProgramTest):
    """Counts are those of what the filter leaves, so what comes with a film says by what it is filtered."""

    def notes_of(self, path):
        return [block[5:].rstrip("\n") for block in path.read_text("utf-8").split("\n\n") if block.startswith("NOTE ")][1:]

    def test_the_captions_and_the_seconds_say_by_what(self):
        self.export("-o", "film.mp4", *SMALL, "--seconds", "3", "--regions", "CA,WI", "--text", "county", "--lang", "es")
        self.assertEqual(len(self.notes_of(self.folder / "film.vtt")), 1)
        self.assertEqual(self.notes_of(self.folder / "film.vtt")[0], "CA, WI · “county”")
        rows = [row for row in rows_of(self.folder / "film.csv") if row["layer"] == "partnerships"]
        self.assertEqual([(row["second"], row["frame"]) for row in rows], [("0", "0"), ("1", "10"), ("2", "20"), ("2.9", "29")])
        for row in rows:
            self.assertRegex(row["filter"], r"\ADe [0-9–]+ en total · CA, WI · “county”\Z")
        self.assertLess(int(rows[-1]["possible"]), int(re.findall(r"\d+", rows[-1]["filter"])[0]))

    def test_the_captions_tell_the_whole_of_their_day_as_the_seconds_do(self):
        exhibit = copy_of_geodata(self.folder)
        own = exhibit.read_text("utf-8").partition("[[cues]]")[0]
        cue = '[[cues]]\nday = 2019-08-27\nseconds = 1\n'
        exhibit.write_text(own + cue + cue + 'id = "county"\nfilter = { text = "county" }\n' + cue, "utf-8")
        self.export(str(exhibit), "-o", "film.mp4", *SMALL, "--cues")
        told = {row["filter"] for row in rows_of(self.folder / "film.csv") if (row["cue"], row["layer"]) == ("county", "partnerships")}
        self.assertEqual(len(told), 1, told)
        self.assertIn(told.pop(), self.notes_of(self.folder / "film.vtt"))
        self.assertEqual(self.notes_of(self.folder / "film.vtt")[1:], ["No filter"])

    def test_of_two_days_the_filter_alone_is_noted(self):
        self.export("-o", "film.mp4", *SMALL, "--seconds", "1", "--regions", "CA", "--wipe-day", "2018-08-27")
        self.assertEqual(self.notes_of(self.folder / "film.vtt"), ["CA"])

    def test_no_filter_is_no_word(self):
        self.export("-o", "film.mp4", *SMALL, "--seconds", "2")
        self.assertEqual(self.notes_of(self.folder / "film.vtt"), [])
        self.assertEqual({row["filter"] for row in rows_of(self.folder / "film.csv") if row["layer"] == "partnerships"}, {""})

    def test_one_that_leaves_nothing_is_said(self):
        nothing = 'spreadmap: no record is left by the filter (the text "zzzz"), so the map is empty; look at how it is written\n'
        for out, more in (("look.png", ("--day", "2019-08-27")), ("look.svg", ("--day", "2019-08-27")), ("film.mp4", ("--seconds", "1"))):
            with self.subTest(out):
                self.assertTrue(self.export("-o", out, "--size", "320x180", *more, "--text", "zzzz").startswith(nothing))
                self.assertNotIn("no record", self.export("-o", out, "--size", "320x180", *more, "--text", "county"))
        said = self.export("-o", "look.png", "--size", "320x180", "--day", "2019-08-27", "--text", "zzzz", "--regions", "CA", "--progress", "json")
        warnings = [line["warning"] for line in map(json.loads, said.splitlines()) if "warning" in line]
        self.assertEqual(warnings, ['no record is left by the filter (regions, the text "zzzz"), so the map is empty; look at how it is written'])

    def test_a_cue_that_it_leaves_nothing_of_is_said(self):
        exhibit = copy_of_geodata(self.folder)
        own = exhibit.read_text("utf-8").partition("[[cues]]")[0]
        exhibit.write_text(own + '[[cues]]\nid = "all"\nday = 2019-08-27\nseconds = 1\n[[cues]]\nday = 2019-08-27\nseconds = 1\nfilter = { text = "zzzz" }\n', "utf-8")
        said = self.export(str(exhibit), "-o", "film.mp4", *SMALL, "--cues")
        self.assertEqual(re.findall(r"spreadmap: (.*no record is left.*)\n", said),
                         ['cue 2: no record is left by the filter (the text "zzzz"), so the map is empty; look at how it is written'])

    def test_a_list_of_an_earlier_version_is_replaced(self):
        head = b"second,frame,cue,day,layer,label,certain,possible,certain_usd,possible_usd,sources\r\n"
        (self.folder / "film.csv").write_bytes(head)
        self.export("-o", "film.mp4", *SMALL, "--seconds", "1")
        self.assertNotEqual((self.folder / "film.csv").read_bytes()[:len(head)], head)


class Wiped(ProgramTest):
    """Of two days side by side both are told, with their counts."""

    def test_the_captions_and_the_seconds_tell_both_days(self):
        for language, left, right, until in (("en", "Left: 27 August 2018 · 30 agencies", "Right: ", r"\d+ \w+ 20\d\d · [\d,]+(–[\d,]+)? agencies( \(list not complete\))?"),
                                             ("es", "Izquierda: 27 de agosto de 2018 · ", "Derecha: ", r"\d+ de \w+ de 20\d\d · .* agencias( \(lista incompleta\))?")):
            with self.subTest(language):
                self.export("-o", "film.mp4", *SMALL, "--seconds", "3", "--wipe-day", "2018-08-27", "--lang", language, "--overwrite")
                captions = captions_of(self.folder / "film.vtt")
                self.assertEqual(len(captions), 4)  # the last one is the last frame's
                for _, _, lines in captions:
                    self.assertEqual(len(lines), 2)
                    self.assertIn(left, lines[0])
                    self.assertRegex(lines[1], rf"\A{right}{until}\Z")
        rows = [row for row in rows_of(self.folder / "film.csv") if row["layer"] == "partnerships"]
        self.assertEqual([(row["second"], row["side"]) for row in rows], [(second, side) for second in ("0", "1", "2", "2.9") for side in ("left", "right")])
        self.export("-o", "alone.mp4", *SMALL, "--seconds", "3", "--lang", "es")
        plain = [row for row in rows_of(self.folder / "alone.csv") if row["layer"] == "partnerships"]
        self.assertEqual([row | {"side": ""} for row in rows if row["side"] == "right"], plain)
        self.assertEqual({row["day"] for row in rows if row["side"] == "left"}, {"2018-08-27"})
        self.export("-o", "still/%d.png", *SMALL, "--seconds", "1", "--from", "2018-08-26", "--to", "2018-08-27")
        then = [row for row in rows_of(self.folder / "still/frames.csv") if row["layer"] == "partnerships"][-1]
        known = ("day", "certain", "possible", "certain_usd", "possible_usd")
        self.assertEqual([rows[0][name] for name in known], [then[name] for name in known])


class Counted(ProgramTest):
    """Every number is counted again here, row by row, from awkward rows."""

    WINDOW_DAYS = 30
    FROM, TO = datetime.date(2019, 1, 1), datetime.date(2019, 6, 30)

    def random_rows(self, chance):
        def date():
            day = self.FROM + datetime.timedelta(days=chance.randrange(-40, 190))
            month = day.replace(day=1), (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)
            until = day + datetime.timedelta(days=chance.randrange(60))
            return chance.choice([(day.isoformat(), day, day), (day.isoformat()[:7], *month), (f"{day}/{until}", day, until)])

        rows = []
        for index in range(80):
            began, ended = date(), chance.choice([None, None, date()])
            fault = chance.choice(["", "", "", "", "", "", "day", "place", "date"])
            rows.append({"name": f"R{index}", "day": {"day": "", "date": "soon"}.get(fault, began[0]), "end": ended[0] if ended else "",
                         "lon": "" if fault == "place" else chance.choice(["-98.5", "2.35"]), "lat": "38.5", "usd": chance.choice(["", "0.1", "0.2", "1234.56", "5e9"]),
                         "region": chance.choice(["AA", "BB", ""]), "src": chance.choice(["One, 1", "", 'The "Two"']), "began": began[1:], "ended": ended and ended[1:],
                         "is_read": not fault and (not ended or ended[2] >= began[1])})
        return rows

    def seen(self, rows, day, window_days):
        """(certain, possible, certain_usd, possible_usd, sources) on a day."""
        over = (lambda first: first + datetime.timedelta(days=window_days)) if window_days else lambda _: datetime.date.max
        certain = possible = 0
        sure_usd = possible_usd = 0.0
        sources = set()
        for row in rows:
            (first, last), usd = row["began"], float(row["usd"] or 0)
            end_early, end = row["ended"] or (datetime.date.max, datetime.date.max)
            is_sure, is_possible = last <= day < over(first), first <= day < over(last)
            certain += is_sure and day <= max(end_early, first)
            possible += is_possible and day <= end
            sure_usd, possible_usd = sure_usd + is_sure * usd, possible_usd + is_possible * usd
            if is_possible and row["src"]:
                sources.add(row["src"])
        return certain, possible, sure_usd, possible_usd, sources

    def test_every_frame_and_second_says_what_the_rows_say(self):
        chance = random.Random(1331)
        tables = {"points": self.random_rows(chance), "money": self.random_rows(chance)}
        text = f'title = "Counted"\ncounted = "rows"\n[timeline]\nfrom = {self.FROM}\nto = {self.TO}\n'
        for layer, rows in tables.items():
            with open(self.folder / f"{layer}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, [name for name in rows[0] if name not in ("began", "ended", "is_read")], extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)
            usd = ', amount_usd = "usd"' if layer == "money" else ""
            text += (f'[[layers]]\nid = "{layer}"\nkind = "{"subsidies" if layer == "money" else "partnerships"}"\nlabel = "L"\nsource = "{layer}.csv"\n'
                     f'style = {{ window_days = {self.WINDOW_DAYS if layer == "money" else 0} }}\nfields = {{ name = "name", first_day = "day", last_day = "end", '
                     f'lon = "lon", lat = "lat", region = "region", source = "src"{usd} }}\n')
        (self.folder / "x.toml").write_text(text, "utf-8")
        for more, regions in (((), {"AA", "BB", ""}), (("--regions", "BB"), {"BB"})):
            with self.subTest(more):
                self.export("x.toml", "-o", "frames/%d.png", "--size", "96x64", "--fps", "24", "--seconds", "7.55", "--no-flash-check", *more)
                frames = [frame for unit in json.loads((self.folder / "frames/frames.json").read_text())["units"] for frame in unit["frames"]]
                self.assertEqual(len(frames), 181)
                self.assertEqual((frames[0]["day"], frames[-1]["day"]), (str(self.FROM), str(self.TO)))
                left = {layer: [row for row in rows if row["is_read"] and row["region"] in regions] for layer, rows in tables.items()}
                windows = {"points": 0, "money": self.WINDOW_DAYS}
                for frame in frames:
                    day = datetime.date.fromisoformat(frame["day"])
                    self.assertEqual(frame["counts"], {layer: list(self.seen(left[layer], day, windows[layer])[:2]) for layer in left}, frame["day"])
                rows = rows_of(self.folder / "frames/frames.csv")
                self.assertEqual(len(rows), 2 * 9)
                for row in rows:
                    self.assertEqual(row["day"], frames[int(row["frame"])]["day"])
                    certain, possible, *usd, sources = self.seen(left[row["layer"]], datetime.date.fromisoformat(row["day"]), windows[row["layer"]])
                    self.assertEqual((row["certain"], row["possible"]), (str(certain), str(possible)))
                    self.assertEqual({name for name in row["sources"].split(" | ") if name}, sources)
                    for name, amount in zip(("certain_usd", "possible_usd"), usd if row["layer"] == "money" else ()):
                        self.assertRegex(row[name], r"\A\d+(\.\d\d)?\Z")
                        self.assertAlmostEqual(float(row[name]), amount, delta=0.006)
                captions = captions_of(self.folder / "frames/frames.vtt")
                self.assertEqual(len(captions), 9)  # the last one is the last frame's
                for begin_ms, _, lines in captions:
                    frame = frames[round(begin_ms * 24 / 1000)]
                    certain, possible = frame["counts"]["points"]
                    self.assertEqual(lines[1].split()[0], str(certain) if certain == possible else f"{certain}–{possible}")


class Refused(ProgramTest):
    def refused(self, says, *arguments, status=1):
        done = self.run_program("export", *arguments, "-o", "film.mp4", *SMALL)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assert_one_line(done.stderr)
        self.assertRegex(done.stderr, says)
        self.assertFalse((self.folder / "film.mp4").exists())

    def exhibit_with(self, old, new):
        exhibit = copy_of_geodata(self.folder)
        text = exhibit.read_text("utf-8")
        self.assertIn(old, text)
        exhibit.write_text(text.replace(old, new, 1), "utf-8")
        line = text[:text.index(old)].count("\n") + 1
        return exhibit, line

    def test_a_region_that_is_not_there(self):
        exhibit, line = self.exhibit_with('region = "Wisconsin"', 'region = "Winsconsin"')
        self.refused(rf"ring\.exhibit\.toml:{line - 1}: 'cues\[\]\.camera\.region': no region is called 'Winsconsin'; "
                     "did you mean 'Wisconsin'", exhibit, "--cues")

    def test_a_place_that_is_not_there(self):
        exhibit, line = self.exhibit_with('place = "Los Angeles, CA"', 'place = "Los Angeles, NV"')
        self.refused(rf"ring\.exhibit\.toml:{line - 1}: 'cues\[\]\.camera\.place': no place of map\.find is called",
                     exhibit, "--cues")

    def test_a_kind_that_no_record_has(self):
        exhibit, line = self.exhibit_with('day = 2018-03-23\n', 'day = 2018-03-23\nfilter = { kinds = ["sherif"] }\n')
        self.refused(rf"ring\.exhibit\.toml:{line + 1}: 'cues\[\]\.filter\.kinds': no record has 'sherif'; did you mean 'sheriff'",
                     exhibit, "--cues")

    def test_an_exhibit_without_cues(self):
        exhibit, _ = self.exhibit_with("[timeline]", "[timeline]")
        text = exhibit.read_text("utf-8")
        exhibit.write_text(text[:text.index("[[cues]]")], "utf-8")
        self.refused("has no cues; add", exhibit, "--cues")

    def test_days_beside_cues(self):
        self.refused("the cues say which days", "--cues", "--from", "2019-01-01", status=2)

    def test_a_table_that_has_the_name_of_the_list(self):
        (self.folder / "film.csv").write_text("name,day\nmine,2019-01-01\n")
        self.refused(r"film\.csv: is there, and was not written by an export", "--seconds", "1")
        self.assertEqual((self.folder / "film.csv").read_text(), "name,day\nmine,2019-01-01\n")


class Flashes(ProgramTest):
    def flashing_exhibit(self, seconds):
        """A state that is filled bright and empty again, a cue each."""
        geodata = copy_of_geodata(self.folder).parent.parent
        rows = "".join(f"A,2019-01-02,{lon},38.4\n" for lon in (-98.6, -98.5, -98.4)) + "B,2019-01-02,-80.5,40.2\n"
        (self.folder / "a.csv").write_text("name,day,lon,lat\n" + rows)
        cue = ('[[cues]]\nday = 2019-06-01\nlayers = [{}]\ntravel_seconds = 0\nseconds = {}\n'
               'camera = {{ extent = [-101, 37.2, -95, 39.8] }}\n')
        (self.folder / "flashes.toml").write_text(f"""
title = "Flashes"
[map]
crs = "us-composite"
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "points"
kind = "partnerships"
label = "Points"
source = "a.csv"
fields = {{ name = "name", first_day = "day", lon = "lon", lat = "lat" }}
[[layers]]
id = "states"
kind = "areas"
label = "By state"
source = "{geodata / 'us.gpkg'}"
layer = "states"
counts = "points"
fields = {{ name = "name", key = "geoid" }}
classes = {{ method = "fixed", limits = [1] }}
style = {{ palette = "viridis", opacity = 1.0 }}
""" + "".join(cue.format('"points", "states"' if turn % 2 else '"points"', seconds) for turn in range(16)))
        return "flashes.toml"

    def test_are_told_before_the_film_is_made(self):
        said = self.export(self.flashing_exhibit(0.1), "--cues", "-o", "film.mp4", "--size", "640x360")
        told, made = said.splitlines()
        self.assertRegex(told, r"\Aspreadmap: frame \d+, at 0\.\d\d s: 5 flashes within a second, where at most 3 are safe")
        self.assertIn("48 frames", made)

    def test_are_an_error_with_strict(self):
        exhibit = self.flashing_exhibit(0.1)
        done = self.run_program("export", exhibit, "--cues", "-o", "film.mp4", "--size", "640x360", "--strict")
        self.assertEqual(done.returncode, 1)
        self.assert_one_line(done.stderr)
        self.assertIn("5 flashes within a second", done.stderr)
        self.assertFalse((self.folder / "film.mp4").exists())
        raw = self.run_program("export", exhibit, "--cues", "-o", "-", "--size", "640x360", "--strict")
        self.assertEqual((raw.returncode, raw.stdout), (1, ""), "nor does a pipe get them")
        self.assertIn("5 flashes within a second", raw.stderr)

    def test_are_not_looked_for_when_that_is_asked(self):
        said = self.export(self.flashing_exhibit(0.1), "--cues", "-o", "film.mp4", "--size", "640x360", "--no-flash-check")
        self.assertNotIn("flashes", said)

    def test_slow_changes_are_none(self):
        said = self.export(self.flashing_exhibit(0.25), "--cues", "-o", "film.mp4", "--size", "640x360")
        self.assertNotIn("flashes", said)


if __name__ == "__main__":
    unittest.main()
