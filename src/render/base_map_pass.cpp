#include "render/base_map_pass.h"

#include <array>
#include <limits>

#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {

Result<BaseMapPass> BaseMapPass::create(const gpu::ShaderLibrary& shaders) {
  BaseMapPass pass;
  auto land = gpu::load_program(shaders, "land");
  if (!land) return tl::unexpected(land.error());
  auto line = gpu::load_program(shaders, "line");
  if (!line) return tl::unexpected(line.error());
  pass.land_program_ = std::move(*land);
  pass.line_program_ = std::move(*line);
  return pass;
}

void BaseMapPass::upload(const scene::MapGeometry& geometry) {
  origin_ = geometry.origin;
  land_vertices_ = gpu::Buffer("land vertices");
  land_indices_ = gpu::Buffer("land indices");
  land_vertices_.write_values(std::span(geometry.land_vertices));
  land_indices_.write_values(std::span(geometry.land_indices));
  land_index_count_ = static_cast<GLsizei>(geometry.land_indices.size());
  constexpr gpu::VertexAttribute kPosition{0, 2, GL_FLOAT, 0};
  land_vertex_array_ =
      gpu::make_vertex_array("land", land_vertices_.name(), sizeof(geo::LocalPoint), std::span(&kPosition, 1), 0);
  glVertexArrayElementBuffer(land_vertex_array_.name(), land_indices_.name());
  lines_.clear();
  for (const auto& lines : geometry.lines) upload_lines(lines);
}

void BaseMapPass::upload_lines(const scene::LocalLines& lines) {
  // Points end to end with a NaN after each part: segment i runs from point i to point i + 1 and vanishes where one is NaN.
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  std::vector<geo::LocalPoint> points;
  points.reserve(lines.points.size() + lines.part_ends.size() + 1);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : lines.part_ends) {
    points.insert(points.end(), lines.points.begin() + begin, lines.points.begin() + end);
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
  lines_.push_back(std::move(uploaded));
}

void BaseMapPass::draw(const gpu::Target& target, const scene::Frame& frame) const {
  const auto ground = linear_premultiplied(frame.base.ground);
  gpu::Pipeline pipeline{.program = land_program_.name(),
                         .vertex_array = land_vertex_array_.name(),
                         .framebuffer = target.framebuffer(),
                         .viewport = whole(target),
                         .scissor = whole(target),
                         .blend = gpu::Blend::kReplace};
  gpu::bind(pipeline);
  glClearNamedFramebufferfv(target.framebuffer(), GL_COLOR, 0, ground.data());

  const auto transform = pixel_from_local(frame.map, origin_);
  const auto set_common = [&](GLuint program, Srgb8 colour) {
    const auto linear = linear_premultiplied(colour);
    glProgramUniform4fv(program, 0, 1, transform.data());
    glProgramUniform2f(program, 1, static_cast<float>(target.width_px()), static_cast<float>(target.height_px()));
    glProgramUniform4fv(program, 2, 1, linear.data());
  };
  pipeline.scissor = cut(frame.map_rect, target);
  gpu::bind(pipeline);
  set_common(land_program_.name(), frame.base.land);
  if (land_index_count_ > 0) glDrawElements(GL_TRIANGLES, land_index_count_, GL_UNSIGNED_INT, nullptr);

  pipeline.program = line_program_.name();
  pipeline.blend = gpu::Blend::kPremultiplied;
  for (std::size_t i = 0; i < lines_.size() && i < frame.base.lines.size(); ++i) {
    if (lines_[i].segment_count == 0) continue;
    pipeline.vertex_array = lines_[i].vertex_array.name();
    gpu::bind(pipeline);
    set_common(line_program_.name(), frame.base.lines[i].colour);
    glProgramUniform1f(line_program_.name(), 3, frame.base.lines[i].width_px / 2.0F);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, lines_[i].segment_count);
  }
}

}  // namespace spreadmap::render
