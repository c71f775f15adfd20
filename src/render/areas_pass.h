#pragma once
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/buffer_texture.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "scene/area_geometry.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Areas filled by their classes. Triangles are uploaded once; another day writes a byte for each area.
class AreasPass {
 public:
  static Result<AreasPass> create(const gpu::ShaderLibrary& shaders);
  /// The areas of one layer of the exhibit, in place of those that it had.
  void upload(std::size_t layer, const scene::AreaGeometry& geometry, geo::MapOrigin origin);
  void draw(const gpu::Target& target, const scene::Frame& frame, const scene::AreasDraw& areas);

 private:
  struct Layer {
    gpu::Buffer vertices, indices;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    GLsizei index_count = 0;
    geo::MapOrigin origin;
  };
  gpu::Handle<gpu::ProgramKind> program_;
  gpu::ByteTexture classes_;
  std::vector<Layer> layers_;
};

}  // namespace spreadmap::render
