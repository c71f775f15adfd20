#pragma once
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

/// What a hand did to a field in this picture.
struct FieldHand {
  bool changes = false;
  bool enters = false;   ///< Enter
  bool escapes = false;  ///< Esc
  bool has_keyboard = false;
};

/// Lays a field out.
FieldHand show_field(const PanelContext& context, const PanelState& state, FieldState& field, const char* id,
                     const FieldLook& look);

/// The field loses the keyboard and what stands in it.
void leave_field(FieldState& field);

}  // namespace spreadmap::ui
