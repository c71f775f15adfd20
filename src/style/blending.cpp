#include "style/blending.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::style {
namespace {

Srgb8 mixed_encoded(Srgb8 a, Srgb8 b, double share_of_b) {
  const auto mix = [share_of_b](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share_of_b));
  };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 255};
}

}  // namespace

double linear_opacity(Srgb8 colour, Srgb8 ground, double opacity) {
  const double from = relative_luminance(ground);
  const double range = relative_luminance(colour) - from;
  if (std::abs(range) < 1e-3) return opacity;
  const double wanted = relative_luminance(mixed_encoded(ground, colour, std::clamp(opacity, 0.0, 1.0)));
  return std::clamp((wanted - from) / range, 0.0, 1.0);
}

}  // namespace spreadmap::style
