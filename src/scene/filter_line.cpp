#include "scene/filter_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

constexpr std::string_view kBetween = " · ";

/// How much is said of each condition.
struct Wording {
  std::size_t most_names, most_letters;
  bool is_short;
};
constexpr std::array<Wording, 3> kWordings{{{4, 60, false}, {3, 36, true}, {1, 18, true}}};
constexpr std::size_t kMostLines = 4;
/// Of notes in type of so many times its usual size: still larger than that.
constexpr std::array<double, 3> kSharesOfLargeType{1.0, 0.8, 0.66};

/// The first letters of a text, and "…" where there are more.
std::string shortened(const std::string& text, std::size_t most_letters) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!continues_a_letter(text[at]) && letters++ == most_letters) return text.substr(0, at) + "…";
  }
  return text;
}

/// "CA, MI, FL, TX +3": values of one of the counted layer's columns.
std::string listed(const PartContext& context, const char* field, const std::vector<std::string>& values,
                   const Wording& wording) {
  const auto& spec = context.spec(*context.inputs.story.counted_layer());
  std::string line;
  const std::size_t count = std::min(values.size(), wording.most_names);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = exhibit::value_text(spec, field, values[i], context.view.language);
    line += (i > 0 ? ", " : "") + (name.empty() ? std::string("—") : shortened(name, wording.most_letters));
  }
  return values.size() > count ? fmt::format("{} +{}", line, values.size() - count) : line;
}

std::string days_text(const time::DayInterval& days, const language::Language& language, bool is_short) {
  if (!is_short) return language.long_interval(days);
  const std::string from = language.medium_day(days.earliest), to = language.medium_day(days.latest);
  return from == to ? from : language.range(from, to);
}

std::vector<std::string> conditions_of(const PartContext& context, std::size_t layer, const Wording& wording) {
  const model::Filter& filter = context.view.filter;
  const language::Language& language = context.language();
  std::vector<std::string> parts;
  if (!filter.regions.empty()) parts.push_back(listed(context, "region", filter.regions, wording));
  const auto& kinds = context.view.layers[layer].kinds;
  if (!kinds.empty()) parts.push_back(listed(context, "kind", kinds, wording));
  for (const model::DatePrecision precision : filter.precisions)
    parts.emplace_back(language.text(precision_text(precision)));
  if (filter.days) parts.push_back(days_text(*filter.days, language, wording.is_short));
  if (filter.amount_usd) {
    parts.push_back(
        language.range(language.dollars(filter.amount_usd->from_usd), language.dollars(filter.amount_usd->to_usd)));
  }
  if (!filter.text.empty()) parts.push_back(fmt::format("“{}”", shortened(filter.text, wording.most_letters)));
  for (std::string& part : parts) part = language::set_apart(part);
  return parts;
}

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
  const auto all_on = [&](double at_d) {
    return context.language().filled("Of {} in all", count_text(whole.count(at_d), context.language()));
  };
  // Broken as on the last day, which has the most: lines stay where they are while time plays.
  const std::string all = all_on(context.inputs.story.axis().whole().to_d);
  const auto written = [&](double share, const Wording& wording) {
    Type smaller = type;
    smaller.size_pt *= share;
    Lines broken(pen, room_pt, smaller);
    broken.add(all);
    for (const std::string& part : conditions_of(context, *layer, wording)) broken.add(part);
    FilterNote note{broken.take(), share};
    std::string& first = note.lines.front();
    if (first.starts_with(all)) first.replace(0, all.size(), all_on(context.view.playhead_d));
    return note;
  };
  const bool is_large = context.layout.is_compact();
  const std::size_t most_lines = is_large ? kMostLines - 1 : kMostLines;
  const std::size_t share_count = is_large ? kSharesOfLargeType.size() : 1;
  for (std::size_t i = 0; i < share_count; ++i) {
    for (const Wording& wording : kWordings) {
      FilterNote note = written(kSharesOfLargeType.at(i), wording);
      if (note.lines.size() <= most_lines) return note;
    }
  }
  return written(kSharesOfLargeType.at(share_count - 1), kWordings.back());
}

}  // namespace spreadmap::scene
