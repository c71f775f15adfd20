#pragma once
#include <algorithm>

#include "gpu/imgui_gl.h"
#include "gpu/imgui_parts.h"
#include "gpu/target.h"
#include "platform/gl_window.h"
#include "render/tiles.h"

namespace spreadmap::app {

/// Of the picture that fills a window: never so small that nothing can be laid out.
inline scene::SizePx picture_size(const platform::GlWindow& window) {
  constexpr int kLeast_px = 64;
  return {std::max(window.width_px(), kLeast_px), std::max(window.height_px(), kLeast_px)};
}

/// Puts the picture and the panels on the window; where it can, only what has changed.
class Presenter {
 public:
  /// What the window shows may be lost, or is of another size: the next picture is put there whole.
  void forget() { has_shown_ = is_kept_ = false; }
  /// What lies over the picture.
  struct Panels {
    const gpu::ImGuiGl& imgui;
    const ImDrawData& data;
  };
  /// `drawn`: the tiles of the picture that differ from the one before; `ground`: beside the picture. nullptr: nothing lies over it.
  void present(const platform::GlWindow& window, const gpu::Target& picture, const render::TileSet& drawn, Srgb8 ground,
               const Panels* panels);
  /// One colour.
  void present_plain(const platform::GlWindow& window, Srgb8 colour);

 private:
  gpu::ImGuiParts parts_;
  bool has_shown_ = false;  ///< a picture of this size
  bool is_kept_ = false;    ///< the window's framebuffer still holds it
  gpu::PixelBox window_, picture_;
  Srgb8 ground_;  ///< beside the picture as it was shown last
};

}  // namespace spreadmap::app
