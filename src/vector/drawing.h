#pragma once
#include <string>

#include "vector/picture.h"

namespace spreadmap::vector {

/// What draws one frame of a picture: the parts of `draw`.
class Drawing {
 public:
  Drawing(const Picture& picture, const scene::Frame& frame, const text::FontSet& fonts, Canvas& canvas)
      : picture_(picture), frame_(frame), fonts_(fonts), canvas_(canvas) {}

  /// The map with all that lies on it. `side`: what ids of its groups end in, so that those of two days differ.
  Result<void> map(const std::string& side);
  void furniture();
  void ground();

 private:
  void land();
  Result<void> ground_layers(const std::string& side);
  Result<void> areas(const scene::AreasDraw& areas, const std::string& side);
  void lines(const std::string& side);
  void marks(const std::string& side);
  void points(const scene::MarkDraw& marks);
  void point(const scene::MarkDraw& marks, const MarkRecord& record);
  void ring(const scene::MarkDraw& marks, const MarkRecord& record);
  void symbols(const scene::LayerDraw& layer, std::size_t& target);
  void logo();
  /// Text on the map, in a group of its own.
  void map_text(const scene::TextList& list, const std::string& id, const char* label);
  void shape(const scene::Shape& shape, Srgb8 under);
  void fade(const scene::Shape& shape, Srgb8 under);
  void dashes(const scene::Shape& shape, Srgb8 under);
  void text(const scene::TextList& list, const scene::TextRun& run, Srgb8 under);
  [[nodiscard]] TextLine line_of(const scene::TextList& list, const scene::TextRun& run) const;
  /// As an eye sees it that the picture is made for, and as opaque as it looks over `under` where encoded values are blended.
  [[nodiscard]] Srgb8 shown(Srgb8 colour, Srgb8 under, double opacity = 1.0) const;
  [[nodiscard]] Srgb8 on_land(Srgb8 colour, double opacity = 1.0) const {
    return shown(colour, frame_.base.land, opacity);
  }
  [[nodiscard]] scene::PixelPoint pixel_of(const scene::MarkDraw& marks, const MarkRecord& record) const;

  const Picture& picture_;
  const scene::Frame& frame_;
  const text::FontSet& fonts_;
  Canvas& canvas_;
};

}  // namespace spreadmap::vector
