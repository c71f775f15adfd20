#include "platform/service.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

namespace spreadmap::platform {
namespace {

/// Who listens, as systemd does.
class ServiceTest : public ::testing::Test {
 protected:
  void SetUp() override {
#if !SPREADMAP_HAS_SYSTEMD
    GTEST_SKIP() << "built without libsystemd";
#endif
    path_ = std::filesystem::temp_directory_path() / ("spreadmap-service-" + std::to_string(getpid()));
    std::filesystem::remove(path_);
    socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
    ASSERT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    setenv("NOTIFY_SOCKET", path_.c_str(), 1);
    setenv("WATCHDOG_USEC", "12000000", 1);
  }
  void TearDown() override {
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) unsetenv(name);
    if (socket_ >= 0) close(socket_);
    std::filesystem::remove(path_);
  }
  /// What was told since the last call.
  std::vector<std::string> told() {
    std::vector<std::string> all;
    std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t length = recv(socket_, buffer.data(), buffer.size(), 0);
      if (length < 0) return all;
      all.emplace_back(buffer.data(), static_cast<std::size_t>(length));
    }
  }

 private:
  std::filesystem::path path_;
  int socket_ = -1;
};

using Told = std::vector<std::string>;

TEST_F(ServiceTest, IsReadyWithTheFirstPictureAndNotBefore) {
  Service service;
  service.say("Ring: telling");
  EXPECT_EQ(told(), Told{});
  EXPECT_EQ(service.due_in_s(1000.0), std::nullopt);
  service.presented(1000.0);
  EXPECT_EQ(told(), Told{"READY=1\nWATCHDOG=1\nSTATUS=Ring: telling"});
}

TEST_F(ServiceTest, PicturesFeedTheWatchdogAndNothingElseDoes) {
  Service service;
  service.presented(1000.0);
  (void)told();
  for (double now_s = 1000.0; now_s < 1012.0; now_s += 0.1) service.say("the loop turns");
  EXPECT_EQ(told(), Told{"STATUS=the loop turns"});
  EXPECT_EQ(service.due_in_s(1012.0), 0.0);
  // At sixty pictures a second it is fed as often as it has to be, not as often as there are pictures.
  std::size_t fed = 0;
  double last_s = 1012.0, longest_s = 0.0;
  for (int frame = 0; frame < 60 * 60; ++frame) {
    const double now_s = 1012.0 + frame / 60.0;
    service.presented(now_s);
    if (told().empty()) continue;
    ++fed;
    longest_s = std::max(longest_s, now_s - last_s);
    last_s = now_s;
  }
  EXPECT_LE(longest_s, 4.0);
  EXPECT_LE(fed, 31U);
}

TEST_F(ServiceTest, APictureIsDueEveryThirdOfTheTime) {
  Service service;
  service.presented(1000.0);
  EXPECT_DOUBLE_EQ(service.due_in_s(1000.0).value(), 4.0);
  EXPECT_DOUBLE_EQ(service.due_in_s(1003.0).value(), 1.0);
  service.presented(1004.0);
  EXPECT_DOUBLE_EQ(service.due_in_s(1004.0).value(), 4.0);
}

TEST_F(ServiceTest, AWatchdogOfAnotherProcessIsNone) {
  setenv("WATCHDOG_PID", "1", 1);
  Service service;
  service.presented(1000.0);
  EXPECT_EQ(service.due_in_s(1000.0), std::nullopt);
}

TEST_F(ServiceTest, SaysThatItEndsOnce) {
  {
    Service service;
    service.presented(1000.0);
    (void)told();
    service.stopping();
  }
  EXPECT_EQ(told(), Told{"STOPPING=1"});
}

TEST_F(ServiceTest, AStatusIsOneLine) {
  Service service;
  service.presented(1000.0);
  (void)told();
  service.say("a title\nREADY=0");
  EXPECT_EQ(told(), Told{"STATUS=a title READY=0"});
}

TEST(Service, NobodyListening) {
  unsetenv("NOTIFY_SOCKET");
  Service service;
  service.presented(1.0);
  service.say("to nobody");
  service.stopping();
  EXPECT_EQ(service.due_in_s(1.0), std::nullopt);
}

}  // namespace
}  // namespace spreadmap::platform
