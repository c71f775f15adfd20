#include "base/colour.h"

#include <algorithm>
#include <cmath>

namespace spreadmap {
namespace {

/// IEC 61966-2-1, the decoding half of the sRGB transfer function; as a table, for a frame asks thousands of times.
double linear_from_encoded(std::uint8_t encoded) {
  static const auto kLinear = [] {
    std::array<double, 256> linear{};
    for (std::size_t i = 0; i < linear.size(); ++i) {
      const double value = static_cast<double>(i) / 255.0;
      linear.at(i) = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return linear;
  }();
  return kLinear[encoded];
}

}  // namespace

Srgb8 with_opacity(Srgb8 colour, double opacity) {
  const double alpha = std::clamp(opacity, 0.0, 1.0) * colour.a;
  colour.a = static_cast<std::uint8_t>(std::lround(alpha));
  return colour;
}

std::array<float, 4> linear_premultiplied(Srgb8 colour) {
  const double alpha = colour.a / 255.0;
  const auto channel = [alpha](std::uint8_t encoded) {
    return static_cast<float>(linear_from_encoded(encoded) * alpha);
  };
  return {channel(colour.r), channel(colour.g), channel(colour.b), static_cast<float>(alpha)};
}

double relative_luminance(Srgb8 colour) {
  return 0.2126 * linear_from_encoded(colour.r) + 0.7152 * linear_from_encoded(colour.g) +
         0.0722 * linear_from_encoded(colour.b);
}

double contrast_ratio(Srgb8 a, Srgb8 b) {
  const double brighter = std::max(relative_luminance(a), relative_luminance(b));
  const double darker = std::min(relative_luminance(a), relative_luminance(b));
  return (brighter + 0.05) / (darker + 0.05);
}

}  // namespace spreadmap
