#include "scene/label_steps.h"

#include <algorithm>
#include <cmath>

#include "time/easing.h"

namespace spreadmap::scene {
namespace {

constexpr double kComesInOctaves = 1.0 / 16.0;

}  // namespace

double share_come_in(double pt_per_m, double from_pt_per_m) {
  return time::eased(std::log2(pt_per_m / from_pt_per_m) / kComesInOctaves);
}

double zoom_of_whole_labels(double zoom) {
  // Just short of a step's beginning, where rounding brings nothing.
  constexpr double kShort = 1.0 - 1e-9;
  const double steps = std::log2(zoom) * kStepsPerOctave + kFitWithinStep, step = std::floor(steps);
  if ((steps - step) / kStepsPerOctave >= kComesInOctaves) return zoom;
  return std::min(zoom, kShort * std::exp2((step - kFitWithinStep) / kStepsPerOctave));
}

}  // namespace spreadmap::scene
