#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace spreadmap {

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): for cache keys and tests, never for security.
class Fnv1a {
 public:
  void add(std::span<const std::byte> bytes) {
    for (const std::byte byte : bytes) value_ = (value_ ^ static_cast<std::uint64_t>(byte)) * 0x100000001b3ULL;
  }
  void add(std::string_view text) { add(std::as_bytes(std::span(text.data(), text.size()))); }

  /// Any value without padding.
  template <class T>
  void add_value(const T& value) {
    add(std::as_bytes(std::span(&value, 1)));
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace spreadmap
