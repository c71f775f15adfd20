#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/view_state.h"
#include "scene/frame.h"
#include "text/fonts.h"

namespace spreadmap::app {

/// Where a line of furniture stands: its ink from the capitals' top to where the tails of g and p end.
struct SetLine {
  std::string text;
  scene::PixelRect rect;
};

inline std::vector<SetLine> set_lines(const text::FontSet& fonts, const scene::TextList& list) {
  std::vector<SetLine> lines;
  for (const scene::TextRun& run : list.runs) {
    const std::string text = list.strings.substr(run.string_begin, run.string_end - run.string_begin);
    if (text.find_first_not_of(' ') == std::string::npos) continue;
    const bool has_tails = text.find_first_of("gjpqy()") != std::string::npos;
    const float tail_em = has_tails ? 0.2F : 0.0F;
    const text::ShapedText& shaped = fonts.shape(text, run.style);
    lines.push_back({text,
                     {run.origin.x_px, run.origin.y_px - shaped.cap_height_px, run.origin.x_px + shaped.width_px,
                      run.origin.y_px + tail_em * run.style.size_px}});
  }
  return lines;
}

inline std::vector<SetLine> set_lines(const text::FontSet& fonts, const scene::Frame& frame) {
  return set_lines(fonts, frame.furniture_text);
}

/// What is wrong with the furniture of a frame: lines that run over one another, over the map or out of the picture.
/// Words of a wipe stand on the map: with one `may_lie_on_map`.
inline std::vector<std::string> furniture_faults(const text::FontSet& fonts, const scene::Frame& frame,
                                                 bool may_lie_on_map = false, const model::SafeArea& safe = {}) {
  std::vector<std::string> faults;
  const std::vector<SetLine> lines = set_lines(fonts, frame);
  const auto width_px = static_cast<float>(frame.size.width_px), height_px = static_cast<float>(frame.size.height_px);
  const scene::PixelRect picture{static_cast<float>(safe.left) * width_px, static_cast<float>(safe.top) * height_px,
                                 static_cast<float>(1.0 - safe.right) * width_px,
                                 static_cast<float>(1.0 - safe.bottom) * height_px};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const scene::PixelRect& rect = lines[i].rect;
    for (std::size_t j = 0; j < i; ++j) {
      if (rect.overlaps(lines[j].rect)) {
        faults.push_back(fmt::format("'{}' runs over '{}'", lines[i].text, lines[j].text));
      }
    }
    if (!may_lie_on_map && rect.overlaps(frame.map_rect))
      faults.push_back(fmt::format("'{}' runs over the map", lines[i].text));
    if (rect.left_px < picture.left_px || rect.right_px > picture.right_px || rect.top_px < picture.top_px ||
        rect.bottom_px > picture.bottom_px) {
      faults.push_back(fmt::format("'{}' runs out of the picture", lines[i].text));
    }
  }
  return faults;
}

/// What had to be cut for want of room.
inline std::vector<std::string> cut_lines(const text::FontSet& fonts, const scene::Frame& frame) {
  std::vector<std::string> cut;
  for (const SetLine& line : set_lines(fonts, frame)) {
    if (line.text.size() > std::string_view("…").size() && line.text.ends_with("…")) cut.push_back(line.text);
  }
  return cut;
}

/// Names and labels of the map.
inline std::vector<SetLine> lines_on_map(const text::FontSet& fonts, const scene::Frame& frame) {
  std::vector<SetLine> lines = set_lines(fonts, frame.names);
  const std::vector<SetLine> labels = set_lines(fonts, frame.labels);
  lines.insert(lines.end(), labels.begin(), labels.end());
  return lines;
}

/// Labels of the map that the line of a wipe would cut: the picture with the line leaves them out.
class LabelsAtLine {
 public:
  void add(const text::FontSet& fonts, const scene::Frame& frame) {
    const std::vector<SetLine> there = lines_on_map(fonts, frame);
    labels_.insert(labels_.end(), there.begin(), there.end());
  }
  void cut_at(float line_px) {
    std::erase_if(labels_, [line_px](const SetLine& label) {
      return label.rect.left_px - kAir_px > line_px || label.rect.right_px + kAir_px < line_px;
    });
  }
  [[nodiscard]] bool contains(int x_px, int y_px) const {
    const auto x = static_cast<float>(x_px), y = static_cast<float>(y_px);
    return std::ranges::any_of(labels_, [&](const SetLine& label) {
      return label.rect.overlaps({x - kAir_px, y - kAir_px, x + kAir_px, y + kAir_px});
    });
  }

 private:
  static constexpr float kAir_px = 6.0F;  // of their halo
  std::vector<SetLine> labels_;
};

}  // namespace spreadmap::app
