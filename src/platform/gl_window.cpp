#include "platform/gl_window.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/Xmd.h>
#include <X11/extensions/dpms.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <utility>

#include "gpu/context.h"
#include "platform/clock.h"
#include "platform/displays.h"
#include "platform/driver.h"
#include "platform/memory.h"

namespace spreadmap::platform {
namespace {

constexpr bool kAbortsOnGlError =
#ifdef NDEBUG
    false;
#else
    true;
#endif

/// What Mesa's llvmpipe and its compiler map for a small picture (900 MB seen with two cores), what each core's thread adds with its
/// stack and its heap, and what each pixel adds in targets and in the picture that is read back (19 bytes seen at 8000 x 8000).
constexpr std::size_t kContextBytes = 800'000'000;
constexpr std::size_t kBytesPerCore = 100'000'000;
constexpr std::size_t kBytesPerPixel = 20;

void (*gl_function(const char* name))() {
  // SDL hands out functions as object pointers, as dlsym does; POSIX guarantees the conversion.
  return reinterpret_cast<void (*)()>(SDL_GL_GetProcAddress(name));
}

/// `is_robust`: it tells when it was reset.
void ask_for_context(bool debug, bool is_robust) {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 4);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 5);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS,
                      (debug ? SDL_GL_CONTEXT_DEBUG_FLAG : 0) | (is_robust ? SDL_GL_CONTEXT_ROBUST_ACCESS_FLAG : 0));
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION,
                      is_robust ? SDL_GL_CONTEXT_RESET_LOSE_CONTEXT : SDL_GL_CONTEXT_RESET_NO_NOTIFICATION);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
}

/// The window that a window's `_NET_SUPPORTING_WM_CHECK` names; none: 0.
Window checking_window(Display* display, Window of) {
  const Atom property = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
  Atom type = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  XGetWindowProperty(display, of, property, 0, 1, False, AnyPropertyType, &type, &format, &count, &left, &data);
  Window named = None;
  if (data != nullptr && count == 1 && format == 32) std::memcpy(&named, data, sizeof named);
  if (data != nullptr) XFree(data);
  return named;
}

/// Whether someone manages the windows of this display; a bare X server, as kiosks have it, has nobody.
bool has_window_manager(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return true;
  // Extended Window Manager Hints 1.5: a manager names a window of its own on the root, and on that window itself. One that has
  // gone leaves the first behind, and asking a window that is no more is an error of X's that means just that.
  Display* display = info.info.x11.display;
  const Window named = checking_window(display, DefaultRootWindow(display));
  if (named == None) return false;
  const auto before = XSetErrorHandler([](Display* /*display*/, XErrorEvent* /*event*/) { return 0; });
  const bool is_there = checking_window(display, named) == named;
  XSetErrorHandler(before);
  return is_there;
}

/// Of the resource Xft.dpi, out of what Xlib read when the display was opened: nothing is asked of the server.
double desktop_scale_of(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return 1.0;
  constexpr double kUsualDpi = 96.0, kLeast = 0.5, kMost = 4.0;
  const char* dpi = XGetDefault(info.info.x11.display, "Xft", "dpi");
  const double scale = dpi != nullptr ? std::strtod(dpi, nullptr) / kUsualDpi : 1.0;
  return scale >= kLeast && scale <= kMost ? scale : 1.0;
}

SDL_Rect box_of(SDL_Window* window) {
  SDL_Rect box{};
  SDL_GetWindowPosition(window, &box.x, &box.y);
  SDL_GetWindowSize(window, &box.w, &box.h);
  return box;
}

void put(SDL_Window* window, const SDL_Rect& box) {
  SDL_SetWindowSize(window, box.w, box.h);
  SDL_SetWindowPosition(window, box.x, box.y);
}

/// GLX, of which SDL shows nothing. GLX_MESA_copy_sub_buffer: copies a part of the back buffer to the window and leaves the back buffer
/// as it is, where a swap would leave it undefined.
struct GlxParts {
  Display* (*current_display)() = nullptr;
  XID (*current_drawable)() = nullptr;
  void (*copy_sub_buffer)(Display*, XID, int, int, int, int) = nullptr;
};

template <class Function>
void look_up(Function& function, const char* name) {
  function = reinterpret_cast<Function>(SDL_GL_GetProcAddress(name));
}

/// Empty where a driver swaps without copying, or where there is no GLX.
GlxParts find_glx_parts(SDL_Window* window) {
  GlxParts glx;
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return {};
  if (!gpu::is_software_renderer()) return {};
  look_up(glx.current_display, "glXGetCurrentDisplay");
  look_up(glx.current_drawable, "glXGetCurrentDrawable");
  const char* (*extensions)(Display*, int) = nullptr;
  look_up(extensions, "glXQueryExtensionsString");
  if (glx.current_display == nullptr || glx.current_drawable == nullptr || extensions == nullptr) return {};
  Display* display = glx.current_display();
  if (display == nullptr) return {};  // EGL
  const char* has = extensions(display, DefaultScreen(display));
  if (has == nullptr || std::strstr(has, "GLX_MESA_copy_sub_buffer") == nullptr) return {};
  look_up(glx.copy_sub_buffer, "glXCopySubBufferMESA");
  return glx;
}

}  // namespace

struct GlWindow::Impl {
  SDL_Window* window = nullptr;
  SDL_GLContext own_context = nullptr;
  Impl* first = nullptr;  ///< whose context is drawn with; nullptr: its own
  bool is_offscreen = false;
  mutable bool has_failed = false;  ///< to show a picture
  bool is_full_screen = false;
  SDL_Rect before_full_screen{};
  std::vector<DisplayBox> displays;  ///< when they were looked at last
  double looked_s = 0.0;
  GlxParts glx;
  double desktop_scale = 1.0;
  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  [[nodiscard]] SDL_GLContext context() const { return first != nullptr ? first->own_context : own_context; }
  Result<void> make_context();
  void drop_context() {
    if (own_context == nullptr) return;
    gpu::forget_context();
    SDL_GL_DeleteContext(std::exchange(own_context, nullptr));
  }
  ~Impl() {
    if (own_context != nullptr) SDL_GL_DeleteContext(own_context);
    if (window != nullptr) SDL_DestroyWindow(window);
    // SDL counts who needs it.
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
};

GlWindow::GlWindow(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GlWindow::GlWindow(GlWindow&&) noexcept = default;
GlWindow& GlWindow::operator=(GlWindow&&) noexcept = default;
GlWindow::~GlWindow() = default;

Result<GlWindow> GlWindow::create(const WindowSpec& spec) {
  if (auto room = check_addresses(kContextBytes + std::thread::hardware_concurrency() * kBytesPerCore +
                                  spec.picture_px * kBytesPerPixel);
      !room) {
    return tl::unexpected(room.error());
  }
  ask_for_driver(spec.is_offscreen);
  // The program handles SIGINT and SIGTERM itself, and leaves the screensaver to whoever shows the window.
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  SDL_SetMainReady();
  auto impl = std::make_unique<Impl>();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
    return fail("no display: {}; without one, use 'spreadmap export EXHIBIT -o film.mp4'", SDL_GetError());
  }
  ask_for_context(kAbortsOnGlError, true);
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE;
  if (spec.is_offscreen) flags = SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN;
  const int middle = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(spec.display)));
  impl->window = SDL_CreateWindow(spec.title.c_str(), middle, middle, spec.width_pt, spec.height_pt, flags);
  if (impl->window == nullptr) return fail("the window cannot be opened: {}", SDL_GetError());
  impl->is_offscreen = spec.is_offscreen;
  if (auto made = impl->make_context(); !made) return tl::unexpected(made.error());
  if (!spec.is_offscreen) {
    SDL_SetWindowMinimumSize(impl->window, 640, 400);
    impl->desktop_scale = desktop_scale_of(impl->window);
    impl->displays = displays_of(impl->window);
  }
  return GlWindow(std::move(impl));
}

Result<void> GlWindow::Impl::make_context() {
  own_context = SDL_GL_CreateContext(window);
  if (own_context == nullptr) {
    // A driver may know of no resets, and refuse what it does not know.
    ask_for_context(kAbortsOnGlError, false);
    own_context = SDL_GL_CreateContext(window);
  }
  if (own_context == nullptr) {
    return fail(
        "OpenGL 4.5 is needed, and the graphics driver does not give it: {}; update the driver, or run with "
        "LIBGL_ALWAYS_SOFTWARE=1",
        SDL_GetError());
  }
  has_failed = false;
  if (auto ready = gpu::set_up_context(gl_function, kAbortsOnGlError); !ready) return ready;
  if (is_offscreen) return {};
  SDL_GL_SetSwapInterval(1);
  glx = find_glx_parts(window);
  return {};
}

bool GlWindow::has_lost_context() const {
  const Impl& owner = impl_->first != nullptr ? *impl_->first : *impl_;
  return owner.own_context == nullptr || owner.has_failed || gpu::was_reset();
}

Result<void> GlWindow::renew_context() {
  impl_->drop_context();
  return impl_->make_context();
}

void GlWindow::destroy_context() { impl_->drop_context(); }

Result<GlWindow> GlWindow::create_beside(const GlWindow& first, const WindowSpec& spec) {
  auto impl = std::make_unique<Impl>();
  SDL_InitSubSystem(SDL_INIT_VIDEO);  // is there already: counted
  impl->first = first.impl_.get();
  const int middle = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(spec.display)));
  impl->window = SDL_CreateWindow(spec.title.c_str(), middle, middle, spec.width_pt, spec.height_pt,
                                  SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE);
  if (impl->window == nullptr) return fail("a second window cannot be opened: {}", SDL_GetError());
  SDL_SetWindowMinimumSize(impl->window, 640, 400);
  impl->desktop_scale = first.desktop_scale();
  impl->displays = first.impl_->displays;
  GlWindow window(std::move(impl));
  // Whoever waits for the rhythm of two displays in turn is half as fast: only the first one's counts.
  window.make_current();
  SDL_GL_SetSwapInterval(0);
  first.make_current();
  return window;
}

void GlWindow::make_current() const { SDL_GL_MakeCurrent(impl_->window, impl_->context()); }

bool GlWindow::look_at_displays() {
  constexpr double kLook_s = 1.0;
  if (impl_->is_offscreen || now_s() < impl_->looked_s + kLook_s) return false;
  impl_->looked_s = now_s();
  auto displays = displays_of(impl_->window);
  if (displays == impl_->displays) return false;
  impl_->displays = std::move(displays);
  return true;
}

int GlWindow::display_count() const { return std::max(1, static_cast<int>(impl_->displays.size())); }

int GlWindow::display() const {
  if (impl_->displays.empty()) return 0;
  const SDL_Rect box = box_of(impl_->window);
  return display_with(impl_->displays, {box.x, box.y, box.w, box.h});
}

void GlWindow::move_to_display(int display) {
  if (display < 0 || display >= static_cast<int>(impl_->displays.size()) || display == this->display()) return;
  const DisplayBox& on = impl_->displays[static_cast<std::size_t>(display)];
  const SDL_Rect box = box_of(impl_->window);
  SDL_SetWindowPosition(impl_->window, on.x_pt + std::max(0, (on.width_pt - box.w) / 2),
                        on.y_pt + std::max(0, (on.height_pt - box.h) / 2));
}

void GlWindow::fill_display(int display) {
  if (impl_->displays.empty()) return;  // nobody sees it; it is put right when one is there again
  if (display >= static_cast<int>(impl_->displays.size())) display = 0;
  if (has_window_manager(impl_->window)) {
    if (display != this->display()) {
      SDL_SetWindowFullscreen(impl_->window, 0);
      move_to_display(display);
    }
    SDL_SetWindowFullscreen(impl_->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    return;
  }
  // Nobody would carry out what SDL asks a window manager for, and SDL would take it for done: the window is put over the
  // display by its place and size.
  if (!std::exchange(impl_->is_full_screen, true)) impl_->before_full_screen = box_of(impl_->window);
  const DisplayBox& over = impl_->displays[static_cast<std::size_t>(display)];
  put(impl_->window, {over.x_pt, over.y_pt, over.width_pt, over.height_pt});
}

SDL_Window* GlWindow::sdl() const { return impl_->window; }
void* GlWindow::context() const { return impl_->context(); }

int GlWindow::width_px() const {
  int width = 0;
  SDL_GL_GetDrawableSize(impl_->window, &width, nullptr);
  return width;
}

int GlWindow::height_px() const {
  int height = 0;
  SDL_GL_GetDrawableSize(impl_->window, nullptr, &height);
  return height;
}

double GlWindow::px_per_desktop_pt() const {
  int width_pt = 0;
  SDL_GetWindowSize(impl_->window, &width_pt, nullptr);
  return width_pt > 0 ? static_cast<double>(width_px()) / width_pt : 1.0;
}

double GlWindow::desktop_scale() const { return impl_->desktop_scale; }

void GlWindow::leave_full_screen() {
  if (has_window_manager(impl_->window)) {
    SDL_SetWindowFullscreen(impl_->window, 0);
  } else if (std::exchange(impl_->is_full_screen, false)) {
    put(impl_->window, impl_->before_full_screen);
  }
}

void GlWindow::set_unattended() const {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
  SDL_ShowCursor(SDL_DISABLE);
  SDL_DisableScreenSaver();
}

void GlWindow::show_pointer(bool is_shown) { SDL_ShowCursor(is_shown ? SDL_ENABLE : SDL_DISABLE); }

void GlWindow::set_display_on(bool on) const {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(impl_->window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return;
  Display* display = info.info.x11.display;
  int event = 0, error = 0;
  if (DPMSQueryExtension(display, &event, &error) == False || DPMSCapable(display) == False) return;
  // Forcing a level that DPMS is disabled for is an error of X's, which would end the program.
  DPMSEnable(display);
  DPMSForceLevel(display, static_cast<CARD16>(on ? DPMSModeOn : DPMSModeOff));
  XFlush(display);
}

std::optional<double> GlWindow::reported_px_per_mm() const {
  float diagonal_dpi = 0.0F;
  if (SDL_GetDisplayDPI(display(), &diagonal_dpi, nullptr, nullptr) != 0 || !(diagonal_dpi > 0.0F)) return std::nullopt;
  constexpr double kMmPerInch = 25.4;
  return static_cast<double>(diagonal_dpi) / kMmPerInch;
}

void GlWindow::copy(const std::string& text) { SDL_SetClipboardText(text.c_str()); }

void GlWindow::show() const {
  // SDL returns nothing, but EGL's word that the context is lost is left where its errors are.
  SDL_ClearError();
  SDL_GL_SwapWindow(impl_->window);
  if (std::strstr(SDL_GetError(), "EGL_CONTEXT_LOST") != nullptr)
    (impl_->first != nullptr ? impl_->first : impl_.get())->has_failed = true;
}

bool GlWindow::show(std::span<const gpu::PixelBox> parts) const {
  const GlxParts& glx = impl_->glx;
  if (glx.copy_sub_buffer == nullptr) return false;
  Display* display = glx.current_display();
  const XID drawable = glx.current_drawable();
  // The driver takes parts from a buffer of the size that the window had at the last swap. SDL may not yet have heard of a new one.
  Window root = None;
  int x = 0, y = 0;
  unsigned width = 0, height = 0, border = 0, depth = 0;
  if (XGetGeometry(display, drawable, &root, &x, &y, &width, &height, &border, &depth) == 0) return false;
  if (static_cast<int>(width) != width_px() || static_cast<int>(height) != height_px()) return false;
  for (const gpu::PixelBox& part : parts) {
    glx.copy_sub_buffer(display, drawable, part.x_px, height_px() - part.y_px - part.height_px, part.width_px,
                        part.height_px);
  }
  return true;
}

}  // namespace spreadmap::platform
