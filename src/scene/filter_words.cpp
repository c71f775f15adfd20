#include "scene/filter_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "language/direction.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

/// The first letters of a text, and "…" where there are more.
std::string shortened(const std::string& text, std::size_t most_letters) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!continues_a_letter(text[at]) && letters++ == most_letters) return text.substr(0, at) + "…";
  }
  return text;
}

std::string days_text(const time::DayInterval& days, const language::Language& language, bool is_short) {
  if (!is_short) return language.long_interval(days);
  const std::string from = language.medium_day(days.earliest), to = language.medium_day(days.latest);
  return from == to ? from : language.range(from, to);
}

}  // namespace

std::vector<std::string> filter_words(const exhibit::Exhibit& exhibit, std::size_t layer, const model::ViewState& view,
                                      const language::Language& language, const FilterWording& wording) {
  const model::Filter& filter = view.filter;
  std::vector<std::string> parts;
  // "CA, MI, FL, TX +3": values of one of the layer's columns.
  const auto add_values = [&](const char* field, const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::string line;
    const std::size_t count = std::min(values.size(), wording.most_names);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name = exhibit::value_text(exhibit.layers[layer], field, values[i], view.language);
      line += (i > 0 ? ", " : "") + (name.empty() ? std::string("—") : shortened(name, wording.most_letters));
    }
    parts.push_back(values.size() > count ? fmt::format("{} +{}", line, values.size() - count) : line);
  };
  add_values("region", filter.regions);
  add_values("kind", view.layers[layer].kinds);
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

std::string of_all(model::DayCount count, const language::Language& language) {
  return language.filled("Of {} in all", count_text(count, language));
}

}  // namespace spreadmap::scene
