#include "gpu/imgui_gl.h"

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>

#include <array>

namespace spreadmap::gpu {

ImGuiGl::ImGuiGl() { ImGui_ImplOpenGL3_Init("#version 450 core"); }
ImGuiGl::~ImGuiGl() { ImGui_ImplOpenGL3_Shutdown(); }
void ImGuiGl::new_frame() const { ImGui_ImplOpenGL3_NewFrame(); }

void ImGuiGl::renew_fonts() const {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void ImGuiGl::draw(ImDrawData* data) const {
  glDisable(GL_FRAMEBUFFER_SRGB);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void ImGuiGl::clear_window(float red, float green, float blue) const {
  glDisable(GL_FRAMEBUFFER_SRGB);
  glDisable(GL_SCISSOR_TEST);
  const std::array colour{red, green, blue, 1.0F};
  glClearNamedFramebufferfv(0, GL_COLOR, 0, colour.data());
}

}  // namespace spreadmap::gpu
