#include "scene/money.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace spreadmap::scene {

double money_radius_pt(const style::LayerStyle& style, double amount_usd) {
  return style.radius_pt * std::sqrt(std::max(amount_usd, 0.0) / style.amount_at_radius);
}

std::vector<double> whole_amounts(const std::vector<double>& amounts_usd, const Spots& spots) {
  std::vector<double> sums_usd(spots.count);
  for (std::size_t row = 0; row < amounts_usd.size(); ++row) {
    if (!std::isnan(amounts_usd[row])) sums_usd[spots.of_row[row]] += amounts_usd[row];
  }
  return sums_usd;
}

std::vector<FixedCircle> whole_circles(const std::vector<double>& amounts_usd, const std::vector<geo::MapPoint>& points,
                                       const Spots& spots, const style::LayerStyle& style) {
  const std::vector<double> sums_usd = whole_amounts(amounts_usd, spots);
  std::vector<std::uint8_t> is_seen(spots.count);
  std::vector<FixedCircle> circles;
  for (std::size_t row = 0; row < spots.of_row.size(); ++row) {
    const std::uint32_t spot = spots.of_row[row];
    if (is_seen[spot] != 0 || !std::isfinite(points[row].x_m)) continue;
    is_seen[spot] = 1;
    circles.push_back(
        {points[row], sums_usd[spot] > 0.0 ? money_radius_pt(style, sums_usd[spot]) : kUnknownAmountRadiusPt});
  }
  return circles;
}

}  // namespace spreadmap::scene
