#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "geo/polygons.h"
#include "scene/density.h"
#include "scene/frame.h"
#include "scene/graticule.h"
#include "scene/map_geometry.h"
#include "text/fonts.h"
#include "vector/canvas.h"

namespace spreadmap::vector {

/// A record of a layer of points, as a mark is drawn from it. Days are positions on the axis.
struct MarkRecord {
  geo::MapPoint place;  ///< NaN: it has none on this map
  double earliest_d = 0.0, latest_d = 0.0, end_d = 0.0;
  scene::PixelPoint stack;  ///< where it stands among those of its place, in spacings
  RecordText text;
};

/// What a frame refers to by number. Asked while the picture is drawn, so that nothing is copied.
class Source {
 public:
  struct LayerName {
    std::string id, label;
  };
  virtual ~Source() = default;
  [[nodiscard]] virtual LayerName layer(std::uint32_t layer) const = 0;
  /// By entry of the layer's selection.
  [[nodiscard]] virtual MarkRecord mark(std::uint32_t layer, std::uint32_t entry) const = 0;
  [[nodiscard]] virtual RecordText record(model::RecordRef record) const = 0;
  [[nodiscard]] virtual std::string_view area_name(std::uint32_t layer, std::uint32_t area) const = 0;
  /// By area, in the map plane. Errors: one that cannot be laid on the map.
  [[nodiscard]] virtual Result<std::vector<geo::Rings>> area_rings(std::uint32_t layer) const = 0;
  [[nodiscard]] virtual const scene::DensityPoints& density(std::uint32_t layer) const = 0;
};

/// All that a picture is drawn from: what the renderer has as well, but polygons as their outlines.
struct Picture {
  const scene::Frame& frame;
  const scene::Frame* left;  ///< shown left of the frame's wipe; nullptr: none
  const scene::MapGeometry& geometry;
  const scene::Graticule* graticule;       ///< nullptr: none
  std::vector<geo::Rings> land, backdrop;  ///< by feature, even-odd
  const Source& source;
};

/// Draws the picture as the renderer does, from the lowest to the uppermost. Errors: areas that cannot be laid on the map, and as `Canvas::finish`.
///
/// The renderer blends in linear light, viewers of files blend encoded values: opacities are such that what is seen over the land (furniture: over the
/// ground) is as light. Only soft edges differ, by less than can be told.
Result<void> draw(const Picture& picture, const text::FontSet& fonts, Canvas& canvas);

}  // namespace spreadmap::vector
