#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace spreadmap::data {

/// Appends values to flat bytes, in host order.
class ByteWriter {
 public:
  template <class T>
  requires std::is_trivially_copyable_v<T>
  void value(const T& value) { append(std::as_bytes(std::span(&value, 1))); }
  /// Count, then the elements as they lie in memory.
  template <class T>
  requires std::is_trivially_copyable_v<T>
  void values(std::span<const T> values) {
    value(static_cast<std::uint64_t>(values.size()));
    append(std::as_bytes(values));
  }
  void text(std::string_view text) { values(std::span<const char>(text.data(), text.size())); }
  [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  void append(std::span<const std::byte> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  std::vector<std::byte> bytes_;
};

/// Takes values off flat bytes. Past the end, or where a count promises more than there is, everything reads as empty
/// and `has_failed()` stays true: nothing is allocated that the bytes do not hold.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <class T>
  requires std::is_trivially_copyable_v<T> T value() {
    T value{};
    if (const std::span<const std::byte> bytes = take(sizeof(T)); !bytes.empty())
      std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
  }
  template <class T>
  requires std::is_trivially_copyable_v<T> std::vector<T> values() {
    const std::size_t size = count(sizeof(T));
    std::vector<T> values(size);
    if (size > 0) std::memcpy(values.data(), take(size * sizeof(T)).data(), size * sizeof(T));
    return values;
  }
  std::string text() {
    const std::span<const std::byte> bytes = take(count(1));
    std::string text(bytes.size(), '\0');
    if (!bytes.empty()) std::memcpy(text.data(), bytes.data(), bytes.size());
    return text;
  }
  /// A count of elements that take at least `least_bytes` each; 0 and failed where the bytes left cannot hold them.
  std::size_t count(std::size_t least_bytes) {
    const auto count = value<std::uint64_t>();
    if (count > rest_.size() / least_bytes) has_failed_ = true;
    return has_failed_ ? 0 : static_cast<std::size_t>(count);
  }
  void fail() { has_failed_ = true; }
  [[nodiscard]] bool has_failed() const { return has_failed_; }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::span<const std::byte> take(std::size_t size) {
    if (size > rest_.size()) has_failed_ = true;
    if (has_failed_) return {};
    const std::span<const std::byte> bytes = rest_.first(size);
    rest_ = rest_.subspan(size);
    return bytes;
  }

  std::span<const std::byte> rest_;
  bool has_failed_ = false;
};

}  // namespace spreadmap::data
