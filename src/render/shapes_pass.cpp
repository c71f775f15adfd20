#include "render/shapes_pass.h"

#include <array>
#include <cstddef>

#include "base/hash.h"
#include "render/transforms.h"

namespace spreadmap::render {
namespace {

/// All pixels that a shape may touch: its edge is softened over one.
scene::PixelRect bounds_of(const scene::Shape& shape) {
  const float half_width_px = shape.half_width_px + 1.0F, half_height_px = shape.half_height_px + 1.0F;
  return {shape.centre_x_px - half_width_px, shape.centre_y_px - half_height_px, shape.centre_x_px + half_width_px,
          shape.centre_y_px + half_height_px};
}

/// Its edges straight, its colour one: such as bars and axes, of which many reach over all of the picture.
bool is_plain_box(const scene::Shape& shape) {
  return shape.kind == scene::ShapeKind::kBox && shape.corner_px <= 0.0F && shape.line_px <= 0.0F;
}

/// As shaders/shape.frag computes them.
scene::PixelRect edges_of(const scene::Shape& shape) {
  return {shape.centre_x_px - shape.half_width_px, shape.centre_y_px - shape.half_height_px,
          shape.centre_x_px + shape.half_width_px, shape.centre_y_px + shape.half_height_px};
}

}  // namespace

Result<ShapesPass> ShapesPass::create(const gpu::ShaderLibrary& shaders) {
  ShapesPass pass;
  auto program = gpu::load_program(shaders, "shape");
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.buffer_ = gpu::Buffer("shapes");
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 4, GL_FLOAT, 0},
                                   gpu::VertexAttribute{1, 2, GL_FLOAT, offsetof(scene::Shape, corner_px)},
                                   gpu::VertexAttribute{2, 1, GL_UNSIGNED_INT, offsetof(scene::Shape, kind)},
                                   gpu::VertexAttribute{3, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, fill)},
                                   gpu::VertexAttribute{4, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, line)},
                                   gpu::VertexAttribute{5, 4, GL_FLOAT, offsetof(Instance, part)}};
  pass.vertex_array_ = gpu::make_vertex_array("shapes", pass.buffer_.name(), sizeof(Instance), kAttributes, 1);
  return pass;
}

void ShapesPass::gather(const scene::Frame& frame) {
  gathered_.clear();
  for (const auto* shapes : {&frame.symbols, &frame.edge_fades, &frame.furniture, &frame.controls}) {
    gathered_.insert(gathered_.end(), shapes->begin(), shapes->end());
  }
}

void ShapesPass::note(TileContents& tiles, std::size_t first_symbol) const {
  for (std::size_t i = first_symbol; i < gathered_.size(); ++i) {
    const scene::Shape& shape = gathered_[i];
    Fnv1a hash;
    if (is_plain_box(shape)) {
      hash.add_value(shape.fill);
      tiles.add_plain_box(edges_of(shape), hash.value());
    } else {
      hash.add_value(shape);
      tiles.add(bounds_of(shape), hash.value());
    }
  }
}

void ShapesPass::upload(const TileSet* tiles) {
  instances_.clear();
  begins_.clear();
  for (const scene::Shape& shape : gathered_) {
    begins_.push_back(static_cast<std::uint32_t>(instances_.size()));
    if (tiles == nullptr) {
      instances_.push_back({shape, bounds_of(shape)});
    } else {
      tiles->for_each_part(bounds_of(shape), [&](const scene::PixelRect& part) {
        instances_.push_back({shape, part});
      });
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(instances_.size()));
  buffer_.write_values(std::span<const Instance>(instances_));
}

void ShapesPass::draw_symbols(const gpu::Target& target, std::uint32_t begin, std::uint32_t end,
                              const gpu::PixelBox& room) const {
  draw(target, room, begin, end);
}

void ShapesPass::draw_edge_fades(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, cut(frame.map_rect, target), frame.symbols.size(), frame.symbols.size() + frame.edge_fades.size(),
       frame.base.ground.a == 0 ? gpu::Blend::kErase : gpu::Blend::kPremultiplied);
}

void ShapesPass::draw_furniture(const gpu::Target& target, const scene::Frame& frame) const {
  const std::size_t begin = frame.symbols.size() + frame.edge_fades.size();
  draw(target, whole(target), begin, begin + frame.furniture.size());
}

void ShapesPass::draw_controls(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, whole(target), gathered_.size() - frame.controls.size(), gathered_.size());
}

void ShapesPass::draw(const gpu::Target& target, const gpu::PixelBox& scissor, std::size_t begin, std::size_t end,
                      gpu::Blend blend) const {
  const std::uint32_t first = begins_[begin], count = begins_[end] - first;
  if (count == 0) return;
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = scissor,
             .blend = blend});
  set_clip(program_.name(), target);
  set_target_origin(program_.name(), target);
  glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count), first);
}

}  // namespace spreadmap::render
