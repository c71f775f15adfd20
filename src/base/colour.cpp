#include "base/colour.h"

#include <algorithm>
#include <cmath>

namespace spreadmap {
namespace {

// IEC 61966-2-1, the decoding half of the sRGB transfer function.
double linear_from_encoded(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
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
    return static_cast<float>(linear_from_encoded(encoded / 255.0) * alpha);
  };
  return {channel(colour.r), channel(colour.g), channel(colour.b), static_cast<float>(alpha)};
}

double relative_luminance(Srgb8 colour) {
  return 0.2126 * linear_from_encoded(colour.r / 255.0) + 0.7152 * linear_from_encoded(colour.g / 255.0) +
         0.0722 * linear_from_encoded(colour.b / 255.0);
}

double contrast_ratio(Srgb8 a, Srgb8 b) {
  const double brighter = std::max(relative_luminance(a), relative_luminance(b));
  const double darker = std::min(relative_luminance(a), relative_luminance(b));
  return (brighter + 0.05) / (darker + 0.05);
}

}  // namespace spreadmap
