#include "platform/input.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "platform/key_names.h"
#include "platform/signals.h"

namespace spreadmap::platform {
namespace {

/// Ctrl or Alt. The right Alt is none: on many keyboards it is what types a third character.
bool is_command(int modifiers) { return (modifiers & (KMOD_CTRL | KMOD_LALT)) != 0; }

/// Keys that type no character, and any key with Ctrl or Alt; others come as text, so that they are found on every keyboard layout.
std::optional<KeyPressed> chord_of(const SDL_Keysym& key) {
  // Also ñ and the like: a key that came as itself and as its text would act twice.
  const bool types_text = (key.sym & SDLK_SCANCODE_MASK) == 0 && key.sym >= SDLK_SPACE && key.sym != SDLK_DELETE;
  if (types_text && !is_command(key.mod) && key.sym != SDLK_SPACE) return std::nullopt;
  const auto holds = [&key](int modifier) { return (key.mod & modifier) != 0; };
  return KeyPressed{modifiers_named(holds(KMOD_CTRL), holds(KMOD_SHIFT), holds(KMOD_ALT)) + SDL_GetKeyName(key.sym)};
}

class Translator {
 public:
  explicit Translator(const GlWindow& window)
      : scale_(static_cast<float>(window.px_per_desktop_pt())),
        width_px_(static_cast<float>(window.width_px())),
        height_px_(static_cast<float>(window.height_px())) {}

  void add(const SDL_Event& event, std::vector<InputEvent>& out) {
    switch (event.type) {
      case SDL_QUIT:
        out.emplace_back(QuitAsked{});
        break;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_CLOSE) {
          out.emplace_back(CloseAsked{});
        } else {
          out.emplace_back(Exposed{});
        }
        break;
      case SDL_KEYDOWN:
        modifiers_ = event.key.keysym.mod;
        if (const auto key = chord_of(event.key.keysym)) out.emplace_back(*key);
        break;
      case SDL_TEXTINPUT:
        // A chord with Ctrl or Alt has come as a key; X gives the character once more.
        if (std::string_view(event.text.text) != " " && !is_command(modifiers_))
          out.emplace_back(KeyPressed{event.text.text});
        break;
      case SDL_MOUSEBUTTONDOWN:
        if (event.button.button == SDL_BUTTON_LEFT || event.button.button == SDL_BUTTON_RIGHT) {
          out.emplace_back(PointerPressed{px(event.button.x), px(event.button.y),
                                          event.button.button == SDL_BUTTON_RIGHT, with_shift(), event.button.clicks});
        }
        break;
      case SDL_MOUSEBUTTONUP:
        if (event.button.button == SDL_BUTTON_LEFT || event.button.button == SDL_BUTTON_RIGHT) {
          out.emplace_back(PointerReleased{});
        }
        break;
      case SDL_MOUSEMOTION:
        out.emplace_back(PointerMoved{px(event.motion.x), px(event.motion.y)});
        break;
      case SDL_FINGERDOWN:
        out.emplace_back(FingerDown{event.tfinger.fingerId, x_px(event.tfinger), y_px(event.tfinger)});
        break;
      case SDL_FINGERMOTION:
        out.emplace_back(FingerMoved{event.tfinger.fingerId, x_px(event.tfinger), y_px(event.tfinger)});
        break;
      case SDL_FINGERUP:
        out.emplace_back(FingerUp{event.tfinger.fingerId});
        break;
      case SDL_MOUSEWHEEL: {
        int x = 0, y = 0;
        SDL_GetMouseState(&x, &y);
        out.emplace_back(Wheel{px(x), px(y), event.wheel.preciseY, event.wheel.preciseX, with_shift()});
        break;
      }
      default:
        break;
    }
  }

 private:
  static bool with_shift() { return (SDL_GetModState() & KMOD_SHIFT) != 0; }
  [[nodiscard]] float px(int desktop_pt) const { return static_cast<float>(desktop_pt) * scale_; }
  /// A touch is told in shares of the window.
  [[nodiscard]] float x_px(const SDL_TouchFingerEvent& finger) const { return finger.x * width_px_; }
  [[nodiscard]] float y_px(const SDL_TouchFingerEvent& finger) const { return finger.y * height_px_; }
  float scale_, width_px_, height_px_;
  /// Held with the last key that was pressed, whose text comes next: SDL_GetModState is already as far as what has been pumped, and whoever types a letter
  /// and then at once a chord with Ctrl would lose the letter.
  int modifiers_ = SDL_GetModState();
};

}  // namespace

std::vector<InputEvent> coalesced(std::vector<InputEvent> events) {
  std::vector<InputEvent> out;
  for (InputEvent& event : events) {
    const bool moves = std::holds_alternative<PointerMoved>(event);
    if (moves && !out.empty() && std::holds_alternative<PointerMoved>(out.back())) out.pop_back();
    out.push_back(std::move(event));
  }
  return out;
}

namespace {

/// The number of the window that an event belongs to; 0: to none.
Uint32 window_of(const SDL_Event& event) {
  switch (event.type) {
    case SDL_WINDOWEVENT:
      return event.window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      return event.key.windowID;
    case SDL_TEXTINPUT:
      return event.text.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return event.button.windowID;
    case SDL_MOUSEMOTION:
      return event.motion.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return event.tfinger.windowID;
    case SDL_MOUSEWHEEL:
      return event.wheel.windowID;
    default:
      return 0;
  }
}

/// Its backend asks SDL which of Ctrl, Shift and Alt are held, and SDL is as far as what has been pumped: a chord that was let go at once would be a letter.
void tell_imgui(const SDL_Event& event) {
  ImGui_ImplSDL2_ProcessEvent(&event);
  if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return;
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = (event.key.keysym.mod & KMOD_CTRL) != 0;
  io.KeyShift = (event.key.keysym.mod & KMOD_SHIFT) != 0;
  io.KeyAlt = (event.key.keysym.mod & KMOD_ALT) != 0;
}

/// The next event that is there; none if it lets a key go that was pressed since the last picture: of that a picture is to be made first. Looked at and taken
/// from one and the same queue: between them SDL_PollEvent would fetch what has come meanwhile, the letting go and the next press too.
bool take_next(bool has_press, SDL_Event& event) {
  SDL_PumpEvents();
  const auto next = [&](SDL_eventaction action) {
    return SDL_PeepEvents(&event, 1, action, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1;
  };
  if (has_press && next(SDL_PEEKEVENT) && event.type == SDL_KEYUP) return false;
  return next(SDL_GETEVENT);
}

}  // namespace

Inputs wait_for_input(GlWindow& window, std::optional<double> timeout_s, const GlWindow* beside) {
  Inputs out;
  Translator translator(window), translator_beside(beside != nullptr ? *beside : window);
  const Uint32 beside_id = beside != nullptr ? SDL_GetWindowID(beside->sdl()) : 0;
  SDL_Event event;
  // A signal does not end SDL's wait, so even an endless one looks up now and then: twice a second costs nothing that is measured.
  constexpr double kLongestWait_s = 0.5;
  double left_s = timeout_s.value_or(1e9);
  while (!stop_asked() && !window.has_lost_context()) {
    if (window.look_at_displays()) {
      out.window.emplace_back(DisplaysChanged{});
      left_s = 0.0;
    }
    const double wait_s = std::min(left_s, kLongestWait_s);
    if (SDL_WaitEventTimeout(&event, std::max(0, static_cast<int>(std::ceil(wait_s * 1000.0)))) != 0) {
      bool has_press = false;
      do {
        if (beside != nullptr && window_of(event) == beside_id) {
          translator_beside.add(event, out.beside);
        } else {
          if (ImGui::GetCurrentContext() != nullptr) tell_imgui(event);  // a kiosk has none
          translator.add(event, out.window);
        }
        has_press = has_press || event.type == SDL_KEYDOWN;
      } while (take_next(has_press, event));
      break;
    }
    left_s -= wait_s;
    if (left_s <= 0.0) break;
  }
  if (stop_asked()) out.window.emplace_back(QuitAsked{});
  return {coalesced(std::move(out.window)), coalesced(std::move(out.beside))};
}

}  // namespace spreadmap::platform
