#include "render/glide_mesh.h"

#include <array>
#include <cstddef>

namespace spreadmap::render {

GlideMesh::GlideMesh(const scene::GlideMesh& mesh) : vertices_("gliding triangles") {
  vertices_.write_values(std::span(mesh.vertices));
  constexpr GLuint kInFrom = offsetof(scene::GlideVertex, in_from), kInTo = offsetof(scene::GlideVertex, in_to);
  from_ = made(mesh.from_indices, kInFrom, kInTo);
  to_ = made(mesh.to_indices, kInTo, kInFrom);
}

GlideMesh::Side GlideMesh::made(const std::vector<std::uint32_t>& indices, GLuint own_bytes, GLuint other_bytes) const {
  Side side;
  side.indices = gpu::Buffer("gliding triangles' indices");
  side.indices.write_values(std::span(indices));
  side.index_count = static_cast<GLsizei>(indices.size());
  const std::array attributes{gpu::VertexAttribute{0, 2, GL_FLOAT, own_bytes},
                              gpu::VertexAttribute{1, 1, GL_UNSIGNED_INT, offsetof(scene::GlideVertex, feature)},
                              gpu::VertexAttribute{2, 2, GL_FLOAT, other_bytes}};
  side.vertex_array =
      gpu::make_vertex_array("gliding triangles", vertices_.name(), sizeof(scene::GlideVertex), attributes, 0);
  glVertexArrayElementBuffer(side.vertex_array.name(), side.indices.name());
  return side;
}

void GlideMesh::draw(scene::GlideSide side) const {
  if (of(side).index_count > 0) glDrawElements(GL_TRIANGLES, of(side).index_count, GL_UNSIGNED_INT, nullptr);
}

}  // namespace spreadmap::render
