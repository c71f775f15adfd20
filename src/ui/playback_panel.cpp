// Playing, stepping, speed.
#include <imgui.h>

#include <array>
#include <charconv>
#include <cmath>

#include "model/strip_view.h"
#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

namespace {

/// A button of a row that says whether what it switches is on.
struct Pill {
  const char* label;
  bool is_on;
  model::ViewCommand command;
};
template <std::size_t kCount>
void show_pills(const PanelContext& context, const std::array<Pill, kCount>& pills) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - gap * (kCount - 1)) / kCount;
  for (const Pill& each : pills) {
    if (&each != pills.data()) ImGui::SameLine();
    if (pill(each.label, each.is_on, context.in.theme, context.scale, width)) context.ask(each.command);
  }
}

/// A date to go to. What cannot be gone to is said below, and changes nothing.
void show_date(const PanelContext& context, PanelState& state) {
  const FieldHand hand = show_field(context, state, state.date, "date",
                                    {.hint = context.language().text("Go to 2019, 2019-08, 2019-08-28"), .key = "G"});
  if (hand.changes) state.date_fault.clear();
  const auto leave = [&] {
    state.date_fault.clear();
    leave_field(state.date);
  };
  if (hand.escapes) leave();
  if (hand.enters) {
    const model::DayAxis& axis = context.in.story.axis();
    const auto position_d = model::position_of_typed(state.date.text, axis);
    if (position_d) {
      context.ask(model::GoToDay{*position_d});
      leave();
    } else {
      state.date_fault =
          context.language().filled("“{}” is no date from {} to {}: write 2019, 2019-08 or 2019-08-28", state.date.text,
                                    time::iso_day(axis.epoch), time::iso_day(axis.last));
      state.date.wants_keyboard = true;  // to be mended where it stands
    }
  }
  if (state.date_fault.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.failure));
  write_lines(state.date_fault);
  ImGui::PopStyleColor();
}

/// How long the whole takes: a press, or any number of seconds.
void show_lengths(const PanelContext& context, PanelState& state) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 4.0F * gap) / 5.0F;
  const double film_d = context.in.story.axis().film().length_d();
  const double seconds = film_d / std::abs(context.in.view.playback.speed_d_per_s);
  constexpr std::array kSeconds{15, 30, 60, 120};
  for (const int each : kSeconds) {
    const bool is_on = std::abs(seconds - each) < 0.005 * each;
    if (pill(context.language().filled("{} s", each).c_str(), is_on, context.in.theme, context.scale, width)) {
      context.ask(model::FitSeconds{static_cast<double>(each)});
    }
    ImGui::SameLine();
  }
  const FieldHand hand = show_field(context, state, state.seconds, "seconds", {.hint = "… s", .width = width});
  if (!hand.enters && !hand.escapes) return;
  double typed = 0.0;
  const char* const end = state.seconds.text.data() + state.seconds.text.size();
  const auto read = std::from_chars(state.seconds.text.data(), end, typed);
  const bool is_number = read.ec == std::errc{} && typed > 0.0 && typed < 1e6;
  if (hand.enters && is_number) context.ask(model::FitSeconds{typed});
  leave_field(state.seconds);
}

void show_caption(const PanelContext& context, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write(text);
  ImGui::PopStyleColor();
}

std::string stretch_caption(const PanelContext& context) {
  const auto& stretch = context.in.view.stretch;
  if (!stretch) return context.language().text("Play a stretch alone, over and over");
  const model::DayAxis& axis = context.in.story.axis();
  return context.language().long_interval({axis.day_at(stretch->from_d), axis.day_at(stretch->to_d)});
}

void show_more(const PanelContext& context, PanelState& state) {
  const auto& view = context.in.view;
  const language::Language& language = context.language();
  ImGui::Dummy({0.0F, 2.0F * context.scale});
  show_date(context, state);
  show_caption(context, language.text("The whole in"));
  show_lengths(context, state);
  show_pills(context,
             std::array{Pill{language.text("Backwards"), view.playback.speed_d_per_s < 0.0, model::TurnRound{}},
                        Pill{language.text("Director"), view.playback.is_directed, model::ToggleDirector{}}});
  show_caption(context, stretch_caption(context));
  // Another control is called "All".
  const std::string all_of_time = std::string(language.text("All")) + "##all of the time";
  show_pills(context, std::array{Pill{language.text("From here"), false, model::MarkStretch{model::StretchEnd::kFrom}},
                                 Pill{language.text("To here"), false, model::MarkStretch{model::StretchEnd::kTo}},
                                 Pill{all_of_time.c_str(), !view.stretch, model::SetStretch{}}});
  show_pills(context, std::array{Pill{language.text("Two days"), view.wipe.has_value(), model::ToggleWipe{}},
                                 Pill{language.text("Left: this day"), false, model::SetWipeDay{}}});
  show_caption(context, language.text("The strip"));
  show_pills(context, std::array{Pill{language.text("Enlarge"), false, model::ZoomStrip{std::nullopt, 1.5}},
                                 Pill{language.text("Shrink"), false, model::ZoomStrip{std::nullopt, 1.0 / 1.5}},
                                 Pill{language.text("All of it"), !view.strip, model::FitStrip{}}});
}

}  // namespace

void show_playback(const PanelContext& context, PanelState& state) {
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
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", lettered(step.tip).c_str());
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
  const std::string summary =
      language.filled("{} days a second; {} s for all", language.figure(days_per_s, 3),
                      language.number(std::llround(context.in.story.axis().film().length_d() / days_per_s)));
  fold_row(context, summary.c_str(), 0.0F, state.shows_playback);
  if (state.shows_playback) show_more(context, state);
}

}  // namespace spreadmap::ui
