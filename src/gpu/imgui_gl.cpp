#include "gpu/imgui_gl.h"

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

namespace spreadmap::gpu {

ImGuiGl::ImGuiGl() { ImGui_ImplOpenGL3_Init("#version 450 core"); }
ImGuiGl::~ImGuiGl() { ImGui_ImplOpenGL3_Shutdown(); }
void ImGuiGl::new_frame() const { ImGui_ImplOpenGL3_NewFrame(); }

void ImGuiGl::renew_fonts() const {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void ImGuiGl::draw(const ImDrawData& data, std::vector<ImDrawList*> lists) const {
  if (lists.empty()) return;
  ImDrawData some = data;
  some.CmdLists = lists.data();
  some.CmdListsCount = static_cast<int>(lists.size());
  some.TotalVtxCount = some.TotalIdxCount = 0;
  for (const ImDrawList* list : lists) {
    some.TotalVtxCount += list->VtxBuffer.Size;
    some.TotalIdxCount += list->IdxBuffer.Size;
  }
  glDisable(GL_FRAMEBUFFER_SRGB);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  ImGui_ImplOpenGL3_RenderDrawData(&some);
}

}  // namespace spreadmap::gpu
