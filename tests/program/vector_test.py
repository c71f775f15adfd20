"""Stills as SVG and PDF: beside the program's own picture, with text that is text."""

import os
import pathlib
import re
import resource
import subprocess
import unittest
import xml.etree.ElementTree

from program_testing import DAY, IS_LONG, Picture, ProgramTest, quiet_environment

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
SMALL = ("--size", "960x540")

ISLANDS = """title = "Islands: a <map> & more"
[map]
crs = "EPSG:3832"
[timeline]
from = 2018-01-01
to = 2020-01-01
[[layers]]
id = "stations"
kind = "partnerships"
label = "Stations"
source = "stations.csv"
fields = { name = "name", first_day = "day", last_day = "end", lon = "lon", lat = "lat", source_url = "url" }
"""


def made_by(program, *arguments):
    """What a program of another maker writes to standard output."""
    done = subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                          env=quiet_environment(), timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"{program}: {done.stderr.decode()}")
    return done.stdout


class Difference:
    """How far two pictures are from one another, of 255."""

    def __init__(self, ours, theirs):
        apart = [abs(a - b) for a, b in zip(ours.rgb, theirs.rgb)]
        worst = [max(apart[at:at + 3]) for at in range(0, len(apart), 3)]
        self.mean = sum(apart) / len(apart)
        self.share_of_far = sum(far > 64 for far in worst) / len(worst)

    def __str__(self):
        return f"mean {self.mean:.2f}, {100 * self.share_of_far:.2f} % of pixels by more than 64"


class VectorTest(ProgramTest):
    def still(self, ending, *arguments):
        path = self.folder / f"still.{ending}"
        self.export(*arguments, "-o", path)
        return path

    def pictures(self, *arguments):
        """The program's own picture, the SVG by librsvg and the PDF by poppler."""
        svg, pdf = self.still("svg", *arguments), self.still("pdf", *arguments)
        drawn = {"svg": self.folder / "svg.png", "pdf": self.folder / "pdf.png"}
        made_by("rsvg-convert", svg, "-o", drawn["svg"])
        made_by("pdftoppm", "-r", "96", "-png", "-singlefile", pdf, drawn["pdf"].with_suffix(""))
        ours = Picture.of_png(self.still("png", *arguments))
        return ours, {ending: Picture.of_png(path) for ending, path in drawn.items()}

    def islands(self, rows, exhibit=ISLANDS):
        (self.folder / "stations.csv").write_text("name,day,end,lon,lat,url\n" + "".join(row + "\n" for row in rows))
        (self.folder / "islands.exhibit.toml").write_text(exhibit)
        return "islands.exhibit.toml"


class Pictures(VectorTest):
    # Edges of shapes and of letters are softened by other hands: poppler and librsvg blend encoded values and not light, set letters on other parts of a
    # pixel, and librsvg has no figures of one width. So a line of type or of the map differs along its edges, and nothing differs over a whole shape.
    MOST_MEAN, MOST_FAR = 3.0, 0.03

    def check(self, *arguments):
        ours, theirs = self.pictures(*arguments)
        for ending, picture in theirs.items():
            with self.subTest(ending):
                self.assertEqual((picture.width_px, picture.height_px), (ours.width_px, ours.height_px))
                difference = Difference(ours, picture)
                self.assertLess(difference.mean, self.MOST_MEAN, str(difference))
                self.assertLess(difference.share_of_far, self.MOST_FAR, str(difference))

    def test_are_the_programs_own(self):
        self.check("--day", DAY, *SMALL)

    def test_on_the_light_theme_with_areas(self):
        self.check("--day", DAY, *SMALL, "--theme", "light", "--layers", "partnerships,states")

    def test_with_a_surface_of_density(self):
        self.check("--day", DAY, *SMALL, "--layers", "partnerships,density")

    def test_of_two_days_in_spanish(self):
        self.check("--day", DAY, *SMALL, "--wipe-day", "2018-08-27", "--lang", "es")

    def test_as_others_see_them(self):
        self.check("--day", DAY, *SMALL, "--seen-by", "deutan")

    def test_on_a_globe(self):
        self.check("--day", DAY, *SMALL, "--crs", "orthographic")

    def test_over_the_antimeridian(self):
        exhibit = self.islands(["Suva,2018-03-01,,178.4,-18.1,", "Apia,2018-04-01,,-171.8,-13.8,"])
        self.check(exhibit, "--day", "2019-01-01", *SMALL)

    def test_on_a_map_in_pieces(self):
        self.check("--day", DAY, *SMALL, "--crs", "+proj=igh")

    @unittest.skipUnless(IS_LONG, "only in the long form")
    def test_of_counties_in_portrait(self):
        self.check("--day", DAY, "--size", "1080x1920", "--layers", "partnerships,counties")


class Shapes(VectorTest):
    def root(self, *arguments):
        return xml.etree.ElementTree.parse(self.still("svg", *arguments)).getroot()

    def marks(self, root, layer):
        group = next(group for group in root.iter(SVG + "g") if group.get("id") == f"layer-{layer}")
        return [mark for mark in group.iter() if mark.get("class") == "mark"]

    def test_are_as_many_marks_as_there_are_records_each_with_its_name(self):
        marks = self.marks(self.root("--day", DAY), "partnerships")
        self.assertEqual(len(marks), 405)
        names = [mark.find(SVG + "title").text for mark in marks]
        self.assertIn("Greenfield Police Department", names)

    def test_lie_in_layers_that_an_editor_shows(self):
        root = self.root("--day", DAY, "--layers", "partnerships,states,money")
        layers = [group.get("id") for group in root.iter(SVG + "g") if group.get(INKSCAPE + "groupmode") == "layer"]
        self.assertEqual(len(layers), len(set(layers)))
        for layer in ("ground", "map", "land", "areas-states", "names", "layer-partnerships", "labels", "furniture", "text"):
            self.assertIn(layer, layers)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_hold_whole_areas_and_no_picture(self):
        root = self.root("--day", DAY, "--layers", "partnerships,states,density")
        names = {title.text for path in root.iter(SVG + "path") for title in path.findall(SVG + "title")}
        self.assertLessEqual({"Land", "Texas", "Kansas"}, names)
        self.assertEqual(list(root.iter(SVG + "image")), [])
        self.assertNotIn(b"image", made_by("pdfimages", "-list", self.still("pdf", "--day", DAY, "--layers", "density")))

    def test_tell_apart_what_ended_and_what_is_not_known_to_the_day(self):
        exhibit = self.islands(["Whole,2018-03-01,,178,-18,", "Ended,2018-03-01,2018-06-01,179,-10,", "Month,2018-12,,177,-5,"])
        marks = self.marks(self.root(exhibit, "--day", "2018-12-15", *SMALL), "stations")
        kinds = {mark.find(SVG + "title").text: mark.tag for mark in marks}
        self.assertEqual(kinds, {"Whole": SVG + "circle", "Ended": SVG + "g", "Month": SVG + "g"})


class Text(VectorTest):
    def test_is_found_in_the_pdf(self):
        text = made_by("pdftotext", self.still("pdf", "--day", DAY), "-").decode()
        for line in ("How Ring reached the police", "405", "27 August 2019", "Public money for discounts".upper(), "Memphis"):
            self.assertIn(line, text)
        fonts = made_by("pdffonts", self.folder / "still.pdf").decode().splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r"\A[A-Z]{6}\+Inter", "a part of the font")
            self.assertRegex(font, r"yes yes yes", "embedded, and its letters are known")

    def test_is_found_in_the_svg(self):
        root = xml.etree.ElementTree.parse(self.still("svg", "--day", DAY)).getroot()
        texts = ["".join(text.itertext()) for text in root.iter(SVG + "text") if text.get("aria-hidden") is None]
        for line in ("How Ring reached the police", "405", "27 August 2019", "Memphis"):
            self.assertEqual(texts.count(line), 1, line)

    def test_in_letters_that_xml_takes_for_its_own(self):
        exhibit = self.islands(['"R&D <lab> ""x""",2018-03-01,,178,-18,'])
        root = xml.etree.ElementTree.parse(self.still("svg", exhibit, "--day", "2019-01-01", *SMALL)).getroot()
        titles = [title.text for title in root.iter(SVG + "title")]
        self.assertIn('R&D <lab> "x"', titles)
        self.assertTrue(titles[0].startswith("Islands: a <map> & more"))

    def test_that_is_read_from_the_right(self):
        exhibit = self.islands(["Suva,2018-03-01,,178,-18,"], ISLANDS.replace("Islands: a <map> & more", "خريطة الجزر"))
        text = made_by("pdftotext", self.still("pdf", exhibit, "--day", "2019-01-01", *SMALL), "-").decode()
        plain = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
        self.assertIn("خريطة الجزر", plain)
        self.assertIn("NotoSansArabic", made_by("pdffonts", self.folder / "still.pdf").decode())
        root = xml.etree.ElementTree.parse(self.still("svg", exhibit, "--day", "2019-01-01", *SMALL)).getroot()
        title = next(text for text in root.iter(SVG + "text") if text.text == "خريطة الجزر")
        self.assertEqual(title.get("direction"), "rtl")
        self.assertEqual(title.get("font-weight"), "400", "as the font is that has these letters")


class Files(VectorTest):
    def test_are_the_same_bytes_each_time(self):
        for ending in ("svg", "pdf"):
            with self.subTest(ending):
                once, again = (self.still(ending, "--day", DAY, *SMALL).read_bytes() for _ in range(2))
                self.assertEqual(once, again)

    def test_say_what_they_show_and_not_when_they_were_made(self):
        facts = made_by("pdfinfo", self.still("pdf", "--day", DAY)).decode()
        self.assertRegex(facts, r"Title: +How Ring reached the police · 27 August 2019\n")
        self.assertRegex(facts, r"Page size: +1440 x 810 pts")
        self.assertNotIn("CreationDate", facts)

    def test_link_marks_to_their_sources(self):
        exhibit = self.islands(["Suva,2018-03-01,,178.4,-18.1,https://example.org/it's", "Apia,2018-04-01,,-171.8,-13.8,no address"])
        links = made_by("pdfinfo", "-url", self.still("pdf", exhibit, "--day", "2019-01-01", *SMALL)).decode()
        self.assertEqual(links.count("http"), 1, links)
        self.assertIn("https://example.org/it's", links)

    def test_are_not_large(self):
        for layers, most in (("partnerships", 0.8e6), ("partnerships,counties", 2.5e6)):
            for ending in ("svg", "pdf"):
                with self.subTest(layers=layers, ending=ending):
                    self.assertLess(self.still(ending, "--day", DAY, "--layers", layers).stat().st_size, most)

    def test_of_many_marks_take_seconds(self):
        count = 1_000_000 if IS_LONG else 100_000
        rows = (f"{at},2018-01-{1 + at % 28:02},,{at * 7919 % 9973 / 9973 * 360 - 180:.4f},{at * 104729 % 9967 / 9967 * 140 - 70:.4f},"
                for at in range(count))
        exhibit = self.islands(rows, ISLANDS.replace("EPSG:3832", "equal-earth"))
        for ending in ("svg", "pdf"):
            with self.subTest(ending):
                process = subprocess.Popen([self.program, "export", exhibit, "--day", "2019-01-01", "-o", f"many.{ending}"],
                                           cwd=self.folder, env=quiet_environment(), stdin=subprocess.DEVNULL)
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(process.returncode, 0)
                self.assertLess(used.ru_utime, 60)
                # What the program needs without them, and no more than a kilobyte a mark, records, page and all.
                self.assertLess(used.ru_maxrss, 300_000 + count)
        self.assertEqual((self.folder / "many.svg").read_bytes().count(b'class="mark"'), count)


class Refused(VectorTest):
    def refused(self, *arguments, status):
        done = self.run_program("export", *arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr

    def test_without_a_day(self):
        said = self.refused("-o", "film.svg", status=2)
        self.assertIn("add --day", said)

    def test_where_nothing_can_be_written(self):
        (self.folder / "still.pdf").mkdir()
        said = self.refused("--day", DAY, "-o", "still.pdf", status=1)
        self.assert_one_line(said)
        self.assertIn("still.pdf", said)

    def test_on_a_disk_that_is_full(self):
        def limit_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        for ending in ("svg", "pdf"):
            with self.subTest(ending):
                done = self.run_program("export", "--day", DAY, "-o", f"still.{ending}", preexec_fn=limit_files)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assert_one_line(done.stderr)
                self.assertIn(f"still.{ending}: cannot be written: File too large; ", done.stderr)
                self.assertEqual(list(self.tree()), [])

    def test_an_older_one_stays_where_the_new_one_fails(self):
        (self.folder / "still.svg").write_text("older")
        self.refused("--day", "1999-01-01", "-o", "still.svg", status=1)
        self.assertEqual((self.folder / "still.svg").read_text(), "older")
        self.assertEqual([path.name for path in pathlib.Path(self.folder).iterdir()], ["still.svg"])

    def test_what_is_of_films_or_of_pixels(self):
        for option in (("--fps", "25"), ("--encoder", "libx264"), ("--threads", "2"), ("--supersample", "2"), ("--alpha",),
                       ("--bits", "16"), ("--pass", "marks")):
            with self.subTest(option):
                said = self.refused("--day", DAY, "-o", "still.svg", *option, status=2)
                self.assertIn(option[0], said)


if __name__ == "__main__":
    unittest.main()
