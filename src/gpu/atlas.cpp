#include "gpu/atlas.h"

#include <algorithm>

#include "gpu/texture.h"

namespace spreadmap::gpu {

Atlas::Atlas(int side_px)
    : side_px_(side_px), texture_(make_texture("glyph atlas", GL_R8, side_px, side_px, GL_NEAREST)) {}

void Atlas::clear() {
  shelf_y_px_ = 0;
  shelf_height_px_ = 0;
  next_x_px_ = 0;
}

std::optional<Atlas::Place> Atlas::add(int width_px, int height_px, std::span<const std::uint8_t> coverage) {
  const int box_width_px = width_px + 1;
  const int box_height_px = height_px + 1;
  if (next_x_px_ + box_width_px > side_px_) {
    shelf_y_px_ += shelf_height_px_;
    shelf_height_px_ = 0;
    next_x_px_ = 0;
  }
  if (box_width_px > side_px_ || shelf_y_px_ + box_height_px > side_px_) return std::nullopt;
  const Place place{static_cast<std::uint16_t>(next_x_px_), static_cast<std::uint16_t>(shelf_y_px_)};
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTextureSubImage2D(texture_.name(), 0, place.x_px, place.y_px, width_px, height_px, GL_RED, GL_UNSIGNED_BYTE,
                      coverage.data());
  next_x_px_ += box_width_px;
  shelf_height_px_ = std::max(shelf_height_px_, box_height_px);
  return place;
}

}  // namespace spreadmap::gpu
