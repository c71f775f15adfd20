#include "app/pointer_rest.h"

#include <gtest/gtest.h>

namespace spreadmap::app {
namespace {

TEST(PointerRest, IsHiddenOnceItHasRestedAndBackWhenMoved) {
  PointerRest pointer;
  pointer.move(100.0);
  EXPECT_TRUE(pointer.is_shown(100.0));
  const auto left_s = pointer.shown_s(101.0);
  ASSERT_TRUE(left_s);
  EXPECT_FALSE(pointer.is_shown(101.0 + *left_s));
  EXPECT_FALSE(pointer.shown_s(101.0 + *left_s)) << "there is nothing to wait for";
  pointer.move(200.0);
  EXPECT_TRUE(pointer.is_shown(200.1));
}

}  // namespace
}  // namespace spreadmap::app
