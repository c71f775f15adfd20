#include "media/png_rows.h"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

namespace spreadmap::media {
namespace {

constexpr std::uint8_t kFilterNone = 0;
constexpr std::uint32_t kAdlerModulus = 65521;
static_assert(std::endian::native == std::endian::little, "samples of 16 bits are turned round");

/// Bytes of a pixel in the file.
std::size_t file_pixel_bytes(const Image& image) {
  const std::size_t samples = image.has_alpha ? 4 : 3;
  return image.depth == Depth::k16 ? 2 * samples : samples;
}

/// Drops every fourth byte. Each store of four bytes is partly overwritten by the next: a third less time than three of
/// one byte.
void rgb_from_rgba(std::uint8_t* rgb, const std::uint8_t* rgba, std::size_t pixels) {
  for (std::size_t i = 0; i + 1 < pixels; ++i) std::memcpy(rgb + 3 * i, rgba + 4 * i, 4);
  std::memcpy(rgb + 3 * (pixels - 1), rgba + 4 * (pixels - 1), 3);
}

/// Samples of 16 bits, the high byte first; with the fourth of each pixel or without.
void put_words(std::uint8_t* out, const std::uint8_t* rgba, std::size_t pixels, std::size_t samples) {
  for (std::size_t i = 0; i < pixels; ++i) {
    for (std::size_t sample = 0; sample < samples; ++sample) {
      *out++ = rgba[8 * i + 2 * sample + 1];
      *out++ = rgba[8 * i + 2 * sample];
    }
  }
}

/// Pixels of an image as the file has them.
void put_pixels(std::uint8_t* out, const std::uint8_t* rgba, std::size_t pixels, const Image& image) {
  if (image.depth == Depth::k16) return put_words(out, rgba, pixels, image.has_alpha ? 4 : 3);
  if (!image.has_alpha) return rgb_from_rgba(out, rgba, pixels);
  std::memcpy(out, rgba, 4 * pixels);
}

/// `stays`: for each segment of a row, whether all tiles that it lies in have the stamp that they had.
void find_staying(std::span<const std::uint64_t> before, std::span<const std::uint64_t> now, std::size_t width,
                  std::size_t segment_px, std::span<std::uint8_t> stays) {
  for (std::size_t i = 0; i < stays.size(); ++i) {
    const std::size_t last_px = std::min((i + 1) * segment_px, width) - 1;
    std::size_t tile = i * segment_px / kImageTile_px;
    const std::size_t last = last_px / kImageTile_px;
    while (tile <= last && is_same_tile(now, before, tile)) ++tile;
    stays[i] = tile > last ? 1 : 0;
  }
}

/// A row's Adler-32 after bytes in it became others. `before` and `now`: theirs, from a start of 0; `rest`: how many bytes
/// follow them in the row.
std::uint32_t adler_after_change(std::uint32_t row, std::uint32_t before, std::uint32_t now, std::size_t rest) {
  const auto gain = [](std::uint32_t from, std::uint32_t to) { return std::size_t{to} + kAdlerModulus - from; };
  const std::size_t low = gain(before & 0xffffU, now & 0xffffU), high = gain(before >> 16U, now >> 16U);
  const std::size_t sum = ((row & 0xffffU) + low) % kAdlerModulus;
  const std::size_t of_sums = ((row >> 16U) + high + low * rest) % kAdlerModulus;
  return static_cast<std::uint32_t>(of_sums << 16U | sum);
}

/// Takes over the pixels of a row; whether any had changed. `changed`: of its segments, and `below`, of those under them,
/// which are set where bits depend on a changed pixel; `below` is empty in the last row. `stays`: of its segments, those that need no look. `adler`: of
/// the row in the file.
bool take_row(const Image& image, const std::uint8_t* now, std::uint8_t* before, std::uint8_t* file, bool is_new,
              std::span<const std::uint8_t> stays, std::span<std::uint8_t> changed, std::span<std::uint8_t> below,
              std::uint32_t& adler) {
  const std::size_t pixel = image.pixel_bytes(), file_pixel = file_pixel_bytes(image);
  const auto width = static_cast<std::size_t>(image.width_px);
  const std::size_t segment_px = Segments(file_pixel).px;
  bool any = false;
  for (std::size_t i = 0, px = 0; i < changed.size(); ++i, px += segment_px) {
    if (stays[i] != 0) continue;
    const std::size_t count = std::min(segment_px, width - px), begin = px * pixel, end = (px + count) * pixel;
    if (!is_new && std::memcmp(now + begin, before + begin, end - begin) == 0) continue;
    any = true;
    changed[i] = 1;
    if (!below.empty()) below[i] = 1;
    // The next segment depends on the pixel before it.
    if (i + 1 < changed.size() && std::memcmp(now + end - pixel, before + end - pixel, pixel) != 0) changed[i + 1] = 1;
    std::memcpy(before + begin, now + begin, end - begin);
    std::uint8_t* const bytes = file + 1 + px * file_pixel;
    const std::size_t size = count * file_pixel;
    const std::uint32_t old = libdeflate_adler32(0, bytes, size);
    put_pixels(bytes, now + begin, count, image);
    adler = adler_after_change(adler, old, libdeflate_adler32(0, bytes, size), (width - px - count) * file_pixel);
  }
  return any;
}

}  // namespace

void PngRows::compress(const Image& image, std::size_t first, std::size_t count, PngBand& band) {
  const std::size_t pixel = file_pixel_bytes(image);
  const auto width = static_cast<std::size_t>(image.width_px);
  const std::size_t stride = 1 + pixel * width;
  const bool is_new = band.stride != stride || band.pixel != pixel || band.row_adlers.size() != count;
  if (is_new) {
    band.stride = stride;
    band.pixel = pixel;
    band.pixels.resize(image.row_bytes() * count);
    band.rows.assign(stride * count + BandDeflater::kSlack_bytes, kFilterNone);
    band.row_adlers.assign(count, libdeflate_adler32(1, band.rows.data(), stride));  // of zeros
  }
  const std::size_t in_row = Segments(pixel).of_row(width);
  changed_.assign(in_row * count, is_new ? 1 : 0);
  stays_.assign(in_row, 0);
  const std::span<const std::uint64_t> stamps = image.stamps_of_row(first);
  if (!is_new && first == band.first && !stamps.empty() && stamps.size() == band.tile_stamps.size())
    find_staying(band.tile_stamps, stamps, width, Segments(pixel).px, stays_);
  band.first = first;
  band.tile_stamps.assign(stamps.begin(), stamps.end());
  bool any = false;
  for (std::size_t row = 0; row < count; ++row) {
    const std::span changed = std::span(changed_).subspan(row * in_row);
    std::uint8_t* file = band.rows.data() + row * stride;
    if (take_row(image, image.rgba.data() + image.row_bytes() * (first + row),
                 band.pixels.data() + image.row_bytes() * row, file, is_new, stays_, changed.first(in_row),
                 row + 1 < count ? changed.subspan(in_row, in_row) : std::span<std::uint8_t>(), band.row_adlers[row]))
      any = true;
  }
  if (!any) return;
  deflater_.compress({.bytes = band.rows.data(), .count = count, .stride = stride, .pixel = pixel}, changed_,
                     band.deflated);
  band.adler = 1;
  for (const std::uint32_t adler : band.row_adlers) band.adler = adler_of_both(band.adler, adler, stride);
}

std::uint32_t adler_of_both(std::uint32_t first, std::uint32_t second, std::size_t second_size) {
  const std::uint64_t a = (first & 0xffffU) + kAdlerModulus - 1;  // without the 1 that every sum starts from
  const std::uint64_t low = (a + (second & 0xffffU)) % kAdlerModulus;
  const std::uint64_t high =
      ((first >> 16U) + (second >> 16U) + a % kAdlerModulus * (second_size % kAdlerModulus)) % kAdlerModulus;
  return static_cast<std::uint32_t>(high << 16U | low);
}

}  // namespace spreadmap::media
