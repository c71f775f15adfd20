#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "gpu/buffer.h"
#include "gpu/target.h"
#include "render/base_map_programs.h"
#include "scene/frame.h"
#include "scene/graticule.h"
#include "scene/map_geometry.h"

namespace spreadmap::render {

/// Ground, land and lines. Its geometry is uploaded once; a draw depends on the frame's map view and base style alone.
class BaseMapPass {
 public:
  explicit BaseMapPass(std::shared_ptr<const BaseMapPrograms> programs) : programs_(std::move(programs)) {}
  void upload(const scene::MapGeometry& geometry);
  /// Meridians and parallels, drawn where the frame asks for a graticule.
  void upload_graticule(const scene::Graticule& graticule);
  void draw_land(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_lines(const gpu::Target& target, const scene::Frame& frame) const;

 private:
  struct Lines {
    gpu::Buffer points;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    GLsizei segment_count = 0;
  };
  void set_common(GLuint program, Srgb8 colour, const gpu::Target& target, const scene::Frame& frame) const;
  static Lines uploaded_lines(const std::vector<geo::LocalPoint>& lines, const std::vector<std::uint32_t>& part_ends);

  std::shared_ptr<const BaseMapPrograms> programs_;
  gpu::Buffer land_vertices_, land_indices_;
  gpu::Handle<gpu::VertexArrayKind> land_vertex_array_;
  GLsizei land_index_count_ = 0, backdrop_index_count_ = 0;
  std::vector<Lines> lines_;
  Lines graticule_;
  geo::MapOrigin origin_;
};

}  // namespace spreadmap::render
