#include "app/presenter.h"

namespace spreadmap::app {

void Presenter::present(const platform::GlWindow& window, const gpu::Target& picture, const render::TileSet& drawn,
                        Srgb8 ground, const Panels* panels) {
  // Each part costs a request to the display and the setting up of a copy, about as much as 20,000 pixels.
  constexpr std::size_t kMostParts = 8;
  const gpu::PixelBox whole_window{0, 0, window.width_px(), window.height_px()};
  const gpu::PixelBox whole_picture{0, 0, picture.width_px(), picture.height_px()};
  // The first picture makes the window's buffer, and the second fills it; from then on it keeps what is in it.
  const bool may_keep = has_shown_ && whole_window == window_ && whole_picture == picture_;
  // No tile and no panel tells of the strips beside them, which are of the ground's colour.
  const bool is_alike = may_keep && is_kept_ && ground == ground_;
  std::vector<gpu::PixelBox> parts{whole_window};
  if (is_alike) {
    parts = gpu::joined(drawn.boxes(), kMostParts);
  } else {
    parts_.forget();
  }
  const auto lists = panels != nullptr ? parts_.to_draw(panels->data, parts) : std::vector<ImDrawList*>{};
  for (const gpu::PixelBox& part : parts) picture.present(part, whole_window.height_px, ground);
  if (panels != nullptr) panels->imgui.draw(panels->data, lists);
  is_kept_ = may_keep && window.show(parts);
  if (!is_kept_) window.show();
  has_shown_ = true;
  window_ = whole_window;
  picture_ = whole_picture;
  ground_ = ground;
}

void Presenter::present_plain(const platform::GlWindow& window, Srgb8 colour) {
  gpu::present_plain(colour);
  window.show();
  forget();
}

}  // namespace spreadmap::app
