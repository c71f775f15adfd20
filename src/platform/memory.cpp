#include "platform/memory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace spreadmap::platform {
namespace {

/// Bytes of addresses that the process has mapped now: the first number of Linux's statm, in pages.
std::size_t mapped_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  statm >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

Result<void> check_addresses(std::size_t wanted_bytes) {
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return {};
  const std::size_t mapped = mapped_bytes();
  const std::size_t left = limit.rlim_cur > mapped ? limit.rlim_cur - mapped : 0;
  if (left >= wanted_bytes) return {};
  constexpr std::size_t kMegabyte = 1'000'000;
  return fail(
      "out of memory: {} MB are left to the program and the picture needs {}; use a smaller size, or allow the program "
      "more (ulimit -v)",
      left / kMegabyte, wanted_bytes / kMegabyte);
}

}  // namespace spreadmap::platform
