#include "geo/projection.h"

#include <cmath>
#include <utility>
#include <variant>

#include "geo/proj_operation.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {

struct Projection::Impl {
  std::variant<UsComposite, ProjOperation> way;
  std::vector<Inset> insets;
};

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Result<Projection> Projection::create(const std::string& crs) {
  if (crs == kUsComposite) {
    Result<UsComposite> composite = UsComposite::create();
    if (!composite) return tl::unexpected(composite.error());
    std::vector<Inset> insets;
    for (const UsInset& inset : us_insets()) insets.push_back({inset.name, inset.frame});
    return Projection(std::make_unique<Impl>(Impl{std::move(*composite), std::move(insets)}));
  }
  Result<ProjOperation> operation = ProjOperation::create(crs);
  if (!operation) return tl::unexpected(operation.error());
  return Projection(std::make_unique<Impl>(Impl{std::move(*operation), {}}));
}

std::optional<MapPoint> Projection::map_from_lon_lat(LonLat point) const {
  MapPoint out;
  map_from_lon_lat({&point, 1}, {&out, 1});
  return std::isnan(out.x_m) ? std::nullopt : std::optional(out);
}

std::optional<LonLat> Projection::lon_lat_from_map(MapPoint point) const {
  return std::visit([point](const auto& way) { return way.lon_lat_from_map(point); }, impl_->way);
}

void Projection::map_from_lon_lat(std::span<const LonLat> points, std::span<MapPoint> out) const {
  std::visit([points, out](const auto& way) { way.map_from_lon_lat(points, out); }, impl_->way);
}

const std::vector<Projection::Inset>& Projection::insets() const { return impl_->insets; }

}  // namespace spreadmap::geo
