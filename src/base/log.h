#pragma once
#include <functional>
#include <string_view>

namespace spreadmap {

/// Sends the log to standard error as `spreadmap: text`. `verbose` also shows what is only of interest when looking for a
/// fault. The log sink is one of the two globals of the house.
void set_up_log(bool verbose);

/// Hands each line to somebody else from now on: `kind` is "error", "warning" or "detail". Not before `set_up_log`.
using TakeLogged = std::function<void(std::string_view kind, std::string_view text)>;
void send_log_to(TakeLogged take);

/// One line each. The library behind them stays behind them: its headers would triple what a file costs to compile.
void log_error(std::string_view text);
void log_warning(std::string_view text);
void log_detail(std::string_view text);

/// Whether `log_detail` is shown.
bool is_log_verbose();

}  // namespace spreadmap
