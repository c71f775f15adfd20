#pragma once
#include <toml++/toml.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/result.h"
#include "exhibit/exhibit.h"

namespace spreadmap::exhibit {

/// Where a value stands: the exhibit file (for messages and relative paths), the language that a plain string is in,
/// and the dotted key (`layers[].style.colour`, as the manual's table spells it; empty for the whole file).
struct At {
  const std::filesystem::path& file;
  const std::string& language;
  std::string key;

  [[nodiscard]] At child(std::string_view name) const;
};

/// The line on which a node begins, from 1; a table that stands nowhere (the whole file) begins on line 1.
std::uint32_t line_of(const toml::node& node);

/// `file:line: what`.
template <class... Args>
[[nodiscard]] tl::unexpected<Error> fail_at(const At& at, std::uint32_t line, fmt::format_string<Args...> format,
                                            Args&&... args) {
  return fail("{}:{}: {}", at.file.string(), line, fmt::format(format, std::forward<Args>(args)...));
}

/// `file:line: 'key': expected a date (2019-08-28), got a string`: a value of the wrong type, or one that is not what
/// it should be, quoted as it stands.
tl::unexpected<Error> fail_expected(const At& at, const toml::node& node, std::string_view expected);

/// One reader for each kind of value. Each leaves `out` untouched on error.
Result<void> read_value(const At& at, const toml::node& node, std::string& out);
Result<void> read_value(const At& at, const toml::node& node, bool& out);
Result<void> read_value(const At& at, const toml::node& node, double& out);  ///< finite; integers too
Result<void> read_value(const At& at, const toml::node& node, time::Day& out);
Result<void> read_value(const At& at, const toml::node& node, time::DayInterval& out);
Result<void> read_value(const At& at, const toml::node& node, Srgb8& out);  ///< `#rrggbb` or `#rrggbbaa`
Result<void> read_value(const At& at, const toml::node& node, LocalText& out);
Result<void> read_value(const At& at, const toml::node& node, std::vector<std::string>& out);
Result<void> read_value(const At& at, const toml::node& node, std::vector<double>& out);
/// The key `source`: a path, resolved against the exhibit's folder, and its line.
Result<void> read_value(const At& at, const toml::node& node, SourceSpec& out);
/// A number that may not leave its range: above 0, 0 to 1, lengths from 0 and radii above 0 up to 200 points (a fifth of a 1080p
/// picture's height), bandwidths not below 4 points (less is no surface, but marks), logos
/// from 16 points (less cannot be read) to 120 (a ninth of that height), days up to ten years, 2 to 9 classes, since more cannot
/// be told apart on a map, seconds up to an hour.
enum class NumberRange {
  kPositive,
  kFraction,
  kLength,
  kRadius,
  kBandwidth,
  kLogo,
  kDays,
  kClasses,
  kSeconds,
  kIdle,
  kCountdown,
  kDiagonal
};
Result<void> read_number(const At& at, const toml::node& node, NumberRange range, double& out);
/// One word of a fixed list, as its index; a word that is not in it is an error that names the nearest.
Result<std::size_t> read_choice(const At& at, const toml::node& node, std::span<const std::string> words);
/// The shape of BCP 47, not its registry: two or three small letters, then parts of up to eight.
bool is_language_tag(std::string_view tag);
inline constexpr std::string_view kLanguage = "a language tag (en, es, pt-BR)";
/// A language tag such as `en` or `pt-BR`.
Result<void> read_language(const At& at, const toml::node& node, std::string& out);

}  // namespace spreadmap::exhibit
