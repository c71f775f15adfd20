#pragma once
#include "geo/spaces.h"
#include "scene/density.h"
#include "scene/frame.h"
#include "vector/canvas.h"

namespace spreadmap::vector {

/// A layer of density as bands: the function that the renderer draws (shaders/kernel.vert, kernel.frag, density.frag), cut at each step of its ramp of
/// colours, and at as many steps of its opacity. `points` lie relative to `origin`.
Surface density_surface(const scene::Frame& frame, const scene::DensityDraw& draw, const scene::DensityPoints& points,
                        geo::MapOrigin origin);

}  // namespace spreadmap::vector
