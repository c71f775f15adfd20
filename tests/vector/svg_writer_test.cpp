#include "vector/svg_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "vector/canvas_testing.h"

namespace spreadmap::vector {
namespace {

template <class Write>
std::string written(const Write& write) {
  std::string text;
  SvgWriter out(into(text));
  write(out);
  out.flush();
  return text;
}

TEST(SvgWriter, EscapesWhatXmlTakesForMarkup) {
  EXPECT_EQ(written([](SvgWriter& out) { out.escaped("<a href=\"x\">R&D</a>"); }),
            "&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;");
}

TEST(SvgWriter, WritesNoCharacterThatXmlDoesNotKnow) {
  EXPECT_EQ(written([](SvgWriter& out) { out.escaped("a\x01\n\xff\xEF\xBF\xBF"); }), "a  \uFFFD\uFFFD");
}

TEST(SvgWriter, WritesBytesInLettersAsRfc4648Has) {
  // The test vectors of its section 10.
  for (const auto& [bytes, letters] :
       {std::pair{"", ""}, std::pair{"f", "Zg=="}, std::pair{"fo", "Zm8="}, std::pair{"foo", "Zm9v"},
        std::pair{"foob", "Zm9vYg=="}, std::pair{"fooba", "Zm9vYmE="}, std::pair{"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(written([&](SvgWriter& out) { out.base64(bytes); }), letters);
  }
}

TEST(SvgWriter, WritesNumbersWithTwoFiguresAtMost) {
  const auto number = [](double value) { return written([value](SvgWriter& out) { out.number("x", value); }); };
  EXPECT_EQ(number(12.0), " x=\"12\"");
  EXPECT_EQ(number(-0.5), " x=\"-.5\"");
  EXPECT_EQ(number(0.004), " x=\"0\"");
  EXPECT_EQ(number(1920.256), " x=\"1920.26\"");
  EXPECT_EQ(number(0.07), " x=\".07\"");
}

/// Reads what `outline` writes, as SVG 1.1 has it: m, l and z with relative numbers.
std::vector<GridPoint> read_outline(const std::string& d) {
  std::vector<GridPoint> points;
  GridPoint pen, first;
  char command = 'm';
  std::size_t at = d.find('"') + 1;
  const auto number = [&] {
    while (d[at] == ' ') ++at;
    std::size_t length = 0;
    // A number ends where the next sign, letter or space begins.
    const std::size_t begin = at;
    if (d[at] == '-') ++at;
    while (std::isdigit(static_cast<unsigned char>(d[at])) != 0 || d[at] == '.') ++at;
    length = at - begin;
    return std::llround(std::stod(d.substr(begin, length)) * 100.0);
  };
  while (d[at] != '"') {
    if (std::isalpha(static_cast<unsigned char>(d[at])) != 0) command = d[at++];
    if (command == 'z') {
      pen = first;
      continue;
    }
    pen.x += number();
    pen.y += number();
    if (command == 'm') first = pen;
    points.push_back(pen);
  }
  return points;
}

RC_GTEST_PROP(SvgWriter, OutlinesAreReadAsTheyWere, ()) {
  Path path;
  path.is_closed = *rc::gen::arbitrary<bool>();
  for (int part = *rc::gen::inRange(1, 4); part > 0; --part) {
    for (int i = *rc::gen::inRange(2, 6); i > 0; --i) {
      path.points.push_back({*rc::gen::inRange(-100000, 100000), *rc::gen::inRange(-100000, 100000)});
    }
    path.part_ends.push_back(static_cast<std::uint32_t>(path.points.size()));
  }
  RC_ASSERT(read_outline(written([&](SvgWriter& out) { out.outline(path); })) == path.points);
}

}  // namespace
}  // namespace spreadmap::vector
