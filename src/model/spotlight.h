#pragma once

namespace spreadmap::model {

/// A light that a speaker points with: all of the picture but a round spot is dimmed.
struct Spotlight {
  double x = 0.5, y = 0.5;  ///< its middle, as shares of the picture's sides from the top left; may lie beyond them
  double size = 1.0 / 6.0;  ///< across, as a share of the picture's shorter side
  double strength = 1.0;    ///< how far it has come, 0 to 1; not 0
  bool operator==(const Spotlight&) const = default;
};

}  // namespace spreadmap::model
