#pragma once
#include <string>
#include <string_view>

namespace spreadmap::app {

/// A text as a field of a CSV file (RFC 4180): in quotes where it has to be. One that a spreadsheet would take for a formula (it
/// begins with = + - @ or white space that hides one) gets an apostrophe before it, which spreadsheets show as text.
std::string csv_text(std::string_view text);

}  // namespace spreadmap::app
