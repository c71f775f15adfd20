#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "scene/map_geometry.h"

namespace spreadmap::scene {

/// The marks of all layers of points by place, so that the one under a finger is found among a million. Made once from the geometry;
/// immutable afterwards.
class PickIndex {
 public:
  explicit PickIndex(const MapGeometry& geometry);
  PickIndex(PickIndex&&) noexcept;
  PickIndex& operator=(PickIndex&&) noexcept;
  ~PickIndex();

  /// The row of a layer nearest to a point, no farther than `reach_m`, of those that `is_wanted`; of equally near ones any.
  /// Marks of one place stand `spread_m` apart (scene/stacks.h).
  [[nodiscard]] std::optional<std::uint32_t> nearest(std::size_t layer, geo::MapPoint to, double reach_m,
                                                     double spread_m,
                                                     const std::function<bool(std::uint32_t)>& is_wanted) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::scene
