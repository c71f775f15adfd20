#pragma once
#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "scene/frame.h"
#include "text/fonts.h"
#include "vector/canvas.h"
#include "vector/mark_batch.h"
#include "vector/pdf_fonts.h"

namespace spreadmap::vector {

/// One page of PDF by cairo, a pixel being 1/96 of an inch. Fonts are embedded, as much of them as is used; text can be selected and found; a mark is a
/// link to its source. The same bytes each time: it holds no date.
class PdfCanvas final : public Canvas {
 public:
  /// `fonts` are those that the texts were shaped with, and outlive it.
  PdfCanvas(scene::SizePx size, const std::string& title, const text::FontSet& fonts, Sink sink);

  void begin(const Group& group) override;
  void end() override;
  void begin_record(const RecordText& record) override;
  void end_record() override;
  void path(const Path& path, const Paint& paint, std::string_view title) override;
  void circle(double x_px, double y_px, double radius_px, const Paint& paint) override;
  void box(const scene::PixelRect& box, double corner_px, const Paint& paint) override;
  void stripes(const Path& path, Srgb8 colour, double step_px, std::string_view title) override;
  void fade(const Fade& fade) override;
  void surface(const Surface& surface) override;
  void picture(const scene::PixelRect& box, const scene::Logo& picture) override;
  void mark(const MarkShape& mark, const RecordText& record) override;
  void ring(double x_px, double y_px, double radius_px, const Paint& paint) override;
  void text(const TextLine& line, Srgb8 colour) override;
  void halo(const TextLine& line, Srgb8 colour, double width_px) override;
  Result<void> finish() override;

 private:
  void set_colour(Srgb8 colour, double opacity = 1.0);
  void trace(const Path& path);
  /// Fills and strokes what has been traced.
  void paint_traced(const Paint& paint);
  void link(const std::string& url, const scene::PixelRect& box);
  /// Draws the marks that wait, before anything lies over them.
  void put_marks();
  void put_discs(const std::vector<MarkShape>& marks);
  /// `use(stretch's glyphs, and what they stand for)` of each stretch of a line, its font being set.
  template <class Use>
  void each_stretch(const TextLine& line, const Use& use);

  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  Sink sink_;
  PdfFonts fonts_;
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> context_;
  std::vector<double> opacities_;  ///< of the groups that are open
  std::string record_url_;
  std::optional<scene::PixelRect> record_box_;
  void grow_record_box();
  MarkBatch batch_;
};

}  // namespace spreadmap::vector
