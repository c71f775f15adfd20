#include "render/spotlight_pass.h"

#include "render/transforms.h"
#include "scene/spotlight.h"

namespace spreadmap::render {
namespace {

/// Each part costs a draw of its own.
constexpr std::size_t kMostLitParts = 8;

}  // namespace

Result<SpotlightPass> SpotlightPass::create(const gpu::ShaderLibrary& shaders) {
  auto over = OverPass::create(shaders, "spotlight");
  if (!over) return tl::unexpected(over.error());
  SpotlightPass pass;
  pass.over_ = std::move(*over);
  return pass;
}

gpu::Target& SpotlightPass::unlit(const gpu::Target& target) {
  fit(unlit_, "picture without spotlight", target);
  return unlit_;
}

TileSet SpotlightPass::draw(const gpu::Target& target, const scene::Frame& frame, const TileSet& changed,
                            bool may_keep) {
  const scene::SpotlightDraw& spotlight = *frame.spotlight;
  const bool is_alike = lit_.framebuffer == target.framebuffer() && lit_.size == frame.size &&
                        lit_.spotlight.dim == spotlight.dim && lit_.spotlight.rim == spotlight.rim;
  TileSet tiles = changed;
  if (!may_keep || !is_alike) {
    tiles.add_all();
  } else if (lit_.spotlight != spotlight) {
    tiles.add(scene::bounds_of(lit_.spotlight));
    tiles.add(scene::bounds_of(spotlight));
  }
  const GLuint program = over_.program();
  const auto dim = linear_premultiplied(spotlight.dim), rim = linear_premultiplied(spotlight.rim);
  glProgramUniform4f(program, 0, spotlight.centre.x_px, spotlight.centre.y_px, spotlight.radius_px, spotlight.soft_px);
  glProgramUniform4fv(program, 1, 1, dim.data());
  glProgramUniform4fv(program, 2, 1, rim.data());
  glProgramUniform1f(program, 3, spotlight.rim_px);
  set_target_origin(program, target);
  for (const gpu::PixelBox& part : gpu::joined(tiles.boxes(), kMostLitParts)) {
    over_.draw(target, unlit_, gpu::common(part, whole(target)), gpu::Blend::kReplace);
  }
  lit_ = {target.framebuffer(), frame.size, spotlight};
  return tiles;
}

}  // namespace spreadmap::render
