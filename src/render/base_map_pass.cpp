#include "render/base_map_pass.h"

#include <array>
#include <limits>

#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {

void BaseMapPass::upload(const scene::MapGeometry& geometry) {
  origin_ = geometry.origin;
  land_vertices_ = gpu::Buffer("land vertices");
  land_indices_ = gpu::Buffer("land indices");
  land_vertices_.write_values(std::span(geometry.land_vertices));
  land_indices_.write_values(std::span(geometry.land_indices));
  land_index_count_ = static_cast<GLsizei>(geometry.land_indices.size());
  backdrop_index_count_ = static_cast<GLsizei>(geometry.backdrop_index_count);
  constexpr gpu::VertexAttribute kPosition{0, 2, GL_FLOAT, 0};
  land_vertex_array_ =
      gpu::make_vertex_array("land", land_vertices_.name(), sizeof(geo::LocalPoint), std::span(&kPosition, 1), 0);
  glVertexArrayElementBuffer(land_vertex_array_.name(), land_indices_.name());
  lines_.clear();
  graticule_ = {};
  for (const auto& lines : geometry.lines) lines_.push_back(uploaded_lines(lines.points, lines.part_ends));
}

void BaseMapPass::upload_graticule(const scene::Graticule& graticule) {
  graticule_ = uploaded_lines(graticule.points, graticule.part_ends);
}

BaseMapPass::Lines BaseMapPass::uploaded_lines(const std::vector<geo::LocalPoint>& lines,
                                               const std::vector<std::uint32_t>& part_ends) {
  // Points end to end with a NaN after each part: segment i runs from point i to point i + 1 and vanishes where one is NaN.
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  std::vector<geo::LocalPoint> points;
  points.reserve(lines.size() + part_ends.size() + 1);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : part_ends) {
    points.insert(points.end(), lines.begin() + begin, lines.begin() + end);
    points.push_back({kNaN, kNaN});
    begin = end;
  }
  Lines uploaded;
  uploaded.segment_count = points.empty() ? 0 : static_cast<GLsizei>(points.size() - 1);
  uploaded.points = gpu::Buffer("lines");
  uploaded.points.write_values(std::span<const geo::LocalPoint>(points));
  constexpr std::array kEnds{gpu::VertexAttribute{0, 2, GL_FLOAT, 0},
                             gpu::VertexAttribute{1, 2, GL_FLOAT, sizeof(geo::LocalPoint)}};
  uploaded.vertex_array = gpu::make_vertex_array("lines", uploaded.points.name(), sizeof(geo::LocalPoint), kEnds, 1);
  return uploaded;
}

void BaseMapPass::set_common(GLuint program, Srgb8 colour, const gpu::Target& target, const scene::Frame& frame) const {
  BaseMapPrograms::set(program, colour, target, {.own = pixel_from_local(frame.map, origin_)});
}

void BaseMapPass::draw_land(const gpu::Target& target, const scene::Frame& frame) const {
  const auto ground = linear_premultiplied(frame.base.ground);
  gpu::Pipeline pipeline{.program = programs_->land.name(),
                         .vertex_array = land_vertex_array_.name(),
                         .framebuffer = target.framebuffer(),
                         .viewport = viewport_of(target),
                         .scissor = whole(target),
                         .blend = gpu::Blend::kReplace};
  gpu::bind(pipeline);
  glClearNamedFramebufferfv(target.framebuffer(), GL_COLOR, 0, ground.data());
  pipeline.scissor = cut(frame.map_rect, target);
  gpu::bind(pipeline);
  if (backdrop_index_count_ > 0) {
    set_common(programs_->land.name(), frame.base.backdrop, target, frame);
    glDrawElements(GL_TRIANGLES, backdrop_index_count_, GL_UNSIGNED_INT, nullptr);
  }
  set_common(programs_->land.name(), frame.base.land, target, frame);
  const GLsizei count = land_index_count_ - backdrop_index_count_;
  const auto first_byte = static_cast<std::uintptr_t>(backdrop_index_count_) * sizeof(std::uint32_t);
  // GL takes an offset into the buffer as a pointer.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  if (count > 0) glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, reinterpret_cast<const void*>(first_byte));
}

void BaseMapPass::draw_lines(const gpu::Target& target, const scene::Frame& frame) const {
  gpu::Pipeline pipeline{.program = programs_->line.name(),
                         .framebuffer = target.framebuffer(),
                         .viewport = viewport_of(target),
                         .scissor = cut(frame.map_rect, target)};
  const auto draw_lines = [&](const Lines& lines, const scene::BaseLineStyle& style) {
    if (lines.segment_count == 0) return;
    pipeline.vertex_array = lines.vertex_array.name();
    gpu::bind(pipeline);
    set_common(programs_->line.name(), style.colour, target, frame);
    set_target_origin(programs_->line.name(), target);
    glProgramUniform1f(programs_->line.name(), 3, style.width_px / 2.0F);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, lines.segment_count);
  };
  if (frame.base.graticule_key != 0) draw_lines(graticule_, frame.base.graticule);
  for (std::size_t i = 0; i < lines_.size() && i < frame.base.lines.size(); ++i)
    draw_lines(lines_[i], frame.base.lines[i]);
}

}  // namespace spreadmap::render
