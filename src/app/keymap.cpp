#include "app/keymap.h"

#include <fmt/format.h>

#include <algorithm>
#include <numbers>

#include "language/language.h"

namespace spreadmap::app {

using language::noted;
using model::AppCommand;
using model::ViewCommand;

const Keymap& explore_keymap() {
  // Shares of the picture; half an octave of zoom.
  constexpr double kMapStep = 0.125;
  static const Keymap kKeymap{
      {{"Space"}, noted("Space"), noted("Play, pause"), ViewCommand(model::TogglePlay{})},
      {{"Left"}, "←  →", noted("A day back, a day on"), ViewCommand(model::StepDays{-1})},
      {{"Right"}, "", "", ViewCommand(model::StepDays{1})},
      {{"Shift+Left"}, noted("Shift ←  →"), noted("A week"), ViewCommand(model::StepDays{-7})},
      {{"Shift+Right"}, "", "", ViewCommand(model::StepDays{7})},
      {{"Ctrl+Left"}, noted("Ctrl ←  →"), noted("A month"), ViewCommand(model::StepMonths{-1})},
      {{"Ctrl+Right"}, "", "", ViewCommand(model::StepMonths{1})},
      {{"n", "N"}, "N  P", noted("Next, previous event"), ViewCommand(model::StepEvent{1})},
      {{"p", "P"}, "", "", ViewCommand(model::StepEvent{-1})},
      {{"m", "M"}, "M", noted("What happened last, and who says so"), AppCommand(model::ShowMilestone{})},
      {{"Home"}, noted("Home  End"), noted("First, last day"), ViewCommand(model::GoToStart{})},
      {{"End"}, "", "", ViewCommand(model::GoToEnd{})},
      {{"+", "="}, "+  −", noted("Faster, slower"), ViewCommand(model::MultiplySpeed{2.0})},
      {{"-", "−"}, "", "", ViewCommand(model::MultiplySpeed{0.5})},
      {{"l", "L"}, "L", noted("Loop"), ViewCommand(model::ToggleLoop{})},
      {{"r", "R"}, "R", noted("Play backwards, forwards"), ViewCommand(model::TurnRound{})},
      {{"d", "D"}, "D", noted("The director sets the pace"), ViewCommand(model::ToggleDirector{})},
      {{"g", "G"}, "G", noted("Go to a date"), AppCommand(model::OpenDate{})},
      {{"i", "I"},
       "I  O",
       noted("Play a stretch: from here, to here"),
       ViewCommand(model::MarkStretch{model::StretchEnd::kFrom})},
      {{"o", "O"}, "", "", ViewCommand(model::MarkStretch{model::StretchEnd::kTo})},
      {{"x", "X"}, "X", noted("No stretch: play all"), ViewCommand(model::SetStretch{})},
      {{"Ctrl+=", "Ctrl+Shift+=", "Ctrl++", "Ctrl+Keypad +"},
       noted("Ctrl +  −  0"),
       noted("More, less, all of the strip"),
       ViewCommand(model::ZoomStrip{std::nullopt, 1.5})},
      {{"Ctrl+-", "Ctrl+Keypad -"}, "", "", ViewCommand(model::ZoomStrip{std::nullopt, 1.0 / 1.5})},
      {{"Ctrl+0", "Ctrl+Keypad 0"}, "", "", ViewCommand(model::FitStrip{})},
      {{"Shift+Alt+Left"}, noted("Alt Shift ←  →"), noted("Move the strip"), ViewCommand(model::PageStrip{-0.25})},
      {{"Shift+Alt+Right"}, "", "", ViewCommand(model::PageStrip{0.25})},
      {{"w", "W"}, "W", noted("Two days side by side"), ViewCommand(model::ToggleWipe{})},
      {{"v", "V"}, "V", noted("The left one: this day"), ViewCommand(model::SetWipeDay{})},
      {{"Ctrl+Shift+Left"},
       noted("Ctrl Shift ←  →"),
       noted("Move the line between them"),
       ViewCommand(model::MoveWipe{-0.05})},
      {{"Ctrl+Shift+Right"}, "", "", ViewCommand(model::MoveWipe{0.05})},
      {{"Alt+Left"}, noted("Alt ←  →  ↑  ↓"), noted("Move the map"), AppCommand(model::MoveMap{-kMapStep, 0.0})},
      {{"Alt+Right"}, "", "", AppCommand(model::MoveMap{kMapStep, 0.0})},
      {{"Alt+Up"}, "", "", AppCommand(model::MoveMap{0.0, kMapStep})},
      {{"Alt+Down"}, "", "", AppCommand(model::MoveMap{0.0, -kMapStep})},
      {{"Alt+=", "Shift+Alt+=", "Alt++", "Alt+Keypad +"},
       noted("Alt +  −"),
       noted("Enlarge, shrink the map"),
       AppCommand(model::ZoomMap{std::numbers::sqrt2})},
      {{"Alt+-", "Alt+Keypad -"}, "", "", AppCommand(model::ZoomMap{1.0 / std::numbers::sqrt2})},
      {{"f", "F"}, "F", noted("The whole map"), ViewCommand(model::FitView{})},
      {{"c", "C"}, "C", noted("The next projection"), AppCommand(model::NextCrs{})},
      {{"#"}, "#", noted("Meridians and parallels"), ViewCommand(model::ToggleGraticule{})},
      {{"/"}, "/", noted("Find a record or a place"), AppCommand(model::OpenFind{})},
      {{"Ctrl+Z"}, noted("Ctrl Z  Ctrl Shift Z"), noted("Undo, redo"), AppCommand(model::Undo{})},
      {{"Ctrl+Shift+Z", "Ctrl+Y"}, "", "", AppCommand(model::Redo{})},
      {{"Tab", "Shift+Tab"},
       noted("Tab"),
       noted("To the panels, and on; Space presses, ← → turn, Esc leaves"),
       AppCommand(model::EnterPanels{})},
      {{"F1"}, "F1", noted("Panels"), AppCommand(model::TogglePanels{})},
      {{"F11"}, "F11", noted("Full screen"), AppCommand(model::ToggleFullScreen{})},
      {{"F12"}, "F12", noted("Save a picture"), AppCommand(model::SavePicture{})},
      {{"Ctrl+E"}, noted("Ctrl E"), noted("Export a film, frames or a picture"), AppCommand(model::ToggleExport{})},
      {{"?"}, "?", noted("These keys"), AppCommand(model::ToggleKeys{})},
      {{"Escape"}, noted("Esc"), noted("Close, leave full screen"), AppCommand(model::Dismiss{})},
      {{"Ctrl+Q"}, noted("Ctrl Q"), noted("Quit"), AppCommand(model::Quit{})},
  };
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
