// Where the panels' button and lines over the map stand, and what tests are told of the panels.
#include <fmt/format.h>

#include "app/explorer.h"

namespace spreadmap::app {

ImVec2 Explorer::menu_foot() const {
  const scene::PixelRect& play = stage_.frame().play_button_rect;
  const auto dense = static_cast<float>(stage_.window().px_per_desktop_pt());
  return {(play.left_px + play.right_px) / 2.0F / dense, play.top_px / dense};
}

ImVec2 Explorer::notice_foot() const {
  const scene::PixelRect& map = stage_.frame().map_rect;
  const auto dense = static_cast<float>(stage_.window().px_per_desktop_pt());
  return {(map.left_px + map.right_px) / 2.0F / dense, map.bottom_px / dense};
}

void Explorer::report_controls() {
  if (!report_.is_wanted()) return;
  std::string report;
  for (const ui::Focus::Control& control : panels_.controls()) {
    report += fmt::format("{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{}\n", control.min.x, control.min.y, control.max.x,
                          control.max.y, control.name);
  }
  report_.tell(std::move(report));
}

}  // namespace spreadmap::app
