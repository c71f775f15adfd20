#include "scene/filter_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "scene/filter_words.h"

namespace spreadmap::scene {
namespace {

constexpr std::string_view kBetween = " · ";

constexpr std::array<FilterWording, 3> kWordings{{{4, 60, false}, {3, 36, true}, {1, 18, true}}};
constexpr std::size_t kMostLines = 4;
/// Of notes in type of so many times its usual size: still larger than that.
constexpr std::array<double, 3> kSharesOfLargeType{1.0, 0.8, 0.66};

/// Puts parts one after another into lines; a part that is wider than the room is broken between its words.
class Lines {
 public:
  Lines(const Pen& pen, double room_pt, const Type& type) : pen_(&pen), room_pt_(room_pt), type_(&type) {}
  void add(std::string_view part) {
    if (append(part, kBetween)) return;
    lines_.emplace_back();
    std::string_view between;
    while (!part.empty()) {
      const std::size_t end = std::min(part.find(' '), part.size());
      const std::string_view word = part.substr(0, end);
      if (!append(word, between)) {
        if (!lines_.back().empty()) lines_.emplace_back();
        lines_.back() = word;
      }
      part.remove_prefix(std::min(end + 1, part.size()));
      between = " ";
    }
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

 private:
  bool append(std::string_view text, std::string_view between) {
    if (lines_.empty()) return false;
    const std::string longer = fmt::format("{}{}{}", lines_.back(), lines_.back().empty() ? "" : between, text);
    if (pen_->width_pt(longer, *type_) > room_pt_) return false;
    lines_.back() = longer;
    return true;
  }

  const Pen* pen_;
  double room_pt_;
  const Type* type_;
  std::vector<std::string> lines_;
};

}  // namespace

FilterNote filter_note(const PartContext& context, const Pen& pen, double room_pt, const Type& type) {
  const auto layer = context.inputs.story.counted_layer();
  if (!layer || !context.inputs.selection.refuses_any(*layer)) return {};
  const auto& whole = context.inputs.selection.whole(*layer);
  const auto all_on = [&](double at_d) { return of_all(whole.count(at_d), context.language()); };
  // Broken as on the last day, which has the most: lines stay where they are while time plays.
  const std::string all = all_on(context.inputs.story.axis().whole().to_d);
  const auto written = [&](double share, const FilterWording& wording) {
    Type smaller = type;
    smaller.size_pt *= share;
    Lines broken(pen, room_pt, smaller);
    broken.add(all);
    for (const std::string& part :
         filter_words(context.inputs.exhibit, *layer, context.view, context.language(), wording))
      broken.add(part);
    FilterNote note{broken.take(), share};
    std::string& first = note.lines.front();
    if (first.starts_with(all)) first.replace(0, all.size(), all_on(context.view.playhead_d));
    return note;
  };
  const bool is_large = context.layout.is_compact();
  const std::size_t most_lines = is_large ? kMostLines - 1 : kMostLines;
  const std::size_t share_count = is_large ? kSharesOfLargeType.size() : 1;
  for (std::size_t i = 0; i < share_count; ++i) {
    for (const FilterWording& wording : kWordings) {
      FilterNote note = written(kSharesOfLargeType.at(i), wording);
      if (note.lines.size() <= most_lines) return note;
    }
  }
  return written(kSharesOfLargeType.at(share_count - 1), kWordings.back());
}

}  // namespace spreadmap::scene
