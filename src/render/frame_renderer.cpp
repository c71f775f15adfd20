#include "render/frame_renderer.h"

#include <algorithm>
#include <span>

#include "base/assert.h"
#include "render/frame_keys.h"
#include "render/transforms.h"

namespace spreadmap::render {
namespace {

/// Work that costs something a part is done for so many parts of the picture at most.
constexpr std::size_t kMostParts = 4;

/// Whether rows may be added on top of what is there: only the last layer may have grown, or marks would lie in another order than
/// when they are drawn afresh.
bool can_grow(const std::vector<std::uint32_t>& from, const std::vector<scene::MarkDraw>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    const bool is_last = i + 1 == from.size();
    if (is_last ? to[i].settled < from[i] : to[i].settled != from[i]) return false;
  }
  return true;
}

bool has_ground(const scene::Frame& frame) { return frame.base.ground.a != 0; }

bool is_whole(const gpu::Target& target, const scene::Frame& frame) {
  return target.width_px() == frame.size.width_px && target.height_px() == frame.size.height_px;
}

/// Of a target that holds a part of the picture: counted from its first pixel.
TileSet all_tiles(const gpu::Target& target) {
  TileSet tiles({target.width_px(), target.height_px()});
  tiles.add_all();
  return tiles;
}

}  // namespace

FrameRenderer::FrameRenderer(BaseMapPass base, GlidePass glide, AreasPass areas, DensityPass density, OverPass over,
                             MarksPass marks, NumbersPass numbers, ShapesPass shapes, TextPass text, LogoPass logo,
                             SpotlightPass spotlight, VisionPass vision)
    : base_(std::move(base)),
      glide_(std::move(glide)),
      areas_(std::move(areas)),
      density_(std::move(density)),
      over_(std::move(over)),
      marks_(std::move(marks)),
      numbers_(std::move(numbers)),
      shapes_(std::move(shapes)),
      text_(std::move(text)),
      logo_(std::move(logo)),
      spotlight_(std::move(spotlight)),
      vision_(std::move(vision)) {}

Result<FrameRenderer> FrameRenderer::create(const gpu::ShaderLibrary& shaders) {
  auto base_map = BaseMapPrograms::create(shaders);
  if (!base_map) return tl::unexpected(base_map.error());
  auto over = OverPass::create(shaders, "over");
  if (!over) return tl::unexpected(over.error());
  auto areas = AreasPass::create(shaders);
  if (!areas) return tl::unexpected(areas.error());
  auto density = DensityPass::create(shaders);
  if (!density) return tl::unexpected(density.error());
  auto marks = MarksPass::create(shaders);
  if (!marks) return tl::unexpected(marks.error());
  auto numbers = NumbersPass::create(shaders);
  if (!numbers) return tl::unexpected(numbers.error());
  auto shapes = ShapesPass::create(shaders);
  if (!shapes) return tl::unexpected(shapes.error());
  auto text = TextPass::create(shaders);
  if (!text) return tl::unexpected(text.error());
  auto logo = LogoPass::create(shaders);
  if (!logo) return tl::unexpected(logo.error());
  auto spotlight = SpotlightPass::create(shaders);
  if (!spotlight) return tl::unexpected(spotlight.error());
  auto vision = VisionPass::create(shaders);
  if (!vision) return tl::unexpected(vision.error());
  return FrameRenderer(BaseMapPass(*base_map), GlidePass(*base_map), std::move(*areas), std::move(*density),
                       std::move(*over), std::move(*marks), std::move(*numbers), std::move(*shapes), std::move(*text),
                       std::move(*logo), std::move(*spotlight), std::move(*vision));
}

void FrameRenderer::upload_geometry(const scene::MapGeometry& geometry) {
  base_.upload(geometry);
  marks_.set_origin(geometry.origin);
  forget_caches();
}

void FrameRenderer::upload_areas(std::size_t layer, const scene::AreaGeometry& geometry, geo::MapOrigin origin) {
  areas_.upload(layer, geometry, origin);
  forget_days();
}

void FrameRenderer::upload_density(std::size_t layer, const std::vector<scene::DensityPoint>& points,
                                   geo::MapOrigin origin) {
  density_.upload(layer, points, origin);
  forget_days();
}

void FrameRenderer::upload_density_glide(std::size_t layer, const std::vector<scene::DensityPlace>& places,
                                         geo::MapOrigin origin) {
  density_.upload_glide(layer, places, origin);
  forget_days();
}

void FrameRenderer::upload_marks(const std::vector<std::vector<MarkVertex>>& marks) {
  marks_.upload(marks);
  day_.settled_key = left_day_.settled_key = std::nullopt;
}

void FrameRenderer::upload_glide(const scene::GlideMap& map) {
  glide_.upload(map);
  forget_days();
}

void FrameRenderer::upload_glide_marks(const std::vector<std::vector<geo::LocalPoint>>& marks, geo::MapOrigin from) {
  marks_.upload_glide(marks, from);
}

void FrameRenderer::upload_glide_graticules(const scene::GlideLine& from, const scene::GlideLine& to) {
  glide_.upload_graticules(from, to);
  forget_days();
}

void FrameRenderer::upload_glide_areas(std::size_t layer, const scene::GlideMesh& mesh, geo::MapOrigin from,
                                       geo::MapOrigin to) {
  areas_.upload_glide(layer, mesh, from, to);
  forget_days();
}

void FrameRenderer::end_glide() {
  glide_.clear();
  areas_.end_glide();
  marks_.end_glide();
  density_.end_glide();
  glide_target_ = gpu::Target();
}

TileSet FrameRenderer::draw(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts,
                            const scene::Frame* left, Pass pass) {
  SM_ASSERT(target.x_px() + target.width_px() <= frame.size.width_px &&
                target.y_px() + target.height_px() <= frame.size.height_px,
            "{}x{} at {}, {} of {}x{}", target.width_px(), target.height_px(), target.x_px(), target.y_px(),
            frame.size.width_px, frame.size.height_px);
  TileSet tiles;
  if (frame.spotlight && (pass == Pass::kWhole || pass == Pass::kFurniture)) {
    tiles = draw_unlit(spotlight_.unlit(target), frame, fonts, left, pass);
    const bool may_keep = keeps_ && caches_ && is_whole(target, frame) && frame.seen_with == style::Vision::kFull;
    tiles = spotlight_.draw(target, frame, tiles, may_keep);
    drawn_.add(tiles);
  } else {
    // A speaker's notes are furniture, drawn while the wall is lit: it is lit again after them, in the same target.
    if (pass == Pass::kFurniture) {
      spotlight_.forget();
    } else {
      spotlight_.put_out();
    }
    tiles = draw_unlit(target, frame, fonts, left, pass);
  }
  vision_.draw(target, frame.seen_with);
  return tiles;
}

TileSet FrameRenderer::draw_unlit(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts,
                                  const scene::Frame* left, Pass pass) {
  const bool is_wiped = left != nullptr && frame.wipe_px.has_value();
  if (is_wiped) {
    fit(left_target_, "left of the wipe", target);
    draw_map(left_target_, *left, fonts, left_day_, pass, false);
  } else {
    left_target_ = gpu::Target();
    left_day_ = {};
  }
  // In a glide all moves, and points are not where the tiles look for them.
  const bool may_keep = !is_wiped && !frame.glide && frame.seen_with == style::Vision::kFull && pass == Pass::kWhole &&
                        is_whole(target, frame);
  TileSet tiles = draw_map(target, frame, fonts, day_, pass, may_keep);
  if (is_wiped) {
    scene::PixelRect part = frame.map_rect;
    part.right_px = *frame.wipe_px;
    if (part.width_px() > 0.0F) left_target_.copy_to(target, cut(part, target));
  }
  if (pass == Pass::kWhole || pass == Pass::kFurniture) {
    shapes_.draw_furniture(target, frame);
    text_.draw_furniture(target, frame);
    logo_.draw(target, frame);
    shapes_.draw_controls(target, frame);
    text_.draw_controls(target, frame);
  }
  return tiles;
}

void FrameRenderer::draw_numbers(const gpu::Target& target, const scene::Frame& frame, const scene::Frame* left) {
  target.clear();
  if (left == nullptr || !frame.wipe_px) return draw_numbers_in(target, frame, cut(frame.map_rect, target));
  scene::PixelRect left_room = frame.map_rect, right_room = frame.map_rect;
  left_room.right_px = right_room.left_px = *frame.wipe_px;
  draw_numbers_in(target, *left, cut(left_room, target));
  draw_numbers_in(target, frame, cut(right_room, target));
}

void FrameRenderer::draw_numbers_in(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& room) {
  numbers_.upload(frame);
  // An inside that lets through has what nothing else takes: what lies under it is seen.
  for (const scene::LayerDraw& layer : frame.layers) {
    if (layer.kind == scene::LayerDrawKind::kSymbols)
      numbers_.draw(target, layer.begin, layer.end, NumbersPass::Part::kLettingThrough, room);
  }
  for (const scene::LayerDraw& layer : frame.layers) {
    if (layer.kind == scene::LayerDrawKind::kSymbols) {
      numbers_.draw(target, layer.begin, layer.end, NumbersPass::Part::kHiding, room);
      continue;
    }
    for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
      marks_.draw_numbers(target, frame, frame.marks[i], frame.marks[i].first, frame.marks[i].count, room);
    }
  }
}

TileSet FrameRenderer::draw_map(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts,
                                Day& day, Pass pass, bool may_keep) {
  shapes_.gather(frame);
  text_.gather(frame, fonts, in_picture(whole(target), target));
  TileSet tiles =
      pass == Pass::kFurniture ? with_nothing(target, frame) : draw_under_labels(target, frame, day, pass, may_keep);
  if (drawn_.grid() == tiles.grid()) {
    drawn_.add(tiles);
  } else {
    drawn_ = tiles;
  }
  // Where there is no ground, what fades into it fades out, and each pass does so by itself.
  const bool is_over_marks = pass == Pass::kWhole || pass == Pass::kFurniture;
  if (has_ground(frame) ? is_over_marks : pass != Pass::kFurniture) shapes_.draw_edge_fades(target, frame);
  if (is_over_marks) text_.draw_labels(target, frame);
  return tiles;
}

TileSet FrameRenderer::with_nothing(const gpu::Target& target, const scene::Frame& frame) {
  target.clear();
  kept_ = {};
  shapes_.upload(nullptr);
  text_.upload(nullptr);
  logo_.upload(frame, nullptr);
  return all_tiles(target);
}

TileSet FrameRenderer::draw_under_labels(const gpu::Target& target, const scene::Frame& frame, Day& day, Pass pass,
                                         bool may_keep) {
  TileSet base_changed = bring_base_up_to_date(target, frame, day, pass);
  const Rested rested = pass == Pass::kBase
                            ? Rested{0, std::move(base_changed)}
                            : bring_settled_up_to_date(target, frame, day, pass, std::move(base_changed));
  TileSet tiles = all_tiles(target);
  if (may_keep && keeps_ && caches_) {
    tiles = tiles_to_draw(target, frame, rested);
  } else {
    kept_ = {};
  }
  const bool draws_all = tiles.count() == tiles.grid().count();
  shapes_.upload(draws_all ? nullptr : &tiles);
  text_.upload(draws_all ? nullptr : &tiles);
  logo_.upload(frame, draws_all ? nullptr : &tiles);
  const gpu::Target& under = pass == Pass::kBase ? day.base : day.settled;
  for (const gpu::PixelBox& box : tiles.boxes()) under.copy_to(target, box);
  if (pass == Pass::kBase) {
    text_.draw_names(target, frame, cut(frame.map_rect, target));
    return tiles;
  }
  // Of the last settled layer what has not come to rest; then the layers over it, whole.
  const std::size_t count = rested.layer_count;
  if (count > 0) draw_layer(target, frame, frame.layers[count - 1], Rest::kWithout);
  for (std::size_t i = count; i < frame.layers.size(); ++i) {
    draw_layer(target, frame, frame.layers[i], Rest::kWith);
  }
  return tiles;
}

TileSet FrameRenderer::tiles_to_draw(const gpu::Target& target, const scene::Frame& frame, const Rested& rested) {
  Kept now{target.framebuffer(), TileContents(frame.size), TileSet(frame.size)};
  std::size_t first_symbol = frame.symbols.size();
  for (std::size_t i = rested.layer_count; i < frame.layers.size(); ++i) {
    const scene::LayerDraw& layer = frame.layers[i];
    if (layer.kind == scene::LayerDrawKind::kSymbols) {
      if (layer.begin < layer.end) first_symbol = std::min<std::size_t>(first_symbol, layer.begin);
    } else {
      now.moving.add_all();  // whole layers of points are drawn again
    }
  }
  if (rested.layer_count > 0) {
    const scene::LayerDraw& last = frame.layers[rested.layer_count - 1];
    for (std::uint32_t i = last.begin; i < last.end && last.kind == scene::LayerDrawKind::kPoints; ++i) {
      marks_.add_tiles(now.moving, frame, frame.marks[i], frame.marks[i].settled, frame.marks[i].count);
    }
  }
  shapes_.note(now.contents, first_symbol);
  text_.note(now.contents);
  LogoPass::note(frame, now.contents);
  TileSet tiles(frame.size);
  if (kept_.framebuffer == now.framebuffer) {
    tiles = now.contents.differing_from(kept_.contents);
    tiles.add(rested.changed);
    tiles.add(kept_.moving);
    tiles.add(now.moving);
  } else {
    tiles.add_all();
  }
  kept_ = std::move(now);
  return tiles;
}

TileSet FrameRenderer::bring_base_up_to_date(const gpu::Target& target, const scene::Frame& frame, Day& day,
                                             Pass pass) {
  TileSet changed = all_tiles(target);
  const bool has_map = pass != Pass::kMarks;
  const std::uint64_t key = base_key_of(target, frame, pass);
  if (caches_ && day.base_key == key && is_whole(target, frame)) {
    // Under way all that changes is in the key.
    changed = frame.glide || !has_map ? TileSet(frame.size) : ground_changes(frame, day);
    if (changed.count() == 0) return changed;
  }
  fit(day.base, "base map", target);
  day.base_key = key;
  if (!has_map) {
    day.base.clear();
    return changed;
  }
  for (const auto& density : frame.densities) density_.bring_up_to_date(frame, density, caches_);
  if (frame.glide) {
    draw_gliding(day.base, frame, scene::GlideSide::kTo);
    fit(glide_target_, "base map before", target);
    draw_gliding(glide_target_, frame, scene::GlideSide::kFrom);
    over_.draw(day.base, glide_target_, whole(day.base), gpu::Blend::kMix, 1.0F - frame.glide->share);
  } else if (!frame.ground.empty()) {
    // The ground changes while time plays; the land under it and the lines over it do not, and cost much more.
    bring_plain_up_to_date(target, frame);
    for (const gpu::PixelBox& part : gpu::joined(changed.boxes(), kMostParts)) {
      land_target_.copy_to(day.base, part);
      draw_ground(day.base, frame, part);
      over_.draw(day.base, lines_target_, part, gpu::Blend::kPremultiplied);
    }
  } else {
    base_.draw_land(day.base, frame);
    base_.draw_lines(day.base, frame);
  }
  day.area_classes = frame.area_classes;
  day.density_ends.clear();
  for (const auto& density : frame.densities) day.density_ends.push_back(density.end);
  return changed;
}

TileSet FrameRenderer::ground_changes(const scene::Frame& frame, const Day& day) const {
  TileSet changed(frame.size);
  for (const scene::AreasDraw& areas : frame.areas) {
    areas_.add_tiles(changed, frame, areas, std::span(day.area_classes).subspan(areas.begin, areas.end - areas.begin));
  }
  for (std::size_t i = 0; i < frame.densities.size(); ++i) {
    const std::uint32_t held = day.density_ends[i];
    if (frame.densities[i].end < held || (frame.densities[i].end > held && !keeps_)) {
      changed.add_all();
    } else {
      density_.add_tiles(changed, frame, frame.densities[i], held);
    }
  }
  return changed;
}

void FrameRenderer::bring_plain_up_to_date(const gpu::Target& target, const scene::Frame& frame) {
  const std::uint64_t key = plain_key_of(target, frame);
  if (caches_ && plain_key_ == key) return;
  fit(land_target_, "land", target);
  fit(lines_target_, "lines of the base map", target);
  base_.draw_land(land_target_, frame);
  lines_target_.clear();
  base_.draw_lines(lines_target_, frame);
  plain_key_ = key;
}

void FrameRenderer::draw_gliding(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side) {
  glide_.draw_land(target, frame, side);
  draw_ground(target, frame, whole(target), side);
  glide_.draw_lines(target, frame, side);
}

void FrameRenderer::draw_ground(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& part,
                                std::optional<scene::GlideSide> side) {
  for (const scene::GroundDraw& ground : frame.ground) {
    switch (ground.kind) {
      case scene::GroundKind::kAreas:
        areas_.draw(target, frame, frame.areas[ground.index], part, side);
        break;
      case scene::GroundKind::kDensity:
        density_.draw(target, frame, frame.densities[ground.index], part);
        break;
    }
  }
}

void FrameRenderer::draw_layer(const gpu::Target& target, const scene::Frame& frame, const scene::LayerDraw& layer,
                               Rest rest) {
  const gpu::PixelBox room = cut(frame.map_rect, target);
  switch (layer.kind) {
    case scene::LayerDrawKind::kPoints:
      for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
        const scene::MarkDraw& marks = frame.marks[i];
        if (rest == Rest::kWith) marks_.draw_points(target, frame, marks, marks.first, marks.settled, room);
        marks_.draw_rings(target, frame, marks);
        marks_.draw_points(target, frame, marks, marks.settled, marks.count, room);
      }
      break;
    case scene::LayerDrawKind::kSymbols:
      shapes_.draw_symbols(target, layer.begin, layer.end, room);
      break;
  }
}

FrameRenderer::Rested FrameRenderer::bring_settled_up_to_date(const gpu::Target& target, const scene::Frame& frame,
                                                              Day& day, Pass pass, TileSet base_changed) {
  fit(day.settled, "settled marks", target);
  const std::size_t layer_count = settled_layers(frame);
  const std::span<const scene::LayerDraw> layers = std::span(frame.layers).first(layer_count);
  const std::uint64_t key = settled_key_of(frame, layer_count);
  const bool grows = caches_ && day.settled_key == key && is_whole(target, frame) && can_grow(day.counts, frame.marks);
  Rested rested{layer_count, std::move(base_changed)};
  if (!grows) {
    rested.changed.add_all();
    day.counts.clear();
    for (std::size_t i = 0; i < settled_marks(frame, layer_count); ++i) day.counts.push_back(frame.marks[i].settled);
  }
  day.settled_key = key;
  // What has changed under the marks takes them with it.
  const std::vector<gpu::PixelBox> parts = gpu::joined(rested.changed.boxes(), kMostParts);
  if (!parts.empty()) {
    shapes_.upload(nullptr);  // symbols among the settled layers
    text_.upload(nullptr);
  }
  for (const gpu::PixelBox& part : parts) {
    day.base.copy_to(day.settled, part);
    const gpu::PixelBox room = gpu::common(part, cut(frame.map_rect, day.settled));
    if (pass != Pass::kMarks) text_.draw_names(day.settled, frame, room);
    for (const scene::LayerDraw& layer : layers) {
      if (layer.kind == scene::LayerDrawKind::kSymbols) {
        shapes_.draw_symbols(day.settled, layer.begin, layer.end, room);
        continue;
      }
      for (std::uint32_t draw = layer.begin; draw < layer.end; ++draw) {
        const scene::MarkDraw& marks = frame.marks[draw];
        marks_.draw_points(day.settled, frame, marks, marks.first, day.counts[draw], room);
      }
    }
  }
  // Then those that have come to rest since.
  for (const scene::LayerDraw& layer : layers) {
    if (layer.kind != scene::LayerDrawKind::kPoints) continue;
    for (std::uint32_t draw = layer.begin; draw < layer.end; ++draw) {
      const scene::MarkDraw& marks = frame.marks[draw];
      const std::uint32_t from = std::max(day.counts[draw], marks.first);
      marks_.draw_points(day.settled, frame, marks, from, marks.settled, cut(frame.map_rect, day.settled));
      if (keeps_) marks_.add_tiles(rested.changed, frame, marks, from, marks.settled);
      day.counts[draw] = marks.settled;
    }
  }
  return rested;
}

}  // namespace spreadmap::render
