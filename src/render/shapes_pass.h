#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/tiles.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Flat shapes in framebuffer pixels: circles, diamonds, bars, lines, fades.
class ShapesPass {
 public:
  static Result<ShapesPass> create(const gpu::ShaderLibrary& shaders);
  /// All shapes of a frame, in the order symbols, edge_fades, furniture, controls.
  void gather(const scene::Frame& frame);
  /// What is gathered, but symbols below `first_symbol`, into what the tiles hold.
  void note(TileContents& tiles, std::size_t first_symbol) const;
  /// What is gathered; only on some tiles, unless nullptr.
  void upload(const TileSet* tiles);
  /// Symbols [begin, end), as far as they lie in `room`.
  void draw_symbols(const gpu::Target& target, std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room) const;
  /// Where the frame has no ground, what lies there fades out.
  void draw_edge_fades(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_furniture(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_controls(const gpu::Target& target, const scene::Frame& frame) const;

 private:
  /// One shape of `gathered_`, or of the part of it that lies on some tiles. Mirrors the vertex layout of shaders/shape.vert.
  struct Instance {
    scene::Shape shape;     // offset 0
    scene::PixelRect part;  // offset 36: nothing is drawn outside
  };
  static_assert(sizeof(Instance) == 52);
  /// Gathered shapes [begin, end).
  void draw(const gpu::Target& target, const gpu::PixelBox& scissor, std::size_t begin, std::size_t end,
            gpu::Blend blend = gpu::Blend::kPremultiplied) const;
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Buffer buffer_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  std::vector<scene::Shape> gathered_;
  std::vector<Instance> instances_;
  std::vector<std::uint32_t>
      begins_;  ///< where the instances of each gathered shape begin; one more: where the last end
};

}  // namespace spreadmap::render
