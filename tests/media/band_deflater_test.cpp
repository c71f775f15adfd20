#include "media/band_deflater.h"

#include <libdeflate.h>

#include <algorithm>
#include <cmath>
#include <map>
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

struct Band {
  std::size_t width_px = 0, pixel = 3;
  [[nodiscard]] std::size_t stride() const { return 1 + width_px * pixel; }
  [[nodiscard]] std::size_t segments() const { return Segments(pixel).of_row(width_px); }
};

/// All of the rows, as a new band.
std::vector<std::byte> compressed(BandDeflater& deflater, const Bytes& rows, const Band& band, std::uint8_t slack = 0) {
  Bytes padded = rows;
  padded.resize(rows.size() + BandDeflater::kSlack_bytes, slack);
  const std::size_t count = rows.size() / band.stride();
  DeflatedBand deflated;
  deflater.compress({.bytes = padded.data(), .count = count, .stride = band.stride(), .pixel = band.pixel},
                    std::vector<std::uint8_t>(count * band.segments(), 1), deflated);
  return {deflated.bytes().begin(), deflated.bytes().end()};
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

TEST(BandDeflater, DecompressesToTheRows) {
  BandDeflater deflater;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Band band{1 + seed * 31 % 900, std::array<std::size_t, 4>{3, 4, 6, 8}.at(seed % 4)};
    const Bytes rows = mixed(band.stride() * (1 + seed % 17), 1 + seed % 256, seed);
    ASSERT_TRUE(decompressed(compressed(deflater, rows, band), rows.size()) == rows) << "seed " << seed;
  }
}

TEST(BandDeflater, RunsOfEveryLength) {
  BandDeflater deflater;
  for (std::size_t width_px = 1; width_px < 400; ++width_px) {
    const Band band{width_px};
    for (const std::size_t run : {std::size_t{1}, band.stride() / 2, band.stride() - 1, band.stride()}) {
      Bytes rows(band.stride() * 2, 9);
      rows[run] = 1;
      ASSERT_TRUE(decompressed(compressed(deflater, rows, band), rows.size()) == rows) << width_px << ", " << run;
    }
  }
}

TEST(BandDeflater, CopiesTheRowAboveUpToTheFurthestDistance) {
  BandDeflater deflater;
  std::map<std::size_t, std::size_t> size_at;
  for (const std::size_t width_px : {10922U, 10923U}) {  // rows of 32767 and 32770 bytes
    const Band band{width_px};
    Bytes rows = mixed(band.stride(), 256, 7);
    rows.insert(rows.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(band.stride()));
    const std::vector<std::byte> stream = compressed(deflater, rows, band);
    size_at[width_px] = stream.size();
    ASSERT_TRUE(decompressed(stream, rows.size()) == rows) << width_px;
  }
  EXPECT_LT(size_at[10922] * 3, size_at[10923] * 2);
}

TEST(BandDeflater, NoiseCostsNoMoreThanItsBytes) {
  BandDeflater deflater;
  const Band band{1000};
  Bytes rows(band.stride() * 16);
  std::mt19937 random(3);
  for (std::uint8_t& byte : rows) byte = static_cast<std::uint8_t>(random() & 0xffU);
  EXPECT_LT(compressed(deflater, rows, band).size(), rows.size() * 101 / 100);
  // Values that are rare in the look, each as often as the others, are 3 bits a byte, and 12 in the look's code.
  for (std::uint8_t& byte : rows) byte = static_cast<std::uint8_t>(1 + random() % 8);
  EXPECT_LT(compressed(deflater, rows, band).size(), rows.size() / 2);
}

TEST(BandDeflater, APhotographIsAboutAsSmallAsLibdeflateMakesIt) {
  BandDeflater deflater;
  const Band band{1200};
  for (const double grain : {2.0, 8.0}) {
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, grain);
    Bytes rows;
    for (int y = 0; y < 16; ++y) {
      rows.push_back(0);
      for (int x = 0; x < 1200; ++x) {
        for (int sample = 0; sample < 3; ++sample) {
          const double value = 128 + 60 * std::sin(x / 90.0 + sample) + 40 * std::cos(y / 25.0) + noise(random);
          rows.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
        }
      }
    }
    const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
        libdeflate_alloc_compressor(1), libdeflate_free_compressor);
    std::vector<std::byte> other(rows.size() + 1000);
    const std::size_t size =
        libdeflate_deflate_compress(compressor.get(), rows.data(), rows.size(), other.data(), other.size());
    EXPECT_LT(compressed(deflater, rows, band).size(), size * 105 / 100) << grain;
  }
}

TEST(BandDeflater, BandsFollowOneAnother) {
  BandDeflater deflater;
  Bytes all;
  std::vector<std::byte> stream;
  for (unsigned seed = 1; seed < 20; ++seed) {
    const Band band{100};
    const Bytes rows = mixed(band.stride() * seed, 30, seed);
    const std::vector<std::byte> bytes = compressed(deflater, rows, band);
    stream.insert(stream.end(), bytes.begin(), bytes.end());
    all.insert(all.end(), rows.begin(), rows.end());
  }
  EXPECT_TRUE(decompressed(stream, all.size()) == all);
}

TEST(BandDeflater, BytesDependOnTheRowsAlone) {
  BandDeflater used, fresh;
  const auto rows_of = [](const Band& band, unsigned alphabet, unsigned seed) {
    return mixed(band.stride() * 16, alphabet, seed);
  };
  compressed(used, rows_of({300}, 200, 1), {300});
  const Bytes rows = rows_of({187}, 20, 2);
  const std::vector<std::byte> first = compressed(used, rows, {187}, 0);
  EXPECT_TRUE(first == compressed(fresh, rows, {187}, 0));
  EXPECT_TRUE(first == compressed(fresh, rows, {187}, rows.back())) << "what lies beyond the rows does not matter";
}

}  // namespace
}  // namespace spreadmap::media
