#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace spreadmap::media {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, by nettle.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();
  Sha256& add(std::span<const std::byte> bytes);
  Sha256& add(std::string_view text) { return add(std::as_bytes(std::span(text))); }
  /// 64 digits, and begins anew.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Of a file's bytes. Errors: it cannot be read.
Result<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace spreadmap::media
