#include "platform/imgui_sdl.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl.h>

namespace spreadmap::platform {

ImGuiSdl::ImGuiSdl(const GlWindow& window) : window_(window.sdl()) {
  ImGui_ImplSDL2_InitForOpenGL(window.sdl(), window.context());
}
ImGuiSdl::~ImGuiSdl() { ImGui_ImplSDL2_Shutdown(); }
void ImGuiSdl::new_frame() const {
  ImGui_ImplSDL2_NewFrame();
  // ImGui asks where the pointer is on the desktop, which SDL learns later than what its events say where the pointer was put and not moved.
  if (SDL_GetMouseFocus() != window_) return;
  int x = 0, y = 0;
  SDL_GetMouseState(&x, &y);
  ImGui::GetIO().MousePos = {static_cast<float>(x), static_cast<float>(y)};
}

}  // namespace spreadmap::platform
