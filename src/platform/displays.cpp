#include "platform/displays.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>

#include "platform/driver.h"

namespace spreadmap::platform {
namespace {

std::vector<DisplayBox> displays_of_sdl() {
  std::vector<DisplayBox> displays;
  for (int index = 0; index < SDL_GetNumVideoDisplays(); ++index) {
    SDL_Rect bounds;
    if (SDL_GetDisplayBounds(index, &bounds) == 0) displays.push_back({bounds.x, bounds.y, bounds.w, bounds.h});
  }
  return displays;
}

/// How far apart, squared: the middle of a box from the nearest point of a display.
long long apart(const DisplayBox& display, const DisplayBox& box) {
  const int x = box.x_pt + box.width_pt / 2, y = box.y_pt + box.height_pt / 2;
  const long long x_off = x - std::clamp(x, display.x_pt, display.x_pt + std::max(0, display.width_pt - 1));
  const long long y_off = y - std::clamp(y, display.y_pt, display.y_pt + std::max(0, display.height_pt - 1));
  return x_off * x_off + y_off * y_off;
}

}  // namespace

std::vector<DisplayBox> displays_of(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return displays_of_sdl();
  Display* display = info.info.x11.display;
  int event = 0, error = 0, major = 0, minor = 0;
  const bool has_monitors = XRRQueryExtension(display, &event, &error) != 0 &&
                            XRRQueryVersion(display, &major, &minor) != 0 && (major > 1 || minor >= 5);
  if (!has_monitors) return displays_of_sdl();
  int count = 0;
  XRRMonitorInfo* monitors = XRRGetMonitors(display, DefaultRootWindow(display), True, &count);
  std::vector<DisplayBox> displays;
  // The primary one first, as desktops count.
  for (const bool is_primary : {true, false}) {
    for (int i = 0; i < count; ++i) {
      const XRRMonitorInfo& at = monitors[i];
      if ((at.primary != 0) == is_primary) displays.push_back({at.x, at.y, at.width, at.height});
    }
  }
  if (monitors != nullptr) XRRFreeMonitors(monitors);
  return displays;
}

int display_with(const std::vector<DisplayBox>& displays, const DisplayBox& box) {
  const auto nearest =
      std::ranges::min_element(displays, {}, [&](const DisplayBox& display) { return apart(display, box); });
  return static_cast<int>(nearest - displays.begin());
}

bool can_open_window() {
  ask_for_driver(false);
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return false;
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return true;
}

}  // namespace spreadmap::platform
