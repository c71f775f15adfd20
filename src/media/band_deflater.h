#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spreadmap::media {

/// Compresses rows of a picture (DEFLATE, RFC 1951), fast where much is flat or repeats the row above. What it writes
/// ends on a byte and is no last block, so that the bytes of one band of rows can follow those of another, written now
/// or earlier: libdeflate can only end a stream, and zlib, which can, takes four times as long as it.
class BandDeflater {
 public:
  /// How far `append` may read beyond the rows.
  static constexpr std::size_t kSlack_bytes = 8;

  /// How far apart bytes are that are likely to be alike: in the row above, and in the pixel before.
  struct Distances {
    std::size_t stride = 0;
    std::size_t pixel = 0;
  };
  /// Compresses `size` bytes from `rows` on; reads up to `kSlack_bytes` more, whose values do not matter. Appends to `out`. Depends on the
  /// rows' bytes and the distances alone.
  void append(const std::uint8_t* rows, std::size_t size, Distances distances, std::vector<std::byte>& out);

  /// A byte, or a repetition of `length` bytes that stand `distance` before. A byte has no distance.
  struct Token {
    std::uint16_t length_or_literal;
    std::uint16_t distance;
  };

 private:
  struct Match {
    std::size_t length = 0;
    std::size_t distance = 0;
  };
  Match longest_match(const std::uint8_t* rows, std::size_t at, std::size_t size, Distances distances);
  void add_literal(std::uint8_t value);
  void add_match(Match match);
  void write_block(std::vector<std::byte>& out);

  static constexpr unsigned kHashBits = 12;
  std::vector<Token> tokens_;
  std::vector<std::byte> scratch_;
  std::array<std::uint32_t, 286> literal_counts_{};
  std::array<std::uint32_t, 30> distance_counts_{};
  std::array<std::uint32_t, 1U << kHashBits> last_seen_{};  // position + 1 of the four bytes with that hash
};

}  // namespace spreadmap::media
