#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "geo/projection.h"
#include "geo/spaces.h"
#include "model/layer_index.h"

namespace spreadmap::scene {

/// Where a record lies on one sheet, for a surface. Mirrors the second buffer of shaders/kernel.vert.
struct DensityPlace {
  geo::LocalPoint local;     // offset 0: NaN where it has no place
  float areal_scale = 0.0F;  // offset 8: square metres on the map in one on the ground; 0 where it has no place
};
static_assert(sizeof(DensityPlace) == 12);

/// The same with the days on which the record surely exists, [from_d, until_d). Mirrors the vertex layout of shaders/kernel.vert.
struct DensityPoint {
  DensityPlace place;    // offset 0
  float from_d = 0.0F;   // offset 12
  float until_d = 0.0F;  // offset 16
};
static_assert(sizeof(DensityPoint) == 20);

/// The records of a layer that an index holds and that surely exist once, by the day from which they do: what exists on a day is among the
/// first of them, and is what the index counts.
struct DensityPoints {
  std::vector<DensityPoint> points;
  std::vector<std::uint32_t> rows;  ///< of the points, in the table
  std::vector<float> untils;        ///< ascending

  /// Points [begin, end) may exist at a position; `gone` of the first `end` do not any more.
  struct Day {
    std::uint32_t begin = 0, end = 0, gone = 0;
  };
  [[nodiscard]] Day on(double position_d, int window_days) const;
};

/// What a layer's records are on one sheet, by row of its table; and the kernel's largest sums of them.
class DensityPeaks {
 public:
  /// `places`: of all rows, whatever is filtered out.
  explicit DensityPeaks(std::vector<DensityPlace> places) : places_(std::move(places)) {}

  [[nodiscard]] const std::vector<DensityPlace>& places() const { return places_; }
  /// The largest value of the surface of all records together, whichever day they exist on, for a kernel of so many metres on the map: in records per
  /// square metre on the ground. Found in cells of a quarter of the kernel, for kernels of powers of two, and between them by interpolation: a
  /// smooth function of the scale alone, a few hundredths beside the true largest. 0 without a record.
  [[nodiscard]] double at(double radius_m) const;

 private:
  [[nodiscard]] double peak(int octave) const;
  std::vector<DensityPlace> places_;
  mutable std::unordered_map<int, double> peaks_;  ///< by octave; what was asked for. One thread at a time
};

/// Of the rows of a table: `marks` and `lon_lat` are where they lie on the map and on the earth.
std::vector<DensityPlace> density_places(std::span<const geo::MapPoint> marks, std::span<const geo::LonLat> lon_lat,
                                         const geo::Projection& projection, geo::MapOrigin origin);

/// The points of an index in the order of time; takes time in proportion to the rows.
DensityPoints density_points(const model::LayerRows& rows, const model::LayerIndex& index,
                             std::span<const DensityPlace> places);

/// The volume under one kernel of radius 1 that is 1 high: (1 - r²)², the quartic or biweight kernel (B. W. Silverman, "Density Estimation for Statistics
/// and Data Analysis", 1986, section 4.2).
inline constexpr double kKernelVolume = 3.14159265358979323846 / 3.0;

}  // namespace spreadmap::scene
