#include "scene/words.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace spreadmap::scene {
namespace {

constexpr std::array<std::string_view, 12> kSpanishMonths{"enero",      "febrero", "marzo",     "abril",
                                                          "mayo",       "junio",   "julio",     "agosto",
                                                          "septiembre", "octubre", "noviembre", "diciembre"};

std::string spanish_month_and_year(std::chrono::year_month_day date) {
  return fmt::format("{} de {}", kSpanishMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()));
}

}  // namespace

std::string_view word(Word which, const std::string& language) {
  const bool es = language == "es";
  switch (which) {
    case Word::kShown:
      return es ? "SE MUESTRA" : "SHOWN";
    case Word::kMonthOnly:
      return es ? "Solo se conoce el mes" : "Only the month is known";
    case Word::kDayUncertain:
      return es ? "No se conoce el día" : "The day is not known";
    case Word::kAmountUnknown:
      return es ? "Importe desconocido" : "Amount unknown";
    case Word::kState:
      return es ? "estado" : "state";
    case Word::kStates:
      return es ? "estados" : "states";
    case Word::kSoFar:
      return es ? "conocidos hasta ahora" : "known so far";
    case Word::kBefore:
      return es ? "antes de" : "before";
    case Word::kSince:
      return es ? "desde el" : "since";
    case Word::kIncomplete:
      return es ? "lista incompleta" : "list not complete";
    case Word::kEnded:
      return es ? "Terminado" : "Ended";
    case Word::kIncompleteAfter:
      return es ? "La lista no está completa después del {}" : "The list is not complete after {}";
    case Word::kSinceDay:
      return es ? "Desde" : "Since";
    case Word::kDate:
      return es ? "Fecha" : "Date";
    case Word::kSigned:
      return es ? "Firmó" : "Signed";
    case Word::kWhat:
      return es ? "Qué fue" : "What it was";
    case Word::kAmount:
      return es ? "Importe" : "Amount";
    case Word::kConfidence:
      return es ? "Fiabilidad" : "Confidence";
    case Word::kCounty:
      return es ? "Condado" : "County";
    case Word::kOrder:
      return es ? "Orden" : "Order";
    case Word::kOrderOf:
      return es ? "{} de {}" : "{} of {}";
    case Word::kDayKnown:
      return es ? "Se conoce el día" : "The day is known";
    case Word::kOfInAll:
      return es ? "De {} en total" : "Of {} in all";
  }
  return {};
}

std::string joined_lately(int days, const std::string& language) {
  if (language == "es")
    return days == 1 ? "Se unió en el último día" : fmt::format("Se unió en los últimos {} días", days);
  return days == 1 ? "Joined in the last day" : fmt::format("Joined in the last {} days", days);
}

std::string joined_in_last(int days, bool is_one, const std::string& language) {
  if (language == "es") {
    const std::string_view joined = is_one ? "se unió" : "se unieron";
    return days == 1 ? fmt::format("{} en el último día", joined)
                     : fmt::format("{} en los últimos {} días", joined, days);
  }
  return days == 1 ? "joined in the last day" : fmt::format("joined in the last {} days", days);
}

std::string sentence_case(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

std::string capitals(std::string text) {
  constexpr char kHigh = '\xc3';    // how UTF-8 begins U+00C0 to U+00FF
  constexpr char kDivide = '\xb7';  // U+00F7, the one sign among the small letters
  char before = 0;
  for (char& c : text) {
    const bool is_ascii_letter = c >= 'a' && c <= 'z';
    const bool is_accented_letter = before == kHigh && c >= '\xa0' && c <= '\xbe' && c != kDivide;
    before = c;
    if (is_ascii_letter || is_accented_letter) c = static_cast<char>(c - 32);
  }
  return text;
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

std::string long_day(time::Day day, const std::string& language) {
  if (language != "es") return time::long_day(day);
  const std::chrono::year_month_day date(day);
  return fmt::format("{} de {}", static_cast<unsigned>(date.day()), spanish_month_and_year(date));
}

std::string long_interval(time::DayInterval interval, const std::string& language) {
  if (language != "es") return time::long_interval(interval);
  const std::chrono::year_month_day first(interval.earliest), last(interval.latest);
  const bool ends_month =
      std::chrono::year_month_day_last(last.year(), last.month() / std::chrono::last).day() == last.day();
  const bool whole_months = first.day() == std::chrono::day(1) && ends_month;
  if (whole_months && first.year() == last.year() && first.month() == last.month())
    return spanish_month_and_year(first);
  if (whole_months && first.year() == last.year() && first.month() == std::chrono::January &&
      last.month() == std::chrono::December) {
    return std::to_string(static_cast<int>(first.year()));
  }
  if (interval.is_exact()) return long_day(interval.earliest, language);
  return fmt::format("{} – {}", long_day(interval.earliest, language), long_day(interval.latest, language));
}

std::string short_month(time::Day day, const std::string& language) {
  if (language != "es") return time::short_month(day);
  return std::string(kSpanishMonths[static_cast<unsigned>(std::chrono::year_month_day(day).month()) - 1].substr(0, 3));
}

std::string dollars_range(double certain_usd, double possible_usd, const std::string& language) {
  if (std::llround(certain_usd) == std::llround(possible_usd)) return dollars(certain_usd, language);
  return fmt::format("{}–{}", dollars(certain_usd, language), dollars(possible_usd, language));
}

std::string dollars(double amount_usd, const std::string& language) {
  return "$" + grouped(std::llround(amount_usd), language);
}

}  // namespace spreadmap::scene
