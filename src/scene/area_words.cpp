#include "scene/area_words.h"

#include <cmath>

namespace spreadmap::scene {

const std::string& unit_of(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer, const std::string& tag) {
  if (!layer.unit.is_empty()) return layer.unit.in(tag);
  if (!exhibit.counted.is_empty()) return exhibit.counted.in(tag);
  return layer.label.in(tag);
}

std::string per_people(double people, const language::Language& language) {
  return language.filled("per {} people", language.number(std::llround(people)));
}

std::string rate_text(double value, const language::Language& language) {
  constexpr int kDigits = 2;
  return language.figure(value, kDigits);
}

std::vector<std::string> class_texts(std::span<const double> limits, bool are_rates,
                                     const language::Language& language) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i <= limits.size(); ++i) {
    const bool is_last = i == limits.size();
    if (are_rates) {
      texts.push_back(is_last  ? (i == 0 ? "> 0" : "> " + rate_text(limits[i - 1], language))
                      : i == 0 ? "≤ " + rate_text(limits[i], language)
                               : language.range(rate_text(limits[i - 1], language), rate_text(limits[i], language)));
      continue;
    }
    const long long from = i == 0 ? 1 : static_cast<long long>(std::floor(limits[i - 1])) + 1;
    const long long to = is_last ? 0 : static_cast<long long>(std::floor(limits[i]));
    texts.push_back(is_last      ? language.number(from) + "+"
                    : from == to ? language.number(from)
                                 : language.range(language.number(from), language.number(to)));
  }
  return texts;
}

}  // namespace spreadmap::scene
