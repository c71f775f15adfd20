#pragma once
#include "render/over_pass.h"
#include "style/colour_space.h"

namespace spreadmap::render {

/// Turns a finished picture into what an eye with another colour vision sees. Only for previews: it touches every pixel.
class VisionPass {
 public:
  /// Errors: a shader that does not compile.
  static Result<VisionPass> create(const gpu::ShaderLibrary& shaders);
  void draw(const gpu::Target& target, style::Vision seen_with);

 private:
  OverPass over_;
  gpu::Target shown_;  ///< the picture as it was; made when first needed
};

}  // namespace spreadmap::render
