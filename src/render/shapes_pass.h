#pragma once
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Flat shapes in framebuffer pixels: circles, diamonds, bars, lines, fades.
class ShapesPass {
 public:
  static Result<ShapesPass> create(const gpu::ShaderLibrary& shaders);
  /// All shapes of a frame, in the order symbols, edge_fades, furniture.
  void upload(const scene::Frame& frame);
  /// Symbols [begin, end).
  void draw_symbols(const gpu::Target& target, const scene::Frame& frame, std::uint32_t begin, std::uint32_t end) const;
  void draw_edge_fades(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_furniture(const gpu::Target& target, const scene::Frame& frame) const;

 private:
  void draw(const gpu::Target& target, const gpu::PixelBox& scissor, std::size_t first, std::size_t count) const;
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Buffer instances_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  std::vector<scene::Shape> gathered_;
};

}  // namespace spreadmap::render
