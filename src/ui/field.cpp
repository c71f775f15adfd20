#include "ui/field.h"

#include <imgui.h>

#include "ui/widgets.h"

namespace spreadmap::ui {

FieldHand show_field(const PanelContext& context, const PanelState& state, FieldState& field, const char* id,
                     const FieldLook& look) {
  // Asked for until it is there: ImGui gives the keyboard a picture or two later.
  if (field.wants_keyboard) ImGui::SetKeyboardFocusHere();
  FieldHand hand;
  hand.changes = text_field(id, look, field.text, context.in.theme, context.scale);
  field.is_typing = ImGui::IsItemActive();
  if (field.is_typing) field.wants_keyboard = false;
  // ImGui takes the keyboard away with the very key that is asked about here.
  hand.has_keyboard = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
  hand.enters = hand.has_keyboard && (state.key == "Return" || state.key == "Keypad Enter");
  hand.escapes = hand.has_keyboard && state.key == "Escape";
  return hand;
}

void leave_field(FieldState& field) {
  field = {};
  ImGui::SetWindowFocus(nullptr);
}

}  // namespace spreadmap::ui
