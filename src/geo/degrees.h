#pragma once

#include <numbers>

namespace spreadmap::geo {

/// A degree in radians.
inline constexpr double kRad = std::numbers::pi / 180.0;

}  // namespace spreadmap::geo
