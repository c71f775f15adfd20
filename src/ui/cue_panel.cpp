// The cues of the exhibit as a list: to go to, to add to, to put in another order.
#include "ui/cue_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include <cmath>
#include <numeric>
#include <utility>

#include "ui/focus.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

std::string told_seconds(const language::Language& language, double seconds) {
  constexpr double kMinute_s = 60.0;
  if (seconds < kMinute_s) return language.filled("{} s", language.figure(std::round(seconds * 10.0) / 10.0, 3));
  const long long whole = std::llround(seconds);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string told_days(const language::Language& language, const exhibit::CueSpec& cue) {
  if (cue.day) return language.medium_day(*cue.day);
  if (!cue.from || !cue.to) return "";
  return language.medium_day(*cue.from) + " – " + language.medium_day(*cue.to);
}

namespace {

/// What a row is known by: its heading, else the first words of its text, else what it is.
std::string cue_name(const PanelContext& context, const exhibit::CueSpec& cue) {
  const language::Language& language = context.language();
  const std::string& tag = context.in.view.language;
  for (const auto* words : {&cue.title, &cue.text}) {
    if (const std::string& text = words->in(tag); !text.empty()) return text.substr(0, text.find('\n'));
  }
  if (cue.card == exhibit::CueCard::kTitle) return language.text("Title card");
  if (cue.card == exhibit::CueCard::kCredits) return language.text("Card of sources");
  return language.text("Without words");
}

std::string when_told(const PanelContext& context, const exhibit::CueSpec& cue) {
  const std::string days = told_days(context.language(), cue);
  if (!days.empty()) return days;
  return context.language().text(cue.card == exhibit::CueCard::kNone ? language::noted("Day as before")
                                                                     : language::noted("Card"));
}

/// By how many places a row is moved: by a hand that drags it over others, or by the keyboard on it.
int moved_by(CueFields& fields, std::size_t at) {
  if (ImGui::IsItemActivated()) fields.is_dragged = false;
  if (const int turn = focus().turn(); turn != 0) return turn;
  if (!ImGui::IsItemActive() || !ImGui::IsMouseDragging(ImGuiMouseButton_Left)) return 0;
  const float y = ImGui::GetIO().MousePos.y;
  std::ptrdiff_t place = 0;
  for (std::size_t row = 0; row < fields.rows_y.size(); ++row) place += row != at && fields.rows_y[row] < y ? 1 : 0;
  const auto by = static_cast<int>(place - static_cast<std::ptrdiff_t>(at));
  fields.is_dragged = fields.is_dragged || by != 0;
  return by;
}

/// What a hand did to a row.
struct RowHand {
  bool presses = false;
  int moves_by = 0;
};

/// One row: its number, what it is known by, and below that when it is and how long it takes.
RowHand cue_row(const PanelContext& context, CueFields& fields, std::size_t at, bool is_taken_up) {
  const CueView& view = context.in.cues;
  const exhibit::CueSpec& cue = view.list->cues[at].cue;
  const style::Theme& theme = context.in.theme;
  const float scale = context.scale, line = ImGui::GetFontSize();
  const float above = 6.0F * scale, between = 3.0F * scale, height = 2.0F * line + 2.0F * above + between;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string id = fmt::format("cue/{}", at + 1);
  const ImVec2 gap = ImGui::GetStyle().ItemSpacing;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap.x, 2.0F * scale});
  // Whatever its place is, it is the same row.
  ImGui::PushID(static_cast<int>(view.list->cues[at].key));
  const bool by_hand = ImGui::InvisibleButton("row", {width, height});
  const ImGuiID own = ImGui::GetID("row");
  ImGui::PopID();
  ImGui::PopStyleVar();
  const bool by_key = focus().control(id.c_str(), own, context.in.theme, context.scale);
  RowHand hand{by_key || by_hand, moved_by(fields, at)};
  if (by_hand && fields.is_dragged) hand.presses = false;
  if (fields.rows_y.size() <= at) fields.rows_y.resize(at + 1);
  fields.rows_y[at] = from.y + height / 2.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool is_lit = ImGui::IsItemHovered();
  if (is_taken_up || is_lit)
    list.AddRectFilled(from, {from.x + width, from.y + height},
                       packed(is_taken_up ? theme.control_active : theme.control), ImGui::GetStyle().FrameRounding);
  const float left = from.x + 34.0F * scale, right = from.x + width - 10.0F * scale, top = from.y + above;
  const std::string number = context.language().number(static_cast<long long>(at + 1));
  write_at(list, {from.x + 24.0F * scale - size_of(number).x, top}, packed(theme.text_third), number);
  list.AddText({left, top}, packed(is_taken_up || is_lit ? theme.text : theme.text_second),
               elided_with_tip(cue_name(context, cue), right - left).c_str());
  const std::string length = at < view.lengths_s.size() ? told_seconds(context.language(), view.lengths_s[at]) : "";
  const float length_left = right - size_of(length).x;
  list.AddText({left, top + line + between}, packed(theme.text_third),
               lettered_within(when_told(context, cue), length_left - left - 8.0F * scale).c_str());
  write_at(list, {length_left, top + line + between}, packed(theme.text_third), length);
  return hand;
}

void show_cues_heading(const PanelContext& context) {
  const float top = ImGui::GetCursorPosY(), room = ImGui::GetContentRegionAvail().x, close = room / 3.0F;
  heading(context.language().text("CUES"), context.in.theme, context.scale);
  ImGui::SameLine();
  ImGui::SetCursorPos({ImGui::GetCursorStartPos().x + room - close, top});
  const std::string label = std::string(context.language().text("Close")) + "##close cues";
  if (pill(label.c_str(), false, context.in.theme, context.scale, close))
    context.ask(model::AppCommand(model::ToggleCues{}));
}

/// How many there are, and how long their film is.
void show_cues_sum(const PanelContext& context) {
  const CueView& view = context.in.cues;
  const language::Language& language = context.language();
  const auto count = static_cast<long long>(view.list->cues.size());
  std::string told = language.counted("{} cue", "{} cues", count, language.number(count));
  if (!view.lengths_s.empty()) {
    const double film_s = std::accumulate(view.lengths_s.begin(), view.lengths_s.end(), 0.0);
    told = language.filled("{} · a film of {}", told, told_seconds(language, film_s));
  }
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write_lines(told);
  ImGui::PopStyleColor();
  if (view.fault.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.failure));
  write_lines(view.fault);
  ImGui::PopStyleColor();
}

/// What adds one, and what takes back.
void show_cue_tools(const PanelContext& context) {
  const language::Language& language = context.language();
  const float room = ImGui::GetContentRegionAvail().x, half = (room - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
  if (pill(language.text("Add what is seen now"), false, context.in.theme, context.scale, room))
    context.ask(model::AppCommand(model::AddSeenCue{}));
  if (pill(language.text("Undo"), false, context.in.theme, context.scale, half))
    context.ask(model::AppCommand(model::Undo{}));
  ImGui::SameLine();
  if (pill(language.text("Redo"), false, context.in.theme, context.scale, half))
    context.ask(model::AppCommand(model::Redo{}));
  ImGui::Dummy({0.0F, 0.0F});
}

}  // namespace

bool show_cues(const PanelContext& context, PanelState& state) {
  const CueView& view = context.in.cues;
  if (!view.is_open) return false;
  show_cues_heading(context);
  show_cues_sum(context);
  show_cue_saving(context, state);
  show_cue_tools(context);
  CueFields& fields = state.cues;
  fields.rows_y.resize(view.list->cues.size());
  for (std::size_t at = 0; at < view.list->cues.size(); ++at) {
    const bool is_taken_up = view.taken_up == at;
    const RowHand hand = cue_row(context, fields, at, is_taken_up);
    if (hand.moves_by != 0) context.out.emplace_back(model::CueCommand(model::MoveCue{at, hand.moves_by}));
    if (hand.presses) {
      context.ask(model::AppCommand(model::GoToCue{at}));
      PanelContext::keep_in_place();
      fields.keeps_its_place = true;
    }
    if (!is_taken_up) continue;
    const bool is_new = fields.of_key != view.list->cues[at].key;
    // What was added, or gone to by a key, comes into sight.
    constexpr float kNearTop = 0.1F;
    if (is_new && !std::exchange(fields.keeps_its_place, false)) ImGui::SetScrollHereY(kNearTop);
    show_cue_fields(context, state);
  }
  if (!view.taken_up) fields.of_key.reset();
  return true;
}

void show_cues_door(const PanelContext& context) {
  const CueView& view = context.in.cues;
  const language::Language& language = context.language();
  heading(language.text("CUES"), context.in.theme, context.scale);
  const char* const label = view.is_changed           ? language.text("Edit the cues: not saved")
                            : view.list->cues.empty() ? language.text("Begin a story in cues")
                                                      : language.text("Edit the cues");
  const std::string door = std::string(label) + "##cues door";
  if (pill(door.c_str(), false, context.in.theme, context.scale, ImGui::GetContentRegionAvail().x))
    context.ask(model::AppCommand(model::ToggleCues{}));
}

}  // namespace spreadmap::ui
