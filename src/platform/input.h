#pragma once
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
};
struct PointerMoved {
  float x_px = 0.0F, y_px = 0.0F;
};
struct PointerReleased {};
/// Steps of a wheel, away from the user positive; touchpads give fractions.
struct Wheel {
  float x_px = 0.0F, y_px = 0.0F;
  float steps = 0.0F;
};
/// The window was resized, shown or uncovered: it has to be drawn again.
struct Exposed {};
struct QuitAsked {};

using InputEvent = std::variant<KeyPressed, PointerPressed, PointerMoved, PointerReleased, Wheel, Exposed, QuitAsked>;

/// Waits at most `timeout_s` (nullopt: until something happens) and returns all that has happened since. ImGui sees the same events.
/// A signal that `catch_stop_signals` caught asks to quit.
std::vector<InputEvent> wait_for_input(const GlWindow& window, std::optional<double> timeout_s);

}  // namespace spreadmap::platform
