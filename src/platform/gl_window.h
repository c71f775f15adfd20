#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "gpu/pipeline.h"

struct SDL_Window;

namespace spreadmap::platform {

/// What an OpenGL 4.5 core context is made for.
struct WindowSpec {
  std::string title;
  int width_pt = 1600;  ///< as the desktop counts
  int height_pt = 900;
  int display = 0;             ///< where it is opened, from 0
  bool is_offscreen = false;   ///< SDL's offscreen driver: no display is needed, nothing is shown
  std::size_t picture_px = 0;  ///< pixels of the largest picture that will be drawn, where it is larger than the window
};

/// An SDL window with its OpenGL 4.5 core context, current on the thread that made it, or one beside another that is drawn to with the other's
/// context: GL's objects are the same in both.
class GlWindow {
 public:
  /// Errors: no display, no OpenGL 4.5, each in SDL's or the driver's words with what to do.
  static Result<GlWindow> create(const WindowSpec& spec);
  /// A second window, which `first` outlives. Errors: it cannot be opened, in SDL's words.
  static Result<GlWindow> create_beside(const GlWindow& first, const WindowSpec& spec);
  GlWindow(GlWindow&&) noexcept;
  GlWindow& operator=(GlWindow&&) noexcept;
  ~GlWindow();

  /// Whether the context is gone: the driver has reset it (asked for each time, since it tells nobody), or shows its pictures no more. From then on
  /// nothing is drawn until there is another.
  [[nodiscard]] bool has_lost_context() const;
  /// Makes another in place of it, for this window and those beside it. Errors: as of `create`; then there is none.
  Result<void> renew_context();
  /// For tests: what a driver does at its worst. The context is gone, and every name in it.
  void destroy_context();

  [[nodiscard]] SDL_Window* sdl() const;
  [[nodiscard]] void* context() const;
  /// Framebuffer size in pixels, and how many of them one point of the desktop holds.
  [[nodiscard]] int width_px() const;
  [[nodiscard]] int height_px() const;
  [[nodiscard]] double px_per_desktop_pt() const;
  /// How many times as large as usual this desktop's user wants all that is read, beside that; 1 where it doesn't say. X11: the resource
  /// Xft.dpi at the start, by 96.
  [[nodiscard]] double desktop_scale() const;
  /// Asks the desktop for its displays, once a second at most; whether they are others than when it was asked last, or lie elsewhere.
  bool look_at_displays();
  /// How many displays there were then, and which of them, from 0, the window is on.
  [[nodiscard]] int display_count() const;
  [[nodiscard]] int display() const;
  /// Full screen on a display, or on the first where there is none such; again once the displays are others. And back.
  void fill_display(int display);
  void leave_full_screen();
  /// Puts it in the middle of another display; nothing happens where there is none.
  void move_to_display(int display);
  /// What is drawn onto the window's framebuffer from now on goes to this one.
  void make_current() const;
  /// From now on nobody looks after it: no pointer is shown, neither the screensaver nor the display's own sleep takes the picture away, and
  /// fingers are told one by one, not as the pointer. Who asks to close the window asks for no more than that: QuitAsked then tells that the display is gone.
  void set_unattended() const;
  /// Whether the pointer is seen over the program's windows.
  static void show_pointer(bool is_shown);
  /// Has the display sleep, or wake, where it can be told so: under X11. What touches a display that sleeps wakes it, so it is told again and again.
  void set_display_on(bool on) const;
  /// How many pixels a millimetre of the display has, by what that reports, which is often wrong; nullopt: it reports nothing.
  [[nodiscard]] std::optional<double> reported_px_per_mm() const;
  /// A text to the clipboard.
  static void copy(const std::string& text);
  /// What was drawn onto the window's framebuffer becomes seen: all of it.
  void show() const;
  /// Only some parts of it, which reach from the window's top-left; the framebuffer keeps what is in it, for the next picture to change.
  /// False where this cannot be done: on a display other than X11, on a graphics card, which shows without copying pixels, and while the
  /// window changes its size. Then nothing was shown.
  [[nodiscard]] bool show(std::span<const gpu::PixelBox> parts) const;

 private:
  struct Impl;
  explicit GlWindow(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::platform
