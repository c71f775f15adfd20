// What a kiosk keeps: how many came, and the hash of a PIN.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/kiosk_pin.h"
#include "app/visits.h"
#include "killed_testing.h"

namespace spreadmap::app {
namespace {

class KioskFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("spreadmap-kiosk-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(folder_ / name).rdbuf();
    return out.str();
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  std::filesystem::path folder_;
};

constexpr time::Day kMonday{std::chrono::year(2026) / 11 / 30}, kTuesday{std::chrono::year(2026) / 12 / 1};

TEST_F(KioskFiles, VisitsAreCountedByDayAndGoOnAfterARestart) {
  const auto file = folder_ / "state" / "visits.csv";
  {
    Visits visits(file);
    for (const auto day : {kMonday, kMonday, kTuesday}) ASSERT_TRUE(visits.add(day));
  }
  Visits again(file);
  EXPECT_EQ(again.fault(), "");
  ASSERT_TRUE(again.add(kTuesday));
  EXPECT_EQ(text("state/visits.csv"), "day,visits\n2026-11-30,2\n2026-12-01,2\n");
}

TEST_F(KioskFiles, AFileOfSomethingElseIsLeftAlone) {
  write("visits.csv", "day,visits\n2026-11-30,2\nthis is my diary\n");
  Visits visits(folder_ / "visits.csv");
  EXPECT_NE(visits.fault().find("visits.csv:3: expected a day and a count"), std::string::npos) << visits.fault();
  EXPECT_TRUE(visits.add(kMonday));
  EXPECT_EQ(text("visits.csv"), "day,visits\n2026-11-30,2\nthis is my diary\n");
}

TEST_F(KioskFiles, ADiskThatIsGoneIsSaidAndNothingLost) {
  Visits visits(folder_ / "visits.csv");
  ASSERT_TRUE(visits.add(kMonday));
  std::filesystem::permissions(folder_, std::filesystem::perms::none);
  const bool is_root = ::access(folder_.c_str(), W_OK) == 0;
  const auto refused = visits.add(kMonday);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  EXPECT_TRUE(is_root || !refused);
  ASSERT_TRUE(visits.add(kMonday));
  EXPECT_EQ(text("visits.csv"), "day,visits\n2026-11-30,3\n");
}

TEST_F(KioskFiles, VisitsAreWholeWheneverTheProgramIsKilled) {
  const auto file = folder_ / "visits.csv";
  long long counted = 0;
  expect_whole_whenever_killed([&](int /*round*/) { (void)Visits(file).add(kMonday); },
                               [&] {
                                 EXPECT_EQ(Visits(file).fault(), "");
                                 const std::string now = text("visits.csv"), head = "day,visits\n2026-11-30,";
                                 ASSERT_TRUE(now.starts_with(head) && now.ends_with("\n")) << now;
                                 const long long count = std::stoll(now.substr(head.size()));
                                 EXPECT_GT(count, counted) << "what was counted stays";
                                 counted = count;
                               });
}

TEST_F(KioskFiles, ThePinIsOneOfTheTwoWheneverTheProgramIsKilled) {
  const auto file = folder_ / "pin";
  expect_whole_whenever_killed([&](int round) { (void)set_pin(file, round % 2 == 0 ? "2468" : "1357"); },
                               [&] {
                                 auto pin = KioskPin::read(file);
                                 ASSERT_TRUE(pin) << pin.error().message;
                                 ASSERT_TRUE(pin->is_set());
                                 EXPECT_TRUE(pin->opens("2468", 0.0) || pin->opens("1357", 0.0));
                               });
}

TEST_F(KioskFiles, APinIsKeptHashedForItsOwnerAlone) {
  const auto file = folder_ / "pin";
  ASSERT_TRUE(set_pin(file, "2468"));
  EXPECT_EQ(text("pin").find("2468"), std::string::npos);
  EXPECT_EQ(text("pin").substr(0, 3), "$y$");
  EXPECT_EQ(std::filesystem::status(file).permissions() &
                (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
            std::filesystem::perms::none);
  auto pin = KioskPin::read(file);
  ASSERT_TRUE(pin);
  EXPECT_TRUE(pin->is_set());
  EXPECT_FALSE(pin->opens("2469", 0.0));
  EXPECT_TRUE(pin->opens("2468", 0.0));
  // The same PIN twice is not the same hash.
  const std::string before = text("pin");
  ASSERT_TRUE(set_pin(file, "2468"));
  EXPECT_NE(text("pin"), before);
}

TEST_F(KioskFiles, NobodyTriesThemAll) {
  ASSERT_TRUE(set_pin(folder_ / "pin", "2468"));
  auto pin = KioskPin::read(folder_ / "pin");
  ASSERT_TRUE(pin);
  for (int i = 0; i < KioskPin::kTries; ++i) EXPECT_FALSE(pin->opens("0000", 1.0));
  EXPECT_FALSE(pin->opens("2468", 1.0 + KioskPin::kLocked_s - 0.1));
  EXPECT_TRUE(pin->opens("2468", 1.0 + KioskPin::kLocked_s));
}

TEST_F(KioskFiles, WithoutAPinNothingOpens) {
  auto pin = KioskPin::read(folder_ / "none");
  ASSERT_TRUE(pin);
  EXPECT_FALSE(pin->is_set());
  for (const char* typed : {"", "0000", "1234"}) EXPECT_FALSE(pin->opens(typed, 0.0));
}

TEST_F(KioskFiles, WhatIsNoPinIsRefused) {
  for (const char* pin : {"", "123", "12 34", "abcd", "1234567890123"})
    EXPECT_FALSE(set_pin(folder_ / "pin", pin)) << pin;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "pin"));
  write("pin", "letmein\n");
  const auto read = KioskPin::read(folder_ / "pin");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("pin:1: is no hash of a PIN"), std::string::npos) << read.error().message;
  write("pin", "");
  EXPECT_FALSE(KioskPin::read(folder_ / "pin"));
}

}  // namespace
}  // namespace spreadmap::app
