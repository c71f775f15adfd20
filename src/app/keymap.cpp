#include "app/keymap.h"

#include <fmt/format.h>

#include <algorithm>
#include <numbers>
#include <utility>

#include "language/language.h"
#include "model/talk_spotlight.h"
#include "platform/key_names.h"

namespace spreadmap::app {

using language::noted;
using model::AppCommand;
using model::ViewCommand;

namespace {

/// Adds one binding after the other. A list of them all took the compiler minutes: it held every part of it ready to be taken back.
struct Adder {
  Keymap& keymap;
  void operator()(std::string id, std::vector<std::string> chords, const char* keys, const char* action,
                  model::Command command) const {
    keymap.push_back({std::move(id), std::move(chords), keys, action, std::move(command)});
  }
};

template <class... Actions>
bool is_one_of(const model::Command& command) {
  const auto* const app = std::get_if<AppCommand>(&command);
  return app != nullptr && (std::holds_alternative<Actions>(*app) || ...);
}

}  // namespace

Keymap explore_keymap() {
  // Shares of the picture; half an octave of zoom.
  constexpr double kMapStep = 0.125;
  Keymap keymap;
  const Adder add{keymap};
  add("play", {"Space"}, noted("Space"), noted("Play, pause"), ViewCommand(model::TogglePlay{}));
  add("day-back", {"Left"}, "←  →", noted("A day back, a day on"), ViewCommand(model::StepDays{-1}));
  add("day-on", {"Right"}, "", "", ViewCommand(model::StepDays{1}));
  add("week-back", {"Shift+Left"}, noted("Shift ←  →"), noted("A week"), ViewCommand(model::StepDays{-7}));
  add("week-on", {"Shift+Right"}, "", "", ViewCommand(model::StepDays{7}));
  add("month-back", {"Ctrl+Left"}, noted("Ctrl ←  →"), noted("A month"), ViewCommand(model::StepMonths{-1}));
  add("month-on", {"Ctrl+Right"}, "", "", ViewCommand(model::StepMonths{1}));
  add("next-event", {"n", "N"}, "N  P", noted("Next, previous event"), ViewCommand(model::StepEvent{1}));
  add("previous-event", {"p", "P"}, "", "", ViewCommand(model::StepEvent{-1}));
  add("milestone", {"m", "M"}, "M", noted("What happened last, and who says so"), AppCommand(model::ShowMilestone{}));
  add("first-day", {"Home"}, noted("Home  End"), noted("First, last day"), ViewCommand(model::GoToStart{}));
  add("last-day", {"End"}, "", "", ViewCommand(model::GoToEnd{}));
  add("faster", {"+", "="}, "+  −", noted("Faster, slower"), ViewCommand(model::MultiplySpeed{2.0}));
  add("slower", {"-", "−"}, "", "", ViewCommand(model::MultiplySpeed{0.5}));
  add("loop", {"l", "L"}, "L", noted("Loop"), ViewCommand(model::ToggleLoop{}));
  add("turn-round", {"r", "R"}, "R", noted("Play backwards, forwards"), ViewCommand(model::TurnRound{}));
  add("director", {"d", "D"}, "D", noted("The director sets the pace"), ViewCommand(model::ToggleDirector{}));
  add("go-to-date", {"g", "G"}, "G", noted("Go to a date"), AppCommand(model::OpenDate{}));
  add("stretch-from", {"i", "I"}, "I  O", noted("Play a stretch: from here, to here"),
      ViewCommand(model::MarkStretch{model::StretchEnd::kFrom}));
  add("stretch-to", {"o", "O"}, "", "", ViewCommand(model::MarkStretch{model::StretchEnd::kTo}));
  add("no-stretch", {"x", "X"}, "X", noted("No stretch: play all"), ViewCommand(model::SetStretch{}));
  add("strip-more", {"Ctrl++", "Ctrl+=", "Ctrl+Shift+=", "Ctrl+Keypad +"}, noted("Ctrl +  −  0"),
      noted("More, less, all of the strip"), ViewCommand(model::ZoomStrip{std::nullopt, 1.5}));
  add("strip-less", {"Ctrl+-", "Ctrl+Keypad -"}, "", "", ViewCommand(model::ZoomStrip{std::nullopt, 1.0 / 1.5}));
  add("strip-all", {"Ctrl+0", "Ctrl+Keypad 0"}, "", "", ViewCommand(model::FitStrip{}));
  add("strip-back", {"Shift+Alt+Left"}, noted("Alt Shift ←  →"), noted("Move the strip"),
      ViewCommand(model::PageStrip{-0.25}));
  add("strip-on", {"Shift+Alt+Right"}, "", "", ViewCommand(model::PageStrip{0.25}));
  add("wipe", {"w", "W"}, "W", noted("Two days side by side"), ViewCommand(model::ToggleWipe{}));
  add("wipe-day", {"v", "V"}, "V", noted("The left one: this day"), ViewCommand(model::SetWipeDay{}));
  add("wipe-line-left", {"Ctrl+Shift+Left"}, noted("Ctrl Shift ←  →"), noted("Move the line between them"),
      ViewCommand(model::MoveWipe{-0.05}));
  add("wipe-line-right", {"Ctrl+Shift+Right"}, "", "", ViewCommand(model::MoveWipe{0.05}));
  add("map-left", {"Alt+Left"}, noted("Alt ←  →  ↑  ↓"), noted("Move the map"),
      AppCommand(model::MoveMap{-kMapStep, 0.0}));
  add("map-right", {"Alt+Right"}, "", "", AppCommand(model::MoveMap{kMapStep, 0.0}));
  add("map-up", {"Alt+Up"}, "", "", AppCommand(model::MoveMap{0.0, kMapStep}));
  add("map-down", {"Alt+Down"}, "", "", AppCommand(model::MoveMap{0.0, -kMapStep}));
  add("map-enlarge", {"Alt++", "Alt+=", "Shift+Alt+=", "Alt+Keypad +"}, noted("Alt +  −"),
      noted("Enlarge, shrink the map"), AppCommand(model::ZoomMap{std::numbers::sqrt2}));
  add("map-shrink", {"Alt+-", "Alt+Keypad -"}, "", "", AppCommand(model::ZoomMap{1.0 / std::numbers::sqrt2}));
  add("whole-map", {"f", "F"}, "F", noted("The whole map"), ViewCommand(model::FitView{}));
  add("next-projection", {"c", "C"}, "C", noted("The next projection"), AppCommand(model::NextCrs{}));
  add("graticule", {"#"}, "#", noted("Meridians and parallels"), ViewCommand(model::ToggleGraticule{}));
  add("find", {"/"}, "/", noted("Find a record or a place"), AppCommand(model::OpenFind{}));
  add("undo", {"Ctrl+Z"}, noted("Ctrl Z  Ctrl Shift Z"), noted("Undo, redo"), AppCommand(model::Undo{}));
  add("redo", {"Ctrl+Shift+Z", "Ctrl+Y"}, "", "", AppCommand(model::Redo{}));
  add("enter-panels", {"Tab", "Shift+Tab"}, noted("Tab"),
      noted("To the panels, and on; Space presses, ← → turn, Esc leaves"), AppCommand(model::EnterPanels{}));
  add("panels", {"F1"}, "F1", noted("Panels"), AppCommand(model::TogglePanels{}));
  for (int cue = 1; cue <= 9; ++cue) {
    const bool is_first = cue == 1;
    add(fmt::format("cue-{}", cue), {std::to_string(cue)}, is_first ? noted("1 – 9") : "",
        is_first ? noted("To a cue of the exhibit") : "",
        AppCommand(model::GoToCue{static_cast<std::size_t>(cue - 1)}));
  }
  add("edit-cues", {"Ctrl+K"}, noted("Ctrl K"), noted("Edit the cues"), AppCommand(model::ToggleCues{}));
  add("save-cues", {"Ctrl+S"}, noted("Ctrl S"), noted("Save the cues"), AppCommand(model::SaveCues{}));
  add("talk", {"F5"}, "F5", noted("Start the talk, or go on with it"), AppCommand(model::StartTalk{}));
  add("full-screen", {"F11"}, "F11", noted("Full screen"), AppCommand(model::ToggleFullScreen{}));
  add("picture", {"F12"}, "F12", noted("Save a picture"), AppCommand(model::SavePicture{}));
  add("export", {"Ctrl+E"}, noted("Ctrl E"), noted("Export a film, frames or a picture"),
      AppCommand(model::ToggleExport{}));
  add("keys", {"?"}, "?", noted("These keys"), AppCommand(model::ToggleKeys{}));
  add("close", {"Escape"}, noted("Esc"), noted("Close, leave full screen"), AppCommand(model::Dismiss{}));
  add("quit", {"Ctrl+Q"}, noted("Ctrl Q"), noted("Quit"), AppCommand(model::Quit{}));
  return keymap;
}

Keymap talk_keymap() {
  using model::Curtain;
  using model::TalkCommand;
  Keymap keymap;
  const Adder add{keymap};
  add("next-cue", {"PageDown", "Right", "Down", "Space", "n", "N"}, noted("Page Down, →, ↓, Space, click"),
      noted("The next cue"), TalkCommand(model::StepCue{1}));
  add("previous-cue", {"PageUp", "Left", "Up", "Backspace", "p", "P"}, noted("Page Up, ←, ↑, right click"),
      noted("The cue before"), TalkCommand(model::StepCue{-1}));
  add("first-cue", {"Home"}, noted("Home  End"), noted("The first cue, the last"), TalkCommand(model::GoToFirstCue{}));
  add("last-cue", {"End"}, "", "", TalkCommand(model::GoToLastCue{}));
  add("typed-cue", {"Return", "Keypad Enter"}, noted("0 – 9, Enter"), noted("To the cue of that number"),
      TalkCommand(model::GoToTypedCue{}));
  for (int figure = 0; figure <= 9; ++figure)
    add(fmt::format("figure-{}", figure), {std::to_string(figure)}, "", "", TalkCommand(model::TypeFigure{figure}));
  add("black", {"b", "B", "."}, "B  .", noted("The wall black, and back"),
      TalkCommand(model::DrawCurtain{Curtain::kBlack}));
  add("white", {"w", "W", ","}, "W  ,", noted("The wall white, and back"),
      TalkCommand(model::DrawCurtain{Curtain::kWhite}));
  add("light", {"l", "L"}, "L", noted("A light on what is pointed at, and the picture again"),
      TalkCommand(model::ToggleSpotlight{}));
  add("larger-light", {"+", "="}, noted("+  −, wheel"), noted("The light larger, smaller"),
      TalkCommand(model::ResizeSpotlight{model::kSpotlightStep}));
  add("smaller-light", {"-", "−"}, "", "", TalkCommand(model::ResizeSpotlight{1.0 / model::kSpotlightStep}));
  add("notes", {"s", "S"}, "S", noted("The speaker’s window with the notes, or none"),
      AppCommand(model::ToggleNotes{}));
  add("leave", {"Escape"}, noted("Esc"), noted("Back to the window, from where the talk goes on"),
      AppCommand(model::LeaveTalk{}));
  add("quit", {"Ctrl+Q"}, noted("Ctrl Q"), noted("Quit"), AppCommand(model::Quit{}));
  return keymap;
}

KeymapGroup next_group(const Keymap& keymap, Keymap::const_iterator from) {
  auto to = from + 1;
  while (to != keymap.end() && *to->action == '\0') ++to;
  return {from, to};
}

std::string listed(const Keymap& keymap) {
  std::string text;
  for (auto at = keymap.begin(); at != keymap.end();) {
    const KeymapGroup group = next_group(keymap, at);
    std::vector<std::string> chords;
    for (const KeyBinding& binding : group) chords.insert(chords.end(), binding.chords.begin(), binding.chords.end());
    if (!chords.empty()) text += fmt::format("{}\t{}\n", fmt::join(chords, "  "), at->action);
    at = group.end();
  }
  return text;
}

const KeyBinding* binding_of(const Keymap& keymap, std::string_view chord) {
  const auto has = [chord](const KeyBinding& binding) {
    return std::ranges::find(binding.chords, chord) != binding.chords.end();
  };
  const auto found = std::ranges::find_if(keymap, has);
  return found == keymap.end() ? nullptr : &*found;
}

std::optional<model::Command> command_of(const Keymap& keymap, std::string_view chord) {
  const KeyBinding* const binding = binding_of(keymap, chord);
  return binding != nullptr ? std::optional(binding->command) : std::nullopt;
}

bool acts_beside_typing(const KeyBinding& binding, std::string_view chord, bool is_writing) {
  if (platform::is_of_typing(chord)) return false;
  return is_one_of<model::Quit, model::SaveCues, model::TogglePanels, model::StartTalk, model::ToggleFullScreen,
                   model::SavePicture>(binding.command) ||
         (is_writing && is_one_of<model::Undo, model::Redo>(binding.command));
}

std::string chord_for_panels(const std::string& chord, const KeyBinding* binding) {
  if (binding == nullptr || platform::is_of_typing(chord)) return chord;
  if (is_one_of<model::EnterPanels>(binding->command)) return chord.starts_with("Shift+") ? "Shift+Tab" : "Tab";
  return is_one_of<model::Dismiss>(binding->command) ? "Escape" : chord;
}

}  // namespace spreadmap::app
