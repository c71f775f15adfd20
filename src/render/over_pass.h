#pragma once
#include <string>

#include "base/result.h"
#include "gpu/handle.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"

namespace spreadmap::render {

/// Draws one target over another of its size, or over a part of it, by a fragment shader that reads it as texture 0. Touches every pixel there.
class OverPass {
 public:
  /// `name`: of the fragment shader. Errors: one that does not compile.
  static Result<OverPass> create(const gpu::ShaderLibrary& shaders, const std::string& name);
  /// For the uniforms of the fragment shader.
  [[nodiscard]] GLuint program() const { return program_.name(); }
  void draw(const gpu::Target& target, const gpu::Target& other, const gpu::PixelBox& part, gpu::Blend blend,
            float share = 1.0F) const;

 private:
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;  ///< empty: GL draws nothing without one
};

}  // namespace spreadmap::render
