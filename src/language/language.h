#pragma once
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "language/catalogue.h"
#include "language/direction.h"
#include "time/day.h"

namespace spreadmap::language {

/// How the program speaks: its texts (gettext catalogues, by English text), numbers, money and days as a language writes them (ICU's tables, that
/// is CLDR's). A value: nothing here reads or changes the process' locale. English without a region is that of the world, `27 August 2019`; `en-US` is `August 27, 2019`.
class Language {
 public:
  /// `tag`: BCP 47. `catalogues`: the folder of compiled catalogues. A language without one speaks English, with English numbers and days: Arabic
  /// figures among English words would be read in another order than they are written in. Of the exhibit's texts there are those of `tag`.
  Language(std::string tag, const std::filesystem::path& catalogues);
  ~Language();
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;

  [[nodiscard]] const std::string& tag() const { return tag_; }

  [[nodiscard]] const char* text(const char* english) const { return catalogue_.text(english); }
  [[nodiscard]] const char* text_in(const char* context, const char* english) const {
    return catalogue_.text_in(context, english);
  }
  /// A text with its places `{}` filled, each in its own direction.
  template <class... Values>
  [[nodiscard]] std::string filled(const char* english, const Values&... values) const {
    return from_the_left(fmt::format(fmt::runtime(catalogue_.text(english)), as_filled(values)...));
  }
  /// The same, in the form that goes with a count: counted("{} row", "{} rows", 3, number(3)).
  template <class... Values>
  [[nodiscard]] std::string counted(const char* one, const char* many, long long count, const Values&... values) const {
    return from_the_left(fmt::format(fmt::runtime(catalogue_.counted(one, many, count)), as_filled(values)...));
  }

  /// A count with its thousands set apart: 1,331 · 1331 · 12.345.
  [[nodiscard]] std::string number(long long value) const;
  /// A figure cut to so many significant digits: 7.5 · 7,5.
  [[nodiscard]] std::string figure(double value, int digits) const;
  /// US dollars, whole ones but below ten, where cents count: $137,500 · 137.500 $, $0.50 · 0,50 $.
  [[nodiscard]] std::string dollars(double amount_usd) const;
  /// Two figures that were written by these: 3–5. Where `tag` runs from the right it is isolated (U+2066, U+2069), since there the second would
  /// else stand before the first.
  [[nodiscard]] std::string range(std::string_view from, std::string_view to) const;

  /// `27 August 2019` · `27 de agosto de 2019`.
  [[nodiscard]] std::string long_day(time::Day day) const;
  /// `27 Aug 2019`.
  [[nodiscard]] std::string medium_day(time::Day day) const;
  /// A whole month without a day, a whole year alone, `3–9 June 2020`.
  [[nodiscard]] std::string long_interval(time::DayInterval interval) const;
  /// `Aug` · `ago`.
  [[nodiscard]] std::string short_month(time::Day day) const;
  /// `Aug 2019`.
  [[nodiscard]] std::string month_and_year(time::Day day) const;
  /// `27 Aug`.
  [[nodiscard]] std::string day_and_month(time::Day day) const;

  /// In capitals, by the rule of `tag`, whose texts of the exhibit are.
  [[nodiscard]] std::string capitals(std::string_view text) const;
  /// With a capital letter first, by the same rule, the rest as it is.
  [[nodiscard]] std::string sentence(std::string_view text) const;

 private:
  struct Formats;
  [[nodiscard]] std::string isolated(std::string text) const;
  std::string tag_;
  Catalogue catalogue_;
  std::unique_ptr<const Formats> formats_;
};

/// A text of the program that is spoken later: marks it for the catalogues and gives it back.
constexpr const char* noted(const char* english) { return english; }

/// What a language calls itself: `English`, `Español`.
std::string own_name(const std::string& tag);

}  // namespace spreadmap::language
