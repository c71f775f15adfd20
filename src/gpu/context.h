#pragma once
#include <string>

#include "base/result.h"

namespace spreadmap::gpu {

using LoadFunction = void (*(*)(const char*))();

/// Loads GL through GLAD for the context that is current, checks that it is 4.5 or newer, and sets the debug callback. A GL error
/// is ours: high severity aborts when `aborts_on_error`, and is logged otherwise.
/// Errors: the version is too old (with the renderer's name and what to do).
Result<void> set_up_context(LoadFunction load, bool aborts_on_error);

/// Asked after an allocation: throws `std::bad_alloc` where the driver had no memory for it. A driver may say so later, or never.
void require_memory();

/// What the driver calls itself: "llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5 …".
std::string renderer_name();

/// Whether the processor draws, and not a graphics card: then each pixel costs.
bool is_software_renderer();

}  // namespace spreadmap::gpu
