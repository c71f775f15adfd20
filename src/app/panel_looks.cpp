#include "app/panel_looks.h"

#include "style/seen_theme.h"

namespace spreadmap::app {

const PanelLook& PanelLooks::of(const World& world, style::ThemeName theme, style::Vision vision) {
  const auto [at, is_new] = looks_.try_emplace({theme, vision});
  if (is_new) {
    at->second = {style::seen_with(vision, style::theme_of(theme)), world.shown_in(theme)};
    for (exhibit::LayerSpec& layer : at->second.exhibit.layers) {
      layer.style.colour = style::seen_with(vision, layer.style.colour);
    }
  }
  return at->second;
}

}  // namespace spreadmap::app
