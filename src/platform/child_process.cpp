#include "platform/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "base/descriptor.h"

namespace spreadmap::platform {
namespace {

Result<std::pair<Descriptor, Descriptor>> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail("a pipe cannot be made: {}", std::strerror(errno));
  return std::pair(Descriptor(ends[0]), Descriptor(ends[1]));
}

/// Feeds and drains at once: a child that fills one pipe while we wait on the other would stop both.
Result<std::vector<std::byte>> talk(Descriptor to_child, const Descriptor& from_child,
                                    std::span<const std::byte> input) {
  std::vector<std::byte> output;
  std::array<std::byte, 1U << 16U> chunk{};
  fcntl(to_child.number(), F_SETFL, O_NONBLOCK);
  while (true) {
    if (input.empty()) to_child.close();
    std::array<pollfd, 2> polled{pollfd{from_child.number(), POLLIN, 0}, pollfd{to_child.number(), POLLOUT, 0}};
    if (poll(polled.data(), to_child.number() >= 0 ? 2 : 1, -1) < 0 && errno != EINTR) {
      return fail("the child process cannot be waited for: {}", std::strerror(errno));
    }
    if (to_child.number() >= 0 && polled[1].revents != 0) {
      const ssize_t written = write(to_child.number(), input.data(), input.size());
      if (written > 0) input = input.subspan(static_cast<std::size_t>(written));
      // A child that no longer listens says why by its exit status.
      if (written < 0 && errno != EAGAIN && errno != EINTR) to_child.close();
    }
    if (polled[0].revents == 0) continue;
    const ssize_t got = read(from_child.number(), chunk.data(), chunk.size());
    if (got == 0) return output;
    if (got > 0) output.insert(output.end(), chunk.begin(), chunk.begin() + got);
  }
}

Result<void> wait_for(pid_t child, const std::filesystem::path& program) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return fail("{}: cannot be waited for: {}", program.string(), std::strerror(errno));
  }
  if (WIFSIGNALED(status))
    return fail("{}: was ended by signal {} ({})", program.string(), WTERMSIG(status), strsignal(WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0) return fail("{}: left with status {}", program.string(), WEXITSTATUS(status));
  return {};
}

}  // namespace

Result<std::vector<std::byte>> run_child(const std::filesystem::path& program, std::span<const std::byte> input) {
  auto to_child = make_pipe();
  auto from_child = make_pipe();
  if (!to_child) return tl::unexpected(to_child.error());
  if (!from_child) return tl::unexpected(from_child.error());
  // Writing to a child that has gone must be an error here, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_child->first.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from_child->second.number(), STDOUT_FILENO);
  std::string path = program.string();
  std::array<char*, 2> arguments{path.data(), nullptr};
  pid_t child = 0;
  // In a process group of its own: Ctrl-C goes to the program, which decides what becomes of its child.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const int failed = posix_spawn(&child, path.c_str(), &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    return fail("{}: cannot be started: {}; is the program installed whole?", path, std::strerror(failed));
  to_child->first.close();
  from_child->second.close();
  auto output = talk(std::move(to_child->second), from_child->first, input);
  if (auto ended = wait_for(child, program); !ended) return tl::unexpected(ended.error());
  return output;
}

}  // namespace spreadmap::platform
