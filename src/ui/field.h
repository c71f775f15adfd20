#pragma once
#include "ui/panel_context.h"

namespace spreadmap::ui {

/// What a hand did to a field in this picture.
struct FieldHand {
  bool changes = false;
  bool enters = false;   ///< Enter
  bool escapes = false;  ///< Esc
  bool has_keyboard = false;
};

/// Lays a field out, with what it is for where it is empty. `width` 0: as wide as there is room.
FieldHand show_field(const PanelContext& context, const PanelState& state, FieldState& field, const char* id,
                     const char* hint, float width = 0.0F);

/// The field loses the keyboard and what stands in it.
void leave_field(FieldState& field);

}  // namespace spreadmap::ui
