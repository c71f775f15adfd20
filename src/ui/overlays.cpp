// What lies over the map: the keys, and a line that comes and goes.
#include <imgui.h>

#include <algorithm>

#include "ui/focus.h"
#include "ui/lettering.h"
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
      keys_width = std::max(keys_width, size_of(key.keys).x);
      actions_width = std::max(actions_width, size_of(key.action).x);
    }
    keys_width += 24.0F * context.scale;
    actions_width = std::min(actions_width + 1.0F, screen.x - padding - keys_width - 16.0F * context.scale);
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
      ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, keys_width);
      ImGui::TableSetupColumn("action", ImGuiTableColumnFlags_WidthFixed, actions_width);
      for (const KeyHelp& key : context.in.keys) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        write(key.keys);
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
        write_lines(key.action, ImGui::GetCursorPosX() + actions_width);
        ImGui::PopStyleColor();
      }
      ImGui::EndTable();
    }
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

void show_menu_button(const PanelContext& context) {
  // A finger needs 44 points whatever the size of type; more than half as much again would only hide the map.
  constexpr float kSidePt = 44.0F, kMost = 1.5F, kGapPt = 4.0F;
  const float scale = std::clamp(context.scale, 1.0F, kMost), side = kSidePt * scale, gap = kGapPt * scale;
  const ImVec2 foot = context.in.menu_foot;
  const ImVec2 at{std::max(gap, foot.x - side / 2.0F), std::max(gap, foot.y - side)};
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize({side, side});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (ImGui::Begin("menu", nullptr, kBare)) {
    context.cover();
    const bool by_hand = ImGui::InvisibleButton("panels", {side, side});
    const style::Theme& theme = context.in.theme;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + side / 2.0F, at.y + side / 2.0F};
    const float radius = side / 2.0F - 3.0F * scale;
    const bool is_lit = ImGui::IsItemHovered();
    list.AddCircleFilled(middle, radius, packed(theme.panel), 48);
    list.AddCircle(middle, radius, packed(is_lit ? theme.text_third : theme.bar_ahead), 48, scale);
    const float half = 8.0F * scale, thick = 1.0F * scale;
    for (const float y : {-6.0F, 0.0F, 6.0F}) {
      const float line = middle.y + y * scale;
      list.AddRectFilled({middle.x - half, line - thick}, {middle.x + half, line + thick}, packed(theme.text), thick);
    }
    if (is_lit)
      ImGui::SetTooltip("%s", context.with_key(context.language().text("Panels"), context.in.hints.panels).c_str());
    if (focus().control("panels", ImGui::GetID("panels"), theme, scale) || by_hand)
      context.ask(model::AppCommand(model::TogglePanels{}));
  }
  ImGui::End();
  ImGui::PopStyleVar(2);
}

void show_notice(const PanelContext& context) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 foot = context.in.notice_foot;
  ImGui::SetNextWindowPos({foot.x, foot.y - 12.0F * context.scale}, ImGuiCond_Always, {0.5F, 1.0F});
  constexpr ImGuiWindowFlags kToast = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize |
                                      ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, vec4(context.in.theme.card));
  // What went wrong is told apart by its border and by its words, which begin with what was not done.
  ImGui::PushStyleColor(ImGuiCol_Border,
                        vec4(context.in.notice.is_failure ? context.in.theme.failure : context.in.theme.panel_line));
  if (ImGui::Begin("notice", nullptr, kToast)) {
    const float padding = 2.0F * ImGui::GetStyle().WindowPadding.x;
    write_lines(context.in.notice.text, std::min(560.0F * context.scale, screen.x - 2.0F * padding));
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace spreadmap::ui
