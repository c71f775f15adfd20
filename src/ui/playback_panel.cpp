// Playing, stepping, speed.
#include <fmt/format.h>
#include <imgui.h>

#include <array>
#include <cmath>

#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

void show_playback(const PanelContext& context) {
  const auto& view = context.in.view;
  const language::Language& language = context.language();
  heading(language.text("PLAYBACK"), context.in.theme, context.scale);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 4.0F * gap) / 5.0F;
  struct Step {
    Icon icon;
    const char* tip;
    model::ViewCommand command;
  };
  const std::array steps{Step{Icon::kPrevious, language.text("Previous event (P)"), model::StepEvent{-1}},
                         Step{Icon::kBack, language.text("A day back (←)"), model::StepDays{-1}},
                         Step{view.playback.playing ? Icon::kPause : Icon::kPlay, language.text("Play, pause (Space)"),
                              model::TogglePlay{}},
                         Step{Icon::kOn, language.text("A day on (→)"), model::StepDays{1}},
                         Step{Icon::kNext, language.text("Next event (N)"), model::StepEvent{1}}};
  for (const Step& step : steps) {
    if (&step != steps.data()) ImGui::SameLine();
    if (icon_button(step.tip, step.icon, context.in.theme, context.scale, width)) context.ask(step.command);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", step.tip);
  }
  const double days_per_s = std::abs(view.playback.speed_d_per_s);
  const float third = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  if (pill(language.text("Slower"), false, context.in.theme, context.scale, third))
    context.ask(model::MultiplySpeed{0.5});
  ImGui::SameLine();
  if (pill(language.text("Faster"), false, context.in.theme, context.scale, third))
    context.ask(model::MultiplySpeed{2.0});
  ImGui::SameLine();
  if (pill(language.text("Loop"), view.playback.loops, context.in.theme, context.scale, third))
    context.ask(model::ToggleLoop{});
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  const time::PlayRange film = context.in.story.axis().film();
  ImGui::TextUnformatted(language
                             .filled("{} days a second; {} s for all", language.figure(days_per_s, 3),
                                     language.number(std::llround((film.to_d - film.from_d) / days_per_s)))
                             .c_str());
  ImGui::PopStyleColor();
}

}  // namespace spreadmap::ui
