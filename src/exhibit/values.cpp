#include "exhibit/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "exhibit/nearest.h"

namespace spreadmap::exhibit {
namespace {

constexpr std::string_view kDay = "a date (2019-08-28)";
constexpr std::string_view kImpreciseDay = "a date (2019-08-28, 2019-08, 2019 or 2019-08/2019-10)";
constexpr std::string_view kColour = "a colour (#3ddbb4)";

std::string_view type_name(toml::node_type type) {
  switch (type) {
    case toml::node_type::none:
      return "nothing";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number with a fraction";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time of day";
    case toml::node_type::date_time:
      return "a date with a time of day";
  }
  return "nothing";
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Srgb8> colour_from_hex(std::string_view text) {
  if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
  std::array<std::uint8_t, 4> channels = {0, 0, 0, 255};
  for (std::size_t i = 0; i < (text.size() - 1) / 2; ++i) {
    const int high = hex_digit(text[1 + 2 * i]);
    const int low = hex_digit(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Srgb8{channels[0], channels[1], channels[2], channels[3]};
}

// TOML has checked that the day exists.
time::Day day_from_toml(const toml::date& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  if (primary < 2 || primary > 3) return false;
  if (!std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary),
                   [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  std::size_t part = 0;
  for (const char c : tag.substr(primary)) {
    part = c == '-' ? 0 : part + 1;
    if (part > 8 || (c != '-' && !is_letter_or_digit(c))) return false;
  }
  return tag.size() == primary || part > 0;
}

At At::child(std::string_view name) const {
  return At{file, language, key.empty() ? std::string(name) : fmt::format("{}.{}", key, name)};
}

std::uint32_t line_of(const toml::node& node) { return std::max<std::uint32_t>(1, node.source().begin.line); }

tl::unexpected<Error> fail_expected(const At& at, const toml::node& node, std::string_view expected) {
  return fail_at(at, line_of(node), "'{}': expected {}, got {}", at.key, expected, type_name(node.type()));
}

namespace {

tl::unexpected<Error> fail_text(const At& at, const toml::node& node, std::string_view expected,
                                std::string_view text) {
  return fail_at(at, line_of(node), "'{}': expected {}, got '{}'", at.key, expected, text);
}

}  // namespace

Result<void> read_value(const At& at, const toml::node& node, std::string& out) {
  const auto* text = node.as_string();
  if (text == nullptr) return fail_expected(at, node, "a string");
  out = text->get();
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, bool& out) {
  const auto* value = node.as_boolean();
  if (value == nullptr) return fail_expected(at, node, "true or false");
  out = value->get();
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, double& out) {
  const std::optional<double> value = node.is_number() ? node.value<double>() : std::nullopt;
  if (!value) return fail_expected(at, node, "a number");
  if (!std::isfinite(*value)) return fail_text(at, node, "a number", fmt::format("{}", *value));
  out = *value;
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, time::DayInterval& out) {
  if (const auto* date = node.as_date()) {
    const time::Day day = day_from_toml(date->get());
    out = {day, day};
    return {};
  }
  const auto* text = node.as_string();
  if (text == nullptr) return fail_expected(at, node, kImpreciseDay);
  const Result<time::DayInterval> interval = time::parse_day_interval(text->get());
  if (!interval) return fail_text(at, node, kImpreciseDay, text->get());
  out = *interval;
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, time::Day& out) {
  if (const auto* date = node.as_date()) {
    out = day_from_toml(date->get());
    return {};
  }
  const auto* text = node.as_string();
  if (text == nullptr) return fail_expected(at, node, kDay);
  const Result<time::Day> day = time::parse_day(text->get());
  if (!day) return fail_text(at, node, kDay, text->get());
  out = *day;
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, Srgb8& out) {
  const auto* text = node.as_string();
  if (text == nullptr) return fail_expected(at, node, kColour);
  const std::optional<Srgb8> colour = colour_from_hex(text->get());
  if (!colour) return fail_text(at, node, kColour, text->get());
  out = *colour;
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, LocalText& out) {
  std::map<std::string, std::string> by_language;
  if (const auto* text = node.as_string()) {
    by_language.emplace(at.language, text->get());
  } else if (const toml::table* table = node.as_table(); table != nullptr && !table->empty()) {
    for (const auto& [key, value] : *table) {
      if (!is_language_tag(key.str()))
        return fail_at(at, key.source().begin.line, "'{}': '{}' is not {}", at.key, key.str(), kLanguage);
      if (Result<void> read = read_value(at.child(key.str()), value, by_language[std::string(key.str())]); !read)
        return read;
    }
  } else {
    return fail_expected(at, node, "a text, or a table of it by language ({ en = \"…\", es = \"…\" })");
  }
  out = LocalText(std::move(by_language));
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, std::vector<std::string>& out) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return fail_expected(at, node, "an array of strings");
  std::vector<std::string> values(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    if (Result<void> read = read_value(at, *array->get(i), values[i]); !read) return read;
  }
  out = std::move(values);
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, std::vector<double>& out) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return fail_expected(at, node, "an array of numbers");
  std::vector<double> values(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    if (Result<void> read = read_value(at, *array->get(i), values[i]); !read) return read;
  }
  out = std::move(values);
  return {};
}

Result<void> read_value(const At& at, const toml::node& node, SourceSpec& out) {
  const auto* text = node.as_string();
  if (text == nullptr || text->get().empty()) return fail_expected(at, node, "a file's path");
  // A path in the file is UTF-8; so are the system's.
  out.file = (at.file.parent_path() / text->get()).lexically_normal();
  out.line = line_of(node);
  return {};
}

Result<void> read_number(const At& at, const toml::node& node, NumberRange range, double& out) {
  double value = 0.0;
  if (Result<void> read = read_value(at, node, value); !read) return read;
  const auto refused = [&](std::string_view expected) {
    return fail_at(at, line_of(node), "'{}': expected {}, got {}", at.key, expected, value);
  };
  constexpr double kMost = 1e15;
  const auto within = [value](double least, double most) { return value >= least && value <= most; };
  switch (range) {
    case NumberRange::kPositive:
      if (value <= 0.0 || value > kMost) return refused("a number above 0, up to 1e15");
      break;
    case NumberRange::kFraction:
      if (!within(0.0, 1.0)) return refused("a number from 0 to 1");
      break;
    case NumberRange::kLength:
      if (!within(0.0, 200.0)) return refused("a number from 0 to 200");
      break;
    case NumberRange::kRadius:
      if (value <= 0.0 || value > 200.0) return refused("a number above 0, up to 200");
      break;
    case NumberRange::kBandwidth:
      if (!within(4.0, 200.0)) return refused("a number from 4 to 200");
      break;
    case NumberRange::kLogo:
      if (!within(16.0, 120.0)) return refused("a number from 16 to 120");
      break;
    case NumberRange::kDays:
      if (!within(0.0, 3660.0)) return refused("a number from 0 to 3660");
      break;
    case NumberRange::kClasses:
      if (!within(2.0, 9.0) || value != std::floor(value)) return refused("a whole number from 2 to 9");
      break;
    case NumberRange::kSeconds:
      if (!within(0.0, 3600.0)) return refused("a number from 0 to 3600");
      break;
    case NumberRange::kIdle:
      if (!within(10.0, 3600.0)) return refused("a number from 10 to 3600");
      break;
    case NumberRange::kCountdown:
      if (!within(5.0, 120.0)) return refused("a number from 5 to 120");
      break;
    case NumberRange::kDiagonal:
      if (!within(100.0, 10000.0)) return refused("millimetres, from 100 to 10000");
      break;
  }
  out = value;
  return {};
}

Result<std::size_t> read_choice(const At& at, const toml::node& node, std::span<const std::string> words) {
  std::string word;
  if (Result<void> read = read_value(at, node, word); !read) return tl::unexpected(read.error());
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end())
    return fail_at(at, line_of(node), "'{}': unknown value '{}'; {}", at.key, word, suggestion(word, words));
  return static_cast<std::size_t>(found - words.begin());
}

Result<void> read_language(const At& at, const toml::node& node, std::string& out) {
  const auto* text = node.as_string();
  if (text == nullptr) return fail_expected(at, node, kLanguage);
  if (!is_language_tag(text->get())) return fail_text(at, node, kLanguage, text->get());
  out = text->get();
  return {};
}

}  // namespace spreadmap::exhibit
