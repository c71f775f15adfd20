#include "render/areas_pass.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/assert.h"
#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {
namespace {

constexpr GLuint kOtherLocation = 13, kAwayLocation = 14;  // shaders/area.vert

}  // namespace

Result<AreasPass> AreasPass::create(const gpu::ShaderLibrary& shaders) {
  AreasPass pass;
  auto program = gpu::load_program(shaders, "area");
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.classes_ = gpu::ByteTexture("classes of areas");
  return pass;
}

void AreasPass::upload(std::size_t layer, const scene::AreaGeometry& geometry, geo::MapOrigin origin) {
  if (layers_.size() <= layer) layers_.resize(layer + 1);
  Layer& uploaded = layers_[layer];
  uploaded.vertices = gpu::Buffer("areas");
  uploaded.indices = gpu::Buffer("area indices");
  uploaded.vertices.write_values(std::span(geometry.vertices));
  uploaded.indices.write_values(std::span(geometry.indices));
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 2, GL_FLOAT, 0},
                                   gpu::VertexAttribute{1, 1, GL_UNSIGNED_INT, sizeof(geo::LocalPoint)}};
  uploaded.vertex_array =
      gpu::make_vertex_array("areas", uploaded.vertices.name(), sizeof(scene::AreaVertex), kAttributes, 0);
  glVertexArrayElementBuffer(uploaded.vertex_array.name(), uploaded.indices.name());
  uploaded.origin = origin;
  uploaded.bounds = geometry.bounds;
  uploaded.glide.reset();
  uploaded.index_count = static_cast<GLsizei>(geometry.indices.size());
}

void AreasPass::upload_glide(std::size_t layer, const scene::GlideMesh& mesh, geo::MapOrigin from, geo::MapOrigin to) {
  SM_ASSERT(layer < layers_.size(), "layer {}", layer);
  layers_[layer].glide.emplace(Layer::Glide{GlideMesh(mesh), from, to});
}

void AreasPass::end_glide() {
  for (Layer& layer : layers_) layer.glide.reset();
}

void AreasPass::draw(const gpu::Target& target, const scene::Frame& frame, const scene::AreasDraw& areas,
                     const gpu::PixelBox& part, std::optional<scene::GlideSide> side) {
  SM_ASSERT(areas.layer < layers_.size() && layers_[areas.layer].index_count >= 0, "layer {}", areas.layer);
  const Layer& layer = layers_[areas.layer];
  if (layer.index_count == 0) return;
  classes_.write(std::span(frame.area_classes).subspan(areas.begin, areas.end - areas.begin));
  const bool glides = side && layer.glide;
  gpu::bind({.program = program_.name(),
             .vertex_array = glides ? layer.glide->mesh.vertex_array(*side) : layer.vertex_array.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = gpu::common(cut(frame.map_rect, target), part)});
  const GlideTransforms transforms = glides ? glide_transforms(frame, *side, layer.glide->from, layer.glide->to)
                                            : GlideTransforms{.own = pixel_from_local(frame.map, layer.origin)};
  glProgramUniform4fv(program_.name(), 0, 1, transforms.own.data());
  glProgramUniform4fv(program_.name(), kOtherLocation, 1, transforms.other.data());
  glProgramUniform1f(program_.name(), kAwayLocation, transforms.away);
  glBindTextureUnit(0, classes_.texture());
  set_clip(program_.name(), target);
  set_target_origin(program_.name(), target);
  const auto no_data = linear_premultiplied(areas.no_data);
  glProgramUniform4fv(program_.name(), 2, 1, no_data.data());
  glProgramUniform1f(program_.name(), 3, areas.stripe_px);
  std::array<float, 36> colours{};  // nine of them
  auto* next = colours.data();
  for (const Srgb8 colour : areas.colours) {
    const auto linear = linear_premultiplied(colour);
    next = std::copy(linear.begin(), linear.end(), next);
  }
  glProgramUniform4fv(program_.name(), 4, 9, colours.data());
  if (glides) return layer.glide->mesh.draw(*side);
  glDrawElements(GL_TRIANGLES, layer.index_count, GL_UNSIGNED_INT, nullptr);
}

void AreasPass::add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::AreasDraw& areas,
                          std::span<const std::uint8_t> classes_before) const {
  const Layer& layer = layers_[areas.layer];
  const auto transform = pixel_from_local(frame.map, layer.origin);
  for (std::size_t area = 0; area < layer.bounds.size(); ++area) {
    if (frame.area_classes[areas.begin + area] == classes_before[area]) continue;
    const geo::MapBounds& bounds = layer.bounds[area];
    const auto corner = [&](double x_m, double y_m) {
      return pixel_of(transform, {static_cast<float>(x_m), static_cast<float>(y_m)});
    };
    // North is up, and pixels count downwards.
    const scene::PixelPoint from = corner(bounds.min_x_m, bounds.max_y_m), to = corner(bounds.max_x_m, bounds.min_y_m);
    constexpr float kMargin_px = 1.0F;
    tiles.add({from.x_px - kMargin_px, from.y_px - kMargin_px, to.x_px + kMargin_px, to.y_px + kMargin_px});
  }
}

}  // namespace spreadmap::render
