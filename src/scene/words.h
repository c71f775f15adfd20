#pragma once
#include <string>
#include <string_view>

#include "model/layer_index.h"
#include "time/day.h"

namespace spreadmap::scene {

/// Texts of the furniture that the program itself brings, in the language of the view ("en", "es"; any other reads English).
enum class Word {
  kShown,
  kMonthOnly,
  kDayUncertain,
  kAmountUnknown,
  kState,
  kStates,
  kSoFar,
  kBefore,
  kSince,
  kIncomplete,
  kEnded,
  kIncompleteAfter,  ///< with a place for the day
  kDayKnown,
  kSinceDay,
  kDate,
  kSigned,
  kWhat,
  kAmount,
  kConfidence,
  kCounty,
  kOrder,
  kOrderOf,  ///< with places for the order and for how many there are
  kOfInAll,  ///< with a place for the count
};
std::string_view word(Word which, const std::string& language);

/// "Joined in the last 14 days" as a legend, and "joined in the last 14 days" after a count, which may be one.
std::string joined_lately(int days, const std::string& language);
std::string joined_in_last(int days, bool is_one, const std::string& language);

/// A text that begins with a capital letter (ASCII).
std::string sentence_case(std::string_view text);
/// A text in capitals: ASCII and the accented letters of Western Europe (Latin-1); all else stays as it is.
std::string capitals(std::string text);

/// A count with its thousands set apart as the language does: 1,331 · 1331.
std::string grouped(long long value, const std::string& language);
/// "405", or "1,331–1,372" where the day leaves it open.
std::string count_text(model::DayCount count, const std::string& language);
/// "27 August 2019" · "27 de agosto de 2019"; a whole month without a day, a whole year alone.
std::string long_day(time::Day day, const std::string& language);
std::string long_interval(time::DayInterval interval, const std::string& language);
/// "Apr" · "abr".
std::string short_month(time::Day day, const std::string& language);
/// "$10,000", or "$10,000–$60,000" where the days leave it open.
std::string dollars_range(double certain_usd, double possible_usd, const std::string& language);
/// "$137,500".
std::string dollars(double amount_usd, const std::string& language);

}  // namespace spreadmap::scene
