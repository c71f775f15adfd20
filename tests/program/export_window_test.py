"""The panel that exports: what is chosen is what the command line says, what it makes is what that makes by hand, and the window stays usable."""

import pathlib
import shlex
import signal
import time
import unittest

from program_testing import DAY, IS_LONG, Picture, exhibit_of_seats, film_of, wait_until
from window_test import WindowTest

# So small that all of the panel is in sight.
SMALL = ("--size", "700x1180", "--scale", "0.5", "--day", DAY)


class ExportTest(WindowTest):
    def open_panel(self, *arguments):
        window = self.open(*SMALL, *arguments)
        wait_until(window.controls, "the panels are there")
        window.keys("ctrl+e")
        wait_until(lambda: "picture/0" in window.controls(), "the panel is open")
        window.settled()
        return window

    @property
    def pictures(self):
        return self.folder / "pictures"

    def command(self, window):
        """What is copied: the words of the command line."""
        def copied():
            return self.display.tool("xclip", "-selection", "clipboard", "-o")

        window.settled()  # two presses in one picture are one
        self.display.tool("sh", "-c", "printf nothing | xclip -selection clipboard -i >/dev/null 2>&1")
        window.tap("Copy command")
        wait_until(lambda: copied() not in (b"", b"nothing"), "the command is copied")
        words = shlex.split(copied().decode())
        self.assertEqual(pathlib.Path(words[0]), self.program)
        self.assertEqual(words[1], "export")
        return words

    def option(self, window, name):
        return self.option_in(self.command(window), name)

    def option_in(self, words, name):
        for at, word in enumerate(words):
            if word == name:
                return words[at + 1] if at + 1 < len(words) else ""
            if word.startswith(name + "="):
                return word.partition("=")[2]
        return None

    def fill(self, window, control, text):
        """Types into a field in place of what stands in it."""
        window.tap(control)
        window.settled()
        window.hold("ctrl+a")
        window.type(text) if text else window.keys("BackSpace")
        window.settled()
        window.keys("Return")
        window.settled()

    def short_film(self, window, seconds="1", size="320x180"):
        self.fill(window, "export size", size)
        self.fill(window, "export seconds", seconds)

    def begin(self, window, control="Export"):
        window.tap(control)
        wait_until(lambda: "Pause" in window.controls(), "it runs")

    def wait_for_end(self, window):
        wait_until(lambda: "Pause" not in window.controls() and "Cancel" not in window.controls(), "it has ended", limit_s=120)

    def by_hand(self, words, out):
        """The same command with another name."""
        words = list(words)
        words[words.index("-o") + 1] = str(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        self.export(*words[2:])
        return out


class Choosing(ExportTest):
    def test_opens_and_closes_by_key_by_hand_and_by_escape(self):
        window = self.open(*SMALL)
        wait_until(lambda: "Film, frames or a still" in window.controls(), "what opens it")
        for close in (lambda: window.keys("ctrl+e"), lambda: window.tap("close export"), lambda: window.keys("Escape")):
            window.tap("Film, frames or a still")
            wait_until(lambda: "picture/0" in window.controls(), "it is open")
            self.assertNotIn("Slower", window.controls())
            close()
            wait_until(lambda: "Slower" in window.controls(), "the other panels are back")
        window.keys("F1")
        wait_until(lambda: "Slower" not in window.controls(), "the panels are closed")
        window.keys("ctrl+e")
        wait_until(lambda: "picture/0" in window.controls(), "it opens the panels")

    def test_each_control_is_an_option(self):
        window = self.open_panel()
        self.assertEqual(self.command(window)[2:], ["-o", str(self.pictures / "ring.mp4"), "--preset", "mp4-1080p30", "--lang", "en"])
        for label, size in (("9:16", "1080x1920"), ("1:1", "1080x1080"), ("4:5", "1080x1350"), ("21:9", "2520x1080"), ("4K", "3840x2160"), ("16:9", "1920x1080")):
            window.tap(label)
            window.settled()
            # Each is looked at by tests/app/export_words_test.cpp too; to copy the command takes longest here.
            if IS_LONG or label == "16:9":
                self.assertEqual(self.option(window, "--size"), size)
        window.tap("Window")
        self.assertEqual(self.option(window, "--least-type"), "0.36")
        window.tap("Window")
        for label, name, ending in (("VP9", "vp9", ".webm"), ("AV1", "av1", ".mp4"), ("ProRes 4444", "prores-4444", ".mov"), ("FFV1", "ffv1", ".mkv"),
                                    ("GIF", "gif", ".gif"), ("APNG", "apng", ".apng"), ("WebP", "webp", ".webp"), ("H.264", "h264", ".mp4")):
            window.tap(label)
            window.settled()
            if IS_LONG or name in ("ffv1", "h264"):
                words = self.command(window)
                self.assertEqual(self.option_in(words, "--format"), name)
                self.assertEqual(self.option_in(words, "-o"), str(self.pictures / f"ring{ending}"))
        fields = (("export rate", "--fps", "25"), ("export seconds", "--seconds", "12.5"), ("export hold", "--hold", "1,2"),
                                    ("export from", "--from", "2019-01-01"), ("export to", "--to", "2019-12-31"), ("export size", "--size", "640x360"))
        for field, _, text in fields:
            self.fill(window, field, text)
        words = self.command(window)
        for field, option, text in fields:
            self.assertEqual(self.option_in(words, option), text, field)
        parts = ["title", "counter", "legend", "strip", "credits", "captions"]
        for label in ("Title", "Counter", "Legend", "Strip", "Credits"):
            window.tap(label)
            window.settled()
            parts.remove(label.lower())
            if IS_LONG or label == "Credits":
                self.assertEqual(self.option(window, "--furniture"), ",".join(parts))
        window.tap("The cues")
        self.assertIn("--cues", self.command(window))
        self.assertIsNone(self.option(window, "--from"))
        wait_until(lambda: "Captions" in window.controls(), "captions can be left out")
        window.tap("Captions")
        self.assertEqual(self.option(window, "--furniture"), "none")
        window.tap("The exhibit")
        self.assertNotIn("--cues", self.command(window))
        window.tap("The window")
        window.tap("Frames")
        self.assertEqual(self.option(window, "-o"), str(self.pictures / "ring" / "%06d.png"))
        window.tap("Still")
        self.fill(window, "export day", "2019-10-07")
        self.assertEqual(self.option(window, "--day"), "2019-10-07")
        for label in ("SVG", "PDF", "PNG"):
            window.tap(label)
            window.settled()
            if IS_LONG or label == "PNG":
                self.assertEqual(self.option(window, "-o"), str(self.pictures / f"ring.{label.lower()}"))
        window.tap("Film")
        self.fill(window, "export file", "films/story.mp4")
        words = self.command(window)
        self.assertEqual(self.option_in(words, "-o"), str(self.pictures / "films" / "story.mp4"))
        for field, option, text in fields:
            self.assertEqual(self.option_in(words, option), text, f"{field} is as it was left")

    def test_presets_say_format_size_and_rate(self):
        window = self.open_panel()
        window.tap("9:16")
        self.assertEqual(self.option(window, "--size"), "1080x1920")  # its pictures are higher, so that what follows moves
        window.tap("Changed from mp4-1080p30")
        webp = wait_until(lambda: [name for name in window.controls() if name.startswith("webp: ")], "the presets are listed")[0]
        window.settled()
        window.tap(webp)
        wait_until(lambda: "Preset webp" in window.controls(), "it is chosen")
        window.tap("1:1")
        wait_until(lambda: "Changed from webp" in window.controls(), "nobody takes it for the preset")
        window.settled()
        window.tap("Changed from webp")
        wait_until(lambda: webp in window.controls(), "the presets are listed")
        window.settled()
        window.tap(webp)
        wait_until(lambda: "Preset webp" in window.controls(), "it is all there again")
        self.assertEqual(self.command(window)[2:], ["-o", str(self.pictures / "ring.webp"), "--preset", "webp", "--lang", "en"])
        window.tap("Preset webp")
        wait_until(lambda: "None of them" in window.controls(), "the presets are listed")
        window.settled()
        window.tap("None of them")
        wait_until(lambda: "No preset" in window.controls(), "none is chosen")
        self.assertIsNone(self.option(window, "--preset"))
        window.tap("No preset")
        wait_until(lambda: "None of them" in window.controls(), "they are listed again")

    def test_by_keyboard(self):
        window = self.open_panel()
        window.press_by_keyboard("GIF", "space")
        self.assertEqual(self.option(window, "-o"), str(self.pictures / "ring.gif"))

    def test_pictures_show_what_is_exported(self):
        window = self.open_panel()
        last = window.settled()
        window.tap("picture/0")
        wait_until(lambda: window.screenshot() != last, "the first frame is shown large")
        first = window.settled()
        window.tap("picture/1")
        wait_until(lambda: window.screenshot() != first, "the middle one")
        window.tap("picture/2")
        window.point(2, 2)
        before = window.settled()
        window.tap("Legend")
        window.point(2, 2)
        time.sleep(0.5)
        self.assertNotEqual(window.settled(), before)

    def test_what_is_wrong_with_a_field_is_said_and_nothing_begins(self):
        window = self.open_panel()
        self.fill(window, "export rate", "many")
        wait_until(lambda: "Export" not in window.controls(), "it cannot begin")
        window.save_screenshot("export-wrong-rate")
        self.fill(window, "export rate", "")
        wait_until(lambda: "Export" in window.controls(), "it can again")


class Exporting(ExportTest):
    def test_a_film_is_that_of_the_copied_command_and_the_window_plays_on(self):
        window = self.open_panel()
        self.short_film(window, seconds="6", size="640x360")
        words = self.command(window)
        window.keys("space")
        day = window.day()
        self.begin(window)
        window.save_screenshot("export-running")
        wait_until(lambda: window.day() > day, "the window plays on")
        self.wait_for_end(window)
        window.save_screenshot("export-done")
        film = self.pictures / "ring.mp4"
        self.assertEqual(film_of(film)["nb_read_frames"], "180")
        self.assertEqual(film.read_bytes(), self.by_hand(words, self.folder / "hand" / "ring.mp4").read_bytes())
        wait_until(lambda: "Replace it" in window.controls(), "what is there is not overwritten unasked")
        self.assertNotIn("Export", window.controls())
        made = film.stat().st_mtime_ns
        self.begin(window, "Replace it")
        self.wait_for_end(window)
        self.assertGreater(film.stat().st_mtime_ns, made)
        self.assertEqual(window.errors(), "")

    def test_a_still_of_the_windows_size_is_the_windows_picture(self):
        window = self.open_panel()
        for change in ("alt+equal", "alt+equal", "alt+Left", "numbersign", "w"):
            window.keys(change)
        window.settled()
        window.tap("Still")
        window.settled()
        window.tap("Window")
        self.assertEqual(self.option(window, "--size"), "520x1180")
        window.tap("Export")
        still = self.pictures / "ring.png"
        wait_until(still.exists, "the still is made")
        self.wait_for_end(window)
        self.assertEqual(Picture.of_png(still).difference(Picture.of_png(window.saved_picture())), "")

    def test_pause_cancel_and_go_on_come_to_the_same_bytes(self):
        window = self.open_panel()
        self.short_film(window, seconds="40", size="640x360")
        words = self.command(window)
        parts = self.pictures / "ring.mp4.parts"

        def written():
            return {path.name: path.stat().st_size for path in parts.glob("*")} if parts.exists() else {}

        self.begin(window)
        wait_until(lambda: any(name.endswith(".mp4") for name in written()), "a segment is there")
        window.tap("Pause")
        wait_until(lambda: "Go on" in window.controls(), "it rests")
        time.sleep(0.2)  # what was under way in the kernel is done
        resting = written()
        time.sleep(1.0)  # not to wait for anything: nothing must come
        self.assertEqual(written(), resting)
        window.save_screenshot("export-paused")
        window.tap("Go on")
        wait_until(lambda: len(written()) > len(resting), "it goes on")
        window.tap("Cancel")
        wait_until(lambda: "Go on with it" in window.controls(), "it has stopped")
        self.assertFalse((self.pictures / "ring.mp4").exists())
        self.assertEqual([path for path in parts.iterdir() if path.suffix not in (".mp4", ".journal", ".json")], [], "whole files only")
        window.save_screenshot("export-cancelled")
        self.begin(window, "Go on with it")
        self.wait_for_end(window)
        film = self.pictures / "ring.mp4"
        self.assertEqual(film.read_bytes(), self.by_hand(words, self.folder / "hand" / "ring.mp4").read_bytes())

    def test_one_that_was_cut_off_can_be_begun_again(self):
        window = self.open_panel()
        self.short_film(window, seconds="40", size="640x360")
        self.begin(window)
        parts = self.pictures / "ring.mp4.parts"
        wait_until(lambda: list(parts.glob("*.journal")), "something is done")
        wait_until(lambda: list(parts.glob("*.mp4")), "something is whole")
        window.tap("Cancel")
        wait_until(lambda: "Begin again" in window.controls(), "it has stopped")
        self.short_film(window, seconds="1", size="320x180")
        self.begin_and_end(window, "Begin again")
        self.assertEqual(film_of(self.pictures / "ring.mp4")["nb_read_frames"], "30")

    def begin_and_end(self, window, control):
        window.tap(control)
        film = self.pictures / "ring.mp4"
        wait_until(film.exists, "the film is made")
        self.wait_for_end(window)

    def test_what_became_of_one_is_not_said_of_another(self):
        window = self.open_panel()
        self.short_film(window, seconds="40", size="640x360")

        def panel_of(file):
            self.fill(window, "export file", file)
            window.point(2, 2)
            return window.settled()

        before = panel_of("other.mp4")
        first = panel_of("ring.mp4")
        self.begin(window)
        wait_until(lambda: list((self.pictures / "ring.mp4.parts").glob("*.mp4")), "something is whole")
        window.tap("Cancel")
        wait_until(lambda: "Go on with it" in window.controls(), "it has stopped")
        self.assertEqual(panel_of("other.mp4").difference(before), "")
        # What was begun with other settings cannot be gone on with.
        self.assertNotEqual(panel_of("ring.mp4"), first)
        window.tap("Legend")
        window.settled()
        window.tap("Go on with it")
        wait_until(lambda: "Go on with it" not in window.controls(), "it tries")
        wait_until(lambda: "Go on with it" in window.controls(), "it is refused")
        window.point(2, 2)
        window.settled()
        window.save_screenshot("export-other")

    def test_the_exports_own_words_where_it_fails_and_what_else_it_says(self):
        rows = "A,2019-01-01,-100,40\n" + "B,2019-13-01,-100,40\n" * 4  # four that are set aside
        window = self.open_panel(exhibit_of_seats(self.folder, rows))
        self.fill(window, "export file", "/proc/nowhere/film.mp4")
        window.point(2, 2)
        before = window.settled()
        window.tap("Export")
        wait_until(lambda: window.screenshot() != before and "Pause" not in window.controls(), "it fails")
        window.point(2, 2)
        failed = window.settled()
        self.assertNotEqual(failed, before)
        window.save_screenshot("export-failed")
        for _ in range(2):
            window.tap("Legend")
            window.settled()
        window.point(2, 2)
        self.assertEqual(window.settled().difference(before), "", "once anything is changed nothing is said to be wrong")
        done = self.run_program(*self.command(window)[1:])
        self.assertEqual(done.returncode, 1)
        window.tap("Still")
        window.settled()
        self.fill(window, "export file", "still.png")
        window.tap("Export")
        wait_until(lambda: "It also says:" in window.controls(), "it says much, of which the last is shown")
        window.point(2, 2)
        few = window.settled()
        window.tap("It also says:")
        window.point(2, 2)
        wait_until(lambda: window.settled() != few, "all of it")
        self.assertTrue(window.is_running())

    def test_who_quits_while_it_runs_is_asked_and_nothing_is_left_behind(self):
        window = self.open_panel()
        seconds = 60 if IS_LONG else 24
        self.short_film(window, seconds=str(seconds), size="1280x720")
        words = self.command(window)
        self.begin(window)
        children = pathlib.Path(f"/proc/{window.process.pid}/task/{window.process.pid}/children")
        exporting = int(wait_until(lambda: children.read_text().split(), "it is a process of its own")[0])
        wait_until(lambda: list((self.pictures / "ring.mp4.parts").glob("*.mp4")), "a segment is there", limit_s=120)
        # Beside the panel nothing else moves.
        before = window.screenshot().left_part(500)
        window.keys("ctrl+q")
        wait_until(lambda: window.screenshot().left_part(500) != before, "it asks")
        self.assertTrue(window.is_running())
        window.save_screenshot("export-quit-asked")
        window.keys("ctrl+q")
        self.assertEqual(window.quit_status(), 0)
        self.assertFalse((self.pictures / "ring.mp4").exists(), "it was cut off")
        self.assertFalse(pathlib.Path(f"/proc/{exporting}").exists())
        self.export(*words[2:], "--resume")
        self.assertEqual(film_of(self.pictures / "ring.mp4")["nb_read_frames"], str(30 * seconds))

    def test_a_signal_ends_both_at_once(self):
        window = self.open_panel()
        self.short_film(window, seconds="60", size="1280x720")
        self.begin(window)
        window.tap("Pause")
        wait_until(lambda: "Go on" in window.controls(), "it rests")
        children = pathlib.Path(f"/proc/{window.process.pid}/task/{window.process.pid}/children").read_text().split()
        window.process.send_signal(signal.SIGTERM)
        self.assertEqual(window.quit_status(), 0)
        self.assertFalse(pathlib.Path(f"/proc/{children[0]}").exists())


class Looks(ExportTest):
    def test_in_both_themes_in_spanish_and_with_large_text(self):
        looks = (("dark-720", ("--size", "1280x720")), ("light-1080", ("--size", "1920x1080", "--theme", "light")),
                 ("text-200", ("--size", "1600x1000", "--text-scale", "2")), ("spanish", ("--size", "1600x1000", "--lang", "es")),
                 ("text-300", ("--size", "1920x1080", "--text-scale", "3")))
        for name, arguments in looks if IS_LONG else looks[-2:]:
            with self.subTest(name):
                window = self.open("--day", DAY, *arguments)
                wait_until(window.controls, "the panels are there")
                window.keys("ctrl+e")
                wait_until(lambda: "picture/0" in window.controls(), "the panel is open")
                window.settled()
                window.save_screenshot(f"export-{name}")
                width_px, _ = window.size()
                for control, (left, _, right, _) in window.controls().items():
                    self.assertTrue(0 <= left < right <= width_px, f"{control} lies within the window: {left} to {right}")
                window.kill()


if __name__ == "__main__":
    unittest.main()
