#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/program.h"
#include "gpu/surface.h"
#include "gpu/target.h"
#include "render/tiles.h"
#include "scene/density.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Surfaces of density: a kernel for each record that exists, added up in the order of time, then coloured. What was added stays while only records
/// come to it; the sums are those that drawing afresh gives, since their order is the same.
class DensityPass {
 public:
  static Result<DensityPass> create(const gpu::ShaderLibrary& shaders);
  /// The records that a layer counts, by entry of `scene::DensityPoints`.
  void upload(std::size_t layer, const std::vector<scene::DensityPoint>& points, geo::MapOrigin origin);
  /// Where the same records lie on the sheet that the map glides from; until `end_glide`, or until the layer is uploaded.
  void upload_glide(std::size_t layer, const std::vector<scene::DensityPlace>& places, geo::MapOrigin origin);
  void end_glide();
  /// Adds up what the surface lacks. `keeps`: what was added before stays where it may.
  void bring_up_to_date(const scene::Frame& frame, const scene::DensityDraw& draw, bool keeps);
  /// The surface that was brought up to date, in its colours; only the pixels in `part`.
  void draw(const gpu::Target& target, const scene::Frame& frame, const scene::DensityDraw& draw,
            const gpu::PixelBox& part) const;
  /// All tiles whose pixels change when entries from `begin` on come to the surface. Reads them back: for software renderers.
  void add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::DensityDraw& draw, std::uint32_t begin) const;
  /// Its values, as shares of the ramp's whole length, row by row of cells.
  [[nodiscard]] std::vector<float> surface(std::size_t layer) const { return layers_[layer].surface.read(); }

 private:
  struct Layer {
    gpu::Buffer points, glide_from;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    geo::MapOrigin origin, glide_origin;
    gpu::Surface surface;
    std::optional<std::uint64_t> key;  ///< of what the surface holds
    std::uint32_t added = 0;           ///< entries [0, added) are in it, those that exist
  };
  gpu::Handle<gpu::ProgramKind> kernel_program_, colour_program_;
  gpu::Handle<gpu::VertexArrayKind> whole_;  ///< empty: GL draws nothing without one
  std::vector<Layer> layers_;
};

}  // namespace spreadmap::render
