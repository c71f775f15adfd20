// Playing, stepping, speed.
#include <fmt/format.h>
#include <imgui.h>

#include <array>
#include <cmath>
#include <string>

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

/// What is wrong with what was typed into a field, below it.
void show_fault(const PanelContext& context, const std::string& fault) {
  if (fault.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.failure));
  write_lines(fault);
  ImGui::PopStyleColor();
}

/// A field that takes something, or says below itself why not and changes nothing: `take` returns what is wrong with the text, empty: nothing.
template <class Take>
void take_typed(const FieldHand& hand, FieldState& field, std::string& fault, const Take& take) {
  if (hand.changes) fault.clear();
  if (!hand.enters && !hand.escapes) return;
  const bool is_empty = field.text.find_first_not_of(' ') == std::string::npos;
  fault = hand.enters && !is_empty ? take() : std::string();
  if (fault.empty()) return leave_field(field);
  field.wants_keyboard = true;  // to be mended where it stands
}

void show_date(const PanelContext& context, PanelState& state) {
  const FieldHand hand = show_field(
      context, state, state.date, "date",
      {.hint = context.language().text("Go to 2019, 2019-08, 2019-08-28"), .key = context.in.hints.date.c_str()});
  take_typed(hand, state.date, state.date_fault, [&]() -> std::string {
    const model::DayAxis& axis = context.in.story.axis();
    const auto position_d = model::position_of_typed(state.date.text, axis);
    if (position_d) context.ask(model::GoToDay{*position_d});
    if (position_d) return {};
    return context.language().filled("“{}” is no date from {} to {}: write 2019, 2019-08 or 2019-08-28",
                                     state.date.text, time::iso_day(axis.epoch), time::iso_day(axis.last));
  });
  show_fault(context, state.date_fault);
}

/// How long the whole takes: a press, or any number of seconds.
void show_lengths(const PanelContext& context, PanelState& state) {
  const language::Language& language = context.language();
  const model::DayAxis& axis = context.in.story.axis();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 4.0F * gap) / 5.0F;
  const double seconds = axis.film().length_d() / std::abs(context.in.view.playback.speed_d_per_s);
  constexpr std::array kSeconds{15, 30, 60, 120};
  for (const int each : kSeconds) {
    const bool is_on = std::abs(seconds - each) < 0.005 * each;
    if (pill(language.filled("{} s", each).c_str(), is_on, context.in.theme, context.scale, width)) {
      context.ask(model::FitSeconds{static_cast<double>(each)});
    }
    ImGui::SameLine();
  }
  const FieldHand hand = show_field(context, state, state.seconds, "seconds", {.hint = "… s", .width = width});
  take_typed(hand, state.seconds, state.seconds_fault, [&]() -> std::string {
    const char decimal = language.figure(0.5, 1).find(',') != std::string::npos ? ',' : '.';
    const auto typed_s = model::seconds_of_typed(state.seconds.text, decimal, axis);
    if (typed_s) context.ask(model::FitSeconds{*typed_s});
    if (typed_s) return {};
    // Without separators of thousands, as it is to be typed.
    const auto [least_s, most_s] = model::seconds_range(axis);
    return language.filled("“{}” is no number of seconds from {} to {}", state.seconds.text,
                           least_s < 10.0 ? language.figure(least_s, 2) : fmt::format("{:.0f}", least_s),
                           fmt::format("{:.0f}", most_s));
  });
  show_fault(context, state.seconds_fault);
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
    std::string tip;
    model::ViewCommand command;
  };
  const KeyHints& hints = context.in.hints;
  const std::array steps{
      Step{Icon::kPrevious, context.with_key(language.text("Previous event"), hints.previous_event),
           model::StepEvent{-1}},
      Step{Icon::kBack, context.with_key(language.text("A day back"), hints.day_back), model::StepDays{-1}},
      Step{view.playback.playing ? Icon::kPause : Icon::kPlay,
           context.with_key(language.text("Play, pause"), hints.play), model::TogglePlay{}},
      Step{Icon::kOn, context.with_key(language.text("A day on"), hints.day_on), model::StepDays{1}},
      Step{Icon::kNext, context.with_key(language.text("Next event"), hints.next_event), model::StepEvent{1}}};
  for (const Step& step : steps) {
    if (&step != steps.data()) ImGui::SameLine();
    if (icon_button(step.tip.c_str(), step.icon, context.in.theme, context.scale, width)) context.ask(step.command);
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
  const double seconds = context.in.story.axis().film().length_d() / days_per_s;
  const std::string length = seconds < 9.95 ? language.figure(seconds, 2) : language.number(std::llround(seconds));
  // Under the director no day is as long as another.
  const bool is_backwards = view.playback.speed_d_per_s < 0.0;
  const std::string pace = language.figure(days_per_s, 3);
  const std::string summary = view.playback.is_directed
                                  ? is_backwards
                                        ? language.filled("{} s for all, backwards, paced by the director", length)
                                        : language.filled("{} s for all, paced by the director", length)
                              : is_backwards ? language.filled("{} days a second backwards; {} s for all", pace, length)
                                             : language.filled("{} days a second; {} s for all", pace, length);
  fold_row(context, summary.c_str(), 0.0F, state.shows_playback);
  if (state.shows_playback) show_more(context, state);
}

}  // namespace spreadmap::ui
