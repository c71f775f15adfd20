"""The report for the makers: what it holds, and that it holds nothing of anybody's."""

import os
import pwd
import re
import socket
import unittest

from program_testing import SOURCE, ProgramTest, copy_of_geodata, quiet_environment

SECRETS = ("Xanthippe", "Zyzzyva", "quokkamoor", "wombatville", "4711")


class Diagnose(ProgramTest):
    def report(self, *arguments, **variables):
        done = self.run_program("diagnose", *arguments, env=quiet_environment(**variables))
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_says_what_is_installed(self):
        report = self.report()
        for line in (r"spreadmap: \d+\.\d+\.\d+", r"kernel: Linux \S+ \S+", r"distribution: \S.*", r"PROJ: \d+\.\d+\.\d+", r"GDAL: \d+\.\d+\.\d+",
                     r"renderer: \S.*", r"largest texture: \d+ px", r"h264: libx264, libavcodec \d.*", r"Inter-Regular\.otf", r"displays: none.*", r"keys file: none", r"SDL: 2\..*"):
            self.assertRegex(report, rf"(?m)^  {line}$")
        self.assertNotIn("Exhibit", report)

    def test_an_exhibit_is_numbers_alone(self):
        report = self.report(SOURCE / "geodata" / "ring" / "ring.exhibit.toml")
        told = report.split("\nExhibit\n")[1].splitlines()
        for line in told:
            self.assertRegex(line, r"^  (layers|base layers|languages|milestones|cues|rows that were refused|rows of layer \d+): \d+$")
        self.assertIn("  rows of layer 2: 1501", told)
        self.assertIn("  languages: 2", told)

    def test_nothing_of_anybodys_is_in_it(self):
        home = self.folder / "Xanthippe"
        (home / ".local/state/spreadmap").mkdir(parents=True)
        (home / ".local/state/spreadmap/visits.csv").write_text("day,visits\n2026-01-01,4711\n")
        (home / ".config/spreadmap").mkdir(parents=True)
        (home / ".config/spreadmap/keys.toml").write_text('# Zyzzyva\n[explore]\nwombatville = ["k"]\n')
        folder = home / "quokkamoor"
        folder.mkdir()
        exhibit = copy_of_geodata(folder)
        text = exhibit.read_text(encoding="utf-8")
        exhibit.write_text(re.sub(r"(?m)^title = .*$", 'title = "Zyzzyva wombatville"', text, count=1), encoding="utf-8")
        agencies = exhibit.parent / "agencies.csv"
        lines = agencies.read_text(encoding="utf-8").splitlines()
        lines[1], lines[2] = re.sub(r"-?\d+\.\d+", "wombatville", lines[1]), lines[2].replace(lines[2].split(",")[0], "Zyzzyva", 1)
        agencies.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for broken in (False, True):
            if broken:
                exhibit.write_text('title = ["Zyzzyva', encoding="utf-8")
            report = self.report(exhibit, HOME=str(home), USER="Xanthippe", LOGNAME="Xanthippe", HOSTNAME="Zyzzyva", XDG_CONFIG_HOME="")
            self.assertIn("keys file: there is one", report)
            self.assertIn("it cannot be loaded" if broken else "rows that were refused: 1", report)
            kept = re.sub(r"(?m)^  (kernel|distribution|vendor|renderer|version|compiler): .*$", "", report)
            self.assertNotIn("/", kept)
            for secret in SECRETS:
                self.assertNotIn(secret, report)
            for name in (socket.gethostname(), pwd.getpwuid(os.getuid()).pw_name, self.folder.name):
                self.assertNotRegex(report, rf"\b{re.escape(name)}\b")

    def test_to_a_file_or_with_a_reason(self):
        out = self.folder / "report.txt"
        self.assertEqual(self.report("-o", out), "")
        self.assertIn("OpenGL", out.read_text())
        done = self.run_program("diagnose", "-o", self.folder / "missing" / "report.txt")
        self.assertEqual(done.returncode, 1)
        self.assert_one_line(done.stderr)


if __name__ == "__main__":
    unittest.main()
