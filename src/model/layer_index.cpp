#include "model/layer_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace spreadmap::model {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// How many of the ascending positions have come by the end of the day that `position_d` lies on.
int come_by(const std::vector<double>& ascending, double position_d) {
  return static_cast<int>(std::upper_bound(ascending.begin(), ascending.end(), std::floor(position_d)) -
                          ascending.begin());
}

void keep_unique(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

DatePrecision precision_of(time::DayInterval first) {
  if (first.is_exact()) return DatePrecision::kDay;
  const std::chrono::year_month_day from(first.earliest), to(first.latest);
  const bool same_month = from.year() == to.year() && from.month() == to.month();
  return same_month ? DatePrecision::kMonth : DatePrecision::kLess;
}

}  // namespace

LayerIndex::LayerIndex(const data::PointTable& table, const DayAxis& axis) {
  std::map<std::string, double, std::less<>> first_of_region;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const time::DayInterval first = table.first_day[row];
    const bool ends = table.last_day[row] != data::kNoEnd;
    earliest_d_.push_back(axis.position_d(first.earliest));
    latest_d_.push_back(axis.position_d(first.latest));
    // Something that ended on a day existed on that day: it is gone from the next one on.
    end_d_.push_back(ends ? axis.position_d(table.last_day[row].latest) + 1.0 : kNever);
    latest_sorted_.push_back(latest_d_.back());
    if (ends) {
      end_sorted_.push_back(end_d_.back());
      end_early_sorted_.push_back(axis.position_d(table.last_day[row].earliest) + 1.0);
    }
    if (first.is_exact()) {
      exact_sorted_.push_back(earliest_d_.back());
    } else {
      imprecise_.emplace_back(earliest_d_.back(), latest_d_.back());
    }
    dates_ = std::max(dates_, precision_of(first));
    const std::string_view region = table.region[row];
    if (region.empty()) continue;
    const auto [entry, is_new] = first_of_region.try_emplace(std::string(region), latest_d_.back());
    if (!is_new) entry->second = std::min(entry->second, latest_d_.back());
  }
  for (const auto& [region, first] : first_of_region) region_first_.push_back(first);
  for (auto* values : {&latest_sorted_, &end_sorted_, &end_early_sorted_, &exact_sorted_, &region_first_}) {
    std::sort(values->begin(), values->end());
  }
  collect_events(table);
  collect_weeks(axis);
}

void LayerIndex::collect_events(const data::PointTable& table) {
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.first_day[row].is_exact()) event_days_.push_back(earliest_d_[row]);
    if (table.last_day[row] != data::kNoEnd) event_days_.push_back(end_d_[row]);
  }
  keep_unique(event_days_);
}

void LayerIndex::collect_weeks(const DayAxis& axis) {
  for (const double first_d : exact_sorted_) {
    const double week_d = axis.position_d(time::week_of(axis.day_at(first_d)));
    if (weeks_.empty() || weeks_.back().from_d != week_d) weeks_.push_back({week_d, 0});
    ++weeks_.back().count;
  }
}

std::uint32_t LayerIndex::prefix(double position_d) const {
  return static_cast<std::uint32_t>(std::upper_bound(earliest_d_.begin(), earliest_d_.end(), position_d) -
                                    earliest_d_.begin());
}

DayCount LayerIndex::count(double position_d) const {
  const int possible = static_cast<int>(prefix(position_d));
  // What may have ended is not certain any more; what has surely ended is not possible.
  return {come_by(latest_sorted_, position_d) - come_by(end_early_sorted_, position_d),
          possible - come_by(end_sorted_, position_d)};
}

std::uint32_t LayerIndex::ended(double position_d) const {
  return static_cast<std::uint32_t>(come_by(end_sorted_, position_d));
}

DayCount LayerIndex::began_in_last(double position_d, int days) const {
  const double day_d = std::floor(position_d);
  DayCount began;
  began.certain = come_by(exact_sorted_, day_d) - come_by(exact_sorted_, day_d - days);
  // Those of an imprecise day that surely began in these days lie in them wholly, so their earliest day does.
  const auto by_earliest = [](double at_d, const auto& first) { return at_d < first.first; };
  const auto from = std::upper_bound(imprecise_.begin(), imprecise_.end(), day_d - days, by_earliest);
  const auto to = std::upper_bound(imprecise_.begin(), imprecise_.end(), day_d, by_earliest);
  began.certain += static_cast<int>(std::count_if(from, to, [&](const auto& first) { return first.second <= day_d; }));
  // All that may have begun by now, less what surely had before.
  began.possible = static_cast<int>(prefix(day_d)) - come_by(latest_sorted_, day_d - days);
  return began;
}

int LayerIndex::regions(double position_d) const { return come_by(region_first_, position_d); }

}  // namespace spreadmap::model
