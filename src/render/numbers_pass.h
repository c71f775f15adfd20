#pragma once
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Circles and diamonds as the numbers of their records: layer and row, both counted from 1.
class NumbersPass {
 public:
  /// Errors: a shader that does not compile.
  static Result<NumbersPass> create(const gpu::ShaderLibrary& shaders);
  /// Those of one layer, as far as they lie in `room`, a box of the target.
  void draw(const gpu::Target& target, const scene::Frame& frame, std::uint32_t layer, const gpu::PixelBox& room);

 private:
  /// Mirrors the vertex layout of shaders/symbol_number.vert.
  struct NumberedSymbol {
    scene::PixelPoint centre;        // offset 0
    float radius_px = 0.0F;          // offset 8
    scene::ShapeKind kind{};         // offset 12
    std::uint32_t layer_number = 0;  // offset 16
    std::uint32_t row_number = 0;    // offset 20
  };
  static_assert(sizeof(NumberedSymbol) == 24);
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Buffer buffer_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  std::vector<NumberedSymbol> symbols_;
};

}  // namespace spreadmap::render
