#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/stage.h"

namespace spreadmap::app {

/// Where a line of furniture stands: its ink from the capitals' top to the baseline.
struct SetLine {
  std::string text;
  scene::PixelRect rect;
};

inline std::vector<SetLine> set_lines(const Stage& stage) {
  std::vector<SetLine> lines;
  const scene::TextList& list = stage.frame().furniture_text;
  for (const scene::TextRun& run : list.runs) {
    const std::string text = list.strings.substr(run.string_begin, run.string_end - run.string_begin);
    if (text.find_first_not_of(' ') == std::string::npos) continue;
    const text::ShapedText& shaped = stage.fonts().shape(text, run.style);
    lines.push_back({text,
                     {run.origin.x_px, run.origin.y_px - shaped.cap_height_px, run.origin.x_px + shaped.width_px,
                      run.origin.y_px}});
  }
  return lines;
}

/// What is wrong with the furniture of the frame that was drawn last: lines that run over one another, over the map or out of the picture.
inline std::vector<std::string> furniture_faults(const Stage& stage) {
  std::vector<std::string> faults;
  const std::vector<SetLine> lines = set_lines(stage);
  const scene::Frame& frame = stage.frame();
  const scene::PixelRect picture{0.0F, 0.0F, static_cast<float>(frame.size.width_px),
                                 static_cast<float>(frame.size.height_px)};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const scene::PixelRect& rect = lines[i].rect;
    for (std::size_t j = 0; j < i; ++j) {
      if (rect.overlaps(lines[j].rect)) {
        faults.push_back(fmt::format("'{}' runs over '{}'", lines[i].text, lines[j].text));
      }
    }
    if (rect.overlaps(frame.map_rect)) faults.push_back(fmt::format("'{}' runs over the map", lines[i].text));
    if (rect.left_px < picture.left_px || rect.right_px > picture.right_px || rect.top_px < picture.top_px ||
        rect.bottom_px > picture.bottom_px) {
      faults.push_back(fmt::format("'{}' runs out of the picture", lines[i].text));
    }
  }
  return faults;
}

}  // namespace spreadmap::app
