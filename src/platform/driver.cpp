#include "platform/driver.h"

#include <SDL.h>

#include <cstdlib>

namespace spreadmap::platform {

// Left to itself, SDL ends at its offscreen driver and a window that nobody sees.
void ask_for_driver(bool is_offscreen) {
  if (is_offscreen) {
    // Also where the environment names a driver of a display: an export needs none.
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE);
    return;
  }
  // Without a runtime folder there can be no Wayland, and its library would say so on standard error.
  const bool may_have_wayland = std::getenv("XDG_RUNTIME_DIR") != nullptr;
  SDL_SetHint(SDL_HINT_VIDEODRIVER, may_have_wayland ? "x11,wayland,KMSDRM" : "x11,KMSDRM");
}

}  // namespace spreadmap::platform
