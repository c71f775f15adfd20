#include "app/keymap.h"

#include <algorithm>

namespace spreadmap::app {

using model::AppCommand;
using model::ViewCommand;

const Keymap& explore_keymap() {
  static const Keymap kKeymap{
      {{"Space"}, "Space", "Play, pause", ViewCommand(model::TogglePlay{})},
      {{"Left"}, "←  →", "A day back, a day on", ViewCommand(model::StepDays{-1})},
      {{"Right"}, "", "", ViewCommand(model::StepDays{1})},
      {{"Shift+Left"}, "Shift ←  →", "A week", ViewCommand(model::StepDays{-7})},
      {{"Shift+Right"}, "", "", ViewCommand(model::StepDays{7})},
      {{"Ctrl+Left"}, "Ctrl ←  →", "A month", ViewCommand(model::StepMonths{-1})},
      {{"Ctrl+Right"}, "", "", ViewCommand(model::StepMonths{1})},
      {{"n", "N"}, "N  P", "Next, previous event", ViewCommand(model::StepEvent{1})},
      {{"p", "P"}, "", "", ViewCommand(model::StepEvent{-1})},
      {{"Home"}, "Home  End", "First, last day", ViewCommand(model::GoToStart{})},
      {{"End"}, "", "", ViewCommand(model::GoToEnd{})},
      {{"+", "="}, "+  −", "Faster, slower", ViewCommand(model::MultiplySpeed{2.0})},
      {{"-", "−"}, "", "", ViewCommand(model::MultiplySpeed{0.5})},
      {{"l", "L"}, "L", "Loop", ViewCommand(model::ToggleLoop{})},
      {{"f", "F"}, "F", "The whole map", ViewCommand(model::FitView{})},
      {{"/"}, "/", "Find a record or a place", AppCommand(model::OpenFind{})},
      {{"Ctrl+Z"}, "Ctrl Z  Ctrl Shift Z", "Undo, redo", AppCommand(model::Undo{})},
      {{"Ctrl+Shift+Z", "Ctrl+Y"}, "", "", AppCommand(model::Redo{})},
      {{"F1"}, "F1", "Panels", AppCommand(model::TogglePanels{})},
      {{"F11"}, "F11", "Full screen", AppCommand(model::ToggleFullScreen{})},
      {{"F12"}, "F12", "Save a picture", AppCommand(model::SavePicture{})},
      {{"?"}, "?", "These keys", AppCommand(model::ToggleKeys{})},
      {{"Escape"}, "Esc", "Close, leave full screen", AppCommand(model::Dismiss{})},
      {{"Ctrl+Q"}, "Ctrl Q", "Quit", AppCommand(model::Quit{})},
  };
  return kKeymap;
}

std::optional<model::Command> command_of(const Keymap& keymap, std::string_view chord) {
  for (const KeyBinding& binding : keymap) {
    if (std::find(binding.chords.begin(), binding.chords.end(), chord) != binding.chords.end()) return binding.command;
  }
  return std::nullopt;
}

}  // namespace spreadmap::app
