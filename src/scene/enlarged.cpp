#include "scene/enlarged.h"

namespace spreadmap::scene {
namespace {

/// Multiplies lengths in place.
class Enlarging {
 public:
  explicit Enlarging(float times) : times_(times) {}

  template <class... Lengths>
  void operator()(Lengths&... lengths_px) const {
    ((lengths_px *= times_), ...);
  }
  void operator()(PixelPoint& point) const { (*this)(point.x_px, point.y_px); }
  void operator()(PixelRect& rect) const { (*this)(rect.left_px, rect.top_px, rect.right_px, rect.bottom_px); }
  void operator()(MapView& view) const {
    (*this)(view.anchor_px);
    view.px_per_m *= static_cast<double>(times_);
  }
  void operator()(std::vector<BaseLineStyle>& lines) const {
    for (BaseLineStyle& line : lines) (*this)(line.width_px);
  }
  void operator()(std::vector<Shape>& shapes) const {
    for (Shape& shape : shapes) {
      (*this)(shape.centre_x_px, shape.centre_y_px, shape.half_width_px, shape.half_height_px);
      (*this)(shape.corner_px, shape.line_px);
    }
  }
  void operator()(TextList& list) const {
    for (TextRun& run : list.runs) {
      (*this)(run.origin);
      (*this)(run.style.size_px, run.style.tracking_px, run.halo_px);
    }
    for (text::PlacedGlyph& glyph : list.glyphs) (*this)(glyph.x_px, glyph.y_px);
  }
  void operator()(MarkDraw& marks) const {
    (*this)(marks.radius_px, marks.rim_px, marks.spread_px, marks.ring_from_px, marks.ring_to_px);
  }

 private:
  float times_;
};

}  // namespace

Frame enlarged(const Frame& frame, int times) {
  Frame large = frame;
  if (times == 1) return large;
  const Enlarging enlarge(static_cast<float>(times));
  large.size = {frame.size.width_px * times, frame.size.height_px * times};
  enlarge(large.px_per_pt);
  enlarge(large.map_rect);
  enlarge(large.map_room);
  enlarge(large.map);
  if (large.wipe_px) enlarge(*large.wipe_px);
  if (large.glide) {
    enlarge(large.glide->from);
    enlarge(large.glide->lines);
  }
  enlarge(large.base.graticule.width_px);
  enlarge(large.base.lines);
  for (AreasDraw& areas : large.areas) enlarge(areas.stripe_px);
  for (DensityDraw& density : large.densities) enlarge(density.radius_px, density.cell_px, density.fade_px);
  for (MarkDraw& marks : large.marks) enlarge(marks);
  enlarge(large.symbols);
  enlarge(large.edge_fades);
  enlarge(large.names);
  enlarge(large.labels);
  enlarge(large.furniture);
  enlarge(large.furniture_text);
  for (PickTarget& target : large.targets) {
    enlarge(target.centre);
    enlarge(target.radius_px);
  }
  return large;
}

}  // namespace spreadmap::scene
