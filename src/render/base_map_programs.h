#pragma once
#include <memory>

#include "base/colour.h"
#include "base/result.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/transforms.h"

namespace spreadmap::render {

/// What draws land and lines, of the map at rest and on its way to another sheet: compiled once for both passes.
struct BaseMapPrograms {
  gpu::Handle<gpu::ProgramKind> land, line;

  static Result<std::shared_ptr<const BaseMapPrograms>> create(const gpu::ShaderLibrary& shaders);
  /// What both programs need of a draw. `transforms` whose `away` is 0: the map rests.
  static void set(GLuint program, Srgb8 colour, const gpu::Target& target, const GlideTransforms& transforms);
};

}  // namespace spreadmap::render
