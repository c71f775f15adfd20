#include "vector/mark_batch.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::vector {
namespace {

MarkShape random_mark() {
  MarkShape mark;
  mark.x_px = *rc::gen::inRange(-500, 5000) / 10.0;
  mark.y_px = *rc::gen::inRange(-500, 5000) / 10.0;
  mark.radius_px = *rc::gen::inRange(10, 90) / 10.0;
  mark.rim_px = 1.0;
  return mark;
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
