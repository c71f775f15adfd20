#pragma once
#include <string>
#include <vector>

#include "scene/frame.h"
#include "vector/canvas.h"
#include "vector/svg_writer.h"
#include "vector/text_clusters.h"

namespace spreadmap::vector {

/// SVG 1.1 (https://www.w3.org/TR/SVG11/) with Inkscape's names of layers. Text is text: a family with what to take in its place, size and weight, and
/// the length that it has in the picture, so that it keeps its room where the font is another. Written as it is drawn: nothing is kept.
class SvgCanvas final : public Canvas {
 public:
  /// `title`: of the document; `language`: of its texts, as BCP 47.
  SvgCanvas(scene::SizePx size, std::string_view title, std::string_view language, std::string_view own_family,
            Sink sink);

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
  /// A name for something that others refer to.
  std::string next_name(std::string_view kind);
  void open_circle(double x_px, double y_px, double radius_px);
  /// The end of an element, with a title in it or none.
  void close(std::string_view element, std::string_view title);
  void put_text(const TextLine& line, const Paint& paint, bool is_behind);
  /// Each cluster in its own place.
  void put_each(const TextLine& line, const std::vector<TextStretch>& stretches);
  SvgWriter out_;
  std::string own_family_;
  int names_ = 0;
  struct Stripes {
    Srgb8 colour;
    double step_px = 0.0;
    std::string name;
  };
  std::vector<Stripes> stripes_;
};

}  // namespace spreadmap::vector
