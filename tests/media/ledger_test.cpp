#include "media/ledger.h"

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
  [[nodiscard]] auto open(Older older, Shard shard = {}, const char* theme = "dark") const {
    return Ledger::open(folder_.path(), wanted(theme), shard, older);
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
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"000000.mp4", "000001.mp4", "000002.mp4", "frames.json"}));
  const auto read = read_manifest(folder_ / "frames.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, (*ledger)->manifest());
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
  std::ofstream(folder_ / "frames.json") << "{\"format\": 1}";
  const auto bad = manifest_in(folder_.path());
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().message.find("frames.json:1: is no manifest"), std::string::npos) << bad.error().message;
  std::filesystem::remove(folder_ / "frames.json");
  EXPECT_NE(manifest_in(folder_.path()).error().message.find("holds no export"), std::string::npos);
  // A name that leads out of the folder is none.
  UnitRecord out = unit(0);
  out.file = "../000000.mp4";
  std::ofstream(folder_ / "frames.journal") << journal_head(wanted()) << journal_line(out);
  EXPECT_NE(manifest_in(folder_.path()).error().message.find("frames.journal:2: "), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::media
