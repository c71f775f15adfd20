#include "scene/build_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/camera.h"
#include "scene/layout.h"
#include "scene/parts.h"
#include "scene/spotlight.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

Srgb8 line_colour(exhibit::BaseRole role, const style::Theme& theme) {
  switch (role) {
    case exhibit::BaseRole::kCountyLine:
      return theme.county_line;
    case exhibit::BaseRole::kStateLine:
      return theme.state_line;
    case exhibit::BaseRole::kCoastLine:
      return theme.coast_line;
    case exhibit::BaseRole::kLand:
      break;
  }
  return theme.land;
}

double line_width_pt(exhibit::BaseRole role, double zoom) {
  switch (role) {
    // Counties are a texture from afar, and lines to go by from near.
    case exhibit::BaseRole::kCountyLine:
      return std::clamp(0.6 * std::sqrt(zoom), 0.6, 1.3);
    case exhibit::BaseRole::kStateLine:
      return 1.0;
    case exhibit::BaseRole::kCoastLine:
      return 1.3;
    case exhibit::BaseRole::kLand:
      break;
  }
  return 1.0;
}

/// How much of the land's colour the rest of the world has.
constexpr double kBackdrop = 0.7;
constexpr double kGraticuleOpacity = 0.22;  // a net to read by, fainter than any boundary

Srgb8 mixed(Srgb8 from, Srgb8 to, double share) {
  const auto mix = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(std::lerp(static_cast<double>(a), static_cast<double>(b), share)));
  };
  return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), mix(from.a, to.a)};
}

void set_line_styles(const PartContext& context, const MapGeometry& geometry, double zoom,
                     std::vector<BaseLineStyle>& styles) {
  styles.clear();
  for (const auto& lines : geometry.lines) {
    styles.push_back({line_colour(lines.role, context.theme()),
                      static_cast<float>(line_width_pt(lines.role, zoom) * context.layout.px_per_pt)});
  }
}

void set_base(const PartContext& context, Frame& frame) {
  frame.base.ground = context.theme().ground;
  frame.base.land = context.theme().land;
  frame.base.graticule_key =
      context.view.graticule && context.inputs.graticule != nullptr ? context.inputs.graticule->key : 0;
  frame.base.graticule = {with_opacity(context.theme().text_third, kGraticuleOpacity),
                          static_cast<float>(context.layout.px_per_pt)};
  frame.base.backdrop = mixed(context.theme().ground, context.theme().land, kBackdrop);
  set_line_styles(context, context.inputs.geometry, context.view.camera.zoom, frame.base.lines);
  if (frame.glide) {
    set_line_styles(context, *context.inputs.glide_from, context.view.glide->from_camera.zoom, frame.glide->lines);
  }
}

void add_ground(const PartContext& context, Frame& frame) {
  for (const std::size_t layer : context.view.layer_order) {
    if (!context.shows(layer)) continue;
    const exhibit::LayerKind kind = context.spec(layer).kind;
    if (kind == exhibit::LayerKind::kAreas) add_areas(context, layer, frame);
    if (kind == exhibit::LayerKind::kDensity) add_density(context, layer, frame);
  }
}

/// How much a side of the room cuts off what is drawn: left, right, top, bottom, each 0 or 1.
std::array<double, 4> cut_sides(const geo::MapBounds& bounds, const MapView& map, const PixelRect& room) {
  const PixelPoint top_left = pixel_from_map({bounds.min_x_m, bounds.max_y_m}, map);
  const PixelPoint bottom_right = pixel_from_map({bounds.max_x_m, bounds.min_y_m}, map);
  constexpr float kTolerance_px = 1.0F;
  const auto cuts = [](float inner_px, float outer_px) { return outer_px > inner_px + kTolerance_px ? 1.0 : 0.0; };
  return {cuts(top_left.x_px, room.left_px), cuts(room.right_px, bottom_right.x_px), cuts(top_left.y_px, room.top_px),
          cuts(room.bottom_px, bottom_right.y_px)};
}

/// Where the map is cut by its room, it fades into the ground: no hard edge under the furniture.
void add_edge_fades(const PartContext& context, Frame& frame) {
  const PixelRect& room = frame.map_rect;
  std::array<double, 4> cut = cut_sides(context.inputs.geometry.drawn_bounds, frame.map, room);
  if (frame.glide) {
    const auto before = cut_sides(context.inputs.glide_from->drawn_bounds, frame.glide->from, room);
    for (std::size_t side = 0; side < cut.size(); ++side) {
      cut[side] = std::lerp(before[side], cut[side], static_cast<double>(frame.glide->share));
    }
  }
  const auto depth_px = static_cast<float>(kEdgeFadePt * context.layout.px_per_pt);
  const float middle_x = (room.left_px + room.right_px) / 2.0F, middle_y = (room.top_px + room.bottom_px) / 2.0F;
  const float half_width = room.width_px() / 2.0F, half_height = room.height_px() / 2.0F;
  const auto fade = [&](double opacity, float x, float y, float half_w, float half_h, ShapeKind kind) {
    if (opacity <= 0.0) return;
    const Srgb8 ground = opacity < 1.0 ? with_opacity(context.theme().ground, opacity) : context.theme().ground;
    frame.edge_fades.push_back({x, y, half_w, half_h, 0.0F, 0.0F, kind, ground, {0, 0, 0, 0}});
  };
  fade(cut[0], room.left_px + depth_px / 2, middle_y, depth_px / 2, half_height, ShapeKind::kFadeLeft);
  fade(cut[1], room.right_px - depth_px / 2, middle_y, depth_px / 2, half_height, ShapeKind::kFadeRight);
  fade(cut[2], middle_x, room.top_px + depth_px / 2, half_width, depth_px / 2, ShapeKind::kFadeTop);
  fade(cut[3], middle_x, room.bottom_px - depth_px / 2, half_width, depth_px / 2, ShapeKind::kFadeBottom);
}

/// One pixel wide, just within the safe area.
void add_safe_area_guides(const PartContext& context, const Pen& pen) {
  const UiRect& safe = context.layout.safe;
  const double hair_pt = 1.0 / pen.px_per_pt();
  const Srgb8 ink = context.theme().text_third;
  pen.crisp_box(safe.left_pt, safe.top_pt, safe.left_pt + hair_pt, safe.bottom_pt, ink);
  pen.crisp_box(safe.right_pt - hair_pt, safe.top_pt, safe.right_pt, safe.bottom_pt, ink);
  pen.crisp_box(safe.left_pt, safe.top_pt, safe.right_pt, safe.top_pt + hair_pt, ink);
  pen.crisp_box(safe.left_pt, safe.bottom_pt - hair_pt, safe.right_pt, safe.bottom_pt, ink);
}

/// The map's room ends on whole pixels, so that what is cut and what fades end together.
PixelRect whole_pixels(const PixelRect& rect) {
  return {std::ceil(rect.left_px), std::ceil(rect.top_px), std::floor(rect.right_px), std::floor(rect.bottom_px)};
}

LogoShape logo_shape(const SceneInputs& inputs, const model::ViewState& view) {
  if (inputs.logo == nullptr || !view.furniture.logo) return {};
  const exhibit::BrandSpec& brand = inputs.exhibit.brand;
  return {inputs.logo->aspect(), brand.logo_height_pt, brand.logo_place};
}

/// Its box on whole pixels, so that it is as sharp as its size allows wherever it stands.
void add_logo(const PartContext& context, Frame& frame) {
  if (logo_shape(context.inputs, context.view).aspect <= 0.0) return;
  const PixelRect box = pixel_rect(context.layout.logo, context.layout.px_per_pt);
  const float left_px = std::round(box.left_px), top_px = std::round(box.top_px);
  frame.logo = {{left_px, top_px, left_px + std::max(std::round(box.width_px()), 1.0F),
                 top_px + std::max(std::round(box.height_px()), 1.0F)},
                context.inputs.logo};
}

/// The widest count of all days, whatever is filtered out and whether or not it is shown just now.
double figures_em(const SceneInputs& inputs) {
  const auto layer = inputs.story.counted_layer();
  if (!layer) return 0.0;
  // As it is set: tabular, whose figures stand as far apart in all sizes.
  constexpr float kSize_px = 128.0F;
  const text::TextStyle style{text::Face::kDisplayBold, kSize_px, 0.0F, true};
  const auto em_of = [&](model::DayCount count) {
    return static_cast<double>(inputs.fonts.shape(count_text(count, inputs.language), style).width_px / kSize_px);
  };
  const model::WidestCounts& widest = inputs.selection.whole(*layer).widest_counts();
  return std::max(em_of({widest.exact, widest.exact}), em_of(widest.open));
}

/// With so many lines of notes below the date beside the usual ones.
Layout layout_with(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt,
                   double more_lines) {
  // Small differences between sizes of type do not matter here.
  constexpr float kSize_px = 32.0F;
  const auto em_of = [&](const exhibit::LocalText& text, text::Face face) {
    const text::TextStyle style{face, kSize_px, 0.0F, false};
    return static_cast<double>(inputs.fonts.shape(text.in(view.language), style).width_px / kSize_px);
  };
  std::vector<Shape> shapes;
  TextList list;
  const Pen pen(inputs.fonts, px_per_pt, shapes, list);
  const TextWidths texts{
      em_of(inputs.exhibit.title, text::Face::kDisplayBold),
      em_of(inputs.exhibit.credits, text::Face::kRegular),
      em_of(inputs.exhibit.subtitle, text::Face::kRegular),
      figures_em(inputs),
      [&](double title_pt, double room_pt) { return title_lines(inputs, view, pen, title_pt, room_pt); },
      [&](double text_scale, double room_pt) { return running_legend_rows(inputs, view, pen, text_scale, room_pt); },
      [&](const Layout& layout) {
        return legend_fit({inputs, view, layout}, pen);
      },
      [&](double title_pt, double text_pt, double room_pt) {
        return caption_lines(inputs.exhibit, view.language, pen, title_pt, text_pt, room_pt);
      }};
  // As long as any cue is told, lest the map move as one comes that says nothing.
  const bool has_caption = view.furniture.captions && view.cue.has_value();
  return layout_of(size, px_per_pt, view.furniture, view.looks.text_scale, texts, more_lines, has_caption,
                   view.safe_area, logo_shape(inputs, view));
}

/// How many lines a view's filter takes beside the usual ones, in its usual layout.
double note_lines_in(const SceneInputs& inputs, const model::ViewState& view, const Layout& usual) {
  if (!view.furniture.counter) return 0.0;
  std::vector<Shape> shapes;
  TextList list;
  return more_note_lines({inputs, view, usual}, Pen(inputs.fonts, usual.px_per_pt, shapes, list));
}

Layout layout_of(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt) {
  const Layout usual = layout_with(inputs, view, size, px_per_pt, 0.0);
  double more_lines = note_lines_in(inputs, view, usual);
  if (view.cue && view.furniture.counter) more_lines = std::max(more_lines, view.cue->note_lines);
  return more_lines == 0.0 ? usual : layout_with(inputs, view, size, px_per_pt, more_lines);
}

void clear(Frame& frame) {
  frame.ground.clear();
  frame.areas.clear();
  frame.area_classes.clear();
  frame.densities.clear();
  frame.layers.clear();
  frame.marks.clear();
  frame.symbols.clear();
  frame.symbol_records.clear();
  frame.edge_fades.clear();
  frame.names.clear();
  frame.labels.clear();
  frame.furniture.clear();
  frame.furniture_text.clear();
  frame.controls.clear();
  frame.controls_text.clear();
  frame.logo.reset();
  frame.spotlight.reset();
  frame.targets.clear();
  frame.milestones.clear();
  frame.strip_rect = frame.axis_labels_rect = frame.stretch_from_rect = frame.stretch_to_rect = {};
  frame.strip_shown = {};
  frame.storage.figures.clear();
  frame.wipe_px.reset();
  frame.wipe_rect = frame.wipe_day_rect = {};
  frame.play_button_rect = {};
}

}  // namespace

double filter_note_lines(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt) {
  return note_lines_in(inputs, view, layout_with(inputs, view, size, px_per_pt, 0.0));
}

MapLook map_look(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt) {
  const Layout layout = layout_of(inputs, view, size, px_per_pt);
  const PixelRect room = whole_pixels(pixel_rect(layout.map, px_per_pt));
  return {map_view(view.camera, inputs.geometry.fit, room, px_per_pt), room,
          whole_pixels(pixel_rect(layout.map_cut, px_per_pt))};
}

void build_frame(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt, Frame& frame,
                 std::span<const PixelRect> kept_clear) {
  clear(frame);
  frame.kept_clear.assign(kept_clear.begin(), kept_clear.end());
  const Layout layout = layout_of(inputs, view, size, px_per_pt);
  const PartContext context{inputs, view, layout};
  frame.size = size;
  frame.px_per_pt = static_cast<float>(px_per_pt);
  frame.seen_with = view.looks.seen_with;
  frame.map_rect = whole_pixels(pixel_rect(layout.map_cut, px_per_pt));
  frame.map_room = whole_pixels(pixel_rect(layout.map, px_per_pt));
  frame.map = map_view(view.camera, inputs.geometry.fit, frame.map_room, px_per_pt);
  frame.glide.reset();
  if (view.glide && view.glide->share < 1.0 && inputs.glide_from != nullptr) {
    frame.glide = {map_view(view.glide->from_camera, inputs.glide_from->fit, frame.map_room, px_per_pt),
                   static_cast<float>(view.glide->share),
                   {}};
  }
  frame.selection_key = inputs.selection.key();
  set_base(context, frame);
  add_ground(context, frame);
  add_marks(context, frame);
  add_edge_fades(context, frame);
  const Pen pen(inputs.fonts, px_per_pt, frame.furniture, frame.furniture_text);
  if (view.wipe) add_wipe(context, pen, frame);
  add_graticule_labels(context, frame);
  add_map_labels(context, frame);

  if (view.furniture.strip) add_strip(context, pen, frame);
  if (view.furniture.title) add_title(context, pen);
  if (view.furniture.counter) add_counter(context, frame, pen);
  if (view.furniture.legend) add_legend(context, frame, pen);
  if (view.furniture.credits) add_credits(context, pen);
  add_scale_bar(context, frame, pen);
  if (view.cue && view.furniture.captions) add_caption(context, pen);
  if (view.cue && view.cue->card_ground > 0.0) add_card(context, pen, frame);
  add_logo(context, frame);
  if (view.safe_area.has_guides) add_safe_area_guides(context, pen);
  if (view.spotlight) frame.spotlight = spotlight_draw(*view.spotlight, context.theme(), size);
}

model::ViewState left_of_wipe(model::ViewState view) {
  if (view.wipe) view.playhead_d = view.wipe->left_d;
  view.wipe.reset();
  return view;
}

}  // namespace spreadmap::scene
