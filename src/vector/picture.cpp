#include "vector/picture.h"

#include <cmath>

#include "base/assert.h"
#include "style/blending.h"
#include "style/colour_space.h"
#include "vector/density_surface.h"
#include "vector/drawing.h"

namespace spreadmap::vector {
namespace {

/// As the renderer cuts it: to whole pixels.
scene::PixelRect whole_pixels(const scene::PixelRect& rect) {
  return {std::floor(rect.left_px), std::floor(rect.top_px), std::ceil(rect.right_px), std::ceil(rect.bottom_px)};
}

Path path_of(const std::vector<geo::Rings>& features, const scene::Frame& frame) {
  PathBuilder builder(frame.map, frame.map_rect, true);
  for (const geo::Rings& rings : features) builder.add(rings);
  return builder.take();
}

}  // namespace

Srgb8 Drawing::shown(Srgb8 colour, Srgb8 under, double opacity) const {
  const double share = colour.a / 255.0 * opacity;
  const Srgb8 opaque = style::with_alpha(colour, 255);
  const double encoded = share >= 1.0 ? 1.0 : style::encoded_opacity(opaque, style::with_alpha(under, 255), share);
  return style::with_alpha(style::seen_with(frame_.seen_with, opaque),
                           static_cast<std::uint8_t>(std::lround(encoded * 255.0)));
}

void Drawing::ground() {
  canvas_.begin({"ground", "Ground"});
  canvas_.box({0.0F, 0.0F, static_cast<float>(frame_.size.width_px), static_cast<float>(frame_.size.height_px)}, 0.0,
              {.fill = shown(frame_.base.ground, frame_.base.ground)});
  canvas_.end();
}

void Drawing::land() {
  // One shape each: where two states meet, no seam shows the ground.
  if (!picture_.backdrop.empty()) {
    canvas_.path(path_of(picture_.backdrop, frame_), {.fill = shown(frame_.base.backdrop, frame_.base.ground)},
                 "Land beyond");
  }
  canvas_.path(path_of(picture_.land, frame_), {.fill = shown(frame_.base.land, frame_.base.ground)}, "Land");
}

Result<void> Drawing::areas(const scene::AreasDraw& areas, const std::string& side) {
  const auto rings = picture_.source.area_rings(areas.layer);
  if (!rings) return tl::unexpected(rings.error());
  const std::span classes = std::span(frame_.area_classes).subspan(areas.begin, areas.end - areas.begin);
  const auto name = picture_.source.layer(areas.layer);
  canvas_.begin({"areas-" + name.id + side, name.label});
  const auto each_of = [&](std::uint8_t which, const auto& use) {
    for (std::uint32_t area = 0; area < classes.size(); ++area) {
      if (classes[area] != which) continue;
      use(path_of({(*rings)[area]}, frame_), picture_.source.area_name(areas.layer, area));
    }
  };
  for (std::size_t i = 0; i < areas.colours.size(); ++i) {
    if (std::find(classes.begin(), classes.end(), i) == classes.end()) continue;
    const Srgb8 colour = on_land(areas.colours.at(i));
    const Srgb8 opaque = style::with_alpha(colour, 255);
    canvas_.begin({fmt::format("areas-{}-class-{}{}", name.id, i + 1, side), fmt::format("Class {}", i + 1), nullptr,
                   colour.a / 255.0});
    // A line of the same colour over the edge: viewers leave a seam where two shapes meet.
    constexpr double kSeam_px = 0.5;
    each_of(static_cast<std::uint8_t>(i), [&](const Path& path, std::string_view title) {
      canvas_.path(path, {opaque, opaque, kSeam_px}, title);
    });
    canvas_.end();
  }
  const Srgb8 stripes = on_land(areas.no_data);
  each_of(scene::kClassOfNoData, [&](const Path& path, std::string_view title) {
    canvas_.stripes(path, stripes, static_cast<double>(areas.stripe_px), title);
  });
  canvas_.end();
  return {};
}

Result<void> Drawing::ground_layers(const std::string& side) {
  for (const scene::GroundDraw& ground : frame_.ground) {
    if (ground.kind == scene::GroundKind::kAreas) {
      if (auto drawn = areas(frame_.areas[ground.index], side); !drawn) return drawn;
      continue;
    }
    const scene::DensityDraw& draw = frame_.densities[ground.index];
    const auto name = picture_.source.layer(draw.layer);
    Surface surface = density_surface(frame_, draw, picture_.source.density(draw.layer), picture_.geometry.origin);
    surface.lowest = style::seen_with(frame_.seen_with, surface.lowest);
    for (auto& band : surface.bands) band.colour = style::seen_with(frame_.seen_with, band.colour);
    canvas_.begin({"density-" + name.id + side, name.label});
    canvas_.surface(surface);
    canvas_.end();
  }
  return {};
}

void Drawing::lines(const std::string& side) {
  const auto put = [&](const std::vector<geo::LocalPoint>& points, const std::vector<std::uint32_t>& part_ends,
                       const scene::BaseLineStyle& style, const std::string& id, const char* label) {
    canvas_.begin({id + side, label});
    PathBuilder builder(frame_.map, frame_.map_rect, false);
    builder.add(points, part_ends, picture_.geometry.origin);
    canvas_.path(builder.take(), {.line = on_land(style.colour), .line_px = static_cast<double>(style.width_px)});
    canvas_.end();
  };
  if (frame_.base.graticule_key != 0 && picture_.graticule != nullptr) {
    put(picture_.graticule->points, picture_.graticule->part_ends, frame_.base.graticule, "graticule",
        "Meridians and parallels");
  }
  const auto& all = picture_.geometry.lines;
  for (std::size_t i = 0; i < all.size() && i < frame_.base.lines.size(); ++i) {
    put(all[i].points, all[i].part_ends, frame_.base.lines[i], fmt::format("lines-{}", i + 1), "Lines of the base map");
  }
}

Result<void> Drawing::map(const std::string& side) {
  const scene::PixelRect room = whole_pixels(frame_.map_rect);
  canvas_.begin({"map" + side, "Map", &room});
  canvas_.begin({"land" + side, "Land"});
  land();
  canvas_.end();
  if (auto drawn = ground_layers(side); !drawn) return drawn;
  lines(side);
  map_text(frame_.names, "names" + side, "Names");
  marks(side);
  if (!frame_.edge_fades.empty()) {
    canvas_.begin({"edges" + side, "Edges"});
    for (const scene::Shape& edge : frame_.edge_fades) shape(edge, frame_.base.land);
    canvas_.end();
  }
  map_text(frame_.labels, "labels" + side, "Labels");
  canvas_.end();
  return {};
}

Result<void> draw(const Picture& picture, const text::FontSet& fonts, Canvas& canvas) {
  const scene::Frame& frame = picture.frame;
  SM_ASSERT(!frame.glide, "share {}: a still does not glide", frame.glide->share);
  Drawing drawing(picture, frame, fonts, canvas);
  drawing.ground();
  if (picture.left != nullptr && frame.wipe_px) {
    const auto right_px = static_cast<float>(frame.size.width_px), bottom_px = static_cast<float>(frame.size.height_px);
    const scene::PixelRect left{0.0F, 0.0F, *frame.wipe_px, bottom_px},
        right{*frame.wipe_px, 0.0F, right_px, bottom_px};
    canvas.begin({"day-left", "Day at the left", &left});
    if (auto drawn = Drawing(picture, *picture.left, fonts, canvas).map("-left"); !drawn) return drawn;
    canvas.end();
    canvas.begin({"day-right", "Day at the right", &right});
    if (auto drawn = drawing.map("-right"); !drawn) return drawn;
    canvas.end();
  } else if (auto drawn = drawing.map(""); !drawn) {
    return drawn;
  }
  drawing.furniture();
  return canvas.finish();
}

}  // namespace spreadmap::vector
