#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Circles and diamonds as the numbers of their records: layer and row, both counted from 1.
class NumbersPass {
 public:
  /// What of a symbol: its outline with an inside that is as opaque; or an inside that shows what lies under it. What is not drawn, such as the
  /// inside of a hollow circle, is in neither.
  enum class Part : std::uint8_t { kHiding, kLettingThrough };
  /// Errors: a shader that does not compile.
  static Result<NumbersPass> create(const gpu::ShaderLibrary& shaders);
  /// All symbols of a frame.
  void upload(const scene::Frame& frame);
  /// That part of symbols [begin, end), later ones over earlier ones, as far as they lie in `room`, a box of the target.
  void draw(const gpu::Target& target, std::uint32_t begin, std::uint32_t end, Part part,
            const gpu::PixelBox& room) const;

 private:
  /// Mirrors the vertex layout of shaders/symbol_number.vert.
  struct NumberedSymbol {
    scene::Shape shape;              // offset 0
    std::uint32_t layer_number = 0;  // offset 36
    std::uint32_t row_number = 0;    // offset 40
  };
  static_assert(sizeof(NumberedSymbol) == 44);
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Buffer buffer_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  std::vector<NumberedSymbol> symbols_;
};

}  // namespace spreadmap::render
