#include "ui/panels.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/words.h"
#include "time/day.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

using model::AppCommand;
using model::Command;
using model::ViewCommand;
using Commands = std::vector<Command>;

/// What the panel draws with: the inputs, the scale and where commands go.
struct Context {
  const PanelInputs& in;
  float scale;
  Commands& out;
  std::vector<Panels::Rect>& covered;
  /// The window that is being laid out takes the pointer where it lies.
  void cover() const {
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    covered.push_back({at.x, at.y, at.x + size.x, at.y + size.y});
  }
  void ask(const ViewCommand& command) const { out.emplace_back(command); }
  void ask(const AppCommand& command) const { out.emplace_back(command); }
};

Symbol symbol_of(exhibit::LayerKind kind) {
  switch (kind) {
    case exhibit::LayerKind::kPartnerships:
      return Symbol::kDot;
    case exhibit::LayerKind::kSubsidies:
      return Symbol::kCircle;
    case exhibit::LayerKind::kSignatories:
      return Symbol::kDiamond;
  }
  return Symbol::kDot;
}

void show_playback(const Context& context) {
  const auto& view = context.in.view;
  heading("PLAYBACK", context.in.theme, context.scale);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 4.0F * gap) / 5.0F;
  struct Step {
    Icon icon;
    const char* tip;
    ViewCommand command;
  };
  const std::array steps{
      Step{Icon::kPrevious, "Previous event (P)", model::StepEvent{-1}},
      Step{Icon::kBack, "A day back (←)", model::StepDays{-1}},
      Step{view.playback.playing ? Icon::kPause : Icon::kPlay, "Play, pause (Space)", model::TogglePlay{}},
      Step{Icon::kOn, "A day on (→)", model::StepDays{1}}, Step{Icon::kNext, "Next event (N)", model::StepEvent{1}}};
  for (const Step& step : steps) {
    if (&step != steps.data()) ImGui::SameLine();
    if (icon_button(step.tip, step.icon, context.in.theme, context.scale, width)) context.ask(step.command);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", step.tip);
  }
  const double days_per_s = std::abs(view.playback.speed_d_per_s);
  const float third = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  if (pill("Slower", false, context.in.theme, context.scale, third)) context.ask(model::MultiplySpeed{0.5});
  ImGui::SameLine();
  if (pill("Faster", false, context.in.theme, context.scale, third)) context.ask(model::MultiplySpeed{2.0});
  ImGui::SameLine();
  if (pill("Loop", view.playback.loops, context.in.theme, context.scale, third)) context.ask(model::ToggleLoop{});
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  const time::PlayRange film = context.in.story.axis().film();
  ImGui::TextUnformatted(
      fmt::format("{:.3g} days a second; {:.0f} s for all", days_per_s, (film.to_d - film.from_d) / days_per_s)
          .c_str());
  ImGui::PopStyleColor();
}

std::string layer_figure(const Context& context, std::size_t layer) {
  const auto& index = context.in.selector.selection().layer(layer);
  return scene::count_text(index.count(context.in.view.playhead_d), context.in.view.language);
}

void show_layers(const Context& context) {
  heading("LAYERS", context.in.theme, context.scale);
  // The topmost layer is named first, as it lies on the map.
  for (std::size_t i = context.in.exhibit.layers.size(); i-- > 0;) {
    const auto& spec = context.in.exhibit.layers[i];
    const auto& state = context.in.view.layers[i];
    if (layer_row(spec.id.c_str(), symbol_of(spec.kind), spec.style.colour, spec.label.in(context.in.view.language),
                  layer_figure(context, i), state.visible, context.in.theme, context.scale)) {
      context.ask(model::SetLayerVisible{i, !state.visible});
    }
    if (spec.confidence_hidden.empty() || !state.visible) continue;
    if (switch_row((spec.id + "/low").c_str(), "With weak sources", state.shows_low_confidence, context.in.theme,
                   context.scale)) {
      context.ask(model::SetLowConfidenceShown{i, !state.shows_low_confidence});
    }
  }
}

void show_foot(const Context& context) {
  std::size_t imprecise = 0;
  for (const auto& table : context.in.tables.layers) {
    for (const auto& day : table.first_day) imprecise += day.is_exact() ? 0U : 1U;
  }
  const std::size_t refused = context.in.tables.problems.size();
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_third));
  ImGui::TextUnformatted(fmt::format("{} records not known to the day", imprecise).c_str());
  ImGui::TextUnformatted(
      refused == 0
          ? "No row was set aside"
          : fmt::format("{} set aside: see the log", refused == 1 ? "1 row" : fmt::format("{} rows", refused)).c_str());
  ImGui::PopStyleColor();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float third = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  if (pill("Keys  ?", context.in.keys_open, context.in.theme, context.scale, third))
    context.ask(AppCommand(model::ToggleKeys{}));
  ImGui::SameLine();
  if (pill("Picture", false, context.in.theme, context.scale, third)) context.ask(AppCommand(model::SavePicture{}));
  ImGui::SameLine();
  if (pill("Fit", false, context.in.theme, context.scale, third)) context.ask(ViewCommand(model::FitView{}));
}

void show_side_panel(const Context& context) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = 18.0F * context.scale;
  const float width = kPanelRoomPt * context.scale - margin;
  ImGui::SetNextWindowPos({screen.x - width - margin, margin});
  ImGui::SetNextWindowSize({width, screen.y - 2.0F * margin});
  // In a window that is too low for it the panel scrolls.
  constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings;
  if (ImGui::Begin("panel", nullptr, kFixed)) {
    context.cover();
    show_playback(context);
    show_layers(context);
    const float foot =
        2.0F * ImGui::GetTextLineHeightWithSpacing() + 32.0F * context.scale + ImGui::GetStyle().WindowPadding.y;
    const float at = ImGui::GetWindowHeight() - foot;
    if (ImGui::GetCursorPosY() < at) ImGui::SetCursorPosY(at);
    show_foot(context);
  }
  ImGui::End();
}

void show_keys(const Context& context) {
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
    heading("KEYS", context.in.theme, context.scale);
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
      for (const KeyHelp& key : context.in.keys) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted((key.keys + "      ").c_str());
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
        ImGui::TextUnformatted(key.action.c_str());
        ImGui::PopStyleColor();
      }
      ImGui::EndTable();
    }
  }
  ImGui::End();
  ImGui::PopStyleColor();
}

void show_notice(const Context& context) {
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

void set_style(const style::Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {22.0F, 18.0F};
  style.WindowRounding = 14.0F;
  style.WindowBorderSize = 1.0F;
  style.FrameRounding = 8.0F;
  style.FrameBorderSize = 1.0F;
  style.ItemSpacing = {8.0F, 8.0F};
  style.PopupRounding = 8.0F;
  style.ScrollbarSize = 8.0F;
  style.ScrollbarRounding = 4.0F;
  style.ScaleAllSizes(scale);
  style.Colors[ImGuiCol_ScrollbarBg] = vec4(theme.panel);
  style.Colors[ImGuiCol_ScrollbarGrab] = vec4(theme.bar_ahead);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec4(theme.text_third);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec4(theme.text_second);
  style.Colors[ImGuiCol_WindowBg] = vec4(theme.panel);
  style.Colors[ImGuiCol_PopupBg] = vec4(theme.card);
  style.Colors[ImGuiCol_Border] = vec4(theme.panel_line);
  style.Colors[ImGuiCol_Text] = vec4(theme.text);
}

void load_fonts(const std::filesystem::path& fonts, float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  static constexpr std::array<ImWchar, 9> kGlyphs{0x20, 0x17f, 0x2010, 0x2027, 0x2190, 0x2193, 0x2212, 0x2212, 0};
  atlas.AddFontFromFileTTF((fonts / "Inter-Regular.otf").c_str(), std::round(16.0F * scale), nullptr, kGlyphs.data());
  atlas.AddFontFromFileTTF((fonts / "Inter-SemiBold.otf").c_str(), std::round(13.0F * scale), nullptr, kGlyphs.data());
}

}  // namespace

Panels::Panels(const std::filesystem::path& fonts, const style::Theme& theme, float scale) : scale_(scale) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // Nothing is written beside the user's files.
  set_style(theme, scale);
  load_fonts(fonts, scale);
}

Panels::~Panels() { ImGui::DestroyContext(); }

std::vector<Command> Panels::show(const PanelInputs& inputs) {
  Commands commands;
  covered_.clear();
  const Context context{inputs, scale_, commands, covered_};
  if (inputs.panels_open) show_side_panel(context);
  if (inputs.keys_open) show_keys(context);
  if (!inputs.notice.text.empty()) show_notice(context);
  return commands;
}

bool Panels::covers(float x_pt, float y_pt) const {
  return std::any_of(covered_.begin(), covered_.end(), [&](const Rect& rect) {
    return x_pt >= rect.left_pt && x_pt < rect.right_pt && y_pt >= rect.top_pt && y_pt < rect.bottom_pt;
  });
}

}  // namespace spreadmap::ui
