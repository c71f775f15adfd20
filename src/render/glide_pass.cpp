#include "render/glide_pass.h"

#include <array>

#include "base/assert.h"
#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {
void GlidePass::upload(const scene::GlideMap& map) {
  clear();
  from_origin_ = map.from_origin;
  to_origin_ = map.to_origin;
  for (const scene::GlideMesh& mesh : map.meshes) meshes_.emplace_back(mesh);
  from_ = uploaded(map.from);
  to_ = uploaded(map.to);
}

GlidePass::Side GlidePass::uploaded(const scene::GlideMap::Side& side) {
  Side made;
  made.backdrop = side.backdrop;
  made.land = side.land;
  for (const scene::GlideLine& line : side.lines) made.lines.push_back(uploaded(line));
  return made;
}

GlidePass::Line GlidePass::uploaded(const scene::GlideLine& line) {
  Line made;
  made.points = gpu::Buffer("gliding lines");
  made.points.write_values(std::span(line));
  made.segment_count = line.empty() ? 0 : static_cast<GLsizei>(line.size() - 1);
  constexpr GLuint kNext = sizeof(scene::GlidePoint), kOther = sizeof(geo::LocalPoint);
  constexpr std::array kEnds{gpu::VertexAttribute{0, 2, GL_FLOAT, 0}, gpu::VertexAttribute{1, 2, GL_FLOAT, kNext},
                             gpu::VertexAttribute{2, 2, GL_FLOAT, kOther},
                             gpu::VertexAttribute{3, 2, GL_FLOAT, kNext + kOther}};
  made.vertex_array = gpu::make_vertex_array("gliding lines", made.points.name(), sizeof(scene::GlidePoint), kEnds, 1);
  return made;
}

void GlidePass::upload_graticules(const scene::GlideLine& from, const scene::GlideLine& to) {
  from_.graticule = uploaded(from);
  to_.graticule = uploaded(to);
}

void GlidePass::clear() {
  meshes_.clear();
  from_ = {};
  to_ = {};
}

void GlidePass::set_common(GLuint program, Srgb8 colour, const gpu::Target& target, const scene::Frame& frame,
                           scene::GlideSide side) const {
  BaseMapPrograms::set(program, colour, target, glide_transforms(frame, side, from_origin_, to_origin_));
}

void GlidePass::draw_land(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side) const {
  SM_ASSERT(frame.glide, "the map rests");
  gpu::Pipeline pipeline{.program = programs_->land.name(),
                         .framebuffer = target.framebuffer(),
                         .viewport = viewport_of(target),
                         .scissor = whole(target),
                         .blend = gpu::Blend::kReplace};
  gpu::bind(pipeline);
  const auto ground = linear_premultiplied(frame.base.ground);
  glClearNamedFramebufferfv(target.framebuffer(), GL_COLOR, 0, ground.data());
  pipeline.scissor = cut(frame.map_rect, target);
  const auto draw = [&](const std::vector<std::size_t>& meshes, Srgb8 colour) {
    set_common(programs_->land.name(), colour, target, frame, side);
    for (const std::size_t i : meshes) {
      pipeline.vertex_array = meshes_[i].vertex_array(side);
      gpu::bind(pipeline);
      meshes_[i].draw(side);
    }
  };
  draw(of(side).backdrop, frame.base.backdrop);
  draw(of(side).land, frame.base.land);
}

void GlidePass::draw_lines(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side) const {
  SM_ASSERT(frame.glide, "the map rests");
  gpu::Pipeline pipeline{.program = programs_->line.name(),
                         .framebuffer = target.framebuffer(),
                         .viewport = viewport_of(target),
                         .scissor = cut(frame.map_rect, target)};
  const auto draw = [&](const Line& line, const scene::BaseLineStyle& style) {
    if (line.segment_count == 0) return;
    pipeline.vertex_array = line.vertex_array.name();
    gpu::bind(pipeline);
    set_common(programs_->line.name(), style.colour, target, frame, side);
    set_target_origin(programs_->line.name(), target);
    glProgramUniform1f(programs_->line.name(), 3, style.width_px / 2.0F);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, line.segment_count);
  };
  if (frame.base.graticule_key != 0) draw(of(side).graticule, frame.base.graticule);
  const auto& styles = side == scene::GlideSide::kFrom ? frame.glide->lines : frame.base.lines;
  const auto& lines = of(side).lines;
  for (std::size_t i = 0; i < lines.size() && i < styles.size(); ++i) draw(lines[i], styles[i]);
}

}  // namespace spreadmap::render
