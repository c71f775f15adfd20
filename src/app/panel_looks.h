#pragma once
#include <map>
#include <utility>

#include "app/world.h"
#include "style/colour_space.h"
#include "style/theme.h"

namespace spreadmap::app {

/// What panels are drawn with, as the eye whose view is previewed sees its colours: the picture has a pass of its own for that, which panels lie over.
struct PanelLook {
  style::Theme theme;
  exhibit::Exhibit exhibit;
};

/// Each made when it is first asked for, and kept where it is.
class PanelLooks {
 public:
  const PanelLook& of(const World& world, style::ThemeName theme, style::Vision vision);

 private:
  std::map<std::pair<style::ThemeName, style::Vision>, PanelLook> looks_;
};

}  // namespace spreadmap::app
