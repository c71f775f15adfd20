#include "render/tiles.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace spreadmap::render {

TileGrid::Span TileGrid::touched_by(const scene::PixelRect& box) const {
  const auto tile_of = [](float at_px) { return static_cast<int>(std::floor(at_px / static_cast<float>(kTile_px))); };
  // A far-off box must not overflow an int.
  const auto within = [](float at_px, int most_px) {
    return std::clamp(at_px, -1.0F, static_cast<float>(most_px) + 1.0F);
  };
  // A box ends before its right and bottom edges.
  const auto last_of = [&](float edge_px, int most_px) {
    return static_cast<int>(std::ceil(within(edge_px, most_px) / static_cast<float>(kTile_px))) - 1;
  };
  const bool is_empty = !(box.right_px > box.left_px) || !(box.bottom_px > box.top_px);
  if (is_empty || box.left_px >= static_cast<float>(size.width_px) ||
      box.top_px >= static_cast<float>(size.height_px)) {
    return {};
  }
  return {std::max(tile_of(within(box.left_px, size.width_px)), 0),
          std::min(last_of(box.right_px, size.width_px), columns() - 1),
          std::max(tile_of(within(box.top_px, size.height_px)), 0),
          std::min(last_of(box.bottom_px, size.height_px), rows() - 1)};
}

void TileSet::add(const scene::PixelRect& box) {
  const TileGrid::Span span = grid_.touched_by(box);
  for (int row = span.first_row; row <= span.last_row; ++row) {
    for (int column = span.first_column; column <= span.last_column; ++column) add(grid_.at(column, row));
  }
}

void TileSet::add(const TileSet& other) {
  for (std::size_t tile = 0; tile < has_.size() && tile < other.has_.size(); ++tile) has_[tile] |= other.has_[tile];
}

void TileSet::add_all() { std::fill(has_.begin(), has_.end(), std::uint8_t{1}); }

std::size_t TileSet::count() const {
  return static_cast<std::size_t>(std::count(has_.begin(), has_.end(), std::uint8_t{1}));
}

std::vector<gpu::PixelBox> TileSet::boxes() const {
  std::vector<gpu::PixelBox> done, open;  // open: those that end at the row before
  for (int row = 0; row < grid_.rows(); ++row) {
    std::vector<gpu::PixelBox> here;
    const int top_px = row * kTile_px, bottom_px = std::min(top_px + kTile_px, grid_.size.height_px);
    for (int column = 0; column < grid_.columns(); ++column) {
      if (has_[grid_.at(column, row)] == 0) continue;
      const int begin = column;
      while (column + 1 < grid_.columns() && has_[grid_.at(column + 1, row)] != 0) ++column;
      const int left_px = begin * kTile_px, right_px = std::min((column + 1) * kTile_px, grid_.size.width_px);
      here.push_back({left_px, top_px, right_px - left_px, bottom_px - top_px});
    }
    for (gpu::PixelBox& box : here) {
      const auto above = std::find_if(open.begin(), open.end(), [&](const gpu::PixelBox& other) {
        return other.x_px == box.x_px && other.width_px == box.width_px;
      });
      if (above == open.end()) continue;
      box = {box.x_px, above->y_px, box.width_px, above->height_px + box.height_px};
      open.erase(above);
    }
    done.insert(done.end(), open.begin(), open.end());
    open = std::move(here);
  }
  done.insert(done.end(), open.begin(), open.end());
  return done;
}

void TileContents::add_to(std::size_t tile, std::uint64_t hash) {
  std::uint64_t& contents = hashes_[tile];
  // The order counts; the multiplier is that of SplitMix64.
  contents = (contents ^ hash) * 0xbf58476d1ce4e5b9ULL;
  contents ^= contents >> 32U;
}

void TileContents::add(const scene::PixelRect& box, std::uint64_t hash) {
  const TileGrid::Span span = grid_.touched_by(box);
  for (int row = span.first_row; row <= span.last_row; ++row) {
    for (int column = span.first_column; column <= span.last_column; ++column) add_to(grid_.at(column, row), hash);
  }
}

void TileContents::add_plain_box(const scene::PixelRect& box, std::uint64_t hash) {
  const auto edge = [](int tile, int most_px) { return static_cast<float>(std::min(tile * kTile_px, most_px)); };
  const int width_px = grid_.size.width_px, height_px = grid_.size.height_px;
  const TileGrid::Span span = grid_.touched_by(box);
  for (int row = span.first_row; row <= span.last_row; ++row) {
    for (int column = span.first_column; column <= span.last_column; ++column) {
      Fnv1a part;
      part.add_value(hash);
      part.add_value(scene::PixelRect{
          std::max(box.left_px, edge(column, width_px)), std::max(box.top_px, edge(row, height_px)),
          std::min(box.right_px, edge(column + 1, width_px)), std::min(box.bottom_px, edge(row + 1, height_px))});
      add_to(grid_.at(column, row), part.value());
    }
  }
}

TileSet TileContents::differing_from(const TileContents& other) const {
  TileSet tiles(grid_.size);
  if (grid_ != other.grid_) {
    tiles.add_all();
    return tiles;
  }
  for (std::size_t tile = 0; tile < hashes_.size(); ++tile) {
    if (hashes_[tile] != other.hashes_[tile]) tiles.add(tile);
  }
  return tiles;
}

}  // namespace spreadmap::render
