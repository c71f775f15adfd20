#include "render/marks_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {
namespace {

// Of the points that marks glide from (shaders/mark.vert, ring.vert): a buffer beside the marks' own, bound while they glide only.
constexpr GLuint kGlideLocation = 3, kGlideBinding = 1;

scene::PixelPoint centre_of(const MarkVertex& vertex, const std::array<float, 4>& transform, float spread_px) {
  const scene::PixelPoint place = pixel_of(transform, vertex.local);
  return {place.x_px + vertex.stack.x_px * spread_px, place.y_px + vertex.stack.y_px * spread_px};
}

}  // namespace

Result<MarksPass> MarksPass::create(const gpu::ShaderLibrary& shaders) {
  MarksPass pass;
  auto point = gpu::load_program(shaders, "mark");
  if (!point) return tl::unexpected(point.error());
  auto ring = gpu::load_program(shaders, "ring");
  if (!ring) return tl::unexpected(ring.error());
  pass.point_program_ = std::move(*point);
  pass.ring_program_ = std::move(*ring);
  auto number = gpu::load_program(shaders, "mark", "mark_number");
  if (!number) return tl::unexpected(number.error());
  pass.number_program_ = std::move(*number);
  std::array<float, 2> sizes_px{};
  glGetFloatv(GL_POINT_SIZE_RANGE, sizes_px.data());
  pass.largest_point_px_ = sizes_px[1];
  pass.seen_entries_ = gpu::Buffer("marks that can be seen");
  return pass;
}

void MarksPass::upload(const std::vector<std::vector<MarkVertex>>& layers) {
  layers_.clear();
  for (const auto& vertices : layers) {
    Layer layer;
    layer.vertices = gpu::Buffer("marks");
    layer.vertices.write_values(std::span(vertices));
    constexpr std::array kAttributes{gpu::VertexAttribute{0, 2, GL_FLOAT, 0}, gpu::VertexAttribute{1, 3, GL_FLOAT, 8},
                                     gpu::VertexAttribute{2, 2, GL_FLOAT, 20},
                                     gpu::VertexAttribute{4, 1, GL_UNSIGNED_INT, offsetof(MarkVertex, row)}};
    layer.count = static_cast<std::uint32_t>(vertices.size());
    if (!vertices.empty()) {
      layer.points = gpu::make_vertex_array("mark points", layer.vertices.name(), sizeof(MarkVertex), kAttributes, 0);
      glVertexArrayElementBuffer(layer.points.name(), seen_entries_.name());
      layer.rings = gpu::make_vertex_array("mark rings", layer.vertices.name(), sizeof(MarkVertex), kAttributes, 1);
    }
    layers_.push_back(std::move(layer));
  }
}

void MarksPass::add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::MarkDraw& marks, std::uint32_t begin,
                          std::uint32_t end) const {
  // So many would touch all tiles that there are.
  constexpr std::uint32_t kMostLookedAt = 20'000;
  if (begin >= end) return;
  const Layer& layer = layers_[marks.layer];
  if (end > begin + kMostLookedAt || end > layer.count) return tiles.add_all();
  const auto transform = pixel_from_local(frame.map, origin_);
  // A mark pops to a little more than its size (shaders/mark.vert), and a ring's line lies outside its radius.
  const float reach_px =
      std::max(marks.radius_px * 1.5F + marks.rim_px, marks.ring_to_px + marks.radius_px * 0.42F) + 3.0F;
  layer.vertices.read_values<MarkVertex>(begin, end - begin, [&](std::span<const MarkVertex> vertices) {
    for (const MarkVertex& vertex : vertices) {
      const scene::PixelPoint centre = centre_of(vertex, transform, marks.spread_px);
      if (std::isnan(centre.x_px)) continue;
      tiles.add({centre.x_px - reach_px, centre.y_px - reach_px, centre.x_px + reach_px, centre.y_px + reach_px});
    }
  });
}

void MarksPass::find_seen(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                          std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room) {
  // `room` is counted from the target's first pixel.
  auto transform = pixel_from_local(frame.map, origin_);
  transform[2] -= static_cast<float>(target.x_px());
  transform[3] -= static_cast<float>(target.y_px());
  const auto playhead_d = static_cast<float>(marks.playhead_d);
  const float radius_px = marks.radius_px + marks.rim_px;
  if (cover_ && cover_->room() == room && cover_->radius_px() == radius_px) {
    cover_->clear();
  } else {
    cover_.emplace(room, radius_px);
  }
  seen_.clear();
  layers_[marks.layer].vertices.read_values<MarkVertex>(begin, end - begin, [&](std::span<const MarkVertex> vertices) {
    for (std::size_t i = vertices.size(); i-- > 0;) {
      // As shaders/mark.vert has it.
      const MarkVertex& vertex = vertices[i];
      const bool is_gone = marks.window_days > 0.0F && playhead_d >= vertex.latest_d + marks.window_days;
      if (playhead_d < vertex.earliest_d || is_gone) continue;
      if (cover_->add(centre_of(vertex, transform, marks.spread_px))) {
        seen_.push_back(begin + static_cast<std::uint32_t>(i));
      }
    }
  });
  std::reverse(seen_.begin(), seen_.end());
}

void MarksPass::upload_glide(const std::vector<std::vector<geo::LocalPoint>>& layers, geo::MapOrigin origin) {
  glide_origin_ = origin;
  for (std::size_t i = 0; i < layers.size() && i < layers_.size(); ++i) {
    if (layers[i].empty()) continue;
    layers_[i].glide_from = gpu::Buffer("marks before");
    layers_[i].glide_from.write_values(std::span(layers[i]));
    for (const auto& [array, divisor] : {std::pair(layers_[i].points.name(), 0U), {layers_[i].rings.name(), 1U}}) {
      glVertexArrayVertexBuffer(array, kGlideBinding, layers_[i].glide_from.name(), 0, sizeof(geo::LocalPoint));
      glVertexArrayBindingDivisor(array, kGlideBinding, divisor);
      glEnableVertexArrayAttrib(array, kGlideLocation);
      glVertexArrayAttribBinding(array, kGlideLocation, kGlideBinding);
      glVertexArrayAttribFormat(array, kGlideLocation, 2, GL_FLOAT, GL_FALSE, 0);
    }
  }
}

void MarksPass::end_glide() {
  for (Layer& layer : layers_) {
    if (layer.points.is_empty()) continue;
    for (const GLuint array : {layer.points.name(), layer.rings.name()}) {
      glDisableVertexArrayAttrib(array, kGlideLocation);
      glVertexArrayVertexBuffer(array, kGlideBinding, 0, 0, 0);
    }
    layer.glide_from = gpu::Buffer();
  }
}

void MarksPass::set_glide(GLuint program, const scene::Frame& frame) const {
  glProgramUniform1f(program, 9, frame.glide ? frame.glide->share : 1.0F);
  if (!frame.glide) return;
  const auto transform = pixel_from_local(frame.glide->from, glide_origin_);
  glProgramUniform4fv(program, 8, 1, transform.data());
}

bool MarksPass::bind_points(GLuint program, const gpu::Target& target, const scene::Frame& frame,
                            const scene::MarkDraw& marks, const gpu::PixelBox& room, gpu::Blend blend) const {
  // A mark pops to a little more than its size (shaders/mark.vert).
  const bool is_box = 2.0F * (marks.radius_px * 1.5F + marks.rim_px) + 3.0F > largest_point_px_;
  const Layer& layer = layers_[marks.layer];
  gpu::bind({.program = program,
             .vertex_array = is_box ? layer.rings.name() : layer.points.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = room,
             .blend = blend});
  const auto transform = pixel_from_local(frame.map, origin_);
  glProgramUniform4fv(program, 0, 1, transform.data());
  set_glide(program, frame);
  set_clip(program, target);
  set_target_origin(program, target);
  glProgramUniform1f(program, 4, static_cast<float>(marks.playhead_d));
  glProgramUniform2f(program, 5, marks.radius_px, marks.rim_px);
  glProgramUniform1f(program, 12, marks.pop_days);
  glProgramUniform1f(program, 11, marks.spread_px);
  glProgramUniform1f(program, 10, marks.window_days);
  glProgramUniform1f(program, 13, is_box ? 1.0F : 0.0F);
  return is_box;
}

void MarksPass::draw_numbers(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                             std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room) const {
  if (begin >= end || marks.opacity <= 0.0F) return;
  const bool is_box = bind_points(number_program_.name(), target, frame, marks, room, gpu::Blend::kReplace);
  glProgramUniform1ui(number_program_.name(), 2, marks.layer + 1);
  const auto count = static_cast<GLsizei>(end - begin);
  if (is_box) {
    glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, count, begin);
  } else {
    glDrawArrays(GL_POINTS, static_cast<GLint>(begin), count);
  }
}

void MarksPass::draw_points(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                            std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room) {
  if (begin >= end) return;
  const GLuint program = point_program_.name();
  const bool is_box = bind_points(program, target, frame, marks, room, gpu::Blend::kPremultiplied);
  const auto colour = linear_premultiplied(marks.colour);
  const auto rim = linear_premultiplied(marks.rim);
  glProgramUniform4fv(program, 2, 1, colour.data());
  glProgramUniform4fv(program, 3, 1, rim.data());
  glProgramUniform1f(program, 7, marks.opacity);
  if (is_box) {
    glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(end - begin), begin);
    return;
  }
  // Fewer are drawn sooner than looked through. Only whole marks cover: not those that still grow, that let through or that travel.
  constexpr std::uint32_t kFewestCulled = 4096;
  // Places of very large pictures are told less finely than covering allows for.
  constexpr int kLargestCulled_px = 16384;
  const bool is_fine = frame.size.width_px <= kLargestCulled_px && frame.size.height_px <= kLargestCulled_px;
  const bool culls = culls_ && is_fine && end - begin >= kFewestCulled && end <= marks.settled &&
                     marks.opacity >= 1.0F && !frame.glide && MarkCover::can_hold(marks.radius_px + marks.rim_px);
  if (!culls) {
    glDrawArrays(GL_POINTS, static_cast<GLint>(begin), static_cast<GLsizei>(end - begin));
    return;
  }
  find_seen(target, frame, marks, begin, end, room);
  seen_entries_.write_values(std::span<const std::uint32_t>(seen_));
  glDrawElements(GL_POINTS, static_cast<GLsizei>(seen_.size()), GL_UNSIGNED_INT, nullptr);
}

void MarksPass::draw_rings(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks) const {
  if (marks.settled >= marks.count) return;
  gpu::bind({.program = ring_program_.name(),
             .vertex_array = layers_[marks.layer].rings.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = cut(frame.map_rect, target)});
  const GLuint program = ring_program_.name();
  const auto transform = pixel_from_local(frame.map, origin_);
  const auto colour = linear_premultiplied(marks.ring_colour);
  glProgramUniform4fv(program, 0, 1, transform.data());
  set_glide(program, frame);
  set_clip(program, target);
  set_target_origin(program, target);
  glProgramUniform4fv(program, 2, 1, colour.data());
  glProgramUniform2f(program, 12, marks.ring_line, marks.ring_hold);
  glProgramUniform1f(program, 4, static_cast<float>(marks.playhead_d));
  glProgramUniform3f(program, 5, marks.ring_from_px, marks.ring_to_px, marks.ring_days);
  glProgramUniform1f(program, 6, marks.radius_px * 0.42F);
  glProgramUniform1f(program, 7, marks.opacity);
  glProgramUniform1f(program, 11, marks.spread_px);
  glProgramUniform1f(program, 10, marks.window_days);
  glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(marks.count - marks.settled),
                                    marks.settled);
}

}  // namespace spreadmap::render
