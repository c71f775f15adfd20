#pragma once
#include <cairo.h>

#include <memory>
#include <string>

#include "scene/logo.h"

namespace spreadmap::vector {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Bitmap = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// The picture as cairo has it.
Bitmap bitmap_of(const scene::Logo& picture);
/// The same as the bytes of a PNG. Empty: cairo could not make it.
std::string png_of(const scene::Logo& picture);

}  // namespace spreadmap::vector
