// Marks in a PDF: those that do not touch are one shape.
#include <algorithm>
#include <numbers>

#include "vector/pdf_canvas.h"

namespace spreadmap::vector {

void PdfCanvas::mark(const MarkShape& mark, const RecordText& record) {
  if (!batch_.takes(mark)) put_marks();
  batch_.add(mark);
  if (record.url.empty()) return;
  const double reach_px = mark.radius_px + mark.rim_px;
  link(std::string(record.url), {static_cast<float>(mark.x_px - reach_px), static_cast<float>(mark.y_px - reach_px),
                                 static_cast<float>(mark.x_px + reach_px), static_cast<float>(mark.y_px + reach_px)});
}

void PdfCanvas::put_marks() {
  if (batch_.marks().empty()) return;
  const double opacity = batch_.marks().front().opacity;
  if (opacity < 1.0) cairo_push_group(context_.get());
  put_discs(batch_.marks());
  if (opacity < 1.0) {
    cairo_pop_group_to_source(context_.get());
    cairo_paint_with_alpha(context_.get(), opacity);
  }
  batch_.clear();
}

void PdfCanvas::put_discs(const std::vector<MarkShape>& marks) {
  const auto add = [this](const MarkShape& mark, double radius_px) {
    cairo_new_sub_path(context_.get());
    cairo_arc(context_.get(), mark.x_px, mark.y_px, radius_px, 0.0, 2.0 * std::numbers::pi);
    cairo_close_path(context_.get());
  };
  // None touches another: so all of one colour are one shape, rims first.
  const auto put = [&](auto colour_of, auto trace_mark) {
    std::vector<Srgb8> colours;
    for (const MarkShape& mark : marks) {
      if (std::find(colours.begin(), colours.end(), colour_of(mark)) == colours.end())
        colours.push_back(colour_of(mark));
    }
    for (const Srgb8 colour : colours) {
      for (const MarkShape& mark : marks) {
        if (colour_of(mark) == colour) trace_mark(mark);
      }
      set_colour(colour);
      cairo_fill(context_.get());
    }
  };
  put([](const MarkShape& mark) { return mark.rim; },
      [&](const MarkShape& mark) { add(mark, mark.radius_px + mark.rim_px); });
  put([](const MarkShape& mark) { return mark.colour; },
      [&](const MarkShape& mark) {
        add(mark, mark.radius_px);
        if (mark.hollow > 0.0) add(mark, mark.radius_px * mark.hollow);  // even-odd: nothing within
      });
}

}  // namespace spreadmap::vector
