#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

#include "data/gdal_source.h"
#include "data/wire.h"

/// spreadmap-reader: encoded requests on standard input until its end, encoded answers on standard output. It is a
/// process of its own so that a hostile file can bring down no more than this, and so that only those who read files
/// pay for loading GDAL.
namespace spreadmap {
namespace {

// A small file can make a driver ask for gigabytes (a 110 kB spreadsheet took 1.9). AddressSanitizer reserves terabytes
// itself.
void limit_memory() {
#ifndef __SANITIZE_ADDRESS__
  constexpr rlim_t kMostBytes = 4ULL << 30U;
  const rlimit limit{kMostBytes, kMostBytes};
  setrlimit(RLIMIT_AS, &limit);
#endif
}

Result<std::vector<std::byte>> read_all(int file) {
  std::vector<std::byte> bytes;
  std::array<std::byte, 1U << 16U> block{};
  for (;;) {
    const ssize_t size = read(file, block.data(), block.size());
    if (size == 0) return bytes;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return fail("standard input cannot be read: {}", std::strerror(errno));
    bytes.insert(bytes.end(), block.begin(), block.begin() + size);
  }
}

Result<void> write_all(int file, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(file, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return fail("standard output cannot be written: {}", std::strerror(errno));
    bytes = bytes.subspan(static_cast<std::size_t>(size));
  }
  return {};
}

Result<void> answer() {
  const Result<std::vector<std::byte>> asked = read_all(STDIN_FILENO);
  if (!asked) return tl::unexpected(asked.error());
  const Result<std::vector<data::ReadRequest>> requests = data::decode_requests(*asked);
  if (!requests) return tl::unexpected(requests.error());
  data::set_up_gdal();
  if (Result<void> written = write_all(STDOUT_FILENO, data::encode_answers(data::read_sources(*requests))); !written)
    return written;
  // The program waits for the end of the answer, not for this process to be taken down.
  if (close(STDOUT_FILENO) != 0) return fail("standard output cannot be written: {}", std::strerror(errno));
  return {};
}

}  // namespace
}  // namespace spreadmap

int main(int argc, char** argv) {
  // For a report of what is installed; on standard error, since the other is for answers.
  if (argc > 1 && std::strcmp(argv[1], "--version") == 0) {
    fmt::print(stderr, "{}\n", spreadmap::data::gdal_version());
    return 0;
  }
  spreadmap::limit_memory();
  const spreadmap::Result<void> done = spreadmap::answer();
  if (!done) fmt::print(stderr, "spreadmap-reader: {}\n", done.error().message);
  std::fflush(nullptr);
  // Without the destructors of some 110 libraries: what they would do, the kernel does faster.
  _exit(done ? 0 : 1);
}
