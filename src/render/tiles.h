#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "gpu/pipeline.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// The side of a tile, framebuffer pixels: that of llvmpipe's own, which it draws whole.
inline constexpr int kTile_px = 64;

/// How a picture is cut into tiles, row by row from the top left; those at the right and the bottom may be smaller.
struct TileGrid {
  scene::SizePx size;
  [[nodiscard]] int columns() const { return (size.width_px + kTile_px - 1) / kTile_px; }
  [[nodiscard]] int rows() const { return (size.height_px + kTile_px - 1) / kTile_px; }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows());
  }
  [[nodiscard]] std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column);
  }
  /// The tiles that a box touches, as columns and rows [first, last]; none: last below first.
  struct Span {
    int first_column = 0, last_column = -1, first_row = 0, last_row = -1;
  };
  [[nodiscard]] Span touched_by(const scene::PixelRect& box) const;
  bool operator==(const TileGrid&) const = default;
};

/// Some of the tiles of a picture.
class TileSet {
 public:
  TileSet() = default;
  explicit TileSet(scene::SizePx size) : grid_{size}, has_(grid_.count(), 0) {}

  void add(std::size_t tile) { has_[tile] = 1; }
  /// All tiles that the box touches.
  void add(const scene::PixelRect& box);
  void add(const TileSet& other);
  void add_all();
  [[nodiscard]] bool has(std::size_t tile) const { return has_[tile] != 0; }
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] const TileGrid& grid() const { return grid_; }
  /// The set as boxes that do not overlap: runs of tiles, and runs alike in neighbouring rows as one.
  [[nodiscard]] std::vector<gpu::PixelBox> boxes() const;
  /// Calls `use` with each part of the box that lies in the set: parts do not overlap, and their edges are whole pixels, but for
  /// those that are edges of the box.
  template <class Use>
  void for_each_part(const scene::PixelRect& box, Use&& use) const;

 private:
  TileGrid grid_;
  std::vector<std::uint8_t> has_;
};

/// What is drawn on each tile, as a number: equal where the same things are drawn in the same order.
class TileContents {
 public:
  TileContents() = default;
  explicit TileContents(scene::SizePx size) : grid_{size}, hashes_(grid_.count(), 0) {}

  /// Something whose look `hash` stands for, drawn next.
  void add(const scene::PixelRect& box, std::uint64_t hash);
  /// A box that looks alike wherever its edges are far: on each tile only its part there counts, so a bar that grows at its
  /// end changes the tiles at its end.
  void add_plain_box(const scene::PixelRect& box, std::uint64_t hash);
  /// The tiles that differ; all of them when the pictures are of different sizes.
  [[nodiscard]] TileSet differing_from(const TileContents& other) const;

 private:
  void add_to(std::size_t tile, std::uint64_t hash);

  TileGrid grid_;
  std::vector<std::uint64_t> hashes_;
};

template <class Use>
void TileSet::for_each_part(const scene::PixelRect& box, Use&& use) const {
  const TileGrid::Span span = grid_.touched_by(box);
  for (int row = span.first_row; row <= span.last_row; ++row) {
    for (int column = span.first_column; column <= span.last_column; ++column) {
      if (has_[grid_.at(column, row)] == 0) continue;
      const int begin = column;
      while (column < span.last_column && has_[grid_.at(column + 1, row)] != 0) ++column;
      const auto edge = [](int tile) { return static_cast<float>(tile * kTile_px); };
      use(scene::PixelRect{begin == span.first_column ? box.left_px : edge(begin),
                           row == span.first_row ? box.top_px : edge(row),
                           column == span.last_column ? box.right_px : edge(column + 1),
                           row == span.last_row ? box.bottom_px : edge(row + 1)});
    }
  }
}

}  // namespace spreadmap::render
