#include "scene/pick_index.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <utility>
#include <vector>

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
  std::vector<Tree> trees;  ///< by layer
};

PickIndex::PickIndex(const MapGeometry& geometry) : impl_(std::make_unique<Impl>()) {
  impl_->origin = geometry.origin;
  for (const auto& marks : geometry.marks) {
    std::vector<Entry> entries;
    entries.reserve(marks.size());
    for (std::uint32_t row = 0; row < marks.size(); ++row) {
      if (std::isfinite(marks[row].x_m)) entries.emplace_back(point_of(marks[row], geometry.origin), row);
    }
    // Given all at once the tree is packed.
    impl_->trees.emplace_back(entries.begin(), entries.end());
  }
}

PickIndex::PickIndex(PickIndex&&) noexcept = default;
PickIndex& PickIndex::operator=(PickIndex&&) noexcept = default;
PickIndex::~PickIndex() = default;

std::optional<std::uint32_t> PickIndex::nearest(std::size_t layer, geo::MapPoint to, double reach_m,
                                                const std::function<bool(std::uint32_t)>& is_wanted) const {
  const Point at = point_of(to, impl_->origin);
  const auto reach = static_cast<float>(reach_m);
  const bg::model::box<Point> within({at.x() - reach, at.y() - reach}, {at.x() + reach, at.y() + reach});
  const auto wanted = bgi::satisfies([&](const Entry& entry) { return is_wanted(entry.second); });
  const Tree& tree = impl_->trees[layer];
  const auto found = tree.qbegin(bgi::intersects(within) && wanted && bgi::nearest(at, 1));
  if (found == tree.qend() || std::hypot(found->first.x() - at.x(), found->first.y() - at.y()) > reach)
    return std::nullopt;
  return found->second;
}

}  // namespace spreadmap::scene
