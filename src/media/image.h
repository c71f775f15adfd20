#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spreadmap::media {

/// Bits of each sample of an image.
enum class Depth : std::uint8_t { k8, k16 };

/// The side of the tiles of which an image tells what is in them.
inline constexpr int kImageTile_px = 64;

/// Whether by their stamps (Image::tile_stamps) a tile is the same in two images.
inline bool is_same_tile(std::span<const std::uint64_t> one, std::span<const std::uint64_t> other, std::size_t tile) {
  return one[tile] != 0 && one[tile] == other[tile];
}

/// RGBA, sRGB-encoded, straight alpha, top row first, rows without padding.
struct Image {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;  ///< samples R, G, B, A; of 16 bits each two bytes, in the machine's order
  Depth depth = Depth::k8;
  bool has_alpha = false;  ///< without it every pixel is opaque, and the fourth samples say nothing
  /// Of tiles of kImageTile_px, row after row: where those of two images are the same number but 0, so are the pixels. May be empty, which
  /// says nothing. Who changes pixels clears it.
  std::vector<std::uint64_t> tile_stamps = {};

  [[nodiscard]] std::size_t pixel_bytes() const { return depth == Depth::k16 ? 8 : 4; }
  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width_px) * pixel_bytes(); }
  [[nodiscard]] std::size_t tile_columns() const {
    return static_cast<std::size_t>((width_px + kImageTile_px - 1) / kImageTile_px);
  }
  /// The stamps of the tiles in which a row lies; as many as tile_columns(), or none.
  [[nodiscard]] std::span<const std::uint64_t> stamps_of_row(std::size_t row) const {
    if (tile_stamps.empty()) return {};
    return std::span(tile_stamps).subspan(row / kImageTile_px * tile_columns(), tile_columns());
  }
  /// Whether pixels of both lie at the same places and are of one kind.
  [[nodiscard]] bool is_like(const Image& other) const {
    return width_px == other.width_px && height_px == other.height_px && depth == other.depth &&
           has_alpha == other.has_alpha;
  }
  /// Makes room for its pixels.
  void fit() { rgba.resize(row_bytes() * static_cast<std::size_t>(height_px)); }
};

}  // namespace spreadmap::media
