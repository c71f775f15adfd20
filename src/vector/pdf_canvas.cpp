#include "vector/pdf_canvas.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "vector/bitmap.h"
#include "vector/canvases.h"

namespace spreadmap::vector {
namespace {

constexpr double kPointsPerPx = 72.0 / 96.0;
constexpr double kTurn = 2.0 * std::numbers::pi;

cairo_status_t take(void* sink, const unsigned char* bytes, unsigned int length) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), length);
  return (*static_cast<Sink*>(sink))(text) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/// As cairo's tags hold it: within quotes.
std::string quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') quoted += '\\';
    if (static_cast<unsigned char>(letter) >= 0x20U) quoted += letter;
  }
  return quoted + "'";
}

}  // namespace

PdfCanvas::PdfCanvas(scene::SizePx size, const std::string& title, const text::FontSet& fonts, Sink sink)
    : sink_(std::move(sink)),
      fonts_(fonts),
      surface_(cairo_pdf_surface_create_for_stream(&take, &sink_, size.width_px * kPointsPerPx,
                                                   size.height_px * kPointsPerPx)),
      context_(cairo_create(surface_.get())) {
  cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Spreadmap");
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_scale(context_.get(), kPointsPerPx, kPointsPerPx);
  cairo_set_fill_rule(context_.get(), CAIRO_FILL_RULE_EVEN_ODD);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
}

std::unique_ptr<Canvas> make_pdf_canvas(scene::SizePx size, const std::string& title, const text::FontSet& fonts,
                                        Sink sink) {
  return std::make_unique<PdfCanvas>(size, title, fonts, std::move(sink));
}

void PdfCanvas::set_colour(Srgb8 colour, double opacity) {
  cairo_set_source_rgba(context_.get(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                        colour.a / 255.0 * opacity);
}

void PdfCanvas::begin(const Group& group) {
  cairo_save(context_.get());
  if (group.clip != nullptr) {
    cairo_rectangle(context_.get(), static_cast<double>(group.clip->left_px), static_cast<double>(group.clip->top_px),
                    static_cast<double>(group.clip->width_px()), static_cast<double>(group.clip->height_px()));
    cairo_clip(context_.get());
  }
  if (group.opacity < 1.0) cairo_push_group(context_.get());
  opacities_.push_back(group.opacity);
}

void PdfCanvas::end() {
  put_marks();
  if (opacities_.back() < 1.0) {
    cairo_pop_group_to_source(context_.get());
    cairo_paint_with_alpha(context_.get(), opacities_.back());
  }
  opacities_.pop_back();
  cairo_restore(context_.get());
}

void PdfCanvas::begin_record(const RecordText& record) {
  record_url_ = record.url;
  record_box_.reset();
}

void PdfCanvas::end_record() {
  if (record_box_ && !record_url_.empty()) link(record_url_, *record_box_);
  record_url_.clear();
  record_box_.reset();
}

void PdfCanvas::link(const std::string& url, const scene::PixelRect& box) {
  const std::string place = fmt::format("uri={} rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", quoted(url), box.left_px,
                                        box.top_px, box.width_px(), box.height_px());
  cairo_tag_begin(context_.get(), CAIRO_TAG_LINK, place.c_str());
  cairo_tag_end(context_.get(), CAIRO_TAG_LINK);
}

void PdfCanvas::grow_record_box() {
  if (record_url_.empty()) return;
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
  cairo_path_extents(context_.get(), &left, &top, &right, &bottom);
  const scene::PixelRect box{static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
                             static_cast<float>(bottom)};
  if (!record_box_) {
    record_box_ = box;
  } else {
    record_box_ = {std::min(record_box_->left_px, box.left_px), std::min(record_box_->top_px, box.top_px),
                   std::max(record_box_->right_px, box.right_px), std::max(record_box_->bottom_px, box.bottom_px)};
  }
}

void PdfCanvas::trace(const Path& path) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : path.part_ends) {
    for (std::uint32_t i = begin; i < end; ++i) {
      const double x_px = static_cast<double>(path.points[i].x) / kGridPerPx;
      const double y_px = static_cast<double>(path.points[i].y) / kGridPerPx;
      i == begin ? cairo_move_to(context_.get(), x_px, y_px) : cairo_line_to(context_.get(), x_px, y_px);
    }
    if (path.is_closed) cairo_close_path(context_.get());
    begin = end;
  }
}

void PdfCanvas::paint_traced(const Paint& paint) {
  grow_record_box();
  if (paint.fill.a > 0) {
    set_colour(paint.fill);
    cairo_fill_preserve(context_.get());
  }
  if (paint.line.a > 0 && paint.line_px > 0.0) {
    set_colour(paint.line);
    cairo_set_line_width(context_.get(), paint.line_px);
    cairo_stroke_preserve(context_.get());
  }
  cairo_new_path(context_.get());
}

void PdfCanvas::path(const Path& path, const Paint& paint, std::string_view /*title*/) {
  if (path.is_empty()) return;
  put_marks();
  trace(path);
  const bool is_one = path.is_closed && path.part_ends.size() == 1;
  cairo_set_line_join(context_.get(), is_one ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(context_.get(), path.is_closed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  paint_traced(paint);
}

void PdfCanvas::circle(double x_px, double y_px, double radius_px, const Paint& paint) {
  put_marks();
  cairo_new_sub_path(context_.get());
  cairo_arc(context_.get(), x_px, y_px, radius_px, 0.0, kTurn);
  cairo_close_path(context_.get());
  paint_traced(paint);
}

void PdfCanvas::ring(double x_px, double y_px, double radius_px, const Paint& paint) {
  circle(x_px, y_px, radius_px, paint);
}

void PdfCanvas::box(const scene::PixelRect& box, double corner_px, const Paint& paint) {
  put_marks();
  const auto left = static_cast<double>(box.left_px), top = static_cast<double>(box.top_px);
  const auto width = static_cast<double>(box.width_px()), height = static_cast<double>(box.height_px());
  cairo_set_line_join(context_.get(), CAIRO_LINE_JOIN_MITER);
  if (corner_px <= 0.0) {
    cairo_rectangle(context_.get(), left, top, width, height);
  } else {
    const double corner = std::min({corner_px, width / 2.0, height / 2.0});
    cairo_new_sub_path(context_.get());
    cairo_arc(context_.get(), left + width - corner, top + corner, corner, -kTurn / 4.0, 0.0);
    cairo_arc(context_.get(), left + width - corner, top + height - corner, corner, 0.0, kTurn / 4.0);
    cairo_arc(context_.get(), left + corner, top + height - corner, corner, kTurn / 4.0, kTurn / 2.0);
    cairo_arc(context_.get(), left + corner, top + corner, corner, kTurn / 2.0, 3.0 * kTurn / 4.0);
    cairo_close_path(context_.get());
  }
  paint_traced(paint);
}

void PdfCanvas::stripes(const Path& path, Srgb8 colour, double step_px, std::string_view /*title*/) {
  if (path.is_empty() || step_px <= 0.0) return;
  put_marks();
  cairo_save(context_.get());
  trace(path);
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
  cairo_path_extents(context_.get(), &left, &top, &right, &bottom);
  cairo_clip(context_.get());
  // Where x + y is the same, so many steps from the corner of the picture.
  const double across = step_px * std::numbers::sqrt2;
  for (double at = (std::floor((left + top) / across) - 0.5) * across; at < right + bottom + across; at += across) {
    cairo_move_to(context_.get(), at - top + 1.0, top - 1.0);
    cairo_line_to(context_.get(), at - bottom - 1.0, bottom + 1.0);
  }
  set_colour(colour);
  cairo_set_line_cap(context_.get(), CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width(context_.get(), 0.2 * step_px);
  cairo_stroke(context_.get());
  cairo_restore(context_.get());
}

void PdfCanvas::fade(const Fade& fade) {
  using scene::ShapeKind;
  put_marks();
  auto x0 = static_cast<double>(fade.box.left_px), x1 = static_cast<double>(fade.box.right_px);
  auto y0 = static_cast<double>(fade.box.top_px), y1 = static_cast<double>(fade.box.bottom_px);
  cairo_rectangle(context_.get(), x0, y0, x1 - x0, y1 - y0);
  const bool is_upright = fade.kind == ShapeKind::kFadeTop || fade.kind == ShapeKind::kFadeBottom;
  if (is_upright) x1 = x0;
  if (!is_upright) y1 = y0;
  if (fade.kind == ShapeKind::kFadeRight) std::swap(x0, x1);
  if (fade.kind == ShapeKind::kFadeBottom) std::swap(y0, y1);
  cairo_pattern_t* pattern = cairo_pattern_create_linear(x0, y0, x1, y1);
  for (std::size_t i = 0; i < fade.opacities.size(); ++i) {
    cairo_pattern_add_color_stop_rgba(pattern, static_cast<double>(i) / static_cast<double>(fade.opacities.size() - 1),
                                      fade.colour.r / 255.0, fade.colour.g / 255.0, fade.colour.b / 255.0,
                                      fade.opacities[i]);
  }
  cairo_set_source(context_.get(), pattern);
  cairo_pattern_destroy(pattern);
  cairo_fill(context_.get());
}

void PdfCanvas::picture(const scene::PixelRect& box, const scene::Logo& picture) {
  put_marks();
  const Bitmap bitmap = bitmap_of(picture);
  cairo_save(context_.get());
  cairo_translate(context_.get(), static_cast<double>(box.left_px), static_cast<double>(box.top_px));
  cairo_scale(context_.get(), static_cast<double>(box.width_px()) / picture.width_px,
              static_cast<double>(box.height_px()) / picture.height_px);
  cairo_set_source_surface(context_.get(), bitmap.get(), 0.0, 0.0);
  cairo_paint(context_.get());
  cairo_restore(context_.get());
}

void PdfCanvas::surface(const Surface& surface) {
  put_marks();
  const auto fill = [&](const Path& path) {
    trace(path);
    cairo_fill(context_.get());
  };
  const scene::PixelRect& room = surface.room;
  cairo_save(context_.get());
  cairo_rectangle(context_.get(), static_cast<double>(room.left_px), static_cast<double>(room.top_px),
                  static_cast<double>(room.width_px()), static_cast<double>(room.height_px()));
  cairo_clip(context_.get());
  // How opaque it is, then its colours, which are drawn through that: so no seam shows between bands.
  cairo_push_group_with_content(context_.get(), CAIRO_CONTENT_COLOR_ALPHA);
  for (const auto& step : surface.steps) {
    set_colour({0, 0, 0, 255}, step.opacity);
    fill(step.path);
  }
  cairo_pattern_t* opacity = cairo_pop_group(context_.get());
  cairo_push_group(context_.get());
  set_colour(surface.lowest);
  cairo_paint(context_.get());
  for (const auto& band : surface.bands) {
    set_colour(band.colour);
    fill(band.path);
  }
  cairo_pop_group_to_source(context_.get());
  cairo_mask(context_.get(), opacity);
  cairo_pattern_destroy(opacity);
  cairo_restore(context_.get());
}

Result<void> PdfCanvas::finish() {
  put_marks();
  cairo_show_page(context_.get());
  const cairo_status_t drawn = cairo_status(context_.get());
  cairo_surface_finish(surface_.get());
  const cairo_status_t written = cairo_surface_status(surface_.get());
  const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : written;
  if (status != CAIRO_STATUS_SUCCESS) return fail("the PDF cannot be made: {}", cairo_status_to_string(status));
  return {};
}

}  // namespace spreadmap::vector
