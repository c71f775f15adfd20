#include "media/ledger.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "media/media_testing.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

using testing::contents;
using testing::Folder;

TEST(Sha256, IsTheStandards) {
  // FIPS 180-4, example of one block; and of nothing.
  EXPECT_EQ(Sha256().add("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256().add("a").add("bc").hex(), Sha256().add("abc").hex());
}

TEST(Shard, SharesAreAllUnitsOnceAndInTheirOrder) {
  for (const int units : {1, 7, 300, 1801}) {
    for (const int count : {1, 2, 3, 8, 500}) {
      int next = 0;
      for (int number = 1; number <= count; ++number) {
        const auto [first, last] = Shard{number, count}.of(units);
        EXPECT_EQ(first, next);
        EXPECT_LE(last - first, units / count + 1);
        next = last;
      }
      EXPECT_EQ(next, units);
    }
  }
}

class LedgerTest : public ::testing::Test {
 protected:
  static Manifest wanted(const char* theme = "dark") { return {{{"size", "640x360"}, {"theme", theme}}, 10, 4, {}}; }
  /// A unit whose file is on disk.
  [[nodiscard]] UnitRecord unit(int index) const {
    UnitRecord record{index, fmt::format("{:06}.mp4", index), {}, {}};
    std::ofstream(folder_ / record.file) << "segment " << index;
    record.sha256 = *sha256_of_file(folder_ / record.file);
    const Manifest of = wanted();
    for (int i = 0; i < of.frames_in(index); ++i)
      record.frames.push_back({of.first_frame_of(index) + i, "2019-08-27", {{"agencies", 397, 405}}, "sum"});
    return record;
  }
  [[nodiscard]] OrRefused<std::unique_ptr<Ledger>> open(Older older, Shard shard = {},
                                                        const char* theme = "dark") const {
    auto claim = Claim::take(folder_.path(), shard);
    if (!claim) return tl::unexpected(claim.error());
    return Ledger::open(std::move(*claim), wanted(theme), older);
  }
  void add(Ledger& ledger, std::initializer_list<int> units) const {
    for (const int index : units) ASSERT_TRUE(ledger.add(unit(index)));
  }
  Folder folder_;
};

TEST_F(LedgerTest, AWholeExportIsOneFileThatReadsBack) {
  auto ledger = open(Older::kRefuse);
  ASSERT_TRUE(ledger) << ledger.error().message;
  add(**ledger, {2, 0, 1});
  ASSERT_TRUE((*ledger)->finish());
  const Manifest made = (*ledger)->manifest();
  EXPECT_FALSE(open(Older::kGoOn)) << "it has not let go of it";
  ledger->reset();
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"000000.mp4", "000001.mp4", "000002.mp4", "frames.json"}));
  const auto read = read_manifest(folder_ / "frames.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, made);
  EXPECT_TRUE(read->is_whole());
}

TEST_F(LedgerTest, GoesOnWithWhatIsThereAndSound) {
  { add(**open(Older::kRefuse), {0, 2}); }
  std::ofstream(folder_ / "000002.mp4") << "cut o";
  auto ledger = open(Older::kGoOn);
  ASSERT_TRUE(ledger) << ledger.error().message;
  EXPECT_TRUE((*ledger)->has(0));
  EXPECT_FALSE((*ledger)->has(1));
  EXPECT_FALSE((*ledger)->has(2)) << "its bytes are not what they were";
  add(**ledger, {1, 2});
  ASSERT_TRUE((*ledger)->finish());
  EXPECT_TRUE(manifest_in(folder_.path())->is_whole());
}

TEST_F(LedgerTest, ALineThatWasCutOffIsNoUnit) {
  { add(**open(Older::kRefuse), {0, 1}); }
  const std::string whole = contents(folder_ / "frames.journal");
  for (const std::size_t length :
       {whole.size() - 1, whole.size() - 40, whole.find('\n') + 1, whole.find('\n'), std::size_t{0}}) {
    std::ofstream(folder_ / "frames.journal") << whole.substr(0, length);
    auto ledger = open(Older::kGoOn);
    ASSERT_TRUE(ledger) << length << ": " << ledger.error().message;
    EXPECT_EQ((*ledger)->has(0), length > whole.find('\n') + 1);
    EXPECT_FALSE((*ledger)->has(1));
    add(**ledger, {1});
    EXPECT_TRUE(read_journal(folder_ / "frames.journal")->units.contains(1));
  }
}

TEST_F(LedgerTest, AnUnfinishedOneIsNotReplacedUnasked) {
  { add(**open(Older::kRefuse), {0}); }
  const auto refused = open(Older::kRefuse);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("--resume"), std::string::npos);
  EXPECT_EQ(refused.error().kind, Refusal::kUnfinished);
  auto replaced = open(Older::kReplace, {}, "light");
  ASSERT_TRUE(replaced) << replaced.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "000000.mp4")) << "no file of another export stays among the new ones";
}

TEST_F(LedgerTest, AMixtureIsRefusedAndSaid) {
  { add(**open(Older::kRefuse), {0}); }
  const auto other = open(Older::kGoOn, {}, "light");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("theme: 'dark' there, 'light' here"), std::string::npos)
      << other.error().message;
  EXPECT_EQ(other.error().kind, Refusal::kOtherExport);
  EXPECT_EQ(other.error().detail, "theme: 'dark' there, 'light' here");
  { add(**open(Older::kRefuse, {2, 2}, "light"), {2}); }
  const auto all = manifest_in(folder_.path());
  ASSERT_FALSE(all);
  EXPECT_NE(all.error().message.find("theme: "), std::string::npos) << all.error().message;
}

TEST_F(LedgerTest, SharesWriteBesideEachOther) {
  auto first = open(Older::kRefuse, {1, 2});
  auto second = open(Older::kRefuse, {2, 2});
  ASSERT_TRUE(first && second);
  add(**first, {0});
  add(**second, {1, 2});
  EXPECT_TRUE(manifest_in(folder_.path())->is_whole());
}

TEST_F(LedgerTest, WithoutAUnitNothingIsLeft) {
  { ASSERT_TRUE(open(Older::kRefuse)); }
  EXPECT_TRUE(folder_.names().empty());
}

TEST_F(LedgerTest, WhatIsNoManifestIsSaidWithItsLine) {
  add(**open(Older::kRefuse), {0, 1, 2});
  const Manifest there = *manifest_in(folder_.path());
  const std::string sound = written(there);
  const auto said = [&](const std::string& text) {
    std::ofstream(folder_ / "frames.json") << text;
    const auto read = read_manifest(folder_ / "frames.json");
    return read ? "" : read.error().message.substr((folder_ / "frames.json").string().size());
  };
  EXPECT_EQ(said(sound), "");
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string text = sound;
    const std::size_t at = text.rfind(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  const auto damaged = [](int line, const std::string& what) {
    return fmt::format(":{}: is damaged, or no list of what was exported: {}; take it away and export anew", line,
                       what);
  };
  const auto lines = static_cast<int>(std::ranges::count(sound, '\n'));
  EXPECT_EQ(said(""), damaged(1, "nothing stands in it"));
  EXPECT_EQ(said("\n\n"), damaged(3, "nothing stands in it"));
  EXPECT_EQ(said("Dear reader,\n"), damaged(1, "this is no JSON"));
  EXPECT_EQ(said("[1, 2]"), damaged(1, "there is a list where an object with 'format' should be"));
  EXPECT_EQ(said("{\"format\": 1}"), damaged(1, "'made_of' is missing"));
  EXPECT_EQ(said(changed("\"}\n", "\"")), damaged(lines, "it ends in the middle"));
  EXPECT_EQ(said(sound.substr(0, sound.size() / 2)).find(": is damaged, or no list of what was exported: it ends in"),
            3U)
      << "whatever line that is";
  EXPECT_EQ(said(changed("\"format\": 1", "\"format\": 2")),
            damaged(1, "its format is 2, and this version of spreadmap reads 1"));
  EXPECT_EQ(said(changed("\"frame_count\": 10", "\"frame_count\": \"10\"")),
            damaged(1, "'frame_count' is a text instead of a whole number"));
  EXPECT_EQ(said(changed("\"frame_count\": 10", "\"frame_count\": 99999999999")),
            damaged(1, "'frame_count' is 99999999999, which cannot be"));
  EXPECT_EQ(said(changed("\"dark\"", "7")), damaged(1, "'theme' is a number instead of a text"));
  // Units have lines of their own; the last one stands before the end of their list and the sum.
  EXPECT_EQ(said(changed("\"unit\":2", "\"unit\":\"2\"")),
            damaged(lines - 2, "'unit' is a text instead of a whole number"));
  EXPECT_EQ(said(changed("\"unit\":1,", "")), damaged(lines - 3, "'unit' is missing"));
  EXPECT_EQ(said(changed("[397,405]", "[397]")),
            damaged(lines - 2, "'agencies' in 'counts' is a list instead of a list of two numbers"));
  EXPECT_EQ(said(changed("\"index\":9", "\"index\":8")), damaged(lines - 2, "unit 2 holds frame 8 out of its order"));
}

TEST_F(LedgerTest, AListThatWasChangedIsSaidAndStillNamesItsFiles) {
  { add(**open(Older::kRefuse), {0, 1, 2}); }
  const Manifest there = *manifest_in(folder_.path());
  std::string text = written(there);
  const std::string sum = Sha256().add(text.substr(0, text.rfind(kOwnSumBegins))).hex();
  EXPECT_TRUE(text.ends_with(fmt::format("{}{}{}", kOwnSumBegins, sum, kOwnSumEnds)));
  text.replace(text.find("2019-08-27"), 10, "2019-08-28");
  std::ofstream(folder_ / "frames.json") << text;
  std::filesystem::remove(folder_ / "frames.journal");
  const auto read = read_manifest(folder_ / "frames.json");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("frames.json: was changed after it was written"), std::string::npos);
  EXPECT_FALSE(open(Older::kGoOn)) << "what is not true is not gone on with";
  EXPECT_EQ(read_manifest(folder_ / "frames.json", OwnSum::kIgnored)->units.at(0).frames.front().day, "2019-08-28");
  // An earlier version wrote no sum: nobody knows.
  text.replace(text.rfind(kOwnSumBegins) - 2, std::string::npos, "}\n");
  std::ofstream(folder_ / "frames.json") << text;
  const auto old = read_manifest(folder_ / "frames.json");
  ASSERT_TRUE(old) << old.error().message;
  EXPECT_TRUE(old->is_without_own_sum);
  std::ofstream(folder_ / "frames.json") << written(there) << "\n";
  ASSERT_FALSE(read_manifest(folder_ / "frames.json"));
  auto anew = open(Older::kRefuse);
  ASSERT_TRUE(anew) << anew.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "000002.mp4")) << "the files that it names go with it";
}

TEST_F(LedgerTest, WhatComesAlongBelongsToTheWhole) {
  Manifest with = wanted();
  with.beside = {{"frames.csv", ""}, {"frames.vtt", ""}};
  const auto open_with = [&](Older older) {
    return Ledger::open(std::move(*Claim::take(folder_.path(), {})), with, older);
  };
  const auto write = [&](Ledger& ledger, const char* name, const char* text) {
    ASSERT_TRUE(ledger.add_beside(name, Sha256().add(text).hex()));
    std::ofstream(folder_ / name) << text;
  };
  {
    auto ledger = open_with(Older::kRefuse);
    add(**ledger, {0, 1, 2});
    EXPECT_FALSE((*ledger)->manifest().is_whole());
    write(**ledger, "frames.csv", "day");
    write(**ledger, "frames.vtt", "WEBVTT");
    EXPECT_TRUE((*ledger)->manifest().is_whole());
  }
  std::ofstream(folder_ / "frames.vtt") << "other";
  auto ledger = open_with(Older::kGoOn);
  ASSERT_TRUE(ledger) << ledger.error().message;
  EXPECT_EQ((*ledger)->manifest().beside.at("frames.csv"), Sha256().add("day").hex());
  EXPECT_EQ((*ledger)->manifest().beside.at("frames.vtt"), "") << "it is not what it was";
  write(**ledger, "frames.vtt", "WEBVTT");
  ASSERT_TRUE((*ledger)->finish());
  EXPECT_EQ(read_manifest(folder_ / "frames.json")->beside, (*ledger)->manifest().beside);
  // Of a film's parts it lies beside the film.
  EXPECT_EQ(folder_of_beside(with, "a/frames"), "a/frames");
  with.facts.push_back({kFormatFact, "h264"});
  EXPECT_EQ(folder_of_beside(with, "a/film.mp4.parts"), "a");
}

TEST_F(LedgerTest, AManifestThatIsNotThereOrNoFileIsSaid) {
  EXPECT_NE(manifest_in(folder_.path()).error().message.find("holds no export"), std::string::npos);
  EXPECT_NE(read_manifest(folder_ / "none").error().message.find("none: is not there; "), std::string::npos);
  EXPECT_NE(read_manifest(folder_.path()).error().message.find(": cannot be read; it should be a file"),
            std::string::npos);
}

TEST_F(LedgerTest, AJournalThatIsDamagedIsSaidWithItsLine) {
  // A name that leads out of the folder is none.
  UnitRecord out = unit(0);
  out.file = "../000000.mp4";
  std::ofstream(folder_ / "frames.journal") << journal_head(wanted()) << journal_line(out);
  EXPECT_NE(
      manifest_in(folder_.path())
          .error()
          .message.find(
              "frames.journal:2: is damaged, or no list of what was exported: unit 0 has no plain file name: '../"),
      std::string::npos);
  std::ofstream(folder_ / "frames.journal")
      << journal_head(wanted()) << journal_line(unit(0)) << "{\"unit\": 1, \n{}\n";
  EXPECT_NE(manifest_in(folder_.path()).error().message.find("frames.journal:3: is damaged"), std::string::npos);
}

TEST_F(LedgerTest, WhatCannotBeGoneOnWithStaysAsItIs) {
  { add(**open(Older::kRefuse), {0}); }
  const std::string journal = contents(folder_ / "frames.journal");
  EXPECT_FALSE(open(Older::kGoOn, {}, "light"));
  EXPECT_FALSE(open(Older::kRefuse));
  EXPECT_EQ(contents(folder_ / "frames.journal"), journal);
}

TEST_F(LedgerTest, ALineThatFindsNoRoomIsNotThereInPart) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto ledger = open(Older::kRefuse);
    const UnitRecord first = unit(0), second = unit(1);
    bool is_right = ledger && (*ledger)->add(first);
    std::signal(SIGXFSZ, SIG_IGN);
    // The limit on the size of files stands for the full disk.
    const rlimit full{contents(folder_ / "frames.journal").size() + 20, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &full);
    is_right = is_right && !(*ledger)->add(second);
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &more);
    is_right = is_right && (*ledger)->add(unit(2));
    ::_exit(is_right ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  const auto read = read_journal(folder_ / "frames.journal");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(read->units.contains(0) && !read->units.contains(1) && read->units.contains(2));
}

}  // namespace
}  // namespace spreadmap::media
