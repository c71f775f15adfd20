#pragma once
#include <cstddef>
#include <cstdint>

#include "gpu/target.h"
#include "render/pass.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Of the land and its lines, in the part of the picture that the target holds.
std::uint64_t plain_key_of(const gpu::Target& target, const scene::Frame& frame);

/// Of the base map with its ground, but for the classes of areas and the records in surfaces, which change as time plays; while the map glides
/// with them, since then areas do not lie where their tiles are looked for.
std::uint64_t base_key_of(const gpu::Target& target, const scene::Frame& frame, Pass pass);

/// How many of the layers, from the lowest, lie in the settled target: up to and with the last layer of points below which nothing moves.
/// Points that have not come to rest end it, since the layers over them must be drawn after them; symbols over it are few, and may move
/// in each frame, so they stay out.
std::size_t settled_layers(const scene::Frame& frame);

/// How many of the frame's draws of points lie in the settled target, at least in part.
std::size_t settled_marks(const scene::Frame& frame, std::size_t layer_count);

/// Of the names and the marks that have come to rest, but for how many these are.
std::uint64_t settled_key_of(const scene::Frame& frame, std::size_t layer_count);

}  // namespace spreadmap::render
