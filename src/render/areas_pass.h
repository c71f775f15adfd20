#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/buffer_texture.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/glide_mesh.h"
#include "render/tiles.h"
#include "scene/area_geometry.h"
#include "scene/frame.h"
#include "scene/glide_map.h"

namespace spreadmap::render {

/// Areas filled by their classes. Triangles are uploaded once; another day writes a byte for each area.
class AreasPass {
 public:
  static Result<AreasPass> create(const gpu::ShaderLibrary& shaders);
  /// The areas of one layer of the exhibit, in place of those that it had.
  void upload(std::size_t layer, const scene::AreaGeometry& geometry, geo::MapOrigin origin);
  /// The same areas on both sheets of a glide; until `end_glide`, or until the layer is uploaded.
  void upload_glide(std::size_t layer, const scene::GlideMesh& mesh, geo::MapOrigin from, geo::MapOrigin to);
  void end_glide();
  /// Only the pixels in `part`. `side`: whose places of the areas are drawn while the map glides; nullopt: it rests.
  void draw(const gpu::Target& target, const scene::Frame& frame, const scene::AreasDraw& areas,
            const gpu::PixelBox& part, std::optional<scene::GlideSide> side);
  /// All tiles that areas touch whose class differs from what it was before; `classes_before` are of all the layer's areas.
  void add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::AreasDraw& areas,
                 std::span<const std::uint8_t> classes_before) const;

 private:
  struct Layer {
    gpu::Buffer vertices, indices;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    GLsizei index_count = 0;
    std::vector<geo::MapBounds> bounds;  ///< by area, relative to the origin
    geo::MapOrigin origin;
    struct Glide {
      GlideMesh mesh;
      geo::MapOrigin from, to;
    };
    std::optional<Glide> glide;
  };
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::ByteTexture classes_;
  std::vector<Layer> layers_;
};

}  // namespace spreadmap::render
