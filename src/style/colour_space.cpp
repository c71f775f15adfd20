#include "style/colour_space.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::style {
namespace {

std::array<double, 3> linear_of(Srgb8 colour) {
  const auto linear = linear_premultiplied(with_alpha(colour, 255));
  return {static_cast<double>(linear[0]), static_cast<double>(linear[1]), static_cast<double>(linear[2])};
}

/// The transfer curve of sRGB (IEC 61966-2-1).
std::uint8_t encoded(double linear) {
  const double cut = std::clamp(linear, 0.0, 1.0);
  const double value = cut <= 0.0031308 ? cut * 12.92 : 1.055 * std::pow(cut, 1.0 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(value * 255.0));
}

}  // namespace

OkLab oklab_of(Srgb8 colour) {
  const auto [r, g, b] = linear_of(colour);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Srgb8 srgb_of(const OkLab& colour) {
  const auto cubed = [](double x) { return x * x * x; };
  const double l = cubed(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b);
  const double m = cubed(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b);
  const double s = cubed(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b);
  return {encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 255};
}

double oklab_distance(Srgb8 a, Srgb8 b) {
  const OkLab from = oklab_of(a), to = oklab_of(b);
  return std::hypot(to.lightness - from.lightness, to.a - from.a, to.b - from.b);
}

std::array<float, 9> vision_matrix(Vision vision) {
  switch (vision) {
    case Vision::kProtan:
      return {0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F, 1.051998F};
    case Vision::kDeutan:
      return {0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F, 0.968881F};
    case Vision::kTritan:
      return {1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F, 0.303900F};
    case Vision::kFull:
      break;
  }
  return {1.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 1.0F};
}

Srgb8 seen_with(Vision vision, Srgb8 colour) {
  const auto matrix = vision_matrix(vision);
  const auto linear = linear_of(colour);
  const auto row = [&](std::size_t at) {
    return encoded(static_cast<double>(matrix[at]) * linear[0] + static_cast<double>(matrix[at + 1]) * linear[1] +
                   static_cast<double>(matrix[at + 2]) * linear[2]);
  };
  return {row(0), row(3), row(6), colour.a};
}

}  // namespace spreadmap::style
