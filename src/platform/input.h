#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "platform/gl_window.h"

namespace spreadmap::platform {

/// A key, as a chord: "Space", "Shift+Left", "Ctrl+Q", "F11", or the character that it types: "?", "n", "+".
struct KeyPressed {
  std::string chord;
};
/// Positions in framebuffer pixels from the window's top-left.
struct PointerPressed {
  float x_px = 0.0F, y_px = 0.0F;
  bool is_secondary = false;  ///< the right button
  bool with_shift = false;
  int clicks = 1;  ///< 2: the second of a double click
};
struct PointerMoved {
  float x_px = 0.0F, y_px = 0.0F;
};
struct PointerReleased {};
/// A finger on a touchscreen: where, and which of them. Told only to whoever asked for fingers (GlWindow::set_unattended); else they are the pointer.
struct FingerDown {
  std::int64_t id = 0;
  float x_px = 0.0F, y_px = 0.0F;
};
struct FingerMoved {
  std::int64_t id = 0;
  float x_px = 0.0F, y_px = 0.0F;
};
struct FingerUp {
  std::int64_t id = 0;
};
/// Steps of a wheel, away from the user positive; touchpads give fractions.
struct Wheel {
  float x_px = 0.0F, y_px = 0.0F;
  float steps = 0.0F;
  float steps_right = 0.0F;
  bool with_shift = false;
};
/// The window was resized, shown or uncovered: it has to be drawn again.
struct Exposed {};
/// Displays were plugged in or unplugged, or have another size or place.
struct DisplaysChanged {};
/// One of two windows was asked to close; the last one that is open asks to quit as well.
struct CloseAsked {};
struct QuitAsked {};

using InputEvent = std::variant<KeyPressed, PointerPressed, PointerMoved, PointerReleased, FingerDown, FingerMoved,
                                FingerUp, Wheel, Exposed, DisplaysChanged, CloseAsked, QuitAsked>;

/// Only the last of pointer moves that follow one another: where the pointer was between two pictures is not seen.
std::vector<InputEvent> coalesced(std::vector<InputEvent> events);

/// What has happened, by the window that it happened in.
struct Inputs {
  std::vector<InputEvent> window, beside;
};

/// Waits at most `timeout_s` (nullopt: until something happens) and returns what has happened since, coalesced. ImGui, where it is there, sees the same events; of version 1.86, it
/// knows only which keys are held down when a picture is made, so a key that was pressed is let go in the next batch at the earliest.
/// A signal that `catch_stop_signals` caught asks to quit. A context that is lost ends the waiting too.
/// `beside`: a second window, of which ImGui learns nothing; nullptr: none.
Inputs wait_for_input(GlWindow& window, std::optional<double> timeout_s, const GlWindow* beside = nullptr);

}  // namespace spreadmap::platform
