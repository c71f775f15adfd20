// What lies over the map: the keys, and a line that comes and goes.
#include <imgui.h>

#include <algorithm>

#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

void show_keys(const PanelContext& context) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2.0F, screen.y / 2.0F}, ImGuiCond_Always, {0.5F, 0.5F});
  // In a window that is too low for it the card scrolls.
  ImGui::SetNextWindowSizeConstraints({0.0F, 0.0F}, {screen.x, screen.y});
  constexpr ImGuiWindowFlags kCard = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, vec4(context.in.theme.card));
  if (ImGui::Begin("keys", nullptr, kCard)) {
    context.cover();
    heading(context.language().text("KEYS"), context.in.theme, context.scale);
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
      for (const KeyHelp& key : context.in.keys) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted((std::string(context.language().text(key.keys)) + "      ").c_str());
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
        ImGui::TextUnformatted(context.language().text(key.action));
        ImGui::PopStyleColor();
      }
      ImGui::EndTable();
    }
  }
  ImGui::End();
  ImGui::PopStyleColor();
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
    ImGui::PushTextWrapPos(560.0F * context.scale);
    ImGui::TextUnformatted(context.in.notice.text.c_str());
    ImGui::PopTextWrapPos();
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace spreadmap::ui
