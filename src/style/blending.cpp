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

double encoded_opacity(Srgb8 colour, Srgb8 ground, double opacity) {
  // The opacity in linear light grows with the encoded one, so halving finds it.
  if (opacity <= 0.0 || opacity >= 1.0) return std::clamp(opacity, 0.0, 1.0);
  const auto luminance = [&](double share) {
    const auto mixed = [share](std::uint8_t from, std::uint8_t to) {
      const double value = (from + (to - from) * share) / 255.0;
      return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * mixed(ground.r, colour.r) + 0.7152 * mixed(ground.g, colour.g) + 0.0722 * mixed(ground.b, colour.b);
  };
  const double from = relative_luminance(ground), range = relative_luminance(colour) - from;
  if (std::abs(range) < 1e-3) return opacity;
  const double wanted = from + opacity * range;
  double low = 0.0, high = 1.0;
  constexpr int kHalvings = 20;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2.0;
    ((luminance(middle) - wanted) * range < 0.0 ? low : high) = middle;
  }
  return (low + high) / 2.0;
}

}  // namespace spreadmap::style
