#include "platform/input.h"

#include <gtest/gtest.h>

namespace spreadmap::platform {
namespace {

TEST(Input, OfPointerMovesThatFollowOneAnotherOnlyTheLastIsLeft) {
  std::vector<InputEvent> events;
  events.reserve(503);
  for (int step = 0; step < 500; ++step) events.emplace_back(PointerMoved{static_cast<float>(step), 5.0F});
  events.emplace_back(PointerReleased{});
  events.emplace_back(PointerMoved{1.0F, 1.0F});
  events.emplace_back(PointerMoved{2.0F, 1.0F});
  const auto left = coalesced(std::move(events));
  ASSERT_EQ(left.size(), 3U);
  EXPECT_EQ(std::get<PointerMoved>(left[0]).x_px, 499.0F);
  EXPECT_TRUE(std::holds_alternative<PointerReleased>(left[1]));
  EXPECT_EQ(std::get<PointerMoved>(left[2]).x_px, 2.0F);
}

}  // namespace
}  // namespace spreadmap::platform
