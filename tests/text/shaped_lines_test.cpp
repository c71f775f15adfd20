#include "text/shaped_lines.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <string>

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): operator new has no other place for it
std::size_t allocations = 0;

}  // namespace

// Counts what the whole test binary allocates, to hold "does not allocate".
// NOLINTBEGIN(cppcoreguidelines-no-malloc): operator new itself has nothing else to ask.
// GCC 12 inlines only one half of the pair at -O1, and then takes the other for a mismatch.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* memory = std::malloc(bytes > 0 ? bytes : 1)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#pragma GCC diagnostic pop
// NOLINTEND(cppcoreguidelines-no-malloc)

namespace spreadmap::text {
namespace {

ShapedText of_width(float width_px) {
  ShapedText shaped;
  shaped.width_px = width_px;
  return shaped;
}

const std::string kLong(300, 'x');

TEST(ShapedLines, AreFoundByTextAndStyle) {
  ShapedLines lines;
  const TextStyle style{.size_px = 20.0F};
  const ShapedText& added = lines.add("Ring", style, of_width(7.0F));
  EXPECT_EQ(lines.find("Ring", style), &added);
  EXPECT_EQ(lines.find("Rin", style), nullptr);
  EXPECT_EQ(lines.find("Ring", {.size_px = 20.5F}), nullptr);
  EXPECT_EQ(lines.find("Ring", {.face = Face::kBold, .size_px = 20.0F}), nullptr);
  EXPECT_EQ(lines.find("Ring", {.size_px = 20.0F, .tracking_px = 1.0F}), nullptr);
  EXPECT_EQ(lines.find("Ring", {.size_px = 20.0F, .tabular_figures = true}), nullptr);
  EXPECT_EQ(lines.find("Ring", {.size_px = 20.0F, .tracking_px = -0.0F}), &added) << "-0 equals 0";
}

TEST(ShapedLines, FindingDoesNotAllocate) {
  ShapedLines lines;
  lines.add(kLong, {}, of_width(1.0F));
  const std::string_view longer = kLong;
  const std::size_t before = allocations;
  const ShapedText* found = lines.find(longer, {});
  const ShapedText* absent = lines.find(longer.substr(1), {});
  const std::size_t after = allocations;
  EXPECT_NE(found, nullptr);
  EXPECT_EQ(absent, nullptr);
  EXPECT_EQ(after, before);
}

TEST(ShapedLines, StayWhereTheyAreWhenMoreAreAdded) {
  ShapedLines lines;
  const ShapedText& first = lines.add("first", {}, of_width(1.0F));
  for (int i = 0; i < 5000; ++i) lines.add(std::to_string(i), {}, {});
  EXPECT_EQ(lines.find("first", {}), &first);
}

TEST(ShapedLines, TrimKeepsAFewAndForgetsTheUnusedFirst) {
  ShapedLines lines;
  lines.add("old", {}, {});
  lines.add("kept", {}, {});
  lines.trim(2);
  EXPECT_NE(lines.find("kept", {}), nullptr);
  lines.add("new", {}, {});
  lines.trim(2);
  EXPECT_NE(lines.find("kept", {}), nullptr);
  EXPECT_NE(lines.find("new", {}), nullptr);
  EXPECT_EQ(lines.find("old", {}), nullptr);
  lines.trim(1);
  EXPECT_EQ(lines.find("kept", {}), nullptr) << "both in use and still too many: all go";
}

}  // namespace
}  // namespace spreadmap::text
