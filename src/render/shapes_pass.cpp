#include "render/shapes_pass.h"

#include <array>
#include <cstddef>

#include "render/transforms.h"

namespace spreadmap::render {

Result<ShapesPass> ShapesPass::create(const gpu::ShaderLibrary& shaders) {
  ShapesPass pass;
  auto program = gpu::load_program(shaders, "shape");
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.instances_ = gpu::Buffer("shapes");
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 4, GL_FLOAT, 0},
                                   gpu::VertexAttribute{1, 2, GL_FLOAT, offsetof(scene::Shape, corner_px)},
                                   gpu::VertexAttribute{2, 1, GL_UNSIGNED_INT, offsetof(scene::Shape, kind)},
                                   gpu::VertexAttribute{3, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, fill)},
                                   gpu::VertexAttribute{4, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, line)}};
  pass.vertex_array_ = gpu::make_vertex_array("shapes", pass.instances_.name(), sizeof(scene::Shape), kAttributes, 1);
  return pass;
}

void ShapesPass::upload(const scene::Frame& frame) {
  gathered_.clear();
  for (const auto* shapes : {&frame.symbols, &frame.edge_fades, &frame.furniture}) {
    gathered_.insert(gathered_.end(), shapes->begin(), shapes->end());
  }
  instances_.write_values(std::span<const scene::Shape>(gathered_));
}

void ShapesPass::draw_symbols(const gpu::Target& target, const scene::Frame& frame, std::uint32_t begin,
                              std::uint32_t end) const {
  draw(target, cut(frame.map_rect, target), begin, end - begin);
}

void ShapesPass::draw_edge_fades(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, cut(frame.map_rect, target), frame.symbols.size(), frame.edge_fades.size());
}

void ShapesPass::draw_furniture(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, whole(target), frame.symbols.size() + frame.edge_fades.size(), frame.furniture.size());
}

void ShapesPass::draw(const gpu::Target& target, const gpu::PixelBox& scissor, std::size_t first,
                      std::size_t count) const {
  if (count == 0) return;
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = whole(target),
             .scissor = scissor});
  glProgramUniform2f(program_.name(), 1, static_cast<float>(target.width_px()), static_cast<float>(target.height_px()));
  glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count), static_cast<GLuint>(first));
}

}  // namespace spreadmap::render
