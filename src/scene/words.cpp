#include "scene/words.h"

#include <cmath>

namespace spreadmap::scene {

std::string joined_lately(int days, const language::Language& language) {
  return language.counted("Joined in the last day", "Joined in the last {} days", days, language.number(days));
}

std::string joined_in_last(int days, model::DayCount count, const language::Language& language) {
  const std::string figure = count_text(count, language);
  if (days == 1) {
    return language.counted("{} joined in the last day", "{} joined in the last day", count.possible, figure);
  }
  return language.counted("{} joined in the last {} days", "{} joined in the last {} days", count.possible, figure,
                          language.number(days));
}

std::string in_last_days(const std::string& what, int days, const language::Language& language) {
  return language.counted("{} in the last {} day", "{} in the last {} days", days, what, language.number(days));
}

const char* precision_text(model::DatePrecision precision) {
  switch (precision) {
    case model::DatePrecision::kDay:
      return language::noted("The day is known");
    case model::DatePrecision::kMonth:
      return language::noted("Only the month is known");
    case model::DatePrecision::kLess:
      break;
  }
  return language::noted("The day is not known");
}

std::string count_text(model::DayCount count, const language::Language& language) {
  if (count.certain == count.possible) return language.number(count.certain);
  return language.range(language.number(count.certain), language.number(count.possible));
}

std::string dollars_range(double certain_usd, double possible_usd, const language::Language& language) {
  const std::string certain = language.dollars(certain_usd), possible = language.dollars(possible_usd);
  return certain == possible ? certain : language.range(certain, possible);
}

}  // namespace spreadmap::scene
