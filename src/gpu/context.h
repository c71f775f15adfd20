#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace spreadmap::gpu {

using LoadFunction = void (*(*)(const char*))();

/// Loads GL through GLAD for the context that is current, checks that it is 4.5 or newer, and sets the debug callback. A GL error
/// is ours: high severity aborts when `aborts_on_error`, and is logged otherwise.
/// Errors: the version is too old (with the renderer's name and what to do).
Result<void> set_up_context(LoadFunction load, bool aborts_on_error);

/// Another number for each context that the program has had, one after the other: names of one mean nothing in the next.
int context_number();
/// The context, or what was in it, is gone for good: no name that was made up to now is let go any more.
void forget_context();
/// Whether the driver has reset the context that is current, or taken away what lay in its memory.
bool was_reset();
/// How many names live in the context that is current: buffers, textures, framebuffers, vertex arrays, programs and shaders. Asks for each number
/// that may be one, so it is for tests.
int count_names();

/// Asked after an allocation: throws `std::bad_alloc` where the driver had no memory for it. A driver may say so later, or never.
void require_memory();

/// What the driver calls itself: "llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5 …".
std::string renderer_name();

/// Who made the driver, what it calls itself and what of it bounds pictures, a line each: "largest texture: 16384 px".
std::vector<std::string> driver_facts();

/// Whether the processor draws, and not a graphics card: then each pixel costs.
bool is_software_renderer();

}  // namespace spreadmap::gpu
