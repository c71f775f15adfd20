#include "base/parallel.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <stdexcept>

namespace spreadmap {
namespace {

RC_GTEST_PROP(ForEachPart, DoesEachItemOnce, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(0, 500);
  std::vector<int> done(count, 0);
  for_each_part(count, *rc::gen::inRange<std::size_t>(0, 60), [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) ++done[i];
  });
  RC_ASSERT(done == std::vector<int>(count, 1));
}

TEST(ForEachPart, PassesAnErrorOn) {
  const auto fails_last = [](std::size_t /*begin*/, std::size_t end) {
    if (end == 1000) throw std::runtime_error("the last part");
  };
  EXPECT_THROW(for_each_part(1000, 1, fails_last), std::runtime_error);
}

}  // namespace
}  // namespace spreadmap
