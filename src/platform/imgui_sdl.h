#pragma once
#include "platform/gl_window.h"

namespace spreadmap::platform {

/// ImGui's SDL half: where it learns of the pointer, the keys and the window's size. Needs ImGui's context to be there.
class ImGuiSdl {
 public:
  explicit ImGuiSdl(const GlWindow& window);
  ImGuiSdl(const ImGuiSdl&) = delete;
  ImGuiSdl& operator=(const ImGuiSdl&) = delete;
  ~ImGuiSdl();
  void new_frame() const;

 private:
  SDL_Window* window_;
};

}  // namespace spreadmap::platform
