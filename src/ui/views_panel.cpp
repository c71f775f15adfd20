// Views to come back to.
#include <imgui.h>

#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

void show_views(const PanelContext& context, ViewsPanelState& state, const std::string& key) {
  const language::Language& language = context.language();
  heading(language.text("VIEWS"), context.in.theme, context.scale);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float save = 84.0F * context.scale, forget = 36.0F * context.scale;
  text_field("view name", language.text("Name of what is seen now"), state.name, context.in.theme, context.scale,
             ImGui::GetContentRegionAvail().x - save - gap);
  state.is_typing = ImGui::IsItemActive();
  const bool has_keyboard = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
  const bool enters = has_keyboard && (key == "Return" || key == "Keypad Enter");
  ImGui::SameLine();
  if (pill(language.text("Save"), false, context.in.theme, context.scale, save) || enters) {
    context.ask(model::AppCommand(model::SaveView{state.name}));
    state.name.clear();
  }
  if (enters || (has_keyboard && key == "Escape")) {
    state.is_typing = false;
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
