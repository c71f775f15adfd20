#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "media/image.h"

namespace spreadmap::media {

// A PNG's parts: https://www.w3.org/TR/png-3/

/// The longest that a chunk's data may be.
inline constexpr std::size_t kLongestChunk_bytes = 0x7fffffff;
/// What a zlib stream begins with: deflate, a window of 32 KiB.
inline constexpr std::array kZlibHeader{std::byte{0x78}, std::byte{0x01}};
/// An empty last block: bands end none of theirs.
inline constexpr std::array kLastBlock{std::byte{1}, std::byte{0}, std::byte{0}, std::byte{0xff}, std::byte{0xff}};

/// Most significant byte first.
std::array<std::byte, 4> png_bytes(std::size_t value);
void append(std::vector<std::byte>& file, std::span<const std::byte> bytes);
/// Length, type, data, CRC of type and data.
void append_chunk(std::vector<std::byte>& file, std::string_view type, std::span<const std::byte> data);
/// The same in two steps, for data that is appended to the file between them: begins a chunk, and gives where.
std::size_t begin_chunk(std::vector<std::byte>& file, std::string_view type);
void end_chunk(std::vector<std::byte>& file, std::size_t begin);
/// Signature, size and kind of pixels, and that they are sRGB. `image`: as all rows together are; its pixels are not read.
void append_png_header(std::vector<std::byte>& file, const Image& image);

}  // namespace spreadmap::media
