#include "render/numbers_pass.h"

#include <array>
#include <span>

#include "render/transforms.h"

namespace spreadmap::render {

Result<NumbersPass> NumbersPass::create(const gpu::ShaderLibrary& shaders) {
  auto program = gpu::load_program(shaders, "symbol_number");
  if (!program) return tl::unexpected(program.error());
  NumbersPass pass;
  pass.program_ = std::move(*program);
  pass.buffer_ = gpu::Buffer("numbered symbols");
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 4, GL_FLOAT, 0},
                                   gpu::VertexAttribute{1, 1, GL_FLOAT, offsetof(scene::Shape, line_px)},
                                   gpu::VertexAttribute{2, 1, GL_UNSIGNED_INT, offsetof(scene::Shape, kind)},
                                   gpu::VertexAttribute{3, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, fill)},
                                   gpu::VertexAttribute{4, 4, GL_UNSIGNED_BYTE, offsetof(scene::Shape, line)},
                                   gpu::VertexAttribute{5, 2, GL_UNSIGNED_INT, offsetof(NumberedSymbol, layer_number)}};
  pass.vertex_array_ =
      gpu::make_vertex_array("numbered symbols", pass.buffer_.name(), sizeof(NumberedSymbol), kAttributes, 1);
  return pass;
}

void NumbersPass::upload(const scene::Frame& frame) {
  symbols_.clear();
  for (std::size_t i = 0; i < frame.symbols.size(); ++i) {
    const model::RecordRef& record = frame.symbol_records[i];
    symbols_.push_back({frame.symbols[i], record.layer + 1, record.row + 1});
  }
  buffer_.write_values(std::span<const NumberedSymbol>(symbols_));
}

void NumbersPass::draw(const gpu::Target& target, std::uint32_t begin, std::uint32_t end, Part part,
                       const gpu::PixelBox& room) const {
  if (begin >= end) return;
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = room,
             .blend = gpu::Blend::kReplace});
  set_clip(program_.name(), target);
  set_target_origin(program_.name(), target);
  glProgramUniform1i(program_.name(), 2, part == Part::kLettingThrough ? 1 : 0);
  glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(end - begin), begin);
}

}  // namespace spreadmap::render
