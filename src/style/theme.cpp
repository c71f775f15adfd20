#include "style/theme.h"

namespace spreadmap::style {

const Theme& dark_theme() {
  static constexpr Theme kDark{
      .ground = srgb(0x0b0f1a),
      .land = srgb(0x151c2e),
      .county_line = srgb(0x1f2940),
      .state_line = srgb(0x3a4766),
      .coast_line = srgb(0x56658a),
      .text = srgb(0xe8ecf4),
      .text_second = srgb(0x9aa6c2),
      .text_third = srgb(0x8290b0),
      .partnership = srgb(0xffb454),
      .money = srgb(0x3ddbb4),
      .signatory = srgb(0xc9a6ff),
      .bar_ahead = srgb(0x3a4766),
      .playhead = srgb(0xffffff),
      .panel = srgb(0x121826),
      .card = srgb(0x182036),
      .panel_line = srgb(0x232e48),
      .control = srgb(0x1b2438),
      .control_active = srgb(0x2a3856),
      .link = srgb(0x8fb4ff),
      .failure = srgb(0xff7a6b),
  };
  return kDark;
}

}  // namespace spreadmap::style
