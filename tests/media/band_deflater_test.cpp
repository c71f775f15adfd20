#include "media/band_deflater.h"

#include <libdeflate.h>

#include <cstring>
#include <memory>

#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Decompresses with libdeflate, after a last, empty block.
Bytes decompressed(std::vector<std::byte> stream, std::size_t size) {
  for (const unsigned value : {1U, 0U, 0U, 0xffU, 0xffU}) stream.push_back(static_cast<std::byte>(value));
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  Bytes bytes(size + 1);
  std::size_t actual = 0;
  EXPECT_EQ(
      libdeflate_deflate_decompress(decompressor.get(), stream.data(), stream.size(), bytes.data(), size, &actual),
      LIBDEFLATE_SUCCESS);
  bytes.resize(actual);
  return bytes;
}

std::vector<std::byte> compressed(BandDeflater& deflater, const Bytes& rows, std::size_t stride,
                                  std::uint8_t slack = 0) {
  Bytes padded = rows;
  padded.resize(rows.size() + BandDeflater::kSlack_bytes, slack);
  std::vector<std::byte> out;
  deflater.append(padded.data(), rows.size(), {.stride = stride, .pixel = 3}, out);
  return out;
}

/// Runs and copies from all distances between stretches of noise, `alphabet` values.
Bytes mixed(std::size_t size, unsigned alphabet, unsigned seed) {
  std::mt19937 random(seed);
  Bytes bytes;
  while (bytes.size() < size) {
    const std::size_t length = 1 + random() % (random() % 8 == 0 ? 3000 : 40);
    const std::size_t distance =
        bytes.empty() ? 0 : 1 + random() % std::min<std::size_t>(bytes.size(), random() % 2 == 0 ? 4 : 50'000);
    for (std::size_t i = 0; i < length; ++i) {
      bytes.push_back(distance != 0 && seed % 7 != 0 ? bytes[bytes.size() - distance]
                                                     : static_cast<std::uint8_t>(random() % alphabet));
    }
    bytes.push_back(static_cast<std::uint8_t>(random() % alphabet));
  }
  bytes.resize(size);
  return bytes;
}

TEST(BandDeflater, AnotherDecoderGetsTheSameBytesBack) {
  BandDeflater deflater;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::size_t size = seed < 40 ? seed : 1 + seed * 997 % 120'000;
    const Bytes rows = mixed(size, 1 + seed % 256, seed);
    const std::size_t stride = 1 + 3 * (1 + seed * 31 % 12'000);
    ASSERT_TRUE(decompressed(compressed(deflater, rows, stride), size) == rows) << "seed " << seed;
  }
}

TEST(BandDeflater, RunsOfEveryLength) {
  BandDeflater deflater;
  for (std::size_t length = 1; length < 1100; ++length) {
    Bytes rows(length, 9);
    rows.push_back(1);
    ASSERT_TRUE(decompressed(compressed(deflater, rows, 7), rows.size()) == rows) << length;
  }
}

TEST(BandDeflater, MatchesUpToTheFurthestDistance) {
  BandDeflater deflater;
  for (const std::size_t stride : {32767U, 32768U, 32769U, 32770U}) {
    Bytes rows = mixed(stride, 256, 7);
    rows.insert(rows.end(), rows.begin(), rows.begin() + 2000);
    ASSERT_TRUE(decompressed(compressed(deflater, rows, stride), rows.size()) == rows) << stride;
  }
}

TEST(BandDeflater, BandsFollowOneAnother) {
  BandDeflater deflater;
  Bytes all;
  std::vector<std::byte> stream;
  for (unsigned seed = 1; seed < 20; ++seed) {
    const Bytes rows = mixed(std::size_t{501} * seed, 30, seed);
    const std::vector<std::byte> band = compressed(deflater, rows, 301);
    stream.insert(stream.end(), band.begin(), band.end());
    all.insert(all.end(), rows.begin(), rows.end());
  }
  EXPECT_TRUE(decompressed(stream, all.size()) == all);
}

TEST(BandDeflater, BytesDependOnTheRowsAlone) {
  BandDeflater used, fresh;
  compressed(used, mixed(50'000, 200, 1), 301);
  const Bytes rows = mixed(9'001, 20, 2);
  const std::vector<std::byte> first = compressed(used, rows, 301, 0);
  EXPECT_TRUE(first == compressed(fresh, rows, 301, 0));
  EXPECT_TRUE(first == compressed(fresh, rows, 301, rows.back())) << "what lies beyond the rows does not matter";
}

}  // namespace
}  // namespace spreadmap::media
