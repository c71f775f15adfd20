#include "style/theme.h"

#include <algorithm>

#include "style/colour_space.h"

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
      .bar_ahead = srgb(0x5a6a92),
      .playhead = srgb(0xffffff),
      .panel = srgb(0x121826),
      .card = srgb(0x182036),
      .panel_line = srgb(0x232e48),
      .control = srgb(0x1b2438),
      .control_active = srgb(0x2a3856),
      .link = srgb(0x8fb4ff),
      .failure = srgb(0xff7a6b),
      .ring = {},
      .spotlight_dim = {0x00, 0x00, 0x00, 0xd0},
      .spotlight_rim = {0xff, 0xff, 0xff, 0x2c},
  };
  return kDark;
}

const Theme& light_theme() {
  static constexpr Theme kLight{
      .ground = srgb(0xf6f7fa),
      .land = srgb(0xe9ecf3),
      .county_line = srgb(0xdce1eb),
      .state_line = srgb(0xb6bfd0),
      .coast_line = srgb(0x8a96b0),
      .text = srgb(0x161d2d),
      .text_second = srgb(0x465069),
      .text_third = srgb(0x5a6580),
      .partnership = srgb(0xb25e00),
      .money = srgb(0x00795c),
      .signatory = srgb(0x6f45c4),
      .bar_ahead = srgb(0x838eaa),
      .playhead = srgb(0x161d2d),
      .panel = srgb(0xffffff),
      .card = srgb(0xffffff),
      .panel_line = srgb(0xd5dbe7),
      .control = srgb(0xeef1f6),
      .control_active = srgb(0xd6dded),
      .link = srgb(0x1f56c4),
      .failure = srgb(0xb3261e),
      .ring = {.line = 1.0, .holds = true, .contrast = 6.0},
      .spotlight_dim = {0x10, 0x14, 0x20, 0xcc},
      .spotlight_rim = {0xff, 0xff, 0xff, 0x00},
  };
  return kLight;
}

const Theme& theme_of(ThemeName name) { return name == ThemeName::kLight ? light_theme() : dark_theme(); }

namespace {

bool stands_out(const Theme& theme, Srgb8 colour, double least_contrast) {
  return contrast_ratio(colour, theme.ground) >= least_contrast && contrast_ratio(colour, theme.land) >= least_contrast;
}

}  // namespace

Srgb8 legible_on(const Theme& theme, Srgb8 colour, double least_contrast) {
  if (stands_out(theme, colour, least_contrast)) return colour;
  const double away = relative_luminance(theme.ground) < 0.18 ? 1.0 : 0.0;
  const OkLab from = oklab_of(colour);
  // A quarter of a hundredth of lightness is finer than 8 bits tell apart.
  constexpr int kSteps = 400;
  for (int i = 1; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    OkLab moved = from;
    moved.lightness += (away - from.lightness) * share;
    const Srgb8 candidate = with_alpha(srgb_of(moved), colour.a);
    if (stands_out(theme, candidate, least_contrast)) return candidate;
  }
  return theme.text;
}

namespace {

/// As far from `to` in lightness as `colour` is from `from`, in the hue of `to`.
Srgb8 carried_over(Srgb8 colour, Srgb8 from, Srgb8 to) {
  OkLab moved = oklab_of(to);
  moved.lightness = std::clamp(moved.lightness + oklab_of(colour).lightness - oklab_of(from).lightness, 0.0, 1.0);
  return with_alpha(srgb_of(moved), colour.a);
}

}  // namespace

Theme branded(const Theme& theme, const BrandColours& colours) {
  if (colours == BrandColours{}) return theme;
  Theme own = theme;
  own.ground = colours.ground.value_or(theme.ground);
  own.land = colours.land.value_or(carried_over(theme.land, theme.ground, own.ground));
  for (Srgb8 Theme::*line : {&Theme::county_line, &Theme::state_line, &Theme::coast_line})
    own.*line = carried_over(theme.*line, theme.land, own.land);
  own.bar_ahead = legible_on(own, carried_over(theme.bar_ahead, theme.ground, own.ground));
  // The picture has them too: buttons, what is not known on the strip.
  for (Srgb8 Theme::*box : {&Theme::panel, &Theme::card, &Theme::panel_line, &Theme::control, &Theme::control_active})
    own.*box = carried_over(theme.*box, theme.ground, own.ground);
  own.text = legible_on(own, colours.text.value_or(theme.text), kAaText);
  for (Srgb8 Theme::*rank : {&Theme::text_second, &Theme::text_third})
    own.*rank = legible_on(own, carried_over(theme.*rank, theme.text, own.text), kAaText);
  own.playhead = legible_on(own, colours.accent.value_or(theme.playhead));
  for (Srgb8 Theme::*mark : {&Theme::partnership, &Theme::money, &Theme::signatory})
    own.*mark = legible_on(own, theme.*mark);
  return own;
}

Srgb8 ring_colour(const Theme& theme, Srgb8 mark) { return legible_on(theme, mark, theme.ring.contrast); }

}  // namespace spreadmap::style
