#include "vector/mark_batch.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::vector {
namespace {

MarkShape mark_at(double x_px, double y_px, double radius_px) {
  MarkShape mark;
  mark.x_px = x_px;
  mark.y_px = y_px;
  mark.radius_px = radius_px;
  mark.rim_px = 1.0;
  return mark;
}

MarkShape random_mark() {
  const auto tenths = [](int from, int to) { return *rc::gen::inRange(from, to) / 10.0; };
  const double x_px = tenths(-500, 5000);
  const double y_px = tenths(-500, 5000);
  return mark_at(x_px, y_px, tenths(10, 90));
}

bool touch(const MarkShape& a, const MarkShape& b) {
  return std::hypot(a.x_px - b.x_px, a.y_px - b.y_px) < a.radius_px + a.rim_px + b.radius_px + b.rim_px;
}

RC_GTEST_PROP(MarkBatch, HoldsNoTwoMarksThatTouch, ()) {
  MarkBatch batch;
  for (int i = 0; i < 60; ++i) {
    const MarkShape mark = random_mark();
    if (batch.takes(mark)) batch.add(mark);
  }
  const auto& marks = batch.marks();
  RC_ASSERT(!marks.empty());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) RC_ASSERT(!touch(marks[i], marks[j]));
  }
}

TEST(MarkBatch, SeesANeighbourAcrossAnEdgeThatRounds) {
  // Cells of 3 * (8.4 + 1 + 0.5) = 29.7 px: 237.6 / 29.7 rounds to just under 8, (237.6 + 29.7) / 29.7 to 9.
  const MarkShape first = mark_at(242.4, 236.8, 8.4);
  const MarkShape second = mark_at(237.6, 228.6, 6.6);
  ASSERT_TRUE(touch(first, second));
  MarkBatch batch;
  batch.add(first);
  EXPECT_FALSE(batch.takes(second));
}

TEST(MarkBatch, TakesWhatLiesApart) {
  MarkBatch batch;
  for (int i = 0; i < 100; ++i) {
    MarkShape mark;
    mark.x_px = 20.0 * i;
    mark.radius_px = 4.0;
    ASSERT_TRUE(batch.takes(mark)) << i;
    batch.add(mark);
  }
  batch.clear();
  EXPECT_TRUE(batch.marks().empty());
}

}  // namespace
}  // namespace spreadmap::vector
