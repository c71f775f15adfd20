#include "media/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

namespace spreadmap::media {
namespace {

/// 0, or EWOULDBLOCK. flock() also holds between the machines of a network file system, where that has locks.
int lock(const Descriptor& file, int kind) {
  while (::flock(file.number(), kind | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    return errno == EWOULDBLOCK ? EWOULDBLOCK : 0;
  }
  return 0;
}

}  // namespace

tl::expected<Descriptor, int> open_locked(const std::filesystem::path& file, int flags) {
  while (true) {
    Descriptor opened(::open(file.c_str(), flags | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (opened.number() < 0) return tl::unexpected(errno);
    if (const int error = lock(opened, LOCK_EX); error != 0) return tl::unexpected(error);
    // Whoever held it may have taken it away, or given it its final name, between both calls.
    if (names(file, opened)) return opened;
  }
}

bool is_locked(const std::filesystem::path& file) {
  const Descriptor opened(::open(file.c_str(), O_RDWR | O_CLOEXEC));
  // Shared, so that two who look at once do not see each other.
  return opened.number() >= 0 && lock(opened, LOCK_SH) != 0;
}

bool names(const std::filesystem::path& file, const Descriptor& opened) {
  struct stat by_name {
  }, by_number{};
  return ::stat(file.c_str(), &by_name) == 0 && ::fstat(opened.number(), &by_number) == 0 &&
         by_name.st_dev == by_number.st_dev && by_name.st_ino == by_number.st_ino;
}

}  // namespace spreadmap::media
