#pragma once
#include <string>

#include "ui/panel_context.h"

namespace spreadmap::ui {

/// The fields of the cue that is taken up, below its row.
void show_cue_fields(const PanelContext& context, PanelState& state);
/// What saves the cues, and what is to be done where they were not.
void show_cue_saving(const PanelContext& context, PanelState& state);

/// Seconds as people say them: `7 s`, `1:34`.
std::string told_seconds(const language::Language& language, double seconds);
/// When a cue is: a day, or the days that play; empty: it says nothing of it.
std::string told_days(const language::Language& language, const exhibit::CueSpec& cue);

}  // namespace spreadmap::ui
