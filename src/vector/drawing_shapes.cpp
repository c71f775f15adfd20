// Shapes and text of the frame (shaders/shape.frag).
#include <algorithm>
#include <cmath>

#include "style/blending.h"
#include "style/colour_space.h"
#include "vector/drawing.h"

namespace spreadmap::vector {
namespace {

scene::PixelRect box_of(const scene::Shape& shape, float inset_px = 0.0F) {
  return {shape.centre_x_px - shape.half_width_px + inset_px, shape.centre_y_px - shape.half_height_px + inset_px,
          shape.centre_x_px + shape.half_width_px - inset_px, shape.centre_y_px + shape.half_height_px - inset_px};
}

}  // namespace

void Drawing::shape(const scene::Shape& shape, Srgb8 under) {
  using scene::ShapeKind;
  // An outline lies inside the edge: the line of a canvas lies on it, so the shape is smaller by half of it.
  const float inset_px = shape.line_px / 2.0F;
  const Paint paint{shown(shape.fill, under), shown(shape.line, under), static_cast<double>(shape.line_px)};
  switch (shape.kind) {
    case ShapeKind::kBox: {
      const bool is_circle = shape.corner_px > 0.0F && shape.corner_px >= shape.half_width_px - 1e-3F &&
                             std::abs(shape.half_width_px - shape.half_height_px) < 1e-3F;
      if (is_circle) {
        canvas_.circle(static_cast<double>(shape.centre_x_px), static_cast<double>(shape.centre_y_px),
                       static_cast<double>(std::max(shape.half_width_px - inset_px, 0.0F)), paint);
      } else {
        canvas_.box(box_of(shape, inset_px), static_cast<double>(std::max(shape.corner_px - inset_px, 0.0F)), paint);
      }
      return;
    }
    case ShapeKind::kDiamond: {
      const float to_edge_px = 1.0F / std::hypot(1.0F / shape.half_width_px, 1.0F / shape.half_height_px);
      const float share = std::max(1.0F - inset_px / to_edge_px, 0.0F);
      const float x = shape.centre_x_px, y = shape.centre_y_px;
      const float w = shape.half_width_px * share, h = shape.half_height_px * share;
      canvas_.path(outline_of({{x, y - h}, {x + w, y}, {x, y + h}, {x - w, y}}), paint);
      return;
    }
    case ShapeKind::kTriangle: {
      const scene::PixelRect box = box_of(shape);
      canvas_.path(
          outline_of({{box.left_px, box.top_px}, {box.right_px, shape.centre_y_px}, {box.left_px, box.bottom_px}}),
          paint);
      return;
    }
    case ShapeKind::kDashed:
      dashes(shape, under);
      return;
    case ShapeKind::kStripes: {
      const scene::PixelRect box = box_of(shape);
      canvas_.stripes(outline_of({{box.left_px, box.top_px},
                                  {box.right_px, box.top_px},
                                  {box.right_px, box.bottom_px},
                                  {box.left_px, box.bottom_px}}),
                      paint.fill, static_cast<double>(shape.corner_px));
      return;
    }
    case ShapeKind::kFadeLeft:
    case ShapeKind::kFadeRight:
    case ShapeKind::kFadeTop:
    case ShapeKind::kFadeBottom:
      fade(shape, under);
      return;
  }
}

void Drawing::fade(const scene::Shape& shape, Srgb8 under) {
  constexpr int kStops = 16;
  const Srgb8 opaque = style::with_alpha(shape.fill, 255);
  Fade fade{box_of(shape), shape.kind, {}, style::seen_with(frame_.seen_with, opaque)};
  for (int stop = 0; stop <= kStops; ++stop) {
    const double strength = 1.0 - static_cast<double>(stop) / kStops;
    const double eased = strength * strength * (3.0 - 2.0 * strength);
    fade.opacities.push_back(
        style::encoded_opacity(opaque, style::with_alpha(under, 255), eased * shape.fill.a / 255.0));
  }
  canvas_.fade(fade);
}

void Drawing::dashes(const scene::Shape& shape, Srgb8 under) {
  const scene::PixelRect box = box_of(shape);
  const bool is_across = shape.half_width_px > shape.half_height_px;
  const float length_px = is_across ? box.width_px() : box.height_px();
  Path path;
  for (float at_px = 0.0F; at_px < length_px && shape.corner_px > 0.0F; at_px += 2.0F * shape.corner_px) {
    const float end_px = std::min(at_px + shape.corner_px, length_px);
    scene::PixelRect dash = box;
    (is_across ? dash.left_px : dash.top_px) += at_px;
    (is_across ? dash.right_px : dash.bottom_px) = (is_across ? box.left_px : box.top_px) + end_px;
    const Path outline = outline_of({{dash.left_px, dash.top_px},
                                     {dash.right_px, dash.top_px},
                                     {dash.right_px, dash.bottom_px},
                                     {dash.left_px, dash.bottom_px}});
    path.points.insert(path.points.end(), outline.points.begin(), outline.points.end());
    path.part_ends.push_back(static_cast<std::uint32_t>(path.points.size()));
  }
  canvas_.path(path, {.fill = shown(shape.fill, under)});
}

TextLine Drawing::line_of(const scene::TextList& list, const scene::TextRun& run) const {
  TextLine line{run.origin, run.style,
                std::string_view(list.strings).substr(run.string_begin, run.string_end - run.string_begin),
                std::span(list.glyphs).subspan(run.glyph_begin, run.glyph_end - run.glyph_begin)};
  line.origin.y_px = std::floor(line.origin.y_px + 0.5F);  // as the renderer does, whose glyphs stand on whole pixels
  line.width_px = static_cast<double>(fonts_.shape(line.utf8, line.style).width_px);
  return line;
}

void Drawing::text(const scene::TextList& list, const scene::TextRun& run, Srgb8 under) {
  const TextLine line = line_of(list, run);
  if (line.glyphs.empty() || run.colour.a == 0) return;
  if (run.halo_px > 0.0F && run.halo.a > 0) {
    // Of the land's colour, it is seen only where it lies over marks.
    const Srgb8 covered = frame_.marks.empty() ? run.colour : frame_.marks.front().colour;
    canvas_.halo(line, shown(run.halo, covered), static_cast<double>(run.halo_px));
  }
  canvas_.text(line, shown(run.colour, under));
}

void Drawing::map_text(const scene::TextList& list, const std::string& id, const char* label) {
  if (list.runs.empty()) return;
  canvas_.begin({id, label});
  for (const scene::TextRun& run : list.runs) text(list, run, frame_.base.land);
  canvas_.end();
}

void Drawing::furniture() {
  if (!frame_.furniture.empty()) {
    canvas_.begin({"furniture", "Furniture"});
    for (const scene::Shape& part : frame_.furniture) shape(part, frame_.base.ground);
    canvas_.end();
  }
  if (!frame_.furniture_text.runs.empty()) {
    canvas_.begin({"text", "Text"});
    for (const scene::TextRun& run : frame_.furniture_text.runs) text(frame_.furniture_text, run, frame_.base.ground);
    canvas_.end();
  }
  if (frame_.logo) logo();
}

void Drawing::logo() {
  scene::Logo picture = *frame_.logo->picture;
  Srgb8 last{0, 0, 0, 0}, last_shown{0, 0, 0, 0};  // most pixels are like the one before
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
    const Srgb8 colour{picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2], picture.rgba[i + 3]};
    if (colour != last) {
      last = colour;
      last_shown = colour.a == 0 ? colour : shown(colour, frame_.base.ground);
    }
    picture.rgba[i] = last_shown.r;
    picture.rgba[i + 1] = last_shown.g;
    picture.rgba[i + 2] = last_shown.b;
    picture.rgba[i + 3] = last_shown.a;
  }
  canvas_.begin({"logo", "Logo"});
  canvas_.picture(frame_.logo->box, picture);
  canvas_.end();
}

}  // namespace spreadmap::vector
