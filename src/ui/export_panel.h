#pragma once
#include "ui/panel_context.h"

namespace spreadmap::ui {

/// What is made, small: its first, middle and last frame, of which one is shown larger.
void show_export_pictures(const PanelContext& context, PanelState& state);
/// What begins it, how far it is, what pauses and stops it, and what became of it.
void show_export_progress(const PanelContext& context, PanelState& state);

}  // namespace spreadmap::ui
