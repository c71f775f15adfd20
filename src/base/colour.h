#pragma once
#include <array>
#include <cstdint>

namespace spreadmap {

/// A colour as people write it: sRGB-encoded, 8 bits a channel, straight (not premultiplied) alpha.
struct Srgb8 {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Srgb8&) const = default;
};

/// 0xrrggbb as an opaque colour.
constexpr Srgb8 srgb(std::uint32_t rrggbb) {
  return {static_cast<std::uint8_t>(rrggbb >> 16U & 0xffU), static_cast<std::uint8_t>(rrggbb >> 8U & 0xffU),
          static_cast<std::uint8_t>(rrggbb & 0xffU), 255};
}

/// The same hue at another opacity, 0 to 1 (multiplies the alpha that is there).
Srgb8 with_opacity(Srgb8 colour, double opacity);

/// Linear light, premultiplied by alpha, each 0 to 1: what shaders blend.
std::array<float, 4> linear_premultiplied(Srgb8 colour);

/// Relative luminance and contrast ratio of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance); alpha ignored.
double relative_luminance(Srgb8 colour);
double contrast_ratio(Srgb8 a, Srgb8 b);

}  // namespace spreadmap
