"""The cues edited in the window: added from what is seen, put in another order, timed, written, taken back, saved into the author's file."""

import tomllib
import unittest

from program_testing import DAY, IS_LONG, RING, copy_of_geodata, wait_until
from window_test import FULL, WindowTest

BUILT_IN = RING / "ring.exhibit.toml"


def cues_of(file):
    return tomllib.loads(file.read_text(encoding="utf-8"))["cues"]


def comments_of(text):
    return [line for line in text.splitlines() if line.startswith("#")]


class CuesTest(WindowTest):
    def edit(self, *arguments, file=None):
        """A window at rest with the editor open, of a copy of the exhibit that may be written to."""
        self.file = file or copy_of_geodata(self.folder)
        window = self.open("--day", DAY, *FULL, *arguments, self.file)
        wait_until(window.controls, "the panels are there")
        window.keys("ctrl+k")
        wait_until(lambda: "cue/1" in window.controls(), "the editor is open")
        return window

    def take_up(self, window, cue):
        """Presses a row, whose fields then stand below it."""
        window.press_control(f"cue/{cue}")
        wait_until(lambda: self.taken_up(window) == cue, f"cue {cue} is taken up")
        window.settled()

    @staticmethod
    def taken_up(window):
        """The number of the row that the fields follow; None: no cue is taken up."""
        names = list(window.controls())
        return int(names[names.index("cue up") - 1].partition("/")[2]) if "cue up" in names else None

    def write(self, window, field, text):
        """In the place of what stands there."""
        window.press_control(field)
        window.keys("ctrl+a")
        window.type(text)
        window.settled()

    def save(self, window):
        """Ctrl+S, and what the file then holds."""
        before = self.file.read_bytes()
        window.keys("ctrl+s")
        wait_until(lambda: self.file.read_bytes() != before, "the file is written")
        return cues_of(self.file)

    def count(self, window):
        return sum(name.startswith("cue/") for name in window.controls())


class Edited(CuesTest):
    def test_added_written_timed_and_moved_and_the_authors_comments_stay(self):
        window = self.edit()
        before, text = cues_of(self.file), self.file.read_text()
        self.take_up(window, 3)
        window.press_control("Add what is seen now")
        wait_until(lambda: self.taken_up(window) == 4, "the new one is taken up, behind the one before")
        self.write(window, "cue title", "Once more")
        self.write(window, "cue text", "Two lines, ")
        window.keys("Return")
        window.type("by hand")
        self.write(window, "cue notes", "Slowly")
        self.write(window, "cue seconds", "2.5")
        self.write(window, "cue travel", "1")
        window.save_screenshot("cues-written")
        for control, place in (("cue up", 3), ("cue down", 4), ("cue up", 3)):
            window.press_control(control)
            wait_until(lambda: self.taken_up(window) == place, f"{control}: at place {place}")
        after = self.save(window)
        self.assertEqual(after, before[:2] + [{
            "title": "Once more", "text": "Two lines, \nby hand", "notes": "Slowly", "day": before[2]["day"],
            "layers": before[2]["layers"], "camera": before[2]["camera"], "seconds": 2.5, "travel_seconds": 1}] + before[2:])
        self.assertEqual(comments_of(self.file.read_text()), comments_of(text))
        self.assert_quits_at_once(window)

    def assert_quits_at_once(self, window):
        window.keys("Escape")
        window.keys("ctrl+q")
        self.assert_quits(window)

    def test_days_kinds_and_ways(self):
        window = self.edit()
        self.take_up(window, 6)
        window.press_control("Days play")
        self.write(window, "cue from", "2019-05-01")
        self.write(window, "cue to", "2019-08-27")
        self.write(window, "cue play", "4")
        window.press_control("At one speed")
        cue = self.save(window)[5]
        self.assertEqual([str(cue["from"]), str(cue["to"]), cue["play_seconds"], cue["easing"]], ["2019-05-01", DAY, 4, "linear"])
        window.press_control("Starts and stops softly")
        window.press_control("One day")
        self.write(window, "cue day", "2019-04-30")
        cue = self.save(window)[5]
        self.assertEqual(str(cue["day"]), "2019-04-30")
        self.assertFalse({"from", "to", "play_seconds", "easing"} & set(cue))
        window.press_control("Day as before")
        self.assertNotIn("day", self.save(window)[5])
        for kind, word in ((1, "title"), (2, "credits")):
            window.press_control(f"cue kind {kind}")
            cue = self.save(window)[5]
            self.assertEqual(cue["card"], word)
            self.assertNotIn("layers", cue)
        window.press_control("cue kind 0")
        self.assertNotIn("card", self.save(window)[5])

    def test_what_cannot_be_is_said_at_its_field_and_not_taken(self):
        window = self.edit()
        self.take_up(window, 6)
        calm = self.count_of_colour(window)
        for field, wrong in (("cue day", "1999-01-01"), ("cue day", "soon"), ("cue seconds", "-1"), ("cue seconds", "0"), ("cue travel", "x"))[slice(None) if IS_LONG else slice(1, 3)]:
            self.write(window, field, wrong)
            window.keys("Return")
            window.settled()
            self.assertGreater(self.count_of_colour(window), calm + 80, f"{wrong} is refused in red")
            window.save_screenshot("cues-" + wrong)
            window.press_control(field)
            window.keys("Escape")
            window.settled()
            self.assertEqual(self.count_of_colour(window), calm, "Esc leaves it as it was")
        self.assertNotIn("not saved", " ".join(window.controls()))
        window.keys("ctrl+q")
        self.assert_quits(window)

    @staticmethod
    def count_of_colour(window):
        """How much of the panel is of the colour of what went wrong."""
        seen = window.settled()
        return sum(1 for x, _ in seen.places_of(bytes.fromhex("ff7a6b")) if x > 1200)

    def test_copied_deleted_and_brought_back(self):
        window = self.edit()
        before = cues_of(self.file)
        self.take_up(window, 2)
        window.press_control("Duplicate")
        wait_until(lambda: self.taken_up(window) == 3 and self.count(window) == 12, "a second one")
        window.press_control("Delete")
        wait_until(lambda: self.count(window) == 11, "it has gone")
        self.take_up(window, 2)
        window.press_control("Delete")
        wait_until(lambda: self.count(window) == 10, "and so has the first")
        self.assertEqual([cue.get("id") for cue in self.save(window)], [cue.get("id") for cue in before[:1] + before[2:]])
        window.press_control("Undo")
        wait_until(lambda: self.count(window) == 11, "it is back, after saving too")
        window.press_control("Redo")
        wait_until(lambda: self.count(window) == 10, "or not")
        window.keys("ctrl+z")
        wait_until(lambda: self.count(window) == 11, "by the keys as well")
        self.assertEqual(self.save(window), before)
        self.assertEqual(self.file.read_bytes(), BUILT_IN.read_bytes(), "to the byte")

    def test_rows_are_dragged_over_others(self):
        window = self.edit()
        ids = [cue["id"] for cue in cues_of(self.file)]
        x_px, from_px = window.middle_of("cue/5")
        _, to_px = window.middle_of("cue/3")
        window.note_press("cue/5")
        window.drag((x_px, from_px), (x_px, from_px - 12), (x_px, to_px - 8), is_slow=True)
        window.settled()
        self.assertEqual([cue["id"] for cue in self.save(window)], ids[:2] + [ids[4]] + ids[2:4] + ids[5:])
        self.assertIsNone(self.taken_up(window), "who drags does not go there")
        window.keys("ctrl+z")
        self.assertEqual([cue["id"] for cue in self.save(window)], ids)

    def test_by_the_keyboard_alone(self):
        window = self.edit()
        ids = [cue["id"] for cue in cues_of(self.file)]
        window.press_by_keyboard("cue/4", "Right")
        window.settled()
        window.keys("Return")
        wait_until(lambda: self.taken_up(window) == 5, "the row that was moved is gone to")
        window.keys("Escape")
        window.press_by_keyboard("cue title", "Return")
        window.settled()
        window.keys("ctrl+a")
        window.type("By keys")
        window.settled()
        cues = self.save(window)
        self.assertEqual([cue["id"] for cue in cues], ids[:3] + [ids[4], ids[3]] + ids[5:])
        self.assertEqual(cues[4]["title"]["en"], "By keys")
        window.keys("Tab")
        window.settled()
        window.keys("Escape")
        window.settled()
        window.keys("Escape")
        wait_until(lambda: "Loop" in window.controls(), "Esc closes the editor")

    def test_one_language_alone_is_written(self):
        window = self.edit("--lang", "es")
        before = cues_of(self.file)
        self.take_up(window, 6)
        self.write(window, "cue title", "Cuatrocientas cinco")
        self.write(window, "cue notes", "Despacio")
        window.save_screenshot("cues-es")
        cue = self.save(window)[5]
        self.assertEqual(cue["title"], {"en": before[5]["title"]["en"], "es": "Cuatrocientas cinco"})
        self.assertEqual(cue["notes"], {"en": before[5]["notes"], "es": "Despacio"})
        self.assertEqual(cue["text"], before[5]["text"])


class OneHistory(CuesTest):
    def test_edits_and_views_are_taken_back_in_the_order_in_which_they_came(self):
        window = self.edit()
        start = window.saved_picture().read_bytes()
        window.press_control("Add what is seen now")
        wait_until(lambda: self.count(window) == 12, "one more")
        window.keys("alt+Right")
        moved = wait_until(lambda: (picture := window.saved_picture().read_bytes()) != start and picture, "the map has moved")
        self.write(window, "cue title", "Words")
        window.keys("ctrl+z")  # in the field
        window.settled()
        window.keys("Escape")
        window.settled()
        self.assertEqual(window.saved_picture().read_bytes(), moved, "the words alone are taken back")
        self.assertEqual(self.count(window), 12)
        window.keys("ctrl+z")
        window.settled()
        self.assertEqual(window.saved_picture().read_bytes(), start, "then the map")
        self.assertEqual(self.count(window), 12)
        window.keys("ctrl+z")
        wait_until(lambda: self.count(window) == 11, "then the cue")
        window.keys("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
        wait_until(lambda: self.count(window) == 12, "and all again")
        self.assertEqual(self.save(window)[-1]["title"], "Words")

    def test_update_keeps_the_words_and_takes_what_is_seen(self):
        window = self.edit()
        before = cues_of(self.file)
        self.take_up(window, 3)
        wait_until(lambda: window.day() == "2018-03-23", "its day is shown")
        window.keys("n", "f")
        window.settled()
        window.press_control("Update to what is seen now")
        cue = self.save(window)[2]
        self.assertNotIn("camera", cue, "the whole map is what a cue shows that says nothing else")
        self.assertGreater(cue["day"], before[2]["day"])
        self.assertEqual([cue[key] for key in ("title", "text", "notes", "seconds")],
                         [before[2][key] for key in ("title", "text", "notes", "seconds")])

    def test_a_figure_goes_to_a_cue(self):
        window = self.edit()
        window.press_control("close cues")
        wait_until(lambda: "cues door" in window.controls(), "the other sections are back")
        for figure, day in (("2", "2018-01-01"), ("3", "2018-03-23"), ("4", "2019-01-01"), ("5", DAY), ("8", "2019-10-07"), ("7", DAY), ("9", "2020-06-11"), ("6", DAY), ("1", "2018-01-01")):
            window.keys(figure)
            wait_until(lambda: window.day() == day, f"{figure} goes to its day", pause_s=0.2)
        window.press_control("cues door")
        wait_until(lambda: "close cues" in window.controls(), "the editor is open")


class Used(CuesTest):
    def test_a_talk_and_an_export_have_them_without_saving(self):
        window = self.edit()
        self.take_up(window, 2)
        window.press_control("Delete")
        wait_until(lambda: self.count(window) == 10, "one less")
        window.keys("F5")
        wait_until(lambda: (place := window.talk()) and place[:3] == (1, 10, True), "the talk has ten cues")
        window.keys("ctrl+q")
        wait_until(lambda: "cue/1" in window.controls(), "a talk that is quit asks for what is not saved, in the window")
        window.keys("F5")
        wait_until(lambda: window.talk(), "the talk again")
        window.keys("Escape")
        wait_until(lambda: "cue/1" in window.controls(), "and back")
        window.keys("ctrl+e")
        window.press_control("The cues")
        wait_until(lambda: "Export" not in window.controls(), "an export of the file would be of other cues")
        window.save_screenshot("cues-unsaved-export")
        window.keys("ctrl+s")
        wait_until(lambda: "Export" in window.controls(), "now it can be made")
        self.assertEqual(len(cues_of(self.file)), 10)


class Kept(CuesTest):
    def test_who_quits_with_unsaved_cues_is_asked(self):
        window = self.edit()
        self.take_up(window, 2)
        window.press_control("Delete")
        wait_until(lambda: self.count(window) == 10, "one less")
        window.keys("ctrl+q")
        window.settled()
        self.assertTrue(window.is_running())
        window.save_screenshot("cues-quit-asked")
        window.keys("ctrl+s")
        wait_until(lambda: len(cues_of(self.file)) == 10, "saved")
        window.keys("ctrl+z")
        wait_until(lambda: self.count(window) == 11, "and changed again")
        window.keys("ctrl+q")
        window.settled()
        self.assertTrue(window.is_running())
        window.keys("ctrl+q")
        self.assertEqual(window.quit_status(), 0)
        self.assertEqual(len(cues_of(self.file)), 10, "who means it loses them")

    def test_the_built_in_exhibit_is_saved_into_a_file_of_ones_own(self):
        before = BUILT_IN.read_bytes()
        window = self.open("--day", DAY, *FULL)
        wait_until(window.controls, "the panels are there")
        window.keys("ctrl+k")
        self.take_up(window, 2)
        window.press_control("Delete")
        window.keys("ctrl+s")
        window.settled()
        window.save_screenshot("cues-needs-name")
        self.write(window, "cues file", "mine.toml")
        window.press_control("save cues as")
        mine = self.folder / "pictures" / "mine.toml"
        wait_until(mine.exists, "it is written")
        self.assertEqual(BUILT_IN.read_bytes(), before)
        self.assertEqual(len(cues_of(mine)), 10)
        self.export(mine, "--day", DAY, "--size", "320x180", "-o", "mine.png")
        self.export("--day", DAY, "--size", "320x180", "-o", "own.png")
        # From then on it is the one that is saved.
        self.file = mine
        window.press_control("Undo")
        self.assertEqual(len(self.save(window)), 11)

    def test_a_file_that_changed_underneath_is_not_written_over_unasked(self):
        window = self.edit()
        self.take_up(window, 2)
        window.press_control("Delete")
        theirs = "# by another hand\n" + self.file.read_text()
        self.file.write_text(theirs)
        window.keys("ctrl+s")
        wait_until(lambda: "Write over it" in window.controls(), "it is asked")
        window.save_screenshot("cues-changed-underneath")
        self.assertEqual(self.file.read_text(), theirs)
        self.write(window, "cues file", "beside.toml")
        window.press_control("save cues as")
        beside = self.file.with_name("beside.toml")
        wait_until(beside.exists, "beside it they can be saved")
        self.assertEqual(self.file.read_text(), theirs)

    def test_written_over_it_keeps_what_others_wrote(self):
        window = self.edit()
        self.take_up(window, 2)
        window.press_control("Delete")
        self.file.write_text("# by another hand\n" + self.file.read_text())
        window.press_control("save cues")
        window.press_control("Write over it")
        wait_until(lambda: len(cues_of(self.file)) == 10, "the cues are written")
        self.assertIn("# by another hand\n", self.file.read_text())


class Looks(CuesTest):
    def test_in_every_size_theme_and_form(self):
        for name, arguments in (("light", ("--theme", "light")), ("300", ("--text-scale", "3")), ("200-es", ("--text-scale", "2", "--lang", "es")),
                                ("portrait", ("--size", "1080x1920")), ("portrait-300", ("--size", "1080x1920", "--text-scale", "3")))[slice(None) if IS_LONG else slice(2, 3)]:
            with self.subTest(name):
                window = self.edit(*arguments)
                window.middle_of("cue/4")
                self.take_up(window, 4)
                window.middle_of("cue text")
                window.settled()
                window.save_screenshot("cues-" + name)
                left, top, right, bottom = window.controls()["cue text"]
                self.assertTrue(0 <= left < right <= window.size()[0], "it lies within the window")
                window.kill()
                self.folder.joinpath("geodata").rename(self.folder / f"geodata-{name}")


if __name__ == "__main__":
    unittest.main()
