#include "scene/words.h"

#include <fmt/format.h>

#include <cmath>

namespace spreadmap::scene {

std::string_view word(Word which, const std::string& language) {
  const bool es = language == "es";
  switch (which) {
    case Word::kShown: return es ? "SE MUESTRA" : "SHOWN";
    case Word::kJoinedLately: return es ? "Se unió en los últimos 14 días" : "Joined in the last 14 days";
    case Word::kMonthOnly: return es ? "Solo se conoce el mes" : "Only the month is known";
    case Word::kAmountUnknown: return es ? "Importe desconocido" : "Amount unknown";
    case Word::kStates: return es ? "estados" : "states";
    case Word::kJoinedInLast: return es ? "se unieron en los últimos 14 días" : "joined in the last 14 days";
    case Word::kSoFar: return es ? "hasta ahora" : "so far";
    case Word::kBefore: return es ? "antes de" : "before";
    case Word::kSince: return es ? "desde el" : "since";
    case Word::kIncomplete: return es ? "lista incompleta" : "list not complete";
    case Word::kFrom: return es ? "desde el" : "from";
  }
  return {};
}

std::string grouped(long long value, const std::string& language) {
  std::string digits = std::to_string(std::llabs(value));
  const bool es = language == "es";
  // Spanish sets apart from five digits on, with a space (Ortografía de la lengua española, RAE 2010); English from four, with a comma.
  if (es && digits.size() < 5) return (value < 0 ? "-" : "") + digits;
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, es ? " " : ",");
  }
  return (value < 0 ? "-" : "") + digits;
}

std::string count_text(model::DayCount count, const std::string& language) {
  if (count.certain == count.possible) return grouped(count.certain, language);
  return fmt::format("{}–{}", grouped(count.certain, language), grouped(count.possible, language));
}

std::string dollars(double amount_usd, const std::string& language) {
  return "$" + grouped(std::llround(amount_usd), language);
}

}  // namespace spreadmap::scene
