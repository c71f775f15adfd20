#include "media/sha256.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <vector>

#include "base/descriptor.h"

namespace spreadmap::media {

struct Sha256::State {
  sha256_ctx context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::span<const std::byte> bytes) {
  sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return *this;
}

std::string Sha256::hex() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state_->context, digest.size(), digest.data());  // which also begins anew
  std::string text;
  for (const std::uint8_t byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

Result<std::string> sha256_of_file(const std::filesystem::path& file) {
  const auto read_error = [&](int error) {
    return fail("{}: cannot be read: {}", file.string(), std::generic_category().message(error));
  };
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.number() < 0) return read_error(errno);
  constexpr std::size_t kBlock = std::size_t{1} << 18U;
  std::vector<std::byte> block(kBlock);
  Sha256 sum;
  while (true) {
    const ssize_t count = ::read(opened.number(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return read_error(errno);
    if (count == 0) return sum.hex();
    sum.add(std::span(block).first(static_cast<std::size_t>(count)));
  }
}

}  // namespace spreadmap::media
