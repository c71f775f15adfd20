// What lies over the map: the keys, and a line that comes and goes.
#include <imgui.h>

#include <algorithm>

#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

void show_keys(const PanelContext& context, int turn) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2.0F, screen.y / 2.0F}, ImGuiCond_Always, {0.5F, 0.5F});
  // In a window that is too low for it the card scrolls.
  ImGui::SetNextWindowSizeConstraints({0.0F, 0.0F}, {screen.x, screen.y});
  constexpr ImGuiWindowFlags kCard = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, vec4(context.in.theme.card));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, vec4(context.in.theme.card));
  if (ImGui::Begin("keys", nullptr, kCard)) {
    context.cover();
    constexpr float kTurnPt = 60.0F;
    if (turn != 0) ImGui::SetScrollY(ImGui::GetScrollY() + static_cast<float>(turn) * kTurnPt * context.scale);
    heading(context.language().text("KEYS"), context.in.theme, context.scale);
    // What a key does is broken where the window is too narrow for it.
    const float padding = 2.0F * ImGui::GetStyle().WindowPadding.x + ImGui::GetStyle().ScrollbarSize;
    float keys_width = 0.0F, actions_width = 0.0F;
    for (const KeyHelp& key : context.in.keys) {
      keys_width = std::max(keys_width, ImGui::CalcTextSize(context.language().text(key.keys)).x);
      actions_width = std::max(actions_width, ImGui::CalcTextSize(context.language().text(key.action)).x);
    }
    keys_width += 24.0F * context.scale;
    actions_width = std::min(actions_width + 1.0F, screen.x - padding - keys_width - 16.0F * context.scale);
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
      ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, keys_width);
      ImGui::TableSetupColumn("action", ImGuiTableColumnFlags_WidthFixed, actions_width);
      for (const KeyHelp& key : context.in.keys) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(context.language().text(key.keys));
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + actions_width);
        ImGui::TextUnformatted(context.language().text(key.action));
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
      }
      ImGui::EndTable();
    }
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

void show_notice(const PanelContext& context) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float room = context.in.panels_open ? kPanelRoomPt * context.scale : 0.0F;
  ImGui::SetNextWindowPos({std::max(screen.x - room, screen.x / 2.0F) / 2.0F, 24.0F * context.scale}, ImGuiCond_Always,
                          {0.5F, 0.0F});
  constexpr ImGuiWindowFlags kToast = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize |
                                      ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, vec4(context.in.theme.card));
  // What went wrong is told apart by its border and by its words, which begin with what was not done.
  ImGui::PushStyleColor(ImGuiCol_Border,
                        vec4(context.in.notice.is_failure ? context.in.theme.failure : context.in.theme.panel_line));
  if (ImGui::Begin("notice", nullptr, kToast)) {
    const float padding = 2.0F * ImGui::GetStyle().WindowPadding.x;
    ImGui::PushTextWrapPos(std::min(560.0F * context.scale, screen.x - 2.0F * padding));
    ImGui::TextUnformatted(context.in.notice.text.c_str());
    ImGui::PopTextWrapPos();
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace spreadmap::ui
