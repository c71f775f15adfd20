#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace spreadmap::platform {

/// A window over the whole display that shows pixels made by the processor. Needs no OpenGL under X11; under Wayland SDL shows pixels by means of it, and
/// is given Mesa's software renderer, so that no graphics driver is needed there either. Nothing that is done to it is told: nobody gets out.
class PlainWindow {
 public:
  /// `display`: from 0. Errors: no display, or no window on it, in SDL's words.
  static Result<PlainWindow> create(const std::string& title, int display);
  PlainWindow(PlainWindow&&) noexcept;
  PlainWindow& operator=(PlainWindow&&) noexcept;
  ~PlainWindow();

  [[nodiscard]] int width_px() const;
  [[nodiscard]] int height_px() const;
  /// Pixels 0xffRRGGBB, row by row from the top, as many as the window has now; what is of another size is not shown. Errors: they cannot be shown.
  [[nodiscard]] Result<void> show(std::span<const std::uint32_t> pixels) const;
  /// Waits until something happens to the window, a signal that `catch_stop_signals` caught asks to end, or for so long.
  void wait(double timeout_s) const;

 private:
  struct Impl;
  explicit PlainWindow(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::platform
