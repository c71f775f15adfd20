// Views to come back to.
#include <imgui.h>

#include "ui/field.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

void show_views(const PanelContext& context, PanelState& state) {
  const language::Language& language = context.language();
  heading(language.text("VIEWS"), context.in.theme, context.scale);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float save = 84.0F * context.scale, forget = 36.0F * context.scale;
  const FieldHand hand = show_field(
      context, state, state.view_name, "view name",
      {.hint = language.text("Name of what is seen now"), .width = ImGui::GetContentRegionAvail().x - save - gap});
  ImGui::SameLine();
  if (pill(language.text("Save"), false, context.in.theme, context.scale, save) || hand.enters) {
    context.ask(model::AppCommand(model::SaveView{state.view_name.text}));
    state.view_name.text.clear();
  }
  if (hand.enters) leave_field(state.view_name);
  // What was typed stays: it may be taken up again.
  if (hand.escapes) {
    state.view_name.is_typing = false;
    ImGui::SetWindowFocus(nullptr);
  }
  for (std::size_t i = 0; i < context.in.saved_views.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const float width = ImGui::GetContentRegionAvail().x - forget - gap;
    if (pill(context.in.saved_views[i].c_str(), false, context.in.theme, context.scale, width))
      context.ask(model::AppCommand(model::OpenView{i}));
    ImGui::SameLine();
    if (icon_button("forget view", Icon::kRemove, context.in.theme, context.scale, forget))
      context.ask(model::AppCommand(model::ForgetView{i}));
    ImGui::PopID();
  }
}

}  // namespace spreadmap::ui
