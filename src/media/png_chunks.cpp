#include "media/png_chunks.h"

#include <libdeflate.h>

#include <algorithm>

#include "base/assert.h"

namespace spreadmap::media {

std::array<std::byte, 4> png_bytes(std::size_t value) {
  return {static_cast<std::byte>(value >> 24U & 0xffU), static_cast<std::byte>(value >> 16U & 0xffU),
          static_cast<std::byte>(value >> 8U & 0xffU), static_cast<std::byte>(value & 0xffU)};
}

void append(std::vector<std::byte>& file, std::span<const std::byte> bytes) {
  file.insert(file.end(), bytes.begin(), bytes.end());
}

void append_chunk(std::vector<std::byte>& file, std::string_view type, std::span<const std::byte> data) {
  const std::size_t begin = begin_chunk(file, type);
  append(file, data);
  end_chunk(file, begin);
}

std::size_t begin_chunk(std::vector<std::byte>& file, std::string_view type) {
  const std::size_t begin = file.size();
  append(file, png_bytes(0));
  append(file, std::as_bytes(std::span(type)));
  return begin;
}

void end_chunk(std::vector<std::byte>& file, std::size_t begin) {
  constexpr std::size_t kLength_bytes = 4, kType_bytes = 4;
  const std::size_t type_at = begin + kLength_bytes;
  const std::size_t size = file.size() - type_at - kType_bytes;
  SM_ASSERT(size <= kLongestChunk_bytes, "{} bytes in a chunk", size);
  std::ranges::copy(png_bytes(size), file.begin() + static_cast<std::ptrdiff_t>(begin));
  append(file, png_bytes(libdeflate_crc32(0, file.data() + type_at, file.size() - type_at)));
}

void append_png_header(std::vector<std::byte>& file, const Image& image) {
  constexpr std::array<unsigned char, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  append(file, std::as_bytes(std::span(kSignature)));
  // Width, height; bits a sample, RGB or RGBA, deflate, filters by row, not interlaced.
  std::array<std::byte, 13> header{};
  std::ranges::copy(png_bytes(static_cast<std::size_t>(image.width_px)), header.begin());
  std::ranges::copy(png_bytes(static_cast<std::size_t>(image.height_px)), header.begin() + 4);
  header[8] = image.depth == Depth::k16 ? std::byte{16} : std::byte{8};
  header[9] = image.has_alpha ? std::byte{6} : std::byte{2};
  append_chunk(file, "IHDR", header);
  append_chunk(file, "sRGB", std::array{std::byte{0}});
}

}  // namespace spreadmap::media
