#include "app/keymap.h"

#include <fmt/format.h>

#include <algorithm>
#include <numbers>
#include <utility>

#include "language/language.h"

namespace spreadmap::app {

using language::noted;
using model::AppCommand;
using model::ViewCommand;

namespace {

/// Adds one binding after the other. A list of them all took the compiler minutes: it held every part of it ready to be taken back.
struct Adder {
  Keymap& keymap;
  void operator()(std::vector<std::string> chords, const char* keys, const char* action, model::Command command) const {
    keymap.push_back({std::move(chords), keys, action, std::move(command)});
  }
};

}  // namespace

const Keymap& explore_keymap() {
  // Shares of the picture; half an octave of zoom.
  constexpr double kMapStep = 0.125;
  static const Keymap kKeymap = [] {
    Keymap keymap;
    const Adder add{keymap};
    add({"Space"}, noted("Space"), noted("Play, pause"), ViewCommand(model::TogglePlay{}));
    add({"Left"}, "←  →", noted("A day back, a day on"), ViewCommand(model::StepDays{-1}));
    add({"Right"}, "", "", ViewCommand(model::StepDays{1}));
    add({"Shift+Left"}, noted("Shift ←  →"), noted("A week"), ViewCommand(model::StepDays{-7}));
    add({"Shift+Right"}, "", "", ViewCommand(model::StepDays{7}));
    add({"Ctrl+Left"}, noted("Ctrl ←  →"), noted("A month"), ViewCommand(model::StepMonths{-1}));
    add({"Ctrl+Right"}, "", "", ViewCommand(model::StepMonths{1}));
    add({"n", "N"}, "N  P", noted("Next, previous event"), ViewCommand(model::StepEvent{1}));
    add({"p", "P"}, "", "", ViewCommand(model::StepEvent{-1}));
    add({"m", "M"}, "M", noted("What happened last, and who says so"), AppCommand(model::ShowMilestone{}));
    add({"Home"}, noted("Home  End"), noted("First, last day"), ViewCommand(model::GoToStart{}));
    add({"End"}, "", "", ViewCommand(model::GoToEnd{}));
    add({"+", "="}, "+  −", noted("Faster, slower"), ViewCommand(model::MultiplySpeed{2.0}));
    add({"-", "−"}, "", "", ViewCommand(model::MultiplySpeed{0.5}));
    add({"l", "L"}, "L", noted("Loop"), ViewCommand(model::ToggleLoop{}));
    add({"r", "R"}, "R", noted("Play backwards, forwards"), ViewCommand(model::TurnRound{}));
    add({"d", "D"}, "D", noted("The director sets the pace"), ViewCommand(model::ToggleDirector{}));
    add({"g", "G"}, "G", noted("Go to a date"), AppCommand(model::OpenDate{}));
    add({"i", "I"}, "I  O", noted("Play a stretch: from here, to here"),
        ViewCommand(model::MarkStretch{model::StretchEnd::kFrom}));
    add({"o", "O"}, "", "", ViewCommand(model::MarkStretch{model::StretchEnd::kTo}));
    add({"x", "X"}, "X", noted("No stretch: play all"), ViewCommand(model::SetStretch{}));
    add({"Ctrl+=", "Ctrl+Shift+=", "Ctrl++", "Ctrl+Keypad +"}, noted("Ctrl +  −  0"),
        noted("More, less, all of the strip"), ViewCommand(model::ZoomStrip{std::nullopt, 1.5}));
    add({"Ctrl+-", "Ctrl+Keypad -"}, "", "", ViewCommand(model::ZoomStrip{std::nullopt, 1.0 / 1.5}));
    add({"Ctrl+0", "Ctrl+Keypad 0"}, "", "", ViewCommand(model::FitStrip{}));
    add({"Shift+Alt+Left"}, noted("Alt Shift ←  →"), noted("Move the strip"), ViewCommand(model::PageStrip{-0.25}));
    add({"Shift+Alt+Right"}, "", "", ViewCommand(model::PageStrip{0.25}));
    add({"w", "W"}, "W", noted("Two days side by side"), ViewCommand(model::ToggleWipe{}));
    add({"v", "V"}, "V", noted("The left one: this day"), ViewCommand(model::SetWipeDay{}));
    add({"Ctrl+Shift+Left"}, noted("Ctrl Shift ←  →"), noted("Move the line between them"),
        ViewCommand(model::MoveWipe{-0.05}));
    add({"Ctrl+Shift+Right"}, "", "", ViewCommand(model::MoveWipe{0.05}));
    add({"Alt+Left"}, noted("Alt ←  →  ↑  ↓"), noted("Move the map"), AppCommand(model::MoveMap{-kMapStep, 0.0}));
    add({"Alt+Right"}, "", "", AppCommand(model::MoveMap{kMapStep, 0.0}));
    add({"Alt+Up"}, "", "", AppCommand(model::MoveMap{0.0, kMapStep}));
    add({"Alt+Down"}, "", "", AppCommand(model::MoveMap{0.0, -kMapStep}));
    add({"Alt+=", "Shift+Alt+=", "Alt++", "Alt+Keypad +"}, noted("Alt +  −"), noted("Enlarge, shrink the map"),
        AppCommand(model::ZoomMap{std::numbers::sqrt2}));
    add({"Alt+-", "Alt+Keypad -"}, "", "", AppCommand(model::ZoomMap{1.0 / std::numbers::sqrt2}));
    add({"f", "F"}, "F", noted("The whole map"), ViewCommand(model::FitView{}));
    add({"c", "C"}, "C", noted("The next projection"), AppCommand(model::NextCrs{}));
    add({"#"}, "#", noted("Meridians and parallels"), ViewCommand(model::ToggleGraticule{}));
    add({"/"}, "/", noted("Find a record or a place"), AppCommand(model::OpenFind{}));
    add({"Ctrl+Z"}, noted("Ctrl Z  Ctrl Shift Z"), noted("Undo, redo"), AppCommand(model::Undo{}));
    add({"Ctrl+Shift+Z", "Ctrl+Y"}, "", "", AppCommand(model::Redo{}));
    add({"Tab", "Shift+Tab"}, noted("Tab"), noted("To the panels, and on; Space presses, ← → turn, Esc leaves"),
        AppCommand(model::EnterPanels{}));
    add({"F1"}, "F1", noted("Panels"), AppCommand(model::TogglePanels{}));
    for (int cue = 1; cue <= 9; ++cue) {
      const bool is_first = cue == 1;
      add({std::to_string(cue)}, is_first ? noted("1 – 9") : "", is_first ? noted("To a cue of the exhibit") : "",
          AppCommand(model::GoToCue{static_cast<std::size_t>(cue - 1)}));
    }
    add({"Ctrl+K"}, noted("Ctrl K"), noted("Edit the cues"), AppCommand(model::ToggleCues{}));
    add({"Ctrl+S"}, noted("Ctrl S"), noted("Save the cues"), AppCommand(model::SaveCues{}));
    add({"F5"}, "F5", noted("Start the talk, or go on with it"), AppCommand(model::StartTalk{}));
    add({"F11"}, "F11", noted("Full screen"), AppCommand(model::ToggleFullScreen{}));
    add({"F12"}, "F12", noted("Save a picture"), AppCommand(model::SavePicture{}));
    add({"Ctrl+E"}, noted("Ctrl E"), noted("Export a film, frames or a picture"), AppCommand(model::ToggleExport{}));
    add({"?"}, "?", noted("These keys"), AppCommand(model::ToggleKeys{}));
    add({"Escape"}, noted("Esc"), noted("Close, leave full screen"), AppCommand(model::Dismiss{}));
    add({"Ctrl+Q"}, noted("Ctrl Q"), noted("Quit"), AppCommand(model::Quit{}));
    return keymap;
  }();
  return kKeymap;
}

const Keymap& talk_keymap() {
  using model::Curtain;
  using model::TalkCommand;
  static const Keymap kKeymap = [] {
    Keymap keymap;
    const Adder add{keymap};
    add({"PageDown", "Right", "Down", "Space", "n", "N"}, noted("Page Down, →, ↓, Space, click"), noted("The next cue"),
        TalkCommand(model::StepCue{1}));
    add({"PageUp", "Left", "Up", "Backspace", "p", "P"}, noted("Page Up, ←, ↑, right click"), noted("The cue before"),
        TalkCommand(model::StepCue{-1}));
    add({"Home"}, noted("Home  End"), noted("The first cue, the last"), TalkCommand(model::GoToFirstCue{}));
    add({"End"}, "", "", TalkCommand(model::GoToLastCue{}));
    add({"Return", "Keypad Enter"}, noted("0 – 9, Enter"), noted("To the cue of that number"),
        TalkCommand(model::GoToTypedCue{}));
    for (int figure = 0; figure <= 9; ++figure)
      add({std::to_string(figure)}, "", "", TalkCommand(model::TypeFigure{figure}));
    add({"b", "B", "."}, "B  .", noted("The wall black, and back"), TalkCommand(model::DrawCurtain{Curtain::kBlack}));
    add({"w", "W", ","}, "W  ,", noted("The wall white, and back"), TalkCommand(model::DrawCurtain{Curtain::kWhite}));
    add({"s", "S"}, "S", noted("The speaker’s window with the notes, or none"), AppCommand(model::ToggleNotes{}));
    add({"Escape"}, noted("Esc"), noted("Back to the window; F5 goes on"), AppCommand(model::LeaveTalk{}));
    add({"Ctrl+Q"}, noted("Ctrl Q"), noted("Quit"), AppCommand(model::Quit{}));
    return keymap;
  }();
  return kKeymap;
}

std::string listed(const Keymap& keymap) {
  // What does the like in other directions stands in one line.
  std::string text;
  for (auto at = keymap.begin(); at != keymap.end();) {
    const char* const action = at->action;
    std::vector<std::string> chords = at->chords;
    for (++at; at != keymap.end() && *at->action == '\0'; ++at)
      chords.insert(chords.end(), at->chords.begin(), at->chords.end());
    text += fmt::format("{}\t{}\n", fmt::join(chords, "  "), action);
  }
  return text;
}

std::optional<model::Command> command_of(const Keymap& keymap, std::string_view chord) {
  for (const KeyBinding& binding : keymap) {
    if (std::find(binding.chords.begin(), binding.chords.end(), chord) != binding.chords.end()) return binding.command;
  }
  return std::nullopt;
}

}  // namespace spreadmap::app
