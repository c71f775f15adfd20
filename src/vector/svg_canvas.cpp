#include "vector/svg_canvas.h"

#include <algorithm>

#include "style/colour_space.h"
#include "vector/bitmap.h"
#include "vector/canvases.h"

namespace spreadmap::vector {
namespace {

std::string pointed(const std::string& name) { return "url(#" + name + ")"; }

}  // namespace

SvgCanvas::SvgCanvas(scene::SizePx size, std::string_view title, std::string_view language, std::string_view own_family,
                     Sink sink)
    : out_(std::move(sink)), own_family_(own_family) {
  // A quote would end the name in a list of families.
  std::erase(own_family_, '\'');
  out_.raw(R"(<?xml version="1.0" encoding="UTF-8"?>)")
      .raw("\n")
      .raw(R"(<svg xmlns="http://www.w3.org/2000/svg")")
      .raw(R"( xmlns:xlink="http://www.w3.org/1999/xlink")")
      .raw(R"( xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1")")
      .number("width", size.width_px)
      .number("height", size.height_px)
      .word("viewBox", fmt::format("0 0 {} {}", size.width_px, size.height_px));
  if (!language.empty()) out_.word("xml:lang", language);
  out_.raw(">\n<title>").escaped(title).raw("</title>\n");
}

std::unique_ptr<Canvas> make_svg_canvas(scene::SizePx size, const std::string& title, const std::string& language,
                                        const std::string& own_family, Sink sink) {
  return std::make_unique<SvgCanvas>(size, title, language, own_family, std::move(sink));
}

std::string SvgCanvas::next_name(std::string_view kind) { return fmt::format("{}-{}", kind, ++names_); }

void SvgCanvas::begin(const Group& group) {
  std::string clip;
  if (group.clip != nullptr) {
    clip = next_name("room");
    out_.raw("<clipPath").word("id", clip).raw("><rect").number("x", static_cast<double>(group.clip->left_px));
    out_.number("y", static_cast<double>(group.clip->top_px))
        .number("width", static_cast<double>(group.clip->width_px()))
        .number("height", static_cast<double>(group.clip->height_px()))
        .raw("/></clipPath>\n");
  }
  out_.raw("<g").word("id", group.id).word("inkscape:groupmode", "layer").word("inkscape:label", group.label);
  if (!clip.empty()) out_.word("clip-path", pointed(clip));
  if (group.opacity < 1.0) out_.share("opacity", group.opacity);
  out_.raw(">\n");
}

void SvgCanvas::end() { out_.raw("</g>\n"); }

void SvgCanvas::begin_record(const RecordText& record) {
  out_.raw("<g class=\"mark\">");
  if (!record.name.empty()) out_.raw("<title>").escaped(record.name).raw("</title>");
}

void SvgCanvas::end_record() { out_.raw("</g>\n"); }

void SvgCanvas::close(std::string_view element, std::string_view title) {
  if (title.empty()) {
    out_.raw("/>\n");
  } else {
    out_.raw("><title>").escaped(title).raw("</title></").raw(element).raw(">\n");
  }
}

void SvgCanvas::path(const Path& path, const Paint& paint, std::string_view title) {
  if (path.is_empty()) return;
  out_.raw("<path").outline(path).fill_and_line(paint);
  if (path.is_closed) {
    out_.raw(" fill-rule=\"evenodd\"");
  } else {
    out_.raw(" stroke-linecap=\"round\"");
  }
  if (paint.line.a > 0 && !(path.is_closed && path.part_ends.size() == 1)) out_.raw(" stroke-linejoin=\"round\"");
  close("path", title);
}

void SvgCanvas::open_circle(double x_px, double y_px, double radius_px) {
  out_.raw("<circle").number("cx", x_px).number("cy", y_px).number("r", radius_px);
}

void SvgCanvas::circle(double x_px, double y_px, double radius_px, const Paint& paint) {
  open_circle(x_px, y_px, radius_px);
  out_.fill_and_line(paint).raw("/>\n");
}

void SvgCanvas::ring(double x_px, double y_px, double radius_px, const Paint& paint) {
  open_circle(x_px, y_px, radius_px);
  out_.fill_and_line(paint).raw(" class=\"ring\"/>\n");
}

void SvgCanvas::box(const scene::PixelRect& box, double corner_px, const Paint& paint) {
  out_.raw("<rect").number("x", static_cast<double>(box.left_px)).number("y", static_cast<double>(box.top_px));
  out_.number("width", static_cast<double>(box.width_px())).number("height", static_cast<double>(box.height_px()));
  if (corner_px > 0.0) out_.number("rx", corner_px);
  out_.fill_and_line(paint).raw("/>\n");
}

void SvgCanvas::stripes(const Path& path, Srgb8 colour, double step_px, std::string_view title) {
  if (path.is_empty()) return;
  auto known = std::find_if(stripes_.begin(), stripes_.end(), [&](const Stripes& stripes) {
    return stripes.colour == colour && stripes.step_px == step_px;
  });
  if (known == stripes_.end()) {
    known = stripes_.insert(stripes_.end(), {colour, step_px, next_name("stripes")});
    out_.raw("<pattern").word("id", known->name).raw(" patternUnits=\"userSpaceOnUse\"");
    out_.number("width", step_px).number("height", step_px).raw(" patternTransform=\"rotate(45)\"><rect");
    out_.number("x", 0.4 * step_px).number("width", 0.2 * step_px).number("height", step_px).colour("fill", colour);
    out_.raw("/></pattern>\n");
  }
  out_.raw("<path").outline(path).word("fill", pointed(known->name)).raw(" fill-rule=\"evenodd\"");
  close("path", title);
}

void SvgCanvas::fade(const Fade& fade) {
  using scene::ShapeKind;
  const std::string name = next_name("fade");
  const bool is_upright = fade.kind == ShapeKind::kFadeTop || fade.kind == ShapeKind::kFadeBottom;
  const bool is_turned = fade.kind == ShapeKind::kFadeRight || fade.kind == ShapeKind::kFadeBottom;
  out_.raw("<linearGradient").word("id", name);
  out_.raw(is_upright ? (is_turned ? R"( x1="0" x2="0" y1="1" y2="0")" : R"( x1="0" x2="0" y1="0" y2="1")")
                      : (is_turned ? R"( x1="1" x2="0")" : R"( x1="0" x2="1")"));
  out_.raw(">");
  for (std::size_t i = 0; i < fade.opacities.size(); ++i) {
    out_.raw("<stop").share("offset", static_cast<double>(i) / static_cast<double>(fade.opacities.size() - 1));
    out_.colour("stop-color", style::with_alpha(fade.colour, 255)).share("stop-opacity", fade.opacities[i]).raw("/>");
  }
  out_.raw("</linearGradient>\n<rect").number("x", static_cast<double>(fade.box.left_px));
  out_.number("y", static_cast<double>(fade.box.top_px))
      .number("width", static_cast<double>(fade.box.width_px()))
      .number("height", static_cast<double>(fade.box.height_px()))
      .word("fill", pointed(name))
      .raw("/>\n");
}

void SvgCanvas::surface(const Surface& surface) {
  // Opaque bands under one mask of how opaque the surface is: so no seam shows between bands.
  const std::string name = next_name("surface");
  out_.raw("<mask").word("id", name).raw(" maskUnits=\"userSpaceOnUse\"");
  out_.number("x", static_cast<double>(surface.room.left_px))
      .number("y", static_cast<double>(surface.room.top_px))
      .number("width", static_cast<double>(surface.room.width_px()))
      .number("height", static_cast<double>(surface.room.height_px()))
      .raw(" fill=\"#fff\" fill-rule=\"evenodd\">\n");
  for (const auto& step : surface.steps) {
    if (step.path.is_empty()) continue;
    out_.raw("<path").outline(step.path).share("fill-opacity", step.opacity).raw("/>\n");
  }
  out_.raw("</mask>\n<g").word("mask", pointed(name)).raw(">\n");
  box(surface.room, 0.0, {.fill = surface.lowest});
  for (const auto& band : surface.bands) path(band.path, {.fill = band.colour}, {});
  out_.raw("</g>\n");
}

void SvgCanvas::picture(const scene::PixelRect& box, const scene::Logo& picture) {
  out_.raw("<image").number("x", static_cast<double>(box.left_px)).number("y", static_cast<double>(box.top_px));
  out_.number("width", static_cast<double>(box.width_px())).number("height", static_cast<double>(box.height_px()));
  out_.raw(R"( preserveAspectRatio="none" xlink:href="data:image/png;base64,)").base64(png_of(picture)).raw("\"/>\n");
}

void SvgCanvas::mark(const MarkShape& mark, const RecordText& record) {
  // One circle where one will do: its line is the rim, and its fill the disc up to the middle of the line.
  const bool is_plain = mark.hollow <= 0.0 && mark.colour.a == 255;
  if (is_plain) {
    open_circle(mark.x_px, mark.y_px, mark.radius_px + mark.rim_px / 2.0);
    out_.raw(" class=\"mark\"").fill_and_line({mark.colour, mark.rim, mark.rim_px});
    if (mark.opacity < 1.0) out_.share("opacity", mark.opacity);
    return close("circle", record.name);
  }
  out_.raw("<g class=\"mark\"");
  if (mark.opacity < 1.0) out_.share("opacity", mark.opacity);
  out_.raw(">");
  if (!record.name.empty()) out_.raw("<title>").escaped(record.name).raw("</title>");
  circle(mark.x_px, mark.y_px, mark.radius_px + mark.rim_px, {.fill = mark.rim});
  const double line_px = mark.radius_px * (1.0 - mark.hollow);
  circle(mark.x_px, mark.y_px, mark.radius_px - line_px / 2.0, {.line = mark.colour, .line_px = line_px});
  out_.raw("</g>\n");
}

Result<void> SvgCanvas::finish() {
  out_.raw("</svg>\n").flush();
  return {};
}

}  // namespace spreadmap::vector
