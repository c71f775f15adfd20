#pragma once

#include <vector>

struct ImDrawData;
struct ImDrawList;

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
  /// Some of the lists of what ImGui made, in order.
  void draw(const ImDrawData& data, std::vector<ImDrawList*> lists) const;
};

}  // namespace spreadmap::gpu
