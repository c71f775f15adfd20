#include "render/frame_keys.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/hash.h"

namespace spreadmap::render {
namespace {

void add_text(Fnv1a& hash, const scene::TextList& list) {
  for (const scene::TextRun& run : list.runs) {
    hash.add_value(run.origin);
    hash.add_value(run.style.size_px);
    hash.add_value(run.colour);
    hash.add_value(run.halo_px);
    hash.add_value(run.halo);
    hash.add_value(run.glyph_end);
  }
  for (const text::PlacedGlyph& glyph : list.glyphs) {
    hash.add_value(glyph.glyph_id);
    hash.add_value(glyph.font);
    hash.add_value(glyph.x_px);
    hash.add_value(glyph.y_px);
  }
}

}  // namespace

std::uint64_t plain_key_of(const gpu::Target& target, const scene::Frame& frame) {
  Fnv1a hash;
  hash.add_value(std::array{target.width_px(), target.height_px(), target.x_px(), target.y_px()});
  hash.add_value(target.kind());
  hash.add_value(frame.size);
  hash.add_value(frame.map_rect);
  hash.add_value(frame.map.anchor_m);
  hash.add_value(frame.map.anchor_px);
  hash.add_value(frame.map.px_per_m);
  hash.add_value(frame.base.ground);
  hash.add_value(frame.base.land);
  hash.add_value(frame.base.graticule_key);
  if (frame.glide) {
    hash.add_value(frame.glide->share);
    hash.add_value(frame.glide->from.anchor_m);
    hash.add_value(frame.glide->from.px_per_m);
    for (const auto& line : frame.glide->lines) hash.add_value(line);
  }
  for (const auto& line : frame.base.lines) hash.add_value(line);
  return hash.value();
}

std::uint64_t base_key_of(const gpu::Target& target, const scene::Frame& frame, Pass pass) {
  Fnv1a hash;
  hash.add_value(plain_key_of(target, frame));
  hash.add_value(pass);
  for (const auto& areas : frame.areas) {
    hash.add_value(areas.layer);
    hash.add_value(areas.begin);
    hash.add_value(areas.colours);
    hash.add_value(areas.no_data);
    hash.add_value(areas.stripe_px);
  }
  hash.add_value(frame.area_classes.size());
  if (frame.glide) {
    hash.add(std::as_bytes(std::span(frame.area_classes)));
    for (const auto& density : frame.densities) hash.add_value(density.end);
  }
  for (const auto& density : frame.densities) {
    hash.add_value(frame.selection_key);
    hash.add_value(density.layer);
    hash.add_value(density.gone);
    hash.add_value(density.radius_px);
    hash.add_value(density.height);
    hash.add_value(density.ramp);
  }
  for (const auto& ground : frame.ground) hash.add_value(ground.kind);
  return hash.value();
}

std::size_t settled_layers(const scene::Frame& frame) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < frame.layers.size(); ++i) {
    const scene::LayerDraw& layer = frame.layers[i];
    if (layer.kind != scene::LayerDrawKind::kPoints) continue;
    count = i + 1;
    const auto moves = [](const scene::MarkDraw& marks) { return marks.settled < marks.count; };
    if (std::any_of(frame.marks.begin() + layer.begin, frame.marks.begin() + layer.end, moves)) break;
  }
  return count;
}

std::size_t settled_marks(const scene::Frame& frame, std::size_t layer_count) {
  return layer_count == 0 ? 0 : frame.layers[layer_count - 1].end;
}

std::uint64_t settled_key_of(const scene::Frame& frame, std::size_t layer_count) {
  Fnv1a hash;
  add_text(hash, frame.names);
  hash.add_value(frame.selection_key);
  hash.add_value(layer_count);
  for (std::size_t i = 0; i < layer_count; ++i) {
    const scene::LayerDraw& layer = frame.layers[i];
    hash.add_value(layer.kind);
    hash.add_value(layer.begin);
    hash.add_value(layer.end);
    if (layer.kind != scene::LayerDrawKind::kSymbols) continue;
    for (std::uint32_t symbol = layer.begin; symbol < layer.end; ++symbol) hash.add_value(frame.symbols[symbol]);
  }
  for (std::size_t i = 0; i < settled_marks(frame, layer_count); ++i) {
    const scene::MarkDraw& marks = frame.marks[i];
    hash.add_value(marks.layer);
    hash.add_value(marks.ended);
    hash.add_value(marks.gone);
    hash.add_value(marks.window_days);
    hash.add_value(marks.pop_days);
    hash.add_value(marks.radius_px);
    hash.add_value(marks.rim_px);
    hash.add_value(marks.spread_px);
    hash.add_value(marks.colour);
    hash.add_value(marks.rim);
    hash.add_value(marks.opacity);
  }
  return hash.value();
}

}  // namespace spreadmap::render
