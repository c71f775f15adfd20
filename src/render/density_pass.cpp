#include "render/density_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/assert.h"
#include "base/hash.h"
#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {
namespace {

// Of where records glide from (shaders/kernel.vert): a buffer beside their own, bound while they glide only.
constexpr GLuint kFromLocation = 3, kFromScaleLocation = 4, kFromBinding = 1;
/// Cells beyond the map's room, which smoothing reads.
constexpr int kMargin = 2;

int cells_across(float length_px, float cell_px) {
  return static_cast<int>(std::ceil(length_px / cell_px)) + 2 * kMargin;
}

std::array<float, 4> cell_from_pixel(const scene::Frame& frame, const scene::DensityDraw& draw) {
  const float scale = 1.0F / draw.cell_px;
  return {scale, scale, static_cast<float>(kMargin) - frame.map_rect.left_px * scale,
          static_cast<float>(kMargin) - frame.map_rect.top_px * scale};
}

/// Of all that decides what one record adds, and of which records have gone.
std::uint64_t key_of(const scene::Frame& frame, const scene::DensityDraw& draw) {
  Fnv1a hash;
  hash.add_value(frame.map_rect);
  hash.add_value(frame.map.anchor_m);
  hash.add_value(frame.map.anchor_px);
  hash.add_value(frame.map.px_per_m);
  if (frame.glide) {
    hash.add_value(frame.glide->share);
    hash.add_value(frame.glide->from.anchor_m);
    hash.add_value(frame.glide->from.px_per_m);
    hash.add_value(draw.height_before);
  }
  hash.add_value(draw.gone);
  hash.add_value(draw.radius_px);
  hash.add_value(draw.cell_px);
  hash.add_value(draw.height);
  return hash.value();
}

}  // namespace

Result<DensityPass> DensityPass::create(const gpu::ShaderLibrary& shaders) {
  auto kernel = gpu::load_program(shaders, "kernel");
  if (!kernel) return tl::unexpected(kernel.error());
  auto colour = gpu::load_program(shaders, "whole", "density");
  if (!colour) return tl::unexpected(colour.error());
  DensityPass pass;
  pass.kernel_program_ = std::move(*kernel);
  pass.colour_program_ = std::move(*colour);
  pass.whole_ = gpu::make_vertex_array("whole target", 0, 0, {}, 0);
  return pass;
}

void DensityPass::upload(std::size_t layer, const std::vector<scene::DensityPoint>& points, geo::MapOrigin origin) {
  if (layers_.size() <= layer) layers_.resize(layer + 1);
  Layer& uploaded = layers_[layer];
  uploaded.points = gpu::Buffer("density");
  uploaded.points.write_values(std::span(points));
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 2, GL_FLOAT, 0}, gpu::VertexAttribute{1, 1, GL_FLOAT, 8},
                                   gpu::VertexAttribute{2, 2, GL_FLOAT, 12}};
  uploaded.vertex_array =
      gpu::make_vertex_array("density", uploaded.points.name(), sizeof(scene::DensityPoint), kAttributes, 0);
  uploaded.origin = origin;
  uploaded.key.reset();
}

void DensityPass::upload_glide(std::size_t layer, const std::vector<scene::DensityPlace>& places,
                               geo::MapOrigin origin) {
  SM_ASSERT(layer < layers_.size(), "layer {}", layer);
  Layer& uploaded = layers_[layer];
  uploaded.glide_origin = origin;
  uploaded.glide_from = gpu::Buffer("density before");
  uploaded.glide_from.write_values(std::span(places));
  uploaded.key.reset();
  const GLuint array = uploaded.vertex_array.name();
  glVertexArrayVertexBuffer(array, kFromBinding, uploaded.glide_from.name(), 0, sizeof(scene::DensityPlace));
  for (const auto& [location, components, offset] :
       {std::array<GLuint, 3>{kFromLocation, 2, 0}, std::array<GLuint, 3>{kFromScaleLocation, 1, 8}}) {
    glEnableVertexArrayAttrib(array, location);
    glVertexArrayAttribBinding(array, location, kFromBinding);
    glVertexArrayAttribFormat(array, location, static_cast<GLint>(components), GL_FLOAT, GL_FALSE, offset);
  }
}

void DensityPass::end_glide() {
  for (Layer& layer : layers_) {
    if (layer.vertex_array.is_empty()) continue;
    for (const GLuint location : {kFromLocation, kFromScaleLocation}) {
      glDisableVertexArrayAttrib(layer.vertex_array.name(), location);
    }
    glVertexArrayVertexBuffer(layer.vertex_array.name(), kFromBinding, 0, 0, 0);
    layer.glide_from = gpu::Buffer();
  }
}

void DensityPass::bring_up_to_date(const scene::Frame& frame, const scene::DensityDraw& draw, bool keeps) {
  SM_ASSERT(draw.layer < layers_.size() && !layers_[draw.layer].vertex_array.is_empty(), "layer {}", draw.layer);
  Layer& layer = layers_[draw.layer];
  const int width = cells_across(frame.map_rect.width_px(), draw.cell_px);
  const int height = cells_across(frame.map_rect.height_px(), draw.cell_px);
  if (layer.surface.width() != width || layer.surface.height() != height) {
    layer.surface = gpu::Surface("density", width, height);
    layer.key.reset();
  }
  const std::uint64_t key = key_of(frame, draw);
  if (!keeps || layer.key != key || layer.added > draw.end) {
    layer.surface.clear();
    layer.added = 0;
  }
  layer.key = key;
  const std::uint32_t begin = std::max(layer.added, draw.begin);
  layer.added = draw.end;
  if (begin >= draw.end) return;
  const float radius_cells = draw.radius_px / draw.cell_px;
  const int beyond = static_cast<int>(std::ceil(radius_cells)) + 1;
  gpu::bind({.program = kernel_program_.name(),
             .vertex_array = layer.vertex_array.name(),
             .framebuffer = layer.surface.framebuffer(),
             .viewport = {-beyond, -beyond, width + 2 * beyond, height + 2 * beyond},
             .scissor = {0, 0, width, height},
             .blend = gpu::Blend::kAdd});
  const GLuint program = kernel_program_.name();
  const auto transform = pixel_from_local(frame.map, layer.origin);
  const auto cells = cell_from_pixel(frame, draw);
  const float scale_x = 2.0F / static_cast<float>(width + 2 * beyond);
  const float scale_y = 2.0F / static_cast<float>(height + 2 * beyond);
  const auto offset = static_cast<float>(beyond);
  glProgramUniform4fv(program, 0, 1, transform.data());
  glProgramUniform4fv(program, 1, 1, cells.data());
  glProgramUniform4f(program, 2, scale_x, scale_y, offset * scale_x - 1.0F, offset * scale_y - 1.0F);
  glProgramUniform1f(program, 4, static_cast<float>(draw.playhead_d));
  glProgramUniform1f(program, 5, radius_cells);
  glProgramUniform2f(program, 6, draw.height_before, draw.height);
  glProgramUniform1f(program, 9, frame.glide ? frame.glide->share : 1.0F);
  if (frame.glide) {
    const auto before = pixel_from_local(frame.glide->from, layer.glide_origin);
    glProgramUniform4fv(program, 8, 1, before.data());
  }
  glDrawArrays(GL_POINTS, static_cast<GLint>(begin), static_cast<GLsizei>(draw.end - begin));
}

void DensityPass::draw(const gpu::Target& target, const scene::Frame& frame, const scene::DensityDraw& draw,
                       const gpu::PixelBox& part) const {
  const Layer& layer = layers_[draw.layer];
  gpu::bind({.program = colour_program_.name(),
             .vertex_array = whole_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = whole(target),
             .scissor = gpu::common(cut(frame.map_rect, target), part)});
  glBindTextureUnit(0, layer.surface.texture());
  set_target_origin(colour_program_.name(), target);
  const auto cells = cell_from_pixel(frame, draw);
  glProgramUniform4fv(colour_program_.name(), 0, 1, cells.data());
  std::array<float, 4 * (scene::kRampSteps + 1)> ramp{};
  auto* next = ramp.data();
  for (const Srgb8 colour : draw.ramp) {
    const auto linear = linear_premultiplied(colour);
    next = std::copy(linear.begin(), linear.end(), next);
  }
  glProgramUniform4fv(colour_program_.name(), 1, static_cast<GLsizei>(draw.ramp.size()), ramp.data());
  const scene::PixelRect& room = frame.map_rect;
  glProgramUniform4f(colour_program_.name(), 40, room.left_px, room.top_px, room.right_px, room.bottom_px);
  glProgramUniform1f(colour_program_.name(), 41, draw.fade_px);
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

void DensityPass::add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::DensityDraw& draw,
                            std::uint32_t begin) const {
  // So many would touch all tiles that there are.
  constexpr std::uint32_t kMostLookedAt = 20'000;
  if (begin >= draw.end) return;
  if (draw.end > begin + kMostLookedAt) return tiles.add_all();
  const Layer& layer = layers_[draw.layer];
  const auto transform = pixel_from_local(frame.map, layer.origin);
  // A kernel reaches its radius and the cell in which that ends; smoothing reads two cells more.
  const float reach_px = draw.radius_px + 4.0F * draw.cell_px;
  layer.points.read_values<scene::DensityPoint>(
      begin, draw.end - begin, [&](std::span<const scene::DensityPoint> points) {
        for (const scene::DensityPoint& point : points) {
          const auto [x_px, y_px] = pixel_of(transform, point.place.local);
          if (!std::isnan(x_px)) tiles.add({x_px - reach_px, y_px - reach_px, x_px + reach_px, y_px + reach_px});
        }
      });
}

}  // namespace spreadmap::render
