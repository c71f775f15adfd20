#include "vector/isolines.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::vector {
namespace {

using Outlines = std::vector<std::vector<scene::PixelPoint>>;

/// Even-odd, by a ray to the right.
bool holds(const Outlines& outlines, float x, float y) {
  bool inside = false;
  for (const auto& outline : outlines) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const scene::PixelPoint a = outline[i], b = outline[(i + 1) % outline.size()];
      if ((a.y_px > y) == (b.y_px > y)) continue;
      if (x < a.x_px + (b.x_px - a.x_px) * (y - a.y_px) / (b.y_px - a.y_px)) inside = !inside;
    }
  }
  return inside;
}

Field random_field() {
  Field field;
  field.columns = *rc::gen::inRange(1, 9);
  field.rows = *rc::gen::inRange(1, 9);
  field.step_px = 2.0;
  field.origin = {-3.0F, 5.0F};
  for (int i = 0; i < field.columns * field.rows; ++i) {
    field.values.push_back(static_cast<float>(*rc::gen::inRange(0, 1000)) / 100.0F);
  }
  return field;
}

RC_GTEST_PROP(Isolines, HoldThePointsThatAreAtLeastTheLevelAndNoOthers, ()) {
  const Field field = random_field();
  const float level = static_cast<float>(*rc::gen::inRange(0, 1000)) / 100.0F + 0.005F;  // none of the values
  const Outlines outlines = outlines_of(field, level);
  for (int row = 0; row < field.rows; ++row) {
    for (int column = 0; column < field.columns; ++column) {
      const bool is_high = field.at(column, row) >= level;
      // On the grid's line itself a ray runs through points of the outline: just beside it.
      constexpr float kBeside = 0.0004F;
      // Where the field ends on that side, what is high is high up to its end only.
      const float x = field.origin.x_px + 2.0F * static_cast<float>(column);
      const float y = field.origin.y_px + 2.0F * static_cast<float>(row) + (row + 1 < field.rows ? kBeside : -kBeside);
      if (field.rows > 1 && field.columns > 1 && column > 0 && column + 1 < field.columns) {
        RC_ASSERT(holds(outlines, x, y) == is_high);
      }
    }
  }
}

RC_GTEST_PROP(Isolines, OfAHigherLevelLieWithinThoseOfALowerOne, ()) {
  const Field field = random_field();
  const float low = static_cast<float>(*rc::gen::inRange(0, 500)) / 100.0F + 0.005F, high = low + 3.0F;
  const Outlines lower = outlines_of(field, low), higher = outlines_of(field, high);
  const float x = field.origin.x_px + static_cast<float>(*rc::gen::inRange(0, 1600)) / 100.0F + 0.0013F;
  const float y = field.origin.y_px + static_cast<float>(*rc::gen::inRange(0, 1600)) / 100.0F + 0.0017F;
  // Within a cell whose corners a saddle joins differently at two levels they may cross; so only where no cell is one.
  for (int row = 0; row + 1 < field.rows; ++row) {
    for (int column = 0; column + 1 < field.columns; ++column) {
      const float a = field.at(column, row), b = field.at(column + 1, row), c = field.at(column + 1, row + 1),
                  d = field.at(column, row + 1);
      RC_PRE(!(std::min(a, c) > std::max(b, d) || std::max(a, c) < std::min(b, d)));
    }
  }
  if (holds(higher, x, y)) RC_ASSERT(holds(lower, x, y));
}

TEST(Isolines, OfADiscAreACircle) {
  Field field;
  field.columns = field.rows = 101;
  for (int row = 0; row < 101; ++row) {
    for (int column = 0; column < 101; ++column) {
      field.values.push_back(50.0F - std::hypot(static_cast<float>(column) - 50.0F, static_cast<float>(row) - 50.0F));
    }
  }
  const Outlines outlines = outlines_of(field, 20.0F);
  ASSERT_EQ(outlines.size(), 1U);
  for (const scene::PixelPoint point : outlines.front()) {
    EXPECT_NEAR(std::hypot(point.x_px - 50.0F, point.y_px - 50.0F), 30.0, 0.02);
  }
}

}  // namespace
}  // namespace spreadmap::vector
