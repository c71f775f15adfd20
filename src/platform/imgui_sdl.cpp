#include "platform/imgui_sdl.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl.h>

namespace spreadmap::platform {

ImGuiSdl::ImGuiSdl(const GlWindow& window) { ImGui_ImplSDL2_InitForOpenGL(window.sdl(), window.context()); }
ImGuiSdl::~ImGuiSdl() { ImGui_ImplSDL2_Shutdown(); }
void ImGuiSdl::new_frame() const { ImGui_ImplSDL2_NewFrame(); }

}  // namespace spreadmap::platform
