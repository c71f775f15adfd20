// The fields of one cue.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "ui/cue_panel.h"
#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/text_area.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

using exhibit::CueCard;
using exhibit::CueSpec;

/// What the controls change; where they have changed anything it is asked for.
struct Edited {
  const PanelContext& context;
  PanelState& state;
  CueSpec cue;
  [[nodiscard]] const language::Language& language() const { return context.language(); }
  [[nodiscard]] CueFields& fields() const { return state.cues; }
};

void cue_caption(const PanelContext& context, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write_lines(text);
  ImGui::PopStyleColor();
}

bool cue_pill(const PanelContext& context, const char* label, bool is_on, int of) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float room = ImGui::GetWindowContentRegionMax().x - ImGui::GetCursorStartPos().x;
  const float width = (room - gap * static_cast<float>(of - 1)) / static_cast<float>(of);
  return pill(label, is_on, context.in.theme, context.scale, width);
}

/// A field with its name before it, taken where `take` finds nothing wrong; what is wrong stands below it.
void show_checked(const Edited& edited, const char* id, const char* name, CheckedField& checked,
                  const std::string& hint, const std::string& now,
                  const std::function<std::string(const std::string&)>& take) {
  const PanelContext& context = edited.context;
  const float room = ImGui::GetContentRegionAvail().x, before = 0.45F * room;
  const ImVec2 from = ImGui::GetCursorPos();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddText({at.x, at.y + 8.0F * context.scale}, packed(context.in.theme.text_second),
                                      lettered_within(name, before - 8.0F * context.scale).c_str());
  ImGui::SetCursorPos({from.x + before, from.y});
  if (!checked.field.is_typing && checked.fault.empty()) checked.field.text = now;
  const FieldHand hand =
      show_field(context, edited.state, checked.field, id, {.hint = hint.c_str(), .width = room - before});
  const float height = ImGui::GetItemRectSize().y;
  if (hand.changes) checked.fault = take(checked.field.text);
  if (hand.escapes) checked.fault.clear();
  if (hand.enters || hand.escapes) {
    checked.field.is_typing = false;
    ImGui::SetWindowFocus(nullptr);
  }
  // While somebody types nothing is wrong yet.
  if (checked.fault.empty() || checked.field.is_typing) return;
  ImGui::GetWindowDrawList()->AddRect({at.x + before, at.y}, {at.x + room, at.y + height},
                                      packed(context.in.theme.failure), ImGui::GetStyle().FrameRounding, 0,
                                      1.5F * context.scale);
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.failure));
  write_lines(checked.fault);
  ImGui::PopStyleColor();
}

void show_words(Edited& edited, const char* id, const char* name, AreaState& area, exhibit::LocalText& words,
                bool is_one_line, int least_lines) {
  const std::string& tag = edited.context.in.view.language;
  const bool are_several = edited.context.in.languages.size() > 1;
  cue_caption(edited.context, are_several ? name + (" · " + language::own_name(tag)) : std::string(name));
  std::string text = words.own(tag);
  // What is said in another language shows where nothing is said in this one.
  const std::string& elsewhere = words.in(tag);
  if (text_area(edited.context, edited.state, area, id,
                {.hint = elsewhere.c_str(), .is_one_line = is_one_line, .least_lines = least_lines}, text))
    words = words.with(tag, text);
}

std::string seconds_told(const Edited& edited, std::optional<double> seconds) {
  if (!seconds) return "";
  std::string told = fmt::format("{}", std::round(*seconds * 1000.0) / 1000.0);
  if (edited.language().figure(0.5, 1).find(',') != std::string::npos) std::ranges::replace(told, '.', ',');
  return told;
}

std::optional<double> seconds_typed(std::string text) {
  std::ranges::replace(text, ',', '.');
  double seconds = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr double kMost_s = 3600.0;
  const bool is_number = error == std::errc() && end == text.data() + text.size() && std::isfinite(seconds);
  return is_number && seconds >= 0.0 && seconds <= kMost_s ? std::optional(seconds) : std::nullopt;
}

/// `least`: what it may not be; an empty text takes `when_empty`.
void show_seconds(Edited& edited, const char* id, const char* name, CheckedField& checked, const std::string& hint,
                  std::optional<double>& seconds, bool may_be_none, bool may_be_nothing) {
  show_checked(edited, id, name, checked, hint, seconds_told(edited, seconds), [&](const std::string& text) {
    const language::Language& language = edited.language();
    if (text.empty() && may_be_none) {
      seconds.reset();
      return std::string();
    }
    const auto typed = seconds_typed(text);
    if (!typed) return language.filled("“{}” is no number of seconds from 0 to 3600.", text);
    if (*typed == 0.0 && !may_be_nothing) return std::string(language.text("Without a second it would not be seen."));
    seconds = typed;
    return std::string();
  });
}

/// A day of the timeline; `refused`: what else may be wrong with it.
void show_cue_day(Edited& edited, const char* id, const char* name, CheckedField& checked,
                  std::optional<time::Day>& day, const std::function<std::string(time::Day)>& refused) {
  const std::string now = day ? time::iso_day(*day) : "";
  show_checked(edited, id, name, checked, "2019-08-27", now, [&](const std::string& text) {
    const language::Language& language = edited.language();
    const auto& timeline = edited.context.in.exhibit.timeline;
    const auto typed = time::parse_day(text);
    if (!typed) return std::string(language.text("A day is one of the calendar, written as 2019-08-27."));
    if (*typed < timeline.from || *typed > timeline.to) {
      return language.filled("Only days of the timeline can be shown: {}.",
                             time::iso_day(timeline.from) + " – " + time::iso_day(timeline.to));
    }
    if (std::string fault = refused(*typed); !fault.empty()) return fault;
    day = *typed;
    return std::string();
  });
}

/// Gives a cue another kind, with what that can have.
void make(CueSpec& cue, CueCard card) {
  cue.card = card;
  if (card == CueCard::kNone) return;
  if (cue.from) cue.day = cue.to;
  cue.from.reset(), cue.to.reset(), cue.play_s.reset();
  cue.camera.reset(), cue.layers.reset(), cue.filter.reset();
  if (cue.dwell_s <= 0.0) cue.dwell_s = CueSpec{}.dwell_s;
}

void show_kind(Edited& edited) {
  const language::Language& language = edited.language();
  const struct {
    CueCard card;
    const char* label;
  } kinds[] = {{CueCard::kNone, language.text("On the map")},
               {CueCard::kTitle, language.text("Title card")},
               {CueCard::kCredits, language.text("Sources")}};
  for (const auto& kind : kinds) {
    if (kind.card != CueCard::kNone) ImGui::SameLine();
    const std::string label = fmt::format("{}##cue kind {}", kind.label, static_cast<int>(kind.card));
    if (cue_pill(edited.context, label.c_str(), edited.cue.card == kind.card, 3)) make(edited.cue, kind.card);
  }
}

/// A day, a stretch of days, or that of the cue before.
void show_cue_days(Edited& edited) {
  const language::Language& language = edited.language();
  CueSpec& cue = edited.cue;
  CueFields& fields = edited.fields();
  const auto& timeline = edited.context.in.exhibit.timeline;
  const bool is_card = cue.card != CueCard::kNone;
  const bool stands = cue.day.has_value(), plays = cue.from.has_value();
  const int of = is_card ? 2 : 3;
  if (cue_pill(edited.context, language.text("Day as before"), !stands && !plays, of)) {
    cue.day.reset(), cue.from.reset(), cue.to.reset(), cue.play_s.reset();
  }
  ImGui::SameLine();
  if (cue_pill(edited.context, language.text("One day"), stands, of) && !stands) {
    cue.day = plays ? cue.to : std::optional(edited.context.in.story.axis().day_at(edited.context.in.view.playhead_d));
    cue.from.reset(), cue.to.reset(), cue.play_s.reset();
    if (cue.dwell_s <= 0.0) cue.dwell_s = CueSpec{}.dwell_s;
  }
  if (!is_card) {
    ImGui::SameLine();
    if (cue_pill(edited.context, language.text("Days play"), plays, of) && !plays) {
      const time::Day here = cue.day.value_or(timeline.play_from);
      cue.day.reset();
      cue.from = here < timeline.to ? here : timeline.from;
      cue.to = timeline.to;
    }
  }
  if (stands && cue.day) {
    show_cue_day(edited, "cue day", language.text("Day"), fields.day, cue.day, [](time::Day) { return std::string(); });
  }
  if (!plays || !cue.from || !cue.to) return;
  const auto order = [&](time::Day from, time::Day to) {
    return from < to ? std::string() : std::string(language.text("The last day has to come after the first."));
  };
  show_cue_day(edited, "cue from", language.text("From"), fields.from, cue.from,
               [&](time::Day from) { return order(from, *cue.to); });
  show_cue_day(edited, "cue to", language.text("To"), fields.to, cue.to,
               [&](time::Day to) { return order(*cue.from, to); });
  show_seconds(edited, "cue play", language.text("They play for"), fields.play, language.text("as the timeline"),
               cue.play_s, true, false);
}

void show_lengths_of(Edited& edited) {
  const language::Language& language = edited.language();
  CueSpec& cue = edited.cue;
  std::optional<double> dwell_s = cue.dwell_s;
  show_seconds(edited, "cue seconds", language.text("Seconds at rest"), edited.fields().seconds, "5", dwell_s, false,
               cue.from.has_value());
  if (dwell_s) cue.dwell_s = *dwell_s;
  show_seconds(edited, "cue travel", language.text("Seconds to there"), edited.fields().travel,
               language.text("as far as it is"), cue.travel_s, true, true);
  if (!cue.from) return;
  const bool is_linear = cue.easing == exhibit::CueEasing::kLinear;
  if (cue_pill(edited.context, language.text("Starts and stops softly"), !is_linear, 2))
    cue.easing = exhibit::CueEasing::kSmooth;
  ImGui::SameLine();
  if (cue_pill(edited.context, language.text("At one speed"), is_linear, 2)) cue.easing = exhibit::CueEasing::kLinear;
}

/// What of the map a cue shows, in words.
std::string looks_at(const Edited& edited) {
  const language::Language& language = edited.language();
  const auto& camera = edited.cue.camera;
  if (!camera || camera->is_whole_map()) return language.text("Looks at the whole map");
  if (!camera->region.empty()) return language.filled("Looks at {}", camera->region);
  if (camera->place.empty()) return language.text("Looks at a part of the map");
  return language.filled("Looks at {}, {} km around", camera->place, language.figure(camera->radius_km, 3));
}

std::string shows_layers(const Edited& edited) {
  const language::Language& language = edited.language();
  if (!edited.cue.layers) return language.text("Shows the layers that the exhibit opens with");
  std::string names;
  for (const auto& layer : edited.context.in.exhibit.layers) {
    if (std::ranges::find(*edited.cue.layers, layer.id) == edited.cue.layers->end()) continue;
    names += (names.empty() ? "" : ", ") + layer.label.in(edited.context.in.view.language);
  }
  return names.empty() ? std::string(language.text("Shows no layer")) : language.filled("Shows {}", names);
}

std::string filters_by(const Edited& edited) {
  if (!edited.cue.filter) return "";
  const exhibit::CueFilterSpec& filter = *edited.cue.filter;
  std::string told;
  const auto add = [&told](const std::string& part) { told += (told.empty() ? "" : ", ") + part; };
  for (const auto* names : {&filter.regions, &filter.kinds, &filter.precisions}) {
    for (const std::string& name : *names) add(name);
  }
  if (filter.days) add(edited.language().long_interval(*filter.days));
  if (filter.amount_usd.size() == 2) {
    add(edited.language().range(edited.language().dollars(filter.amount_usd[0]),
                                edited.language().dollars(filter.amount_usd[1])));
  }
  if (!filter.text.empty()) add("“" + filter.text + "”");
  return told.empty() ? std::string(edited.language().text("Filtered by nothing"))
                      : edited.language().filled("Filtered by {}", told);
}

void show_shown_map(Edited& edited) {
  const PanelContext& context = edited.context;
  if (edited.cue.card == CueCard::kNone) {
    std::string told = looks_at(edited) + "\n" + shows_layers(edited);
    if (const std::string filter = filters_by(edited); !filter.empty()) told += "\n" + filter;
    cue_caption(context, told);
  }
  if (cue_pill(context, context.language().text("Update to what is seen now"), false, 1))
    context.ask(model::AppCommand(model::ShowSeenInCue{}));
}

void show_place(const PanelContext& context, std::size_t at) {
  const language::Language& language = context.language();
  const float gap = ImGui::GetStyle().ItemSpacing.x, button = 36.0F * context.scale;
  const float half = (ImGui::GetContentRegionAvail().x - 2.0F * button - 3.0F * gap) / 2.0F;
  const auto ask = [&](const model::CueCommand& command) { context.out.emplace_back(command); };
  if (icon_button("cue up", Icon::kUp, context.in.theme, context.scale, button)) ask(model::MoveCue{at, -1});
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", language.text("Earlier"));
  ImGui::SameLine();
  if (icon_button("cue down", Icon::kDown, context.in.theme, context.scale, button)) ask(model::MoveCue{at, 1});
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", language.text("Later"));
  ImGui::SameLine();
  if (pill(language.text("Duplicate"), false, context.in.theme, context.scale, half)) ask(model::CopyCue{at});
  ImGui::SameLine();
  if (pill(language.text("Delete"), false, context.in.theme, context.scale, half)) ask(model::RemoveCue{at});
}

}  // namespace

void show_cue_fields(const PanelContext& context, PanelState& state) {
  const CueView& view = context.in.cues;
  const std::size_t at = *view.taken_up;
  const model::ListedCue& listed = view.list->cues[at];
  if (state.cues.of_key != listed.key) {
    // What was typed into another's fields is theirs.
    CueFields fresh;
    fresh.file = state.cues.file;
    fresh.rows_y = std::move(state.cues.rows_y);
    fresh.is_dragged = state.cues.is_dragged;
    fresh.of_key = listed.key;
    state.cues = std::move(fresh);
  }
  const language::Language& language = context.language();
  Edited edited{context, state, listed.cue};
  const float inset = 10.0F * context.scale;
  ImGui::Dummy({0.0F, 0.0F});
  show_place(context, at);
  show_words(edited, "cue title", language.text("Heading"), state.cues.title, edited.cue.title, true, 1);
  show_words(edited, "cue text", language.text("Text"), state.cues.text, edited.cue.text, false, 3);
  show_words(edited, "cue notes", language.text("Notes for the speaker"), state.cues.notes, edited.cue.notes, false, 2);
  show_kind(edited);
  show_cue_days(edited);
  show_lengths_of(edited);
  show_shown_map(edited);
  ImGui::Dummy({0.0F, inset});
  if (edited.cue != listed.cue) context.out.emplace_back(model::CueCommand(model::SetCue{at, edited.cue}));
}

}  // namespace spreadmap::ui
