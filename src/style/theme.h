#pragma once
#include <optional>

#include "base/colour.h"

namespace spreadmap::style {

/// How the ring round a record that has just begun fades (shaders/ring.frag) while its strength s falls from 1 to 0. Light is blended linearly,
/// and there a dark line on a bright ground pales much sooner than a bright one on a dark ground.
struct RingFade {
  double line = 0.7;      ///< how opaque it is at first
  bool holds = false;     ///< what is left of that is 1 - (1 - s)⁴, not s
  double contrast = 3.0;  ///< at least this is its colour's with the ground and the land
};

/// Every colour that the program draws with, and the sizes of labels. Values only; the tables are those of the project's look.
struct Theme {
  Srgb8 ground;  ///< behind the map
  Srgb8 land;    ///< base map, present, never loud
  Srgb8 county_line;
  Srgb8 state_line;
  Srgb8 coast_line;
  Srgb8 text;  ///< first, second and third rank; each reaches WCAG AA on the ground
  Srgb8 text_second;
  Srgb8 text_third;
  Srgb8 partnership;
  Srgb8 money;
  Srgb8 signatory;
  Srgb8 bar_ahead;  ///< bars after the playhead, and what else is there without being loud
  Srgb8 playhead;
  Srgb8 panel;
  Srgb8 card;
  Srgb8 panel_line;
  Srgb8 control;
  Srgb8 control_active;
  Srgb8 link;     ///< an address
  Srgb8 failure;  ///< what went wrong
  RingFade ring;
  Srgb8 spotlight_dim;  ///< laid over all that a talk's spotlight leaves out; straight alpha
  Srgb8 spotlight_rim;  ///< the line at its edge; straight alpha
  // Sizes of labels on the map, in layout points.
  double region_label_pt = 13.0;
  double place_label_pt = 15.0;
  double amount_label_pt = 13.0;
  double record_label_pt = 13.0;
};

enum class ThemeName { kDark, kLight };

const Theme& dark_theme();
/// The same hues on a bright ground, marks darkened to at least 3:1.
const Theme& light_theme();
const Theme& theme_of(ThemeName name);

/// Colours of an exhibit's own; nullopt: those of the theme.
struct BrandColours {
  std::optional<Srgb8> ground, land, text, accent;
  bool operator==(const BrandColours&) const = default;
};
/// A theme with an exhibit's own colours. What the exhibit does not name stays as far from them in lightness as the theme has it from its own,
/// and is moved until it reaches AA. `accent` is the playhead's.
Theme branded(const Theme& theme, const BrandColours& colours);

/// What WCAG 2.1 asks for at level AA: of marks and controls (1.4.11), and of text that is not large (1.4.3).
inline constexpr double kAaMark = 3.0, kAaText = 4.5;

/// Of the ring round marks of a colour.
Srgb8 ring_colour(const Theme& theme, Srgb8 mark);

/// A colour of the same hue that stands out by a contrast ratio from a theme's ground and land: the colour itself where it does, else the
/// one nearest in lightness (OKLab, https://bottosson.github.io/posts/oklab/).
Srgb8 legible_on(const Theme& theme, Srgb8 colour, double least_contrast = kAaMark);

}  // namespace spreadmap::style
