#include "platform/plain_window.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "platform/driver.h"
#include "platform/signals.h"

namespace spreadmap::platform {

struct PlainWindow::Impl {
  SDL_Window* window = nullptr;
  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
};

PlainWindow::PlainWindow(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PlainWindow::PlainWindow(PlainWindow&&) noexcept = default;
PlainWindow& PlainWindow::operator=(PlainWindow&&) noexcept = default;
PlainWindow::~PlainWindow() = default;

Result<PlainWindow> PlainWindow::create(const std::string& title, int display) {
  setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  ask_for_driver(false);
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetMainReady();
  auto impl = std::make_unique<Impl>();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return fail("no display: {}", SDL_GetError());
  const bool is_x11 = std::string_view(SDL_GetCurrentVideoDriver()) == "x11";
  // Else SDL prefers OpenGL for what X11 does by itself.
  if (is_x11) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_Rect box{0, 0, 1920, 1080};
  SDL_GetDisplayBounds(display < SDL_GetNumVideoDisplays() ? display : 0, &box);
  // A bare X server, as kiosks have it, has nobody to make a window fill it: it is opened so large.
  const Uint32 flags = SDL_WINDOW_BORDERLESS | (is_x11 ? 0U : static_cast<Uint32>(SDL_WINDOW_FULLSCREEN_DESKTOP));
  impl->window = SDL_CreateWindow(title.c_str(), box.x, box.y, box.w, box.h, flags);
  if (impl->window == nullptr) return fail("the window cannot be opened: {}", SDL_GetError());
  SDL_ShowCursor(SDL_DISABLE);
  SDL_DisableScreenSaver();
  return PlainWindow(std::move(impl));
}

int PlainWindow::width_px() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(impl_->window);
  return surface != nullptr ? surface->w : 0;
}

int PlainWindow::height_px() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(impl_->window);
  return surface != nullptr ? surface->h : 0;
}

Result<void> PlainWindow::show(std::span<const std::uint32_t> pixels) const {
  SDL_Surface* const surface = SDL_GetWindowSurface(impl_->window);
  if (surface == nullptr) return fail("the window has no pixels: {}", SDL_GetError());
  // It took another size meanwhile: the next picture is of that.
  if (pixels.size() != static_cast<std::size_t>(surface->w) * static_cast<std::size_t>(surface->h)) return {};
  const int row_bytes = 4 * surface->w;
  if (SDL_ConvertPixels(surface->w, surface->h, SDL_PIXELFORMAT_ARGB8888, pixels.data(), row_bytes,
                        surface->format->format, surface->pixels, surface->pitch) != 0 ||
      SDL_UpdateWindowSurface(impl_->window) != 0) {
    return fail("the window cannot be drawn: {}", SDL_GetError());
  }
  return {};
}

void PlainWindow::wait(double timeout_s) const {
  // A signal does not end SDL's wait.
  constexpr double kLongestWait_s = 0.5;
  SDL_Event event;
  while (timeout_s > 0.0 && !stop_asked()) {
    const double wait_s = std::min(timeout_s, kLongestWait_s);
    if (SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(wait_s * 1000.0))) != 0) {
      bool is_of_window = false;
      do {
        is_of_window = is_of_window || event.type == SDL_WINDOWEVENT;
      } while (SDL_PollEvent(&event) != 0);
      if (is_of_window) return;
    }
    timeout_s -= wait_s;
  }
}

}  // namespace spreadmap::platform
