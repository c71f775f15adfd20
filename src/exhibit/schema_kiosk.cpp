#include <charconv>

#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {
namespace {

/// `9:30`, `18:00`; the end of a day is `24:00`.
std::optional<ClockTime> clock_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::optional<int> {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-' ? std::optional(value)
                                                                                                 : std::nullopt;
  };
  const auto hour = number(text.substr(0, colon)), minute = number(text.substr(colon + 1));
  if (!hour || !minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute > 0)) return std::nullopt;
  return ClockTime{*hour, *minute};
}

Result<void> read_hours(const At& at, const toml::node& node, KioskSpec& kiosk) {
  constexpr const char* kExpected = "hours as \"10:00-18:00\"";
  std::string text;
  if (auto read = read_value(at, node, text); !read) return read;
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos) return fail_expected(at, node, kExpected);
  const auto from = clock_time(std::string_view(text).substr(0, dash)),
             to = clock_time(std::string_view(text).substr(dash + 1));
  if (!from || !to || *from == *to) return fail_expected(at, node, kExpected);
  kiosk.hours = OpeningHours{*from, *to};
  return {};
}

}  // namespace

bool is_open_at(const OpeningHours& hours, ClockTime now) {
  const int from = hours.from.minutes(), to = hours.to.minutes(), at = now.minutes();
  return from < to ? at >= from && at < to : at >= from || at < to;
}

template <>
const std::vector<Key<KioskSpec>>& Schema<KioskSpec>::keys() {
  static const std::vector<Key<KioskSpec>> kKeys = {
      number<&KioskSpec::idle_s, NumberRange::kIdle>("idle_seconds"),
      number<&KioskSpec::countdown_s, NumberRange::kCountdown>("countdown_seconds"),
      number<&KioskSpec::screen_diagonal_mm, NumberRange::kDiagonal>("screen_diagonal_mm"),
      key<&KioskSpec::has_low_controls>("low_controls"),
      {"hours", Need::kOptional, &read_hours, &ListKeys<std::string>::add},
  };
  return kKeys;
}

}  // namespace spreadmap::exhibit
