#include "platform/running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

namespace spreadmap::platform {

Result<RunningProgram> RunningProgram::start(const std::filesystem::path& file, std::vector<std::string> words) {
  Descriptor said(memfd_create("said", MFD_CLOEXEC));
  if (said.number() < 0) return fail("a file in memory cannot be made: {}", std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, said.number(), STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t id = 0;
  const int failed = posix_spawn(&id, file.c_str(), &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return fail("{}: cannot be started: {}", file.string(), std::strerror(failed));
  constexpr int kNice = 10;
  // Below this program, however low that is itself.
  setpriority(PRIO_PROCESS, static_cast<id_t>(id), getpriority(PRIO_PROCESS, 0) + kNice);
  return RunningProgram(id, std::move(said));
}

RunningProgram::RunningProgram(RunningProgram&& other) noexcept
    : id_(std::exchange(other.id_, 0)),
      said_(std::move(other.said_)),
      read_(other.read_),
      rest_(std::move(other.rest_)),
      status_(other.status_),
      is_paused_(other.is_paused_) {}

RunningProgram& RunningProgram::operator=(RunningProgram&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(said_, other.said_);
  std::swap(read_, other.read_);
  std::swap(rest_, other.rest_);
  std::swap(status_, other.status_);
  std::swap(is_paused_, other.is_paused_);
  return *this;
}

RunningProgram::~RunningProgram() {
  if (id_ == 0 || status()) return;
  ask_to_stop();
  // What has been begun is finished first: a segment of a large film takes some seconds.
  constexpr auto kPatience = std::chrono::seconds(20);
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (!status() && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  if (status()) return;
  signal(SIGKILL);
  while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::vector<std::string> RunningProgram::take_lines() {
  const bool has_ended = status().has_value();
  std::array<char, 4096> chunk{};
  while (true) {
    const ssize_t got = pread(said_.number(), chunk.data(), chunk.size(), read_);
    if (got <= 0) break;
    read_ += got;
    rest_.append(chunk.data(), static_cast<std::size_t>(got));
  }
  std::vector<std::string> lines;
  for (std::size_t end = 0; (end = rest_.find('\n')) != std::string::npos; rest_.erase(0, end + 1))
    lines.push_back(rest_.substr(0, end));
  if (has_ended && !rest_.empty()) lines.push_back(std::exchange(rest_, ""));
  return lines;
}

std::optional<int> RunningProgram::status() {
  int status = 0;
  if (!status_ && waitpid(id_, &status, WNOHANG) == id_) {
    constexpr int kBySignal = 128;  // as shells say it
    status_ = WIFSIGNALED(status) ? kBySignal + WTERMSIG(status) : WEXITSTATUS(status);
  }
  return status_;
}

void RunningProgram::pause() {
  signal(SIGSTOP);
  is_paused_ = true;
}

void RunningProgram::go_on() {
  signal(SIGCONT);
  is_paused_ = false;
}

void RunningProgram::ask_to_stop() {
  signal(SIGINT);
  if (is_paused_) go_on();
}

void RunningProgram::signal(int number) const {
  if (!status_) kill(id_, number);
}

}  // namespace spreadmap::platform
