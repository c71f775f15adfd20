#pragma once

struct ImDrawData;

namespace spreadmap::gpu {

/// ImGui's OpenGL half. Needs ImGui's context and a GL context. Draws onto the window's framebuffer, in encoded values.
class ImGuiGl {
 public:
  ImGuiGl();
  ImGuiGl(const ImGuiGl&) = delete;
  ImGuiGl& operator=(const ImGuiGl&) = delete;
  ~ImGuiGl();
  void new_frame() const;
  /// After the fonts were made anew, once a frame has been drawn: their texture is too.
  void renew_fonts() const;
  void draw(ImDrawData* data) const;
  /// The window's framebuffer in one colour, before a frame is put on it.
  void clear_window(float red, float green, float blue) const;
};

}  // namespace spreadmap::gpu
