#include "app/cue_desk.h"

#include <gtest/gtest.h>

#include <fstream>

#include "exhibit/load_exhibit.h"
#include "killed_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using ui::CueFileFault;

constexpr const char* kExhibit = R"(# Written by hand
title = "T"
[timeline]
from = 2018-01-01
to = 2020-12-31
[[layers]]
id = "a"
kind = "partnerships"
label = "A"
source = "a.csv"  # beside this file
fields = { name = "n", first_day = "d", lat = "y", lon = "x" }

# The first thing that is told
[[cues]]
id = "one"
title = "One"
day = 2019-01-01

# And the second
[[cues]]
title = "Two"
day = 2019-02-01
)";

class CueDeskTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string own = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::canonical(testing::TempDir()) / ("spreadmap-cues-" + own);
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "other");
    file_ = folder_ / "t.exhibit.toml";
    write(kExhibit);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& text) const { std::ofstream(file_) << text; }
  [[nodiscard]] static std::string contents(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] CueDesk open(bool is_own = true) const {
    return {*exhibit::load_exhibit(file_), is_own, folder_ / "other"};
  }
  static void edit(CueDesk& desk, const model::CueCommand& command) {
    desk.put(std::make_shared<const model::CueList>(model::applied(*desk.list(), command)));
  }
  static void call(CueDesk& desk, std::size_t at, const std::string& title) {
    exhibit::CueSpec cue = desk.list()->cues[at].cue;
    cue.title = cue.title.with("en", title);
    edit(desk, model::SetCue{at, cue});
  }
  static std::string replaced(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
  }
  fs::path folder_, file_;
};

TEST_F(CueDeskTest, OneEditedWordIsOneWordOfTheFile) {
  CueDesk desk = open();
  EXPECT_FALSE(desk.is_changed());
  call(desk, 1, "Second");
  EXPECT_TRUE(desk.is_changed());
  ASSERT_TRUE(desk.save(model::CueSaving::kAskFirst)) << desk.view().about;
  EXPECT_FALSE(desk.is_changed());
  EXPECT_EQ(contents(file_), replaced(kExhibit, "\"Two\"", "\"Second\""));
}

TEST_F(CueDeskTest, TheExhibitIsOneOfTwoWheneverTheProgramIsKilled) {
  const std::string second = replaced(kExhibit, "\"Two\"", "\"Second\""),
                    third = replaced(kExhibit, "\"Two\"", "\"Third\"");
  expect_whole_whenever_killed(
      [&](int round) {
        CueDesk desk = open();
        call(desk, 1, round % 2 == 0 ? "Second" : "Third");
        (void)desk.save(model::CueSaving::kOver);
      },
      [&] {
        const std::string now = contents(file_);
        EXPECT_TRUE(now == second || now == third) << now;
      });
}

TEST_F(CueDeskTest, AnEditTakenBackIsNoChange) {
  CueDesk desk = open();
  const model::CueListHeld before = desk.list();
  call(desk, 0, "Other");
  desk.put(before);
  EXPECT_FALSE(desk.is_changed());
}

TEST_F(CueDeskTest, UndoneAfterSavingAndSavedAgainItIsTheFileThatItWas) {
  CueDesk desk = open();
  const model::CueListHeld before = desk.list();
  edit(desk, model::MoveCue{0, 1});
  edit(desk, model::CopyCue{0});
  call(desk, 0, "Changed");
  ASSERT_TRUE(desk.save(model::CueSaving::kAskFirst)) << desk.view().about;
  EXPECT_NE(contents(file_), kExhibit);
  EXPECT_NE(contents(file_).find("# And the second\n[[cues]]\ntitle = \"Changed\""), std::string::npos)
      << contents(file_);
  desk.put(before);
  EXPECT_TRUE(desk.is_changed());
  ASSERT_TRUE(desk.save(model::CueSaving::kAskFirst)) << desk.view().about;
  EXPECT_EQ(contents(file_), kExhibit);
}

TEST_F(CueDeskTest, AFileThatOthersChangedIsAskedForAndTheirsIsKept) {
  CueDesk desk = open();
  call(desk, 0, "First");
  const std::string theirs = replaced(kExhibit, "title = \"T\"", "title = \"Theirs\"");
  write(theirs);
  EXPECT_FALSE(desk.save(model::CueSaving::kAskFirst));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kChanged);
  EXPECT_EQ(contents(file_), theirs);
  ASSERT_TRUE(desk.save(model::CueSaving::kOver)) << desk.view().about;
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kNone);
  EXPECT_EQ(contents(file_), replaced(theirs, "\"One\"", "\"First\""));
}

TEST_F(CueDeskTest, CuesThatOthersMovedKeepTheirComments) {
  CueDesk desk = open();
  call(desk, 0, "First");
  const std::string text(kExhibit);
  const std::size_t one = text.find("# The first"), two = text.find("# And the second");
  write(text.substr(0, one) + text.substr(two) + text.substr(one, two - one));
  ASSERT_TRUE(desk.save(model::CueSaving::kOver)) << desk.view().about;
  EXPECT_EQ(contents(file_), replaced(kExhibit, "\"One\"", "\"First\""));
}

TEST_F(CueDeskTest, AFileThatIsGoneOrBrokenIsLeftAlone) {
  CueDesk desk = open();
  call(desk, 0, "First");
  write("no TOML =");
  EXPECT_FALSE(desk.save(model::CueSaving::kOver));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kNotWritten);
  EXPECT_NE(desk.view().about, "");
  EXPECT_EQ(contents(file_), "no TOML =");
  fs::remove(file_);
  EXPECT_FALSE(desk.save(model::CueSaving::kAskFirst));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kGone);
  EXPECT_FALSE(fs::exists(file_));
  EXPECT_TRUE(desk.is_changed());
}

TEST_F(CueDeskTest, WhatCouldNotBeOpenedAgainIsNotWritten) {
  CueDesk desk = open();
  exhibit::CueSpec twice = desk.list()->cues[1].cue;
  twice.id = "one";
  edit(desk, model::SetCue{1, twice});
  EXPECT_FALSE(desk.save(model::CueSaving::kAskFirst));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kNotWritten);
  EXPECT_EQ(contents(file_), kExhibit);
}

TEST_F(CueDeskTest, AnExhibitThatIsNotOnesOwnIsSavedIntoAnotherFileThatReadsTheSameSources) {
  CueDesk desk = open(false);
  EXPECT_TRUE(desk.view().needs_name);
  call(desk, 0, "First");
  EXPECT_FALSE(desk.save(model::CueSaving::kAskFirst));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kNeedsName);
  EXPECT_EQ(desk.view().proposal, "t.exhibit.toml");
  ASSERT_TRUE(desk.save_as(desk.view().proposal)) << desk.view().about;
  EXPECT_EQ(contents(file_), kExhibit);
  const fs::path made = folder_ / "other/t.exhibit.toml";
  const auto exhibit = exhibit::load_exhibit(made);
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  EXPECT_EQ(exhibit->layers[0].source.file, folder_ / "a.csv");
  EXPECT_EQ(exhibit->cues[0].title.in("en"), "First");
  EXPECT_NE(contents(made).find("# beside this file"), std::string::npos);
  // From then on it is the file.
  EXPECT_FALSE(desk.view().needs_name);
  call(desk, 0, "The first");
  ASSERT_TRUE(desk.save(model::CueSaving::kAskFirst)) << desk.view().about;
  EXPECT_EQ(exhibit::load_exhibit(made)->cues[0].title.in("en"), "The first");
}

TEST_F(CueDeskTest, NoFileThatIsThereIsReplacedByName) {
  CueDesk desk = open(false);
  const fs::path there = folder_ / "other/there.toml";
  std::ofstream(there) << "mine";
  EXPECT_FALSE(desk.save_as("there.toml"));
  EXPECT_EQ(desk.view().file_fault, CueFileFault::kIsThere);
  EXPECT_EQ(contents(there), "mine");
  ASSERT_TRUE(desk.save_as("new"));
  EXPECT_TRUE(fs::exists(folder_ / "other/new.exhibit.toml"));
  EXPECT_EQ(desk.view().proposal, "new-2.exhibit.toml");
}

TEST_F(CueDeskTest, ALinkStaysOneAndRightsStayWhatTheyAre) {
  const fs::path link = folder_ / "link.toml";
  fs::create_symlink(file_, link);
  fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
  CueDesk desk(*exhibit::load_exhibit(link), true, folder_);
  call(desk, 0, "First");
  ASSERT_TRUE(desk.save(model::CueSaving::kAskFirst)) << desk.view().about;
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(contents(file_), replaced(kExhibit, "\"One\"", "\"First\""));
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(CueDeskTest, TheCueThatIsTakenUpStaysSoWhereverItGoes) {
  CueDesk desk = open();
  desk.take_up(0);
  edit(desk, model::MoveCue{0, 1});
  EXPECT_EQ(desk.view().taken_up, 1U);
  const model::CueListHeld before = desk.list();
  edit(desk, model::RemoveCue{1});
  EXPECT_EQ(desk.view().taken_up, std::nullopt);
  desk.put(before);
  EXPECT_EQ(desk.view().taken_up, 1U);
}

}  // namespace
}  // namespace spreadmap::app
