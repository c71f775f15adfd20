"""Pictures for those who go on with them: very large ones, with alpha, of 16 bits, in passes, and which record each pixel shows."""

import csv
import resource
import struct
import unittest

from program_testing import DAY, IS_LONG, IS_SANITIZED, Png, ProgramTest

SMALL = ("--size", "640x360")


def pixels_of(png):
    """Tuples of samples, from the top left. Our own pictures have no filters."""
    samples = {2: 3, 6: 4}[png.colour]
    row_bytes = 1 + png.width_px * samples * png.depth // 8
    for row in range(png.height_px):
        begin = row * row_bytes + 1
        bytes_ = png.rows[begin:begin + row_bytes - 1]
        values = struct.unpack(f">{len(bytes_) // 2}H", bytes_) if png.depth == 16 else bytes_
        yield from zip(*[iter(values)] * samples)


class Pictures(ProgramTest):
    def picture(self, *arguments, name="picture.png"):
        self.assertEqual(self.export("--day", DAY, "-o", name, *arguments), "")
        return Png(self.folder / name)

    def assert_refused(self, status, said, *arguments):
        done = self.run_program("export", *arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn(said, done.stderr)

    def test_kinds_of_pixels(self):
        for arguments, depth, colour in (((), 8, 2), (("--alpha",), 8, 6), (("--bits", "16"), 16, 2),
                                         (("--bits", "16", "--alpha"), 16, 6), (("--pass", "base"), 8, 2),
                                         (("--pass", "marks"), 8, 6), (("--pass", "furniture", "--bits", "16"), 16, 6),
                                         (("--pass", "base", "--alpha"), 8, 6), (("--supersample", "3"), 8, 2)):
            with self.subTest(arguments=arguments):
                png = self.picture(*SMALL, *arguments)
                self.assertEqual((png.size, png.depth, png.colour), ((640, 360), depth, colour))

    def test_frames_and_stills_are_one(self):
        for arguments in (("--alpha",), ("--bits", "16", "--supersample", "2"), ("--pass", "marks"), ("--pass", "matte")):
            with self.subTest(arguments=arguments):
                still = self.picture(*SMALL, *arguments, "--furniture", "none")
                self.export("-o", "f/%d.png", *SMALL, *arguments, "--furniture", "none", "--to", DAY, "--seconds", "0.1",
                            "--fps", "10", "--overwrite")
                self.assertEqual(Png(self.folder / "f/0.png").rows, still.rows)

    def test_a_matte_and_its_table(self):
        png = self.picture(*SMALL, "--pass", "matte", name="look.png")
        self.assertEqual((png.depth, png.colour), (16, 2))
        with open(self.folder / "look.csv", encoding="utf-8", newline="") as file:
            known = {(int(row["layer_number"]), int(row["record_number"])): row for row in csv.DictReader(file)}
        shown = {(red, green * 65536 + blue) for red, green, blue in pixels_of(png)} - {(0, 0)}
        self.assertGreater(len(shown), 150)
        self.assertLessEqual(shown, set(known))
        layers = {known[number]["layer"] for number in shown}
        self.assertEqual(layers, {"partnerships", "money"})
        with open(self.folder / "look.csv", encoding="utf-8") as file:
            self.assertGreater(sum("agencies.csv" in line for line in file), 1000, "which names source and line")

    def test_a_table_beside_frames(self):
        self.export("-o", "f/%d.png", *SMALL, "--pass", "matte", "--seconds", "0.2", "--fps", "10")
        self.assertTrue((self.folder / "f/records.csv").read_text(encoding="utf-8").startswith("layer_number,record_number,"))

    def test_frames_of_another_kind_are_not_mixed(self):
        self.export("-o", "f/%d.png", *SMALL, "--seconds", "0.2", "--fps", "10")
        for arguments, said in ((("--alpha",), "ground"), (("--bits", "16"), "bits"), (("--pass", "marks"), "pass"),
                                (("--supersample", "2"), "supersampling")):
            with self.subTest(arguments=arguments):
                self.assert_refused(1, said, "-o", "f/%d.png", *SMALL, "--seconds", "0.2", "--fps", "10", "--resume",
                                    *arguments)

    def test_what_does_not_go_together(self):
        for arguments, said in ((("--pass", "matte", "--alpha", "--day", DAY, "-o", "a.png"), "--pass"),
                                (("--pass", "matte", "--bits", "16", "--day", DAY, "-o", "a.png"), "--pass"),
                                (("--supersample", "5", "--day", DAY, "-o", "a.png"), "--supersample"),
                                (("--bits", "10", "--day", DAY, "-o", "a.png"), "--bits"),
                                (("--alpha", "--day", DAY, "-o", "a.svg"), "--alpha"),
                                (("--size", "32769x100", "--day", DAY, "-o", "a.png"), "64 to 32768"),
                                (("--size", "16386x100", "-o", "f/%d.png"), "64 to 16384")):
            with self.subTest(arguments=arguments):
                self.assert_refused(2, said, *arguments)

    @unittest.skipIf(IS_SANITIZED, "a sanitizer maps terabytes of its own, which no limit on addresses allows")
    def test_a_still_is_never_whole_in_memory(self):
        def limit_memory():
            # Its pixels alone are 1.2 GB; of 32768x18432, 2.4 GB.
            bytes_ = 2_000_000_000
            resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))

        size = (32768, 18432) if IS_LONG else (20000, 15000)
        done = self.run_program("export", "--day", DAY, "--size", "{}x{}".format(*size), "-o", "large.png", "--furniture", "none",
                                preexec_fn=limit_memory, timeout=300)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(self.folder / "large.png", "rb") as file:
            self.assertEqual(struct.unpack(">II", file.read(24)[16:]), size)
        self.assertEqual(list(self.tree()), ["large.png"])


if __name__ == "__main__":
    unittest.main()
