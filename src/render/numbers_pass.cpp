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
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 3, GL_FLOAT, 0},
                                   gpu::VertexAttribute{1, 1, GL_UNSIGNED_INT, 12},
                                   gpu::VertexAttribute{2, 2, GL_UNSIGNED_INT, 16}};
  pass.vertex_array_ =
      gpu::make_vertex_array("numbered symbols", pass.buffer_.name(), sizeof(NumberedSymbol), kAttributes, 1);
  return pass;
}

void NumbersPass::draw(const gpu::Target& target, const scene::Frame& frame, std::uint32_t layer,
                       const gpu::PixelBox& room) {
  symbols_.clear();
  for (const scene::PickTarget& symbol : frame.targets) {
    if (symbol.record.layer != layer) continue;
    symbols_.push_back({symbol.centre, symbol.radius_px, symbol.kind, symbol.record.layer + 1, symbol.record.row + 1});
  }
  if (symbols_.empty()) return;
  buffer_.write_values(std::span<const NumberedSymbol>(symbols_));
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = room,
             .blend = gpu::Blend::kReplace});
  set_clip(program_.name(), target);
  set_target_origin(program_.name(), target);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(symbols_.size()));
}

}  // namespace spreadmap::render
