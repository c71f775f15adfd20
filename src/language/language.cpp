#include "language/language.h"

#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <cmath>
#include <limits>

#include "base/assert.h"
#include "language/tags.h"

namespace spreadmap::language {
namespace {

using icu::UnicodeString;

icu::Locale locale_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  // 001 is the world: "27 August 2019", where plain `en` would be that of the United States.
  icu::Locale locale = icu::Locale::forLanguageTag(tag == "en" ? "en-001" : tag, status);
  return U_FAILURE(status) != 0 || locale.isBogus() != 0 ? icu::Locale::forLanguageTag("en-001", status) : locale;
}

std::string utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

UnicodeString utf16(std::string_view text) {
  return UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Figures go with the words: `es-MX` writes those of Mexico, and what has no words of its own writes as English does.
const std::string& figures_tag(const std::string& tag, const std::string& language_of_texts) {
  return primary_language(tag) == primary_language(language_of_texts) ? tag : language_of_texts;
}

UDate date_of(time::Day day) { return static_cast<double>(day.time_since_epoch().count()) * 86'400'000.0; }

/// A calendar without time zone and without the change from Julian days: as std::chrono counts.
std::unique_ptr<icu::Calendar> plain_calendar(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto calendar = std::make_unique<icu::GregorianCalendar>(icu::TimeZone::getGMT()->clone(), locale, status);
  calendar->setGregorianChange(-std::numeric_limits<double>::max(), status);
  return calendar;
}

}  // namespace

struct Language::Formats {
  /// `by`: of figures and days; `own`: of the exhibit's words.
  Formats(const icu::Locale& by, icu::Locale own)
      : locale(by),
        own_locale(std::move(own)),
        number(icu::number::NumberFormatter::withLocale(by)),
        dollars(number.unit(icu::CurrencyUnit(u"USD", status))
                    .unitWidth(UNUM_UNIT_WIDTH_NARROW)
                    .precision(icu::number::Precision::maxFraction(0))),
        patterns(icu::DateTimePatternGenerator::createInstance(by, status)),
        long_day(pattern(u"yMMMMd")),
        medium_day(pattern(u"yMMMd")),
        long_month(pattern(u"yMMMM")),
        short_month(pattern(u"LLL")),
        month_and_year(pattern(u"yMMM")),
        day_and_month(pattern(u"MMMd")),
        interval(icu::DateIntervalFormat::createInstance(u"yMMMMd", by, status)) {
    SM_ASSERT(U_FAILURE(status) == 0, "ICU has no formats for {}: {}", by.getName(), u_errorName(status));
    interval->setTimeZone(*icu::TimeZone::getGMT());
  }

  icu::SimpleDateFormat pattern(const char16_t* skeleton) {
    icu::SimpleDateFormat format(patterns->getBestPattern(skeleton, status), locale, status);
    format.adoptCalendar(plain_calendar(locale).release());
    return format;
  }

  static std::string written(const icu::SimpleDateFormat& format, time::Day day) {
    UnicodeString out;
    format.format(date_of(day), out);
    return utf8(out);
  }

  UErrorCode status = U_ZERO_ERROR;  // first: the others are made with it
  icu::Locale locale, own_locale;
  icu::number::LocalizedNumberFormatter number, dollars;
  std::unique_ptr<icu::DateTimePatternGenerator> patterns;
  icu::SimpleDateFormat long_day, medium_day, long_month, short_month, month_and_year, day_and_month;
  std::unique_ptr<icu::DateIntervalFormat> interval;
};

Language::Language(std::string tag, const std::filesystem::path& catalogues)
    : tag_(std::move(tag)),
      catalogue_(catalogues, tag_),
      formats_(std::make_unique<Formats>(locale_of(figures_tag(tag_, catalogue_.language())), locale_of(tag_))) {}
Language::~Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;

std::string Language::number(long long value) const {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(formats_->number.formatInt(value, status).toString(status));
}

std::string Language::figure(double value, int digits) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto format = formats_->number.precision(icu::number::Precision::maxSignificantDigits(digits));
  return utf8(format.formatDouble(value, status).toString(status));
}

std::string Language::dollars(double amount_usd) const {
  UErrorCode status = U_ZERO_ERROR;
  // Of small sums a rounded one would say something else.
  constexpr double kSmall_usd = 10.0, kCents = 100.0;
  const long long cents = std::llround(amount_usd * kCents);
  if (std::abs(amount_usd) < kSmall_usd && cents % static_cast<long long>(kCents) != 0) {
    const auto with_cents = formats_->dollars.precision(icu::number::Precision::fixedFraction(2));
    return utf8(with_cents.formatDouble(static_cast<double>(cents) / kCents, status).toString(status));
  }
  return utf8(formats_->dollars.formatInt(std::llround(amount_usd), status).toString(status));
}

std::string Language::isolated(std::string text) const {
  return formats_->own_locale.isRightToLeft() != 0 ? isolated_from_the_left(std::move(text)) : text;
}

std::string Language::range(std::string_view from, std::string_view to) const {
  return isolated(fmt::format("{}–{}", from, to));
}

std::string Language::long_day(time::Day day) const { return Formats::written(formats_->long_day, day); }
std::string Language::medium_day(time::Day day) const { return Formats::written(formats_->medium_day, day); }
std::string Language::short_month(time::Day day) const { return Formats::written(formats_->short_month, day); }
std::string Language::month_and_year(time::Day day) const { return Formats::written(formats_->month_and_year, day); }
std::string Language::day_and_month(time::Day day) const { return Formats::written(formats_->day_and_month, day); }

std::string Language::long_interval(time::DayInterval interval) const {
  if (interval.is_exact()) return long_day(interval.earliest);
  using std::chrono::year_month_day;
  const year_month_day from{interval.earliest}, to{interval.latest};
  const year_month_day after{interval.latest + std::chrono::days{1}};
  const bool whole_months = from.day() == std::chrono::day{1} && after.day() == std::chrono::day{1};
  if (time::is_whole_month(interval)) return Formats::written(formats_->long_month, interval.earliest);
  if (whole_months && from.year() == to.year() && from.month() == std::chrono::January &&
      to.month() == std::chrono::December) {
    return std::to_string(static_cast<int>(from.year()));
  }
  const icu::DateInterval days(date_of(interval.earliest), date_of(interval.latest));
  UErrorCode status = U_ZERO_ERROR;
  icu::FieldPosition ignored;
  UnicodeString out;
  formats_->interval->format(&days, out, ignored, status);
  return isolated(utf8(out));
}

std::string Language::capitals(std::string_view text) const { return utf8(utf16(text).toUpper(formats_->own_locale)); }

std::string Language::sentence(std::string_view text) const {
  UnicodeString all = utf16(text);
  const std::int32_t second = all.moveIndex32(0, 1);
  return utf8(UnicodeString(all, 0, second).toUpper(formats_->own_locale).append(all, second, all.length() - second));
}

std::string own_name(const std::string& tag) {
  const icu::Locale locale = icu::Locale(primary_language(tag).c_str());
  UnicodeString name;
  locale.getDisplayName(locale, name);
  const std::int32_t second = name.moveIndex32(0, 1);
  return utf8(UnicodeString(name, 0, second).toUpper(locale).append(name, second, name.length() - second));
}

}  // namespace spreadmap::language
