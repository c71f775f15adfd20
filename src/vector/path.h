#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geo/polygons.h"
#include "geo/spaces.h"
#include "scene/frame.h"

namespace spreadmap::vector {

/// A point in hundredths of a framebuffer pixel, y down: what files hold, so that what is written does not depend on how numbers are.
struct GridPoint {
  std::int64_t x = 0, y = 0;
  bool operator==(const GridPoint&) const = default;
};
inline constexpr double kGridPerPx = 100.0;
GridPoint grid_point(double x_px, double y_px);

/// Outlines or lines: part i is points[part_ends[i-1] .. part_ends[i]). Outlines need not repeat their first point.
struct Path {
  std::vector<GridPoint> points;
  std::vector<std::uint32_t> part_ends;
  bool is_closed = true;
  [[nodiscard]] bool is_empty() const { return part_ends.empty(); }
};

/// Adds outlines and lines to a path: cut to a room, and no finer than can be seen.
///
/// Points are put on a grid of a twentieth of a pixel, and what comes to lie on one spot or on a straight line is left out. So each is moved by less than a
/// twenty-eighth of a pixel, and neighbours that share an edge still share it, since each point moves by itself.
class PathBuilder {
 public:
  /// What lies farther than a few pixels beyond the room is cut off: files get large, and some viewers go astray at such numbers.
  PathBuilder(const scene::MapView& map, const scene::PixelRect& room, bool is_closed);

  /// Rings in the map plane.
  void add(const geo::Rings& rings);
  /// Lines, or rings, relative to an origin.
  void add(std::span<const geo::LocalPoint> points, std::span<const std::uint32_t> part_ends, geo::MapOrigin origin);
  /// One part in pixels.
  void add_part(std::span<const scene::PixelPoint> points);
  [[nodiscard]] Path take() { return std::move(path_); }

 private:
  struct Point {
    double x_px = 0.0, y_px = 0.0;
  };
  [[nodiscard]] Point pixel_of(double x_m, double y_m) const;
  void add_gathered();
  void add_cut_ring();
  void add_cut_line();
  /// `points` as a part of its own.
  void put(std::span<const Point> points);

  scene::MapView map_;
  double left_px_, top_px_, right_px_, bottom_px_;
  Path path_;
  std::vector<Point> part_, cut_;  ///< the part at hand
};

/// One outline, as it is.
Path outline_of(std::initializer_list<scene::PixelPoint> points);

}  // namespace spreadmap::vector
