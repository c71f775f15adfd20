#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "gpu/buffer.h"
#include "gpu/target.h"
#include "render/base_map_programs.h"
#include "render/glide_mesh.h"
#include "scene/frame.h"
#include "scene/glide_map.h"

namespace spreadmap::render {

/// The base map on its way from one sheet to another. Each sheet's own is drawn by itself, both where the glide has brought them.
class GlidePass {
 public:
  explicit GlidePass(std::shared_ptr<const BaseMapPrograms> programs) : programs_(std::move(programs)) {}
  void upload(const scene::GlideMap& map);
  /// The graticules of both sheets, drawn where the frame asks for one.
  void upload_graticules(const scene::GlideLine& from, const scene::GlideLine& to);
  /// Nothing glides any more.
  void clear();

  void draw_land(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side) const;
  void draw_lines(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side) const;

 private:
  struct Line {
    gpu::Buffer points;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    GLsizei segment_count = 0;
  };
  struct Side {
    std::vector<std::size_t> backdrop, land;
    std::vector<Line> lines;
    Line graticule;
  };
  static Line uploaded(const scene::GlideLine& line);
  static Side uploaded(const scene::GlideMap::Side& side);
  void set_common(GLuint program, Srgb8 colour, const gpu::Target& target, const scene::Frame& frame,
                  scene::GlideSide side) const;
  [[nodiscard]] const Side& of(scene::GlideSide side) const { return side == scene::GlideSide::kFrom ? from_ : to_; }

  std::shared_ptr<const BaseMapPrograms> programs_;
  std::vector<GlideMesh> meshes_;
  Side from_, to_;
  geo::MapOrigin from_origin_, to_origin_;
};

}  // namespace spreadmap::render
