#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "exhibit/exhibit.h"
#include "scene/frame.h"
#include "time/easing.h"

namespace spreadmap::scene {

/// How marks of one place stand apart where the map is near enough: on a spiral of Fermat at the golden angle, on which neighbours are
/// about equally far (H. Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44, 1979). Their order is that of
/// the rows, whatever the day, so that none moves while time plays.

/// Very many in one place begin again from the middle: farther out they would not be taken for its own.
inline constexpr std::uint32_t kMostApart = 256;

/// Where the n-th mark of a place stands, in spacings from the place: x right, y down.
inline PixelPoint stack_offset(std::uint32_t order) {
  constexpr double kGoldenAngle_rad = 2.399963229728653;
  const double turn = kGoldenAngle_rad * (order % kMostApart),
               radius = std::sqrt(static_cast<double>(order % kMostApart));
  return {static_cast<float>(radius * std::cos(turn)), static_cast<float>(radius * std::sin(turn))};
}

/// From this zoom on they stand as far apart as they ever do.
inline constexpr double kApartZoom = 11.313708498984761;  // 3.5 octaves

/// The step of labels at which they stand about half as far.
inline constexpr double kHalfApartZoom = 6.727171322029716;  // 2.75 octaves

/// How far they stand apart, 0 to 1: from far one mark, from near all of them, and nothing else but the zoom decides.
inline double stack_spread(double zoom) {
  constexpr double kFromOctave = 2.0, kOctaves = 1.5;
  return time::eased((std::log2(std::max(zoom, 1e-6)) - kFromOctave) / kOctaves);
}

/// From one mark of a place to the next, in points; 0 where they do not part: money in one place is one circle.
inline double stack_spacing_pt(const exhibit::LayerSpec& layer) {
  constexpr double kBetween_pt = 1.5;
  if (layer.kind == exhibit::LayerKind::kPartnerships) {
    return 2.0 * layer.style.radius_pt + layer.style.rim_pt + kBetween_pt;
  }
  return layer.kind == exhibit::LayerKind::kSignatories ? 2.0 * layer.style.radius_pt + kBetween_pt : 0.0;
}

}  // namespace spreadmap::scene
