#pragma once
#include <optional>

#include "platform/input.h"

namespace spreadmap::app {

/// What a mode wants to become of it.
enum class ModeWish { kStay, kTalk, kLeave, kQuit };

/// What has the window: it takes input, and brings what is seen up to now.
class Mode {
 public:
  /// 60 pictures a second where no display's rhythm holds them back.
  static constexpr double kFramePause_s = 1.0 / 60.0;
  /// A window that has become another has buffers of its new size only after some pictures.
  static constexpr int kFramesAfterExposure = 3;

  Mode() = default;
  Mode(const Mode&) = delete;
  Mode& operator=(const Mode&) = delete;
  virtual ~Mode() = default;

  /// The window's context is lost: lets go of all that it had there, and of what it knows to be seen.
  virtual void drop_gl() = 0;
  /// There is another, in which the stage has all that it had.
  virtual void make_gl() {}

  /// A second window that it has open; nullptr: none.
  [[nodiscard]] virtual const platform::GlWindow* beside() const { return nullptr; }
  virtual void take(const platform::InputEvent& event) = 0;
  /// What happened in the second window.
  virtual void take_beside(const platform::InputEvent& /*event*/) {}
  /// Advances to now, and draws where something else is to be seen.
  virtual void step() = 0;
  /// How long it may wait for input until it wants to step; nullopt: until something happens.
  [[nodiscard]] virtual std::optional<double> timeout_s() const = 0;
  [[nodiscard]] virtual ModeWish wish() const = 0;
};

}  // namespace spreadmap::app
