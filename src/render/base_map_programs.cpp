#include "render/base_map_programs.h"

namespace spreadmap::render {
namespace {

constexpr GLuint kMapOtherLocation = 8, kMapAwayLocation = 9;  // shaders/land.vert, line.vert

}  // namespace

Result<std::shared_ptr<const BaseMapPrograms>> BaseMapPrograms::create(const gpu::ShaderLibrary& shaders) {
  auto land = gpu::load_program(shaders, "land");
  if (!land) return tl::unexpected(land.error());
  auto line = gpu::load_program(shaders, "line");
  if (!line) return tl::unexpected(line.error());
  return std::make_shared<const BaseMapPrograms>(BaseMapPrograms{std::move(*land), std::move(*line)});
}

void BaseMapPrograms::set(GLuint program, Srgb8 colour, const gpu::Target& target, const GlideTransforms& transforms) {
  const auto linear = linear_premultiplied(colour);
  glProgramUniform4fv(program, 0, 1, transforms.own.data());
  set_clip(program, target);
  glProgramUniform4fv(program, 2, 1, linear.data());
  glProgramUniform4fv(program, kMapOtherLocation, 1, transforms.other.data());
  glProgramUniform1f(program, kMapAwayLocation, transforms.away);
}

}  // namespace spreadmap::render
