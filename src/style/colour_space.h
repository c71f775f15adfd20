#pragma once
#include "base/colour.h"

namespace spreadmap::style {

/// OKLab (Björn Ottosson 2020, https://bottosson.github.io/posts/oklab/): lightness 0 to 1, and two axes of hue in which distances are alike to the eye.
struct OkLab {
  double lightness = 0.0, a = 0.0, b = 0.0;
};

OkLab oklab_of(Srgb8 colour);
/// The nearest colour that a screen can show, by cutting each channel; opaque.
Srgb8 srgb_of(const OkLab& colour);
/// How far apart two colours are, in OKLab; 0.02 is about what can just be told apart side by side.
double oklab_distance(Srgb8 a, Srgb8 b);

inline Srgb8 with_alpha(Srgb8 colour, std::uint8_t alpha) { return {colour.r, colour.g, colour.b, alpha}; }

/// How colours are seen. The three deficiencies at their full strength.
enum class Vision { kFull, kProtan, kDeutan, kTritan };

/// Row-major matrix in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1.0; https://doi.org/10.1109/TVCG.2009.113), the identity for full vision.
std::array<float, 9> vision_matrix(Vision vision);
Srgb8 seen_with(Vision vision, Srgb8 colour);

}  // namespace spreadmap::style
