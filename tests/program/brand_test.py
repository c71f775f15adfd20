"""An exhibit that looks like its house: own font, colours and logo, and what its exports are unless a command says otherwise."""

import math
import pathlib
import re
import struct
import subprocess
import unittest
import zlib

from program_testing import Picture, Png, ProgramTest, film_of, quiet_environment

# Of the package fonts-noto-core, which the program needs.
FONT = pathlib.Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")
GROUND, LAND = (0x10, 0x20, 0x18), (0x1c, 0x34, 0x28)
DISC, BAR = (0xff, 0x6f, 0x61), (0x2e, 0xc4, 0xb6)
DAY = "2019-06-01"
SEATS = "name,day,lon,lat\nA,2019-02-01,-100,40\nB,2019-05-01,-90,35\n"


def png_of(width_px, height_px, colour_at):
    """The bytes of an RGBA PNG."""
    rows = b"".join(b"\0" + b"".join(bytes(colour_at(x, y)) for x in range(width_px)) for y in range(height_px))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, 8, 6, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def logo_at(x, y):
    """A disc with a soft edge, and a bar at its right: 300 by 100."""
    if x >= 120:
        return (*BAR, 255 if 20 <= y < 80 else 0)
    edge = min(max(48.5 - math.hypot(x + 0.5 - 50, y + 0.5 - 50), 0.0), 1.0)
    return (*DISC, round(255 * edge))


def pixels_like(picture, colour, tolerance=3):
    """The places of all pixels of a colour."""
    channels = []
    for channel, level in enumerate(colour):
        table = bytes(abs(value - level) <= tolerance for value in range(256))
        channels.append(int.from_bytes(bytes(picture.rgb[channel::3]).translate(table), "big"))
    found = (channels[0] & channels[1] & channels[2]).to_bytes(picture.width_px * picture.height_px, "big")
    places, at = [], found.find(1)
    while at >= 0:
        places.append((at % picture.width_px, at // picture.width_px))
        at = found.find(1, at + 1)
    return places


class HouseTest(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "logo.png").write_bytes(png_of(300, 100, logo_at))
        (self.folder / "seats.csv").write_text(SEATS)

    def exhibit(self, brand='logo = "logo.png"', more=""):
        path = self.folder / "house.toml"
        path.write_text(f"""title = "A house of its own"
credits = "Sources: a test"
[brand]
{brand}
{more}
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "seats"
kind = "partnerships"
label = "Seats"
source = "seats.csv"
fields = {{ name = "name", first_day = "day", lon = "lon", lat = "lat" }}
""")
        return path

    def still(self, name, *arguments):
        self.export("house.toml", "--day", DAY, "-o", name, *arguments)
        return self.folder / name


class BrandTest(HouseTest):
    def assert_logo_in(self, picture, corner, tolerance=3):
        """Its bar is in the corner, and as large as it is at 960x540: 24 pixels high, of which it fills three fifths."""
        places = pixels_like(picture, BAR, tolerance)
        self.assertTrue(places, "the logo's colour is in the picture")
        left, right = min(x for x, _ in places), max(x for x, _ in places)
        top, bottom = min(y for _, y in places), max(y for _, y in places)
        self.assertAlmostEqual(bottom - top + 1, 0.6 * 24, delta=2)
        self.assertAlmostEqual(right - left + 1, 0.6 * 72, delta=2)
        self.assertEqual(bottom < picture.height_px / 4, "top" in corner)
        self.assertEqual(top > 3 * picture.height_px / 4, "bottom" in corner)
        self.assertEqual(right < picture.width_px / 4, "left" in corner)
        self.assertEqual(left > 3 * picture.width_px / 4, "right" in corner)

    def test_the_picture_has_the_houses_font_colours_and_logo(self):
        self.exhibit(f'font = "{FONT}"\nlogo = "logo.png"\n[brand.colours]\nground = "#102018"\nland = "#1c3428"\naccent = "#ff6f61"')
        picture = Picture.of_png(self.still("still.png", "--size", "960x540"))
        self.assertEqual(tuple(picture.rgb[:3]), GROUND)
        self.assertGreater(len(pixels_like(picture, LAND, 0)), 10000)
        self.assert_logo_in(picture, "bottom-right")
        self.assertTrue(pixels_like(picture, DISC), "and the rest of it")
        branded = (self.folder / "still.png").read_bytes()
        self.exhibit('logo = "logo.png"\n[brand.colours]\nground = "#102018"\nland = "#1c3428"\naccent = "#ff6f61"')
        self.assertNotEqual(self.still("inter.png", "--size", "960x540").read_bytes(), branded, "in another font")
        self.assertIn("Noto Serif", self.svg_with_font())

    def svg_with_font(self):
        self.exhibit(f'font = "{FONT}"')
        return self.still("font.svg").read_text()

    def test_each_corner_in_pixels_and_in_shapes(self):
        for corner in ("bottom-right", "bottom-left", "top-left", "top-right"):
            with self.subTest(corner=corner):
                self.exhibit(f'logo = "logo.png"\nlogo_place = "{corner}"')
                self.assert_logo_in(Picture.of_png(self.still("still.png", "--size", "960x540")), corner)
                svg, pdf = (self.still(f"still.{kind}", "--size", "960x540") for kind in ("svg", "pdf"))
                self.assertRegex(svg.read_text(), r'<g id="logo"[^>]*>\s*<image [^>]*xlink:href="data:image/png;base64,')
                drawn = {"svg": self.folder / "svg.png", "pdf": self.folder / "pdf.png"}
                for command in (["rsvg-convert", svg, "-o", drawn["svg"]],
                                ["pdftoppm", "-r", "96", "-png", "-singlefile", pdf, drawn["pdf"].with_suffix("")]):
                    subprocess.run(command, check=True, env=quiet_environment(), stdin=subprocess.DEVNULL)
                for kind, path in drawn.items():
                    with self.subTest(kind=kind):
                        self.assert_logo_in(Picture.of_png(path), corner)

    def test_a_film_has_it_in_every_frame(self):
        self.exhibit()
        self.export("house.toml", "--size", "960x540", "--seconds", "0.5", "--fps", "10", "-o", "film.mkv", "--no-captions")
        subprocess.run(["ffmpeg", "-v", "error", "-i", "film.mkv", "frame%d.png"], cwd=self.folder, check=True,
                       stdin=subprocess.DEVNULL)
        frames = sorted(self.folder.glob("frame*.png"))
        self.assertEqual(len(frames), 5)
        for frame in frames:
            self.assert_logo_in(Picture.of_png(frame), "bottom-right")

    def test_furniture_leaves_it_out_and_the_light_theme_has_its_own(self):
        (self.folder / "light.png").write_bytes(png_of(30, 10, lambda x, y: (*DISC, 255)))
        self.exhibit('logo = "logo.png"\nlogo_light = "light.png"')
        small = ("--size", "480x270")
        self.assertFalse(pixels_like(Picture.of_png(self.still("off.png", *small, "--furniture", "title,credits")), BAR))
        self.assertTrue(pixels_like(Picture.of_png(self.still("alone.png", *small, "--furniture", "logo")), BAR))
        light = Picture.of_png(self.still("light-still.png", *small, "--theme", "light"))
        self.assertFalse(pixels_like(light, BAR))
        self.assertTrue(pixels_like(light, DISC, 1))
        part = Png(self.still("pass.png", *small, "--pass", "furniture"))
        self.assertEqual(part.colour, 6, "the pass has alpha")

    def test_another_logo_is_not_mixed_in(self):
        self.exhibit()
        frames = ("house.toml", "--size", "192x108", "--seconds", "0.4", "--fps", "10", "-o", "frames/%06d.png", "--no-captions")
        self.export(*frames, "--shard", "1/2")
        (self.folder / "logo.png").write_bytes(png_of(300, 100, lambda x, y: (*DISC, 255)))
        self.export(*frames, "--shard", "2/2")
        done = self.run_program("join", "frames/%06d.png")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"logo: ")
        self.assert_one_line(done.stderr)

    def test_what_is_no_logo_is_said_with_its_line(self):
        wrong = {"missing.png": (None, "No such file"), "text.png": (b"this is a text, not a picture", "Not a PNG file"),
                 "cut.png": (png_of(300, 100, logo_at)[:200], "cannot be read as PNG"),
                 "wide.png": (png_of(4097, 1, lambda x, y: (*BAR, 255)), "4097x1 pixels, and 4096 a side is the most"),
                 "clear.png": (png_of(8, 8, lambda x, y: (*BAR, 0)), "shows nothing"),
                 "zero.png": (png_of(0, 8, logo_at), "cannot be read as PNG")}
        for name, (data, says) in wrong.items():
            with self.subTest(name=name):
                if data is not None:
                    (self.folder / name).write_bytes(data)
                self.exhibit(f'logo = "{name}"')
                done = self.run_program("export", "house.toml", "--day", DAY, "-o", "out.png")
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, rf"\Aspreadmap: house\.toml:4: 'brand\.logo': {re.escape(name)}: [^\n]*{re.escape(says)}[^\n]*\n\Z")
                self.assertFalse((self.folder / "out.png").exists())


class ExportOfAnExhibitTest(HouseTest):
    """`[export]`: what a command leaves open."""

    def wish(self, wishes):
        self.exhibit(more="[export]\n" + wishes)

    def frames(self, *arguments):
        self.export("house.toml", "-o", "frames/%06d.png", "--no-captions", *arguments)
        return sorted((self.folder / "frames").glob("*.png"))

    def test_a_command_has_what_it_leaves_open_and_overrules_it(self):
        self.wish('size = "320x180"\nfps = 10\nseconds = 0.5\nhold = [0.1, 0.2]\nfurniture = ["title", "logo"]\nsafe_area = 5\nsupersample = 2')
        frames = self.frames()
        self.assertEqual(len(frames), 5 + 1 + 2)
        self.assertEqual(Png(frames[0]).size, (320, 180))
        asked = ("--size", "320x180", "--fps", "10", "--seconds", "0.5", "--hold", "0.1,0.2", "--furniture", "title,logo",
                 "--safe-area", "5", "--supersample", "2")
        held = [frame.read_bytes() for frame in frames]
        self.exhibit()
        self.assertEqual([frame.read_bytes() for frame in self.frames(*asked, "--overwrite")], held, "as the command would")
        self.wish('size = "320x180"\nfps = 10\nseconds = 0.5')
        self.assertEqual(Png(self.frames("--size", "192x108", "--seconds", "0.3", "--overwrite")[0]).size, (192, 108))
        self.assertEqual(len(self.frames("--size", "192x108", "--seconds", "0.3", "--overwrite")), 3)

    def test_a_still_takes_what_goes_with_it(self):
        self.wish('preset = "story"\nseconds = 2\nhold = 1\ncrf = 30\ncaptions = false\ncues = true\nsupersample = 2')
        self.assertEqual(Png(self.still("still.png")).size, (1080, 1920))
        self.assertIn('width="1080"', self.still("still.svg").read_text()[:800])

    def test_a_preset_of_the_exhibit_gives_way_to_its_own_keys_and_to_the_commands_preset(self):
        self.wish('preset = "gif"\nsize = "320x180"\nseconds = 0.5')
        self.export("house.toml", "-o", "film.gif", "--no-captions")
        film = film_of(self.folder / "film.gif")
        self.assertEqual((film["width"], film["height"], film["nb_read_frames"]), ("320", "180", "10"), "20 a second")
        self.export("house.toml", "-o", "film.webp", "--preset", "webp", "--no-captions", "--fps", "10")
        self.assertEqual((self.folder / "film.webp").read_bytes()[:4], b"RIFF")
        self.assertEqual(int.from_bytes((self.folder / "film.webp").read_bytes()[24:27], "little") + 1, 960)

    def test_what_is_wrong_is_said_as_the_command_line_says_it(self):
        wrong = {'size = "big"': "'export.size': 'big' is not a size; write WIDTHxHEIGHT in pixels",
                 "fps = 0": "'export.fps': '0' is not a frame rate",
                 'hold = "long"': "'export.hold': 'long' is none; write the seconds at both ends",
                 "supersample = 9": "'export.supersample': ",
                 'seconds = "nan"': "'export.seconds': 'nan' is not a number of seconds",
                 'furniture = ["logo", "sofa"]': "'export.furniture': 'sofa' is no part of the furniture",
                 "safe_area = 60": "'export.safe_area': '60' is none; write percent of every side",
                 'preset = "vhs"': "'export.preset': 'vhs' is none; `spreadmap export --list-presets` lists them",
                 'format = "vhs"': "'export.format': 'vhs' is none; there are h264",
                 "cues = 1": "'export.cues': expected true or false, got an integer",
                 "size = {}": "'export.size': expected what the option of that name takes, got a table",
                 "sise = 1": "unknown key 'sise'; did you mean 'size'?"}
        for line, says in wrong.items():
            with self.subTest(line=line):
                self.wish(line)
                done = self.run_program("export", "house.toml", "--day", DAY, "-o", "out.png")
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, r"\Aspreadmap: house\.toml:6: " + re.escape(says))
                self.assert_one_line(done.stderr)


if __name__ == "__main__":
    unittest.main()
