#pragma once
#include <string>

#include "language/language.h"
#include "model/layer_index.h"

namespace spreadmap::scene {

/// "Joined in the last 14 days" as a legend, and "24 joined in the last 14 days".
std::string joined_lately(int days, const language::Language& language);
std::string joined_in_last(int days, model::DayCount count, const language::Language& language);

/// "agencies in the last 30 days": what is counted, while records are there for so many days only.
std::string in_last_days(const std::string& what, int days, const language::Language& language);

/// What is known of a day that is not known: "Only the month is known". To be spoken by a Language.
const char* precision_text(model::DatePrecision precision);

/// "405", or "1,331–1,372" where the day leaves it open.
std::string count_text(model::DayCount count, const language::Language& language);
/// "$10,000", or "$10,000–$60,000" where the days leave it open.
std::string dollars_range(double certain_usd, double possible_usd, const language::Language& language);

}  // namespace spreadmap::scene
