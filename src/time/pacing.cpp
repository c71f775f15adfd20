#include "time/pacing.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::time {
namespace {

// All time by events would leave a quiet week none, and a day without time cannot be sought.
constexpr double kMostEventWeight = 0.9;
constexpr double kMostLingerShare = 0.5;

/// Each bin's events a day, as a mean with its two neighbours on either side.
std::vector<double> smoothed_rates(const std::vector<Pacing::Bin>& bins, double to_d) {
  constexpr std::ptrdiff_t kReach = 2;
  const auto count = static_cast<std::ptrdiff_t>(bins.size());
  std::vector<double> rates;
  for (std::ptrdiff_t bin = 0; bin < count; ++bin) {
    const std::ptrdiff_t first = std::max<std::ptrdiff_t>(0, bin - kReach), last = std::min(count - 1, bin + kReach);
    double sum = 0.0;
    for (std::ptrdiff_t i = first; i <= last; ++i) sum += bins[static_cast<std::size_t>(i)].count;
    const double end_d = last + 1 < count ? bins[static_cast<std::size_t>(last) + 1].from_d : to_d;
    rates.push_back(sum / std::max(end_d - bins[static_cast<std::size_t>(first)].from_d, 1.0));
  }
  return rates;
}

}  // namespace

Pacing::Pacing(const Rules& rules, PlayRange whole, std::vector<double> linger_days, const std::vector<Bin>& bins)
    : rules_(rules) {
  std::erase_if(linger_days, [&](double day_d) { return day_d < whole.from_d || day_d + 1.0 > whole.to_d; });
  std::sort(linger_days.begin(), linger_days.end());
  linger_days.erase(std::unique(linger_days.begin(), linger_days.end()), linger_days.end());

  std::vector<double> places{whole.from_d, whole.to_d};
  for (const Bin& bin : bins) places.push_back(bin.from_d);
  for (const double day_d : linger_days) places.insert(places.end(), {day_d, day_d + 1.0});
  std::erase_if(places, [&](double at_d) { return !whole.contains(at_d); });
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());

  const std::vector<double> rates = smoothed_rates(bins, whole.to_d);
  const auto rate_at = [&](double at_d) {
    const auto above = std::upper_bound(bins.begin(), bins.end(), at_d,
                                        [](double position_d, const Bin& bin) { return position_d < bin.from_d; });
    return above == bins.begin() ? 0.0 : rates[static_cast<std::size_t>(above - bins.begin()) - 1];
  };
  double events = 0.0;
  for (std::size_t i = 0; i + 1 < places.size(); ++i) events += rate_at(places[i]) * (places[i + 1] - places[i]);
  const double by_events = events > 0.0 ? std::clamp(rules.event_weight, 0.0, kMostEventWeight) : 0.0;
  const double mean = std::max(events, 1e-9) / std::max(whole.length_d(), 1e-9);
  Knot knot{whole.from_d, 0.0, 0.0};
  knots_.push_back(knot);
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const double length_d = places[i + 1] - places[i];
    const bool is_lingered = std::binary_search(linger_days.begin(), linger_days.end(), std::floor(places[i]));
    if (is_lingered) {
      knot.lingers += length_d;
    } else {
      knot.weight += length_d * (1.0 - by_events + by_events * rate_at(places[i]) / mean);
    }
    knot.at_d = places[i + 1];
    knots_.push_back(knot);
  }
}

Pacing::Knot Pacing::at(double position_d) const {
  const auto above = std::upper_bound(knots_.begin(), knots_.end(), position_d,
                                      [](double at_d, const Knot& knot) { return at_d < knot.at_d; });
  if (above == knots_.begin()) return knots_.front();
  if (above == knots_.end()) return knots_.back();
  const Knot &before = *std::prev(above), &after = *above;
  const double share = (position_d - before.at_d) / (after.at_d - before.at_d);
  return {position_d, std::lerp(before.weight, after.weight, share), std::lerp(before.lingers, after.lingers, share)};
}

Course::Course(PlayRange range, const Pacing* pacing, double days_per_s) : range_(range) {
  if (pacing == nullptr || !(range.length_d() > 0.0) || !(days_per_s > 0.0)) return;
  from_ = pacing->at(range.from_d);
  const Pacing::Knot to = pacing->at(range.to_d);
  const double lingers = to.lingers - from_.lingers, weight = to.weight - from_.weight;
  // Within one lingered day there is nothing to linger against.
  if (!(weight > 0.0)) return;
  pacing_ = pacing;
  if (lingers > 0.0) {
    linger_s_ = std::min(pacing->linger_s(), kMostLingerShare * range.length_d() / days_per_s / lingers);
    by_linger_d_ = linger_s_ * days_per_s;
  }
  by_weight_d_ = (range.length_d() - by_linger_d_ * lingers) / weight;
}

double Course::played_at(const Pacing::Knot& sums) const {
  return range_.from_d + (sums.weight - from_.weight) * by_weight_d_ + (sums.lingers - from_.lingers) * by_linger_d_;
}

double Course::played_d(double position_d) const {
  if (pacing_ == nullptr || position_d <= range_.from_d || position_d >= range_.to_d) return position_d;
  return std::clamp(played_at(pacing_->at(position_d)), range_.from_d, range_.to_d);
}

double Course::position_d(double played_d) const {
  if (pacing_ == nullptr || played_d <= range_.from_d || played_d >= range_.to_d) return played_d;
  const auto& knots = pacing_->knots();
  const auto above =
      std::upper_bound(knots.begin(), knots.end(), played_d,
                       [&](double played, const Pacing::Knot& knot) { return played < played_at(knot); });
  if (above == knots.begin() || above == knots.end()) return played_d;
  const double low_d = played_at(*std::prev(above)), high_d = played_at(*above);
  const double share = (played_d - low_d) / (high_d - low_d);
  return std::clamp(std::lerp(std::prev(above)->at_d, above->at_d, share), range_.from_d, range_.to_d);
}

double Course::pace(double position_d) const {
  if (pacing_ == nullptr || !range_.contains(position_d)) return 1.0;
  const auto& knots = pacing_->knots();
  auto above = std::upper_bound(knots.begin(), knots.end(), position_d,
                                [](double at_d, const Pacing::Knot& knot) { return at_d < knot.at_d; });
  if (above == knots.end()) --above;
  if (above == knots.begin()) ++above;
  return (above->at_d - std::prev(above)->at_d) / (played_at(*above) - played_at(*std::prev(above)));
}

}  // namespace spreadmap::time
