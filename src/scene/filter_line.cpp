#include "scene/filter_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "scene/words.h"

namespace spreadmap::scene {
namespace {

constexpr std::size_t kMostNames = 4;

/// "CA, MI, FL, TX +3": values of one of the counted layer's columns.
std::string listed(const PartContext& context, const char* field, const std::vector<std::string>& values) {
  const auto& spec = context.spec(*context.inputs.story.counted_layer());
  std::vector<std::string> names;
  for (const std::string& value : values)
    names.push_back(exhibit::value_text(spec, field, value, context.view.language));
  std::string line;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    line += (i > 0 ? ", " : "") + (names[i].empty() ? std::string("—") : names[i]);
  }
  return names.size() > kMostNames ? fmt::format("{} +{}", line, names.size() - kMostNames) : line;
}

}  // namespace

std::string filter_line(const PartContext& context) {
  const auto layer = context.inputs.story.counted_layer();
  const model::Filter& filter = context.view.filter;
  const language::Language& language = context.language();
  if (!layer || !context.inputs.selection.refuses_any(*layer)) return {};
  const auto& whole = context.inputs.selection.whole(*layer);
  std::string line = language.filled("Of {} in all", count_text(whole.count(context.view.playhead_d), language));
  const auto add = [&line](const std::string& part) { line += " · " + part; };
  if (!filter.regions.empty()) add(listed(context, "region", filter.regions));
  if (!context.view.layers[*layer].kinds.empty()) add(listed(context, "kind", context.view.layers[*layer].kinds));
  for (const model::DatePrecision precision : filter.precisions)
    add(std::string(language.text(precision_text(precision))));
  if (filter.days) add(language.long_interval(*filter.days));
  if (filter.amount_usd) {
    add(fmt::format("{}–{}", language.dollars(filter.amount_usd->from_usd),
                    language.dollars(filter.amount_usd->to_usd)));
  }
  if (!filter.text.empty()) add(fmt::format("“{}”", filter.text));
  return line;
}

}  // namespace spreadmap::scene
