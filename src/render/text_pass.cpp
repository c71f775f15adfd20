#include "render/text_pass.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>

#include "base/assert.h"
#include "base/hash.h"
#include "render/transforms.h"
#include "text/halo.h"

namespace spreadmap::render {
namespace {

constexpr int kFirstAtlasSide_px = 1024;
constexpr int kMostAtlasSide_px = 8192;
// Above this size a quarter of a pixel is not seen, and one bitmap serves all positions.
constexpr float kSubpixelUpTo_px = 40.0F;
/// Widths of halos are told apart by a quarter of a pixel.
float quarters_of(float halo_px) { return std::min(std::round(halo_px * 4.0F), 16383.0F); }
/// Glyphs of larger type are many times as large as the atlas: of each only the piece that is drawn goes there.
constexpr float kPiecesFrom_px = 640.0F;
/// No glyph reaches further from its pen than so many sizes.
constexpr float kReach_sizes = 3.0F;

std::uint64_t key_of(const text::PlacedGlyph& glyph, float size_px, int quarter_px, float halo_px) {
  // Quarters 2 bits; fonts 8; glyph ids 16; sizes in 1/64 pixel 24; halos in quarters of a pixel 14.
  const auto halo = static_cast<std::uint64_t>(quarters_of(halo_px));
  const auto size = static_cast<std::uint64_t>(std::lround(size_px * 64.0F));
  return halo << 50U | size << 26U | static_cast<std::uint64_t>(glyph.glyph_id & 0xffffU) << 10U |
         static_cast<std::uint64_t>(glyph.font & 0xffU) << 2U | static_cast<std::uint64_t>(quarter_px);
}

text::GlyphBitmap bitmap_of(const text::FontSet& fonts, const text::PlacedGlyph& glyph, float size_px, int quarter_px,
                            float halo_px) {
  text::GlyphBitmap bitmap = fonts.rasterize(glyph.font, glyph.glyph_id, size_px, quarter_px);
  return halo_px > 0.0F ? text::haloed(bitmap, quarters_of(halo_px) / 4.0F) : bitmap;
}

scene::PixelRect bounds_of(const GlyphQuad& quad) {
  return {quad.left_px, quad.top_px, quad.left_px + quad.width_px, quad.top_px + quad.height_px};
}

}  // namespace

Result<TextPass> TextPass::create(const gpu::ShaderLibrary& shaders) {
  TextPass pass;
  auto program = gpu::load_program(shaders, "glyph");
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.atlas_ = gpu::Atlas(kFirstAtlasSide_px);
  pass.instances_ = gpu::Buffer("glyphs");
  constexpr std::array kAttributes{gpu::VertexAttribute{0, 4, GL_FLOAT, 0}, gpu::VertexAttribute{1, 2, GL_FLOAT, 16},
                                   gpu::VertexAttribute{2, 4, GL_UNSIGNED_BYTE, offsetof(GlyphQuad, colour)}};
  pass.vertex_array_ = gpu::make_vertex_array("glyphs", pass.instances_.name(), sizeof(GlyphQuad), kAttributes, 1);
  return pass;
}

void TextPass::gather(const scene::Frame& frame, const text::FontSet& fonts, const scene::PixelRect& part) {
  part_ = part;
  // A full atlas is emptied and filled with this frame's glyphs alone; if even those do not fit, it grows.
  for (int attempt = 0;; ++attempt) {
    quads_.clear();
    const auto counted = [this](bool fits, std::size_t& count) {
      count = quads_.size();
      return fits;
    };
    gathered_ = {};
    if (counted(gather_list(frame.names, fonts), gathered_.names) &&
        counted(gather_list(frame.labels, fonts), gathered_.labels) &&
        counted(gather_list(frame.furniture_text, fonts), gathered_.furniture) &&
        counted(gather_list(frame.controls_text, fonts), gathered_.all))
      break;
    entries_.clear();
    if (attempt > 0) {
      SM_ASSERT(atlas_.side_px() < kMostAtlasSide_px, "{} runs of text", frame.furniture_text.runs.size());
      atlas_ = gpu::Atlas(atlas_.side_px() * 2);
    } else {
      atlas_.clear();
    }
  }
}

void TextPass::note(TileContents& tiles) const {
  for (const GlyphQuad& quad : std::span(quads_).subspan(gathered_.names)) {
    Fnv1a hash;
    hash.add_value(quad);
    tiles.add(bounds_of(quad), hash.value());
  }
}

void TextPass::upload(const TileSet* tiles) {
  drawn_ = gathered_;
  if (tiles == nullptr) return instances_.write_values(std::span<const GlyphQuad>(quads_));
  parts_.clear();
  const auto add = [&](std::size_t first, std::size_t end) {
    for (const GlyphQuad& quad : std::span(quads_).subspan(first, end - first)) {
      tiles->for_each_part(bounds_of(quad), [&](const scene::PixelRect& part) {
        parts_.push_back({part.left_px, part.top_px, part.width_px(), part.height_px(),
                          quad.atlas_x_px + (part.left_px - quad.left_px),
                          quad.atlas_y_px + (part.top_px - quad.top_px), quad.colour});
      });
    }
    return parts_.size();
  };
  // Names lie in what the tiles are drawn on.
  drawn_.names = 0;
  drawn_.labels = add(gathered_.names, gathered_.labels);
  drawn_.furniture = add(gathered_.labels, gathered_.furniture);
  drawn_.all = add(gathered_.furniture, gathered_.all);
  instances_.write_values(std::span<const GlyphQuad>(parts_));
}

bool TextPass::gather_list(const scene::TextList& list, const text::FontSet& fonts) {
  return std::all_of(list.runs.begin(), list.runs.end(), [&](const auto& run) { return gather_run(list, run, fonts); });
}

bool TextPass::gather_run(const scene::TextList& list, const scene::TextRun& run, const text::FontSet& fonts) {
  const std::span glyphs(list.glyphs.data() + run.glyph_begin, run.glyph_end - run.glyph_begin);
  const float reach_px = kReach_sizes * run.style.size_px + run.halo_px;
  const scene::PixelRect near_part{part_.left_px - reach_px, part_.top_px - reach_px, part_.right_px + reach_px,
                                   part_.bottom_px + reach_px};
  const auto each = [&](float halo_px, Srgb8 colour) {
    return std::all_of(glyphs.begin(), glyphs.end(), [&](const text::PlacedGlyph& glyph) {
      const float x_px = run.origin.x_px + glyph.x_px, y_px = run.origin.y_px + glyph.y_px;
      if (!near_part.contains({x_px, y_px})) return true;
      const bool subpixel = run.style.size_px <= kSubpixelUpTo_px;
      const float rounded_px = subpixel ? std::floor(x_px * 4.0F + 0.5F) / 4.0F : std::floor(x_px + 0.5F);
      const float whole_px = std::floor(rounded_px);
      const auto quarter_px = static_cast<int>((rounded_px - whole_px) * 4.0F);
      const Placed placed{glyph, run.style.size_px, halo_px, quarter_px, whole_px, std::floor(y_px + 0.5F), colour};
      return run.style.size_px < kPiecesFrom_px ? gather_glyph(placed, fonts) : gather_piece(placed, fonts);
    });
  };
  // All halos lie under all glyphs of the run.
  if (run.halo_px > 0.0F && !each(run.halo_px, run.halo)) return false;
  return each(0.0F, run.colour);
}

bool TextPass::gather_glyph(const Placed& placed, const text::FontSet& fonts) {
  const AtlasEntry* found = entry(placed, fonts);
  if (found == nullptr) return false;
  if (found->width_px == 0) return true;
  quads_.push_back({placed.x_px + static_cast<float>(found->left_px), placed.y_px + static_cast<float>(found->top_px),
                    static_cast<float>(found->width_px), static_cast<float>(found->height_px),
                    static_cast<float>(found->place.x_px), static_cast<float>(found->place.y_px), placed.colour});
  return true;
}

bool TextPass::gather_piece(const Placed& placed, const text::FontSet& fonts) {
  const text::GlyphBitmap bitmap = bitmap_of(fonts, placed.glyph, placed.size_px, placed.quarter_px, placed.halo_px);
  const int left_px = static_cast<int>(placed.x_px) + bitmap.left_px;
  const int top_px = static_cast<int>(placed.y_px) + bitmap.top_px;
  const gpu::PixelBox piece = gpu::common({left_px, top_px, bitmap.width_px, bitmap.height_px},
                                          {static_cast<int>(part_.left_px), static_cast<int>(part_.top_px),
                                           static_cast<int>(part_.width_px()), static_cast<int>(part_.height_px())});
  if (piece.width_px == 0 || piece.height_px == 0) return true;
  const auto width = static_cast<std::size_t>(piece.width_px), stride = static_cast<std::size_t>(bitmap.width_px);
  std::vector<std::uint8_t> coverage;
  coverage.reserve(width * static_cast<std::size_t>(piece.height_px));
  for (int y = piece.y_px; y < piece.y_px + piece.height_px; ++y) {
    const auto begin =
        bitmap.coverage.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y - top_px) * stride +
                                                              static_cast<std::size_t>(piece.x_px - left_px));
    coverage.insert(coverage.end(), begin, begin + static_cast<std::ptrdiff_t>(width));
  }
  const auto place = atlas_.add(piece.width_px, piece.height_px, coverage);
  if (!place) return false;
  quads_.push_back({static_cast<float>(piece.x_px), static_cast<float>(piece.y_px), static_cast<float>(piece.width_px),
                    static_cast<float>(piece.height_px), static_cast<float>(place->x_px),
                    static_cast<float>(place->y_px), placed.colour});
  return true;
}

const TextPass::AtlasEntry* TextPass::entry(const Placed& placed, const text::FontSet& fonts) {
  const auto [found, is_new] =
      entries_.try_emplace(key_of(placed.glyph, placed.size_px, placed.quarter_px, placed.halo_px));
  if (!is_new) return &found->second;
  const text::GlyphBitmap bitmap = bitmap_of(fonts, placed.glyph, placed.size_px, placed.quarter_px, placed.halo_px);
  AtlasEntry& made = found->second;
  made = {bitmap.left_px, bitmap.top_px, bitmap.width_px, bitmap.height_px, {}};
  if (bitmap.width_px == 0 || bitmap.height_px == 0) return &made;
  const auto place = atlas_.add(bitmap.width_px, bitmap.height_px, bitmap.coverage);
  if (!place) return nullptr;
  made.place = *place;
  return &made;
}

void TextPass::draw_names(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& room) const {
  draw(target, frame, room, 0, drawn_.names);
}

void TextPass::draw_labels(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, frame, cut(frame.map_rect, target), drawn_.names, drawn_.labels - drawn_.names);
}

void TextPass::draw_furniture(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, frame, whole(target), drawn_.labels, drawn_.furniture - drawn_.labels);
}

void TextPass::draw_controls(const gpu::Target& target, const scene::Frame& frame) const {
  draw(target, frame, whole(target), drawn_.furniture, drawn_.all - drawn_.furniture);
}

void TextPass::draw(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& scissor,
                    std::size_t first, std::size_t count) const {
  if (count == 0) return;
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = viewport_of(target),
             .scissor = scissor});
  glBindTextureUnit(0, atlas_.texture());
  const double ground = relative_luminance(frame.base.ground);
  const double encoded = ground <= 0.0031308 ? ground * 12.92 : 1.055 * std::pow(ground, 1.0 / 2.4) - 0.055;
  set_clip(program_.name(), target);
  set_target_origin(program_.name(), target);
  glProgramUniform2f(program_.name(), 3, static_cast<float>(encoded), static_cast<float>(ground));
  glDrawArraysInstancedBaseInstance(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count), static_cast<GLuint>(first));
}

}  // namespace spreadmap::render
