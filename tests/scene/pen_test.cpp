// Paragraphs: no word is left over at their end, and they take no more lines or room for it.
#include "scene/pen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/test_fonts.h"

namespace spreadmap::scene {
namespace {

class Page {
 public:
  std::vector<std::string> lines_of(const std::string& words, double room_pt, int most_lines = 99) {
    list_.clear();
    pen_.paragraph(0.0, 20.0, room_pt, 20.0, words, kType, most_lines);
    std::vector<std::string> lines;
    for (const TextRun& run : list_.runs)
      lines.push_back(list_.strings.substr(run.string_begin, run.string_end - run.string_begin));
    return lines;
  }
  [[nodiscard]] const Pen& pen() const { return pen_; }
  static constexpr Type kType{.size_pt = 16.0, .colour = {}};

 private:
  std::vector<Shape> shapes_;
  TextList list_;
  Pen pen_{text::fonts(), 1.0, shapes_, list_};
};

TEST(Pen, LeavesNoWordOverAtAParagraphsEnd) {
  Page page;
  const std::string words = "A day later Ring published its map of active agencies and named the same number.";
  const double room_pt =
      page.pen().width_pt("A day later Ring published its map of active agencies and named the same", Page::kType);
  const auto lines = page.lines_of(words, room_pt + 1.0);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines.back(), "number.");
  EXPECT_TRUE(lines.back().ends_with("number."));
  EXPECT_EQ(lines[0] + " " + lines[1], words);
}

RC_GTEST_PROP(PenLaws, AParagraphTakesAsManyLinesAsItNeedsAndNoneIsTooWide, ()) {
  static const std::vector<std::string> kWords{"agencies", "in", "Wisconsin", "·", "on", "the", "portal", "¿dónde?"};
  const int count = *rc::gen::inRange(1, 60);
  std::string words;
  for (int i = 0; i < count; ++i) words += (i > 0 ? " " : "") + *rc::gen::elementOf(kWords);
  const double room_pt = *rc::gen::inRange(90, 700);
  Page page;
  const auto lines = page.lines_of(words, room_pt);
  RC_ASSERT(static_cast<int>(lines.size()) == page.pen().lines(room_pt, words, Page::kType));
  std::string joined;
  for (const std::string& line : lines) {
    RC_ASSERT(page.pen().width_pt(line, Page::kType) <= room_pt || line.find(' ') == std::string::npos ||
              line.find("·") != std::string::npos);
    joined += (joined.empty() ? "" : " ") + line;
  }
  RC_ASSERT(joined == words || joined.find("…") != std::string::npos);
}

}  // namespace
}  // namespace spreadmap::scene
