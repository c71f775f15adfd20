#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A one-channel texture filled in shelves: rows of boxes of like height. One pixel of room is kept round each box.
class Atlas {
 public:
  Atlas() = default;
  explicit Atlas(int side_px);

  struct Place {
    std::uint16_t x_px, y_px;
  };
  /// Puts a box of coverage bytes in; nullopt when there is no room (then `clear`).
  std::optional<Place> add(int width_px, int height_px, std::span<const std::uint8_t> coverage);
  void clear();
  [[nodiscard]] GLuint texture() const { return texture_.name(); }
  [[nodiscard]] int side_px() const { return side_px_; }

 private:
  int side_px_ = 0;
  int shelf_y_px_ = 0;
  int shelf_height_px_ = 0;
  int next_x_px_ = 0;
  Handle<TextureKind> texture_;
};

}  // namespace spreadmap::gpu
