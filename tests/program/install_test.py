"""What `cmake --install` leaves is whole, and works wherever it is moved to."""

import configparser
import gzip
import subprocess
import unittest

from program_testing import BUILD, DAY, IS_SANITIZED, Png, ProgramTest, film_of, quiet_environment

PARTS = ("bin/spreadmap", "libexec/spreadmap/spreadmap-reader", "libexec/spreadmap/spreadmap-film.so", "libexec/spreadmap/spreadmap-session",
         "share/spreadmap/assets/fonts/Inter-Regular.otf", "share/spreadmap/assets/fonts/fonts-inter.LICENSE.txt",
         "share/spreadmap/assets/translations/es/LC_MESSAGES/spreadmap.mo", "share/spreadmap/geodata/ring/ring.exhibit.toml",
         "share/spreadmap/geodata/ring/ATTRIBUTION.md", "share/spreadmap/geodata/us.gpkg", "share/spreadmap/jobs/spreadmap-parallel",
         "share/applications/spreadmap.desktop", "share/icons/hicolor/scalable/apps/spreadmap.svg", "share/doc/spreadmap/copyright",
         "lib/systemd/system/spreadmap-kiosk@.service", "lib/systemd/system/spreadmap-safe@.service", "lib/systemd/system/spreadmap-retry@.timer",
         "lib/sysusers.d/spreadmap.conf", "lib/pam.d/spreadmap-kiosk")


@unittest.skipIf(IS_SANITIZED, "what is installed is never sanitized")
class Install(ProgramTest):
    def setUp(self):
        super().setUp()
        first = self.folder / "first"
        done = subprocess.run(["cmake", "--install", BUILD, "--prefix", first], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.prefix = self.folder / "moved elsewhere"
        first.rename(self.prefix)
        self.program = self.prefix / "bin" / "spreadmap"

    def test_it_is_whole_and_works_where_it_was_moved_to(self):
        for part in PARTS:
            self.assertTrue((self.prefix / part).is_file(), part)
        self.assertEqual([str(path) for path in self.prefix.rglob("*.py")], [])
        self.assertRegex(self.run_program("--version").stdout, r"^spreadmap \d+\.\d+\.\d+\n$")
        self.export("--day", DAY, "--size", "480x270", "--lang", "es", "-o", self.folder / "look.png")
        self.assertEqual(Png(self.folder / "look.png").size, (480, 270))
        self.export("--size", "160x90", "--fps", "2", "--seconds", "1", "--no-flash-check", "-o", self.folder / "film.mp4")
        self.assertEqual(film_of(self.folder / "film.mp4")["codec_name"], "h264")

    def test_what_lies_beside_it_can_be_read(self):
        manual = gzip.decompress(next(self.prefix.glob("share/man/man1/*.gz")).read_bytes()).decode()
        for command in ("present", "kiosk", "export", "join", "verify", "diagnose", "keys"):
            self.assertIn(f".B {command}\n", manual)
        shown = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=manual, capture_output=True, text=True, check=True)
        self.assertEqual(shown.stderr, "")
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(self.prefix / "share/applications/spreadmap.desktop", encoding="utf-8")
        self.assertEqual(entry["Desktop Entry"]["Exec"].split()[0], "spreadmap")
        subprocess.run(["rsvg-convert", "-o", self.folder / "icon.png", self.prefix / "share/icons/hicolor/scalable/apps/spreadmap.svg"], check=True,
                       env=quiet_environment())


if __name__ == "__main__":
    unittest.main()
