#pragma once
#include "gpu/buffer.h"
#include "gpu/handle.h"
#include "scene/frame.h"
#include "scene/glide_map.h"

namespace spreadmap::render {

/// A `scene::GlideMesh` on the graphics card. Attribute 0 is where a corner lies on the sheet that draws it, 1 its feature, 2 where it lies on
/// the other one.
class GlideMesh {
 public:
  explicit GlideMesh(const scene::GlideMesh& mesh);
  /// With the vertex array of that side bound.
  void draw(scene::GlideSide side) const;
  [[nodiscard]] GLuint vertex_array(scene::GlideSide side) const { return of(side).vertex_array.name(); }

 private:
  struct Side {
    gpu::Buffer indices;
    gpu::Handle<gpu::VertexArrayKind> vertex_array;
    GLsizei index_count = 0;
  };
  [[nodiscard]] const Side& of(scene::GlideSide side) const { return side == scene::GlideSide::kFrom ? from_ : to_; }
  [[nodiscard]] Side made(const std::vector<std::uint32_t>& indices, GLuint own_bytes, GLuint other_bytes) const;

  gpu::Buffer vertices_;
  Side from_, to_;
};

}  // namespace spreadmap::render
