#include "platform/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace spreadmap::platform {

Result<FolderWatch> FolderWatch::create(const std::filesystem::path& folder) {
  FolderWatch watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (watch.descriptor_ < 0 ||
      inotify_add_watch(watch.descriptor_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR) < 0) {
    return fail("{}: cannot be watched: {}", folder.string(), std::strerror(errno));
  }
  return watch;
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderWatch& FolderWatch::operator=(FolderWatch&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool FolderWatch::changed() const {
  // What the events say does not matter, only that there were some: all of them are taken.
  std::array<std::byte, 4096> events{};
  bool any = false;
  while (read(descriptor_, events.data(), events.size()) > 0) any = true;
  return any;
}

}  // namespace spreadmap::platform
