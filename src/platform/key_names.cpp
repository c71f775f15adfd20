#include "platform/key_names.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/letter_case.h"
#include "base/utf8.h"

namespace spreadmap::platform {
namespace {

struct HeldKeys {
  bool ctrl = false, shift = false, alt = false;
  [[nodiscard]] bool is_command() const { return ctrl || alt; }
};

bool is_called(std::string_view written, const char* name) {
  return SDL_strcasecmp(std::string(written).c_str(), name) == 0;
}

/// Takes one modifier from the beginning. What is left is never empty: of "Ctrl++" it is "+".
bool take_modifier(std::string_view& written, HeldKeys& held) {
  const std::size_t plus = written.find('+');
  if (plus == std::string_view::npos || plus + 1 == written.size()) return false;
  const std::string_view name = written.substr(0, plus);
  bool* const key = is_called(name, "Ctrl") || is_called(name, "Control") ? &held.ctrl
                    : is_called(name, "Shift")                            ? &held.shift
                    : is_called(name, "Alt")                              ? &held.alt
                                                                          : nullptr;
  if (key == nullptr || *key) return false;
  *key = true;
  written.remove_prefix(plus + 1);
  return true;
}

/// As keyboards and the program's own help call some keys, and SDL does not.
std::string_view key_called(std::string_view written) {
  constexpr std::array kCalled{std::pair{"Esc", "Escape"},
                               std::pair{"Enter", "Return"},
                               std::pair{"Page Down", "PageDown"},
                               std::pair{"Page Up", "PageUp"},
                               std::pair{"Del", "Delete"},
                               std::pair{"Ins", "Insert"},
                               std::pair{"Print", "PrintScreen"},
                               std::pair{"←", "Left"},
                               std::pair{"→", "Right"},
                               std::pair{"↑", "Up"},
                               std::pair{"↓", "Down"}};
  for (const auto& [called, name] : kCalled) {
    if (is_called(written, called)) return name;
  }
  return written == " " ? "Space" : written;
}

bool is_one_character(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text[0]) >= 0x20 && text[0] != 0x7F &&
         std::all_of(text.begin() + 1, text.end(), continues_a_letter);
}

bool is_modifier(SDL_Keycode key) { return key >= SDLK_LCTRL && key <= SDLK_RGUI; }

/// Keys of the pad that come as the characters that they type too.
bool is_of_pad(SDL_Keycode key) {
  return (key >= SDLK_KP_DIVIDE && key <= SDLK_KP_PLUS) || (key >= SDLK_KP_1 && key <= SDLK_KP_PERIOD) ||
         key == SDLK_KP_EQUALS || key == SDLK_KP_COMMA;
}

/// Keys that have a name and type no character, and the space bar.
bool is_named(SDL_Keycode key) {
  constexpr std::array<SDL_Keycode, 6> kControls{SDLK_BACKSPACE, SDLK_TAB,   SDLK_RETURN,
                                                 SDLK_ESCAPE,    SDLK_SPACE, SDLK_DELETE};
  const bool is_code_point = (key & SDLK_SCANCODE_MASK) == 0;
  return is_code_point ? std::ranges::find(kControls, key) != kControls.end() : !is_modifier(key);
}

}  // namespace

std::string modifiers_named(bool with_ctrl, bool with_shift, bool with_alt) {
  return std::string(with_ctrl ? "Ctrl+" : "") + (with_shift ? "Shift+" : "") + (with_alt ? "Alt+" : "");
}

std::optional<std::string> chord_named(std::string_view written) {
  if (written.find('\0') != std::string_view::npos) return std::nullopt;
  HeldKeys held;
  while (take_modifier(written, held)) {
  }
  const std::string key(key_called(written));
  const std::string modifiers = modifiers_named(held.ctrl, held.shift, held.alt);
  if (is_one_character(key)) {
    if (!held.is_command()) return held.shift ? std::nullopt : std::optional(key);
    return modifiers + SDL_GetKeyName(SDL_GetKeyFromName(small_letter(key).c_str()));
  }
  const SDL_Keycode code = SDL_GetKeyFromName(key.c_str());
  if (!is_named(code) || (is_of_pad(code) && !held.is_command())) return std::nullopt;
  return modifiers + SDL_GetKeyName(code);
}

bool is_of_typing(std::string_view chord) {
  constexpr std::array<std::string_view, 4> kOfClipboard{"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"};
  if (is_one_character(chord) || std::ranges::find(kOfClipboard, chord) != kOfClipboard.end()) return true;
  constexpr std::array<std::string_view, 15> kKeys{"Space",     "Tab",    "Return",   "Keypad Enter", "Escape",
                                                   "Backspace", "Delete", "Insert",   "Left",         "Up",
                                                   "Right",     "Down",   "PageDown", "PageUp",       "Home"};
  HeldKeys held;
  while (take_modifier(chord, held)) {
  }
  return chord == "End" || std::ranges::find(kKeys, chord) != kKeys.end();
}

std::vector<std::string> key_names() {
  std::vector<std::string> names;
  for (int scancode = 0; scancode < SDL_NUM_SCANCODES; ++scancode) {
    const char* const name = SDL_GetScancodeName(static_cast<SDL_Scancode>(scancode));
    if (*name != '\0' && is_named(SDL_GetKeyFromName(name))) names.emplace_back(name);
  }
  return names;
}

}  // namespace spreadmap::platform
