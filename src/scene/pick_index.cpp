#include "scene/pick_index.h"

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <utility>
#include <vector>

#include "scene/stacks.h"

namespace spreadmap::scene {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

// 32-bit floats relative to the origin, as the vertex buffer holds them: what is seen is what is found.
using Point = bg::model::d2::point_xy<float>;
using Entry = std::pair<Point, std::uint32_t>;
constexpr std::size_t kNodeSize = 16;
using Tree = bgi::rtree<Entry, bgi::linear<kNodeSize>>;

Point point_of(geo::MapPoint point, geo::MapOrigin origin) {
  const geo::LocalPoint local = geo::local_from_map(point, origin);
  return {local.x_m, local.y_m};
}

}  // namespace

struct PickIndex::Impl {
  geo::MapOrigin origin;
  struct Layer {
    Tree tree;
    std::vector<std::uint32_t> order;  ///< by row; empty where no two share a place
    std::uint32_t largest_order = 0;
  };
  std::vector<Layer> layers;
};

PickIndex::PickIndex(const MapGeometry& geometry) : impl_(std::make_unique<Impl>()) {
  impl_->origin = geometry.origin;
  for (std::size_t layer = 0; layer < geometry.marks.size(); ++layer) {
    const auto& marks = geometry.marks[layer];
    std::vector<Entry> entries;
    entries.reserve(marks.size());
    for (std::uint32_t row = 0; row < marks.size(); ++row) {
      if (std::isfinite(marks[row].x_m)) entries.emplace_back(point_of(marks[row], geometry.origin), row);
    }
    // Given all at once the tree is packed.
    impl_->layers.push_back({Tree(entries.begin(), entries.end()), {}, 0});
    const auto& order = geometry.spots[layer].order;
    const std::uint32_t largest = order.empty() ? 0 : *std::max_element(order.begin(), order.end());
    if (largest > 0) {
      impl_->layers.back().order = order;
      impl_->layers.back().largest_order = std::min(largest, kMostApart - 1);
    }
  }
}

PickIndex::PickIndex(PickIndex&&) noexcept = default;
PickIndex& PickIndex::operator=(PickIndex&&) noexcept = default;
PickIndex::~PickIndex() = default;

std::optional<std::uint32_t> PickIndex::nearest(std::size_t layer, geo::MapPoint to, double reach_m, double spread_m,
                                                const std::function<bool(std::uint32_t)>& is_wanted) const {
  const Point at = point_of(to, impl_->origin);
  const Impl::Layer& of = impl_->layers[layer];
  const auto reach = static_cast<float>(reach_m), spread = static_cast<float>(of.largest_order > 0 ? spread_m : 0.0);
  const auto wanted = bgi::satisfies([&](const Entry& entry) { return is_wanted(entry.second); });
  const auto box_of = [&](float by) {
    return bg::model::box<Point>({at.x() - by, at.y() - by}, {at.x() + by, at.y() + by});
  };
  if (spread <= 0.0F) {
    const auto found = of.tree.qbegin(bgi::intersects(box_of(reach)) && wanted && bgi::nearest(at, 1));
    if (found == of.tree.qend() || std::hypot(found->first.x() - at.x(), found->first.y() - at.y()) > reach)
      return std::nullopt;
    return found->second;
  }
  // A mark is drawn beside its place, at most so far away as the last of the most.
  const float farthest = spread * std::sqrt(static_cast<float>(of.largest_order));
  std::optional<std::uint32_t> nearest;
  float least = reach;
  for (auto it = of.tree.qbegin(bgi::intersects(box_of(reach + farthest))); it != of.tree.qend(); ++it) {
    const PixelPoint offset = stack_offset(of.order[it->second]);
    const float away =
        std::hypot(it->first.x() + offset.x_px * spread - at.x(), it->first.y() - offset.y_px * spread - at.y());
    if (away > least || !is_wanted(it->second)) continue;
    least = away;
    nearest = it->second;
  }
  return nearest;
}

}  // namespace spreadmap::scene
