#include "style/palettes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace spreadmap::style {
namespace {

// Published values, from dark to light. Viridis: Stéfan van der Walt and Nathaniel Smith, CC0. Cividis: Jamie Nuñez, Christopher Anderton
// and Ryan Renslow, PLOS ONE 13(7), 2018, CC0 in matplotlib. The others: ColorBrewer by Cynthia Brewer, Mark Harrower and The Pennsylvania
// State University, Apache-2.0 (colorbrewer2.org), sequential schemes of nine classes.
constexpr std::array kViridis{srgb(0x440154), srgb(0x472d7b), srgb(0x3b528b), srgb(0x2c728e), srgb(0x21918c),
                              srgb(0x28ae80), srgb(0x5ec962), srgb(0xaddc30), srgb(0xfde725)};
constexpr std::array kCividis{srgb(0x00224e), srgb(0x123570), srgb(0x3b496c), srgb(0x575d6d), srgb(0x707173),
                              srgb(0x8a8678), srgb(0xa59c74), srgb(0xc3b369), srgb(0xe1cc55), srgb(0xfee838)};
constexpr std::array kYellowGreenBlue{srgb(0x081d58), srgb(0x253494), srgb(0x225ea8), srgb(0x1d91c0), srgb(0x41b6c4),
                                      srgb(0x7fcdbb), srgb(0xc7e9b4), srgb(0xedf8b1), srgb(0xffffd9)};
constexpr std::array kYellowOrangeRed{srgb(0x800026), srgb(0xbd0026), srgb(0xe31a1c), srgb(0xfc4e2a), srgb(0xfd8d3c),
                                      srgb(0xfeb24c), srgb(0xfed976), srgb(0xffeda0), srgb(0xffffcc)};
constexpr std::array kBlues{srgb(0x08306b), srgb(0x08519c), srgb(0x2171b5), srgb(0x4292c6), srgb(0x6baed6),
                            srgb(0x9ecae1), srgb(0xc6dbef), srgb(0xdeebf7), srgb(0xf7fbff)};

std::span<const Srgb8> stops_of(Palette palette) {
  switch (palette) {
    case Palette::kViridis:
      return kViridis;
    case Palette::kCividis:
      return kCividis;
    case Palette::kYellowGreenBlue:
      return kYellowGreenBlue;
    case Palette::kYellowOrangeRed:
      return kYellowOrangeRed;
    case Palette::kBlues:
      break;
  }
  return kBlues;
}

}  // namespace

Srgb8 palette_colour(Palette palette, double share, bool is_dark_ground) {
  const std::span<const Srgb8> stops = stops_of(palette);
  const double along = std::clamp(is_dark_ground ? share : 1.0 - share, 0.0, 1.0);
  const double at = along * static_cast<double>(stops.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(at), stops.size() - 2);
  const double rest = at - static_cast<double>(below);
  const auto mixed = [rest](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * rest));
  };
  const Srgb8 a = stops[below], b = stops[below + 1];
  return {mixed(a.r, b.r), mixed(a.g, b.g), mixed(a.b, b.b), 255};
}

Srgb8 class_colour(Palette palette, std::size_t which, std::size_t count, bool is_dark_ground) {
  constexpr double kFirst = 0.18;
  const double share = count <= 1 ? 1.0 : static_cast<double>(which) / static_cast<double>(count - 1);
  return palette_colour(palette, kFirst + (1.0 - kFirst) * share, is_dark_ground);
}

}  // namespace spreadmap::style
