#pragma once
#include "base/result.h"
#include "gpu/handle.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "style/colour_space.h"

namespace spreadmap::render {

/// Turns a finished picture into what an eye with another colour vision sees. Only for previews: it touches every pixel.
class VisionPass {
 public:
  static Result<VisionPass> create(const gpu::ShaderLibrary& shaders);
  void draw(const gpu::Target& target, style::Vision seen_with);

 private:
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  gpu::Target shown_;  ///< the picture as it was; made when first needed
};

}  // namespace spreadmap::render
