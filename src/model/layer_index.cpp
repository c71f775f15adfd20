#include "model/layer_index.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {
namespace {

/// The day that a position lies on; positions far off the axis are held where a day still is a number.
int day_of(double position_d) {
  constexpr double kFarthest_d = 1e9;
  return static_cast<int>(std::floor(std::clamp(position_d, -kFarthest_d, kFarthest_d)));
}

/// How many of the ascending days have come by the end of a day.
int come_by(const std::vector<int>& ascending, int day) {
  return static_cast<int>(std::upper_bound(ascending.begin(), ascending.end(), day) - ascending.begin());
}

/// The running sum of the first `count`; 0 of none.
double sum_of(const std::vector<double>& sums, int count) {
  return count > 0 && !sums.empty() ? sums[static_cast<std::size_t>(count) - 1] : 0.0;
}

bool is_left_out(const std::vector<std::uint8_t>& refusals, std::uint32_t row) {
  return !refusals.empty() && refusals[row] != 0;
}

}  // namespace

DatePrecision precision_of(time::DayInterval first) {
  if (first.is_exact()) return DatePrecision::kDay;
  const std::chrono::year_month_day from(first.earliest), to(first.latest);
  const bool same_month = from.year() == to.year() && from.month() == to.month();
  return same_month ? DatePrecision::kMonth : DatePrecision::kLess;
}

LayerRows layer_rows_of(const data::PointTable& table, const DayAxis& axis) {
  LayerRows rows{&table, row_days_of(table, axis), coded(table.kind), coded(table.region), {}, false};
  rows.knows_amounts =
      std::any_of(table.amount_usd.begin(), table.amount_usd.end(), [](double usd) { return !std::isnan(usd); });
  rows.precision.reserve(table.row_count());
  for (const time::DayInterval first : table.first_day) rows.precision.push_back(precision_of(first));
  return rows;
}

LayerIndex::LayerIndex(const LayerRows& rows, const DayAxis& axis, const std::vector<std::uint8_t>& refusals) {
  collect_entries(rows, refusals);
  collect_by_latest(rows, refusals);
  for (const std::uint32_t row : rows.days.by_end) {
    if (!is_left_out(refusals, row)) end_sorted_.push_back(rows.days.end[row]);
  }
  for (const std::uint32_t row : rows.days.by_end_early) {
    if (!is_left_out(refusals, row)) end_early_sorted_.push_back(rows.days.end_early[row]);
  }
  collect_regions(rows, refusals);
  collect_events(axis);
}

void LayerIndex::collect_entries(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  const RowDays& days = rows.days;
  const bool is_whole =
      std::all_of(refusals.begin(), refusals.end(), [](std::uint8_t refusal) { return refusal == 0; });
  const bool sums_amounts = rows.knows_amounts;
  double sum_usd = 0.0;
  for (std::uint32_t row = 0; row < days.row_count(); ++row) {
    if (is_left_out(refusals, row)) continue;
    if (!is_whole) rows_.push_back(row);
    earliest_.push_back(days.earliest[row]);
    if (days.is_exact(row)) {
      exact_sorted_.push_back(days.earliest[row]);
    } else {
      imprecise_.emplace_back(days.earliest[row], days.latest[row]);
    }
    dates_ = std::max(dates_, rows.precision[row]);
    const double amount_usd = rows.table->amount_usd[row];
    const bool is_known = !std::isnan(amount_usd);
    has_unknown_amounts_ = has_unknown_amounts_ || !is_known;
    if (sums_amounts) amount_by_earliest_usd_.push_back(sum_usd += is_known ? amount_usd : 0.0);
    if (is_known && !first_amount_before_axis_ && days.latest[row] < 0) {
      first_amount_before_axis_ = rows.table->first_day[row];
    }
  }
}

void LayerIndex::collect_by_latest(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  const bool sums_amounts = rows.knows_amounts;
  double sum_usd = 0.0;
  latest_sorted_.reserve(earliest_.size());
  for (const std::uint32_t row : rows.days.by_latest) {
    if (is_left_out(refusals, row)) continue;
    const int latest = rows.days.latest[row];
    latest_sorted_.push_back(latest);
    if (!sums_amounts) continue;
    const double amount_usd = rows.table->amount_usd[row];
    amount_by_latest_usd_.push_back(sum_usd += std::isnan(amount_usd) ? 0.0 : amount_usd);
  }
}

void LayerIndex::collect_regions(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  // How many of a region's records there surely are, going through the days on which they begin and those on which they may be no more.
  const RowDays& days = rows.days;
  std::vector<int> now(rows.region.values.size(), 0);
  const auto is_counted = [&](std::uint32_t row) {
    const bool surely_exists_once = days.latest[row] < days.end_early[row];
    return surely_exists_once && !is_left_out(refusals, row) && !rows.region.values[rows.region.codes[row]].empty();
  };
  auto ended = days.by_end_early.begin();
  const auto end_until = [&](int day) {
    for (; ended != days.by_end_early.end() && days.end_early[*ended] <= day; ++ended) {
      if (is_counted(*ended) && --now[rows.region.codes[*ended]] == 0) region_end_.push_back(days.end_early[*ended]);
    }
  };
  for (const std::uint32_t row : days.by_latest) {
    if (!is_counted(row)) continue;
    end_until(days.latest[row]);
    if (now[rows.region.codes[row]]++ == 0) region_begin_.push_back(days.latest[row]);
  }
  end_until(kNeverDay - 1);
}

void LayerIndex::collect_events(const DayAxis& axis) {
  // Both ascend, and of many records of one day one is enough.
  for (const auto* days : {&exact_sorted_, &end_sorted_}) {
    const auto middle = static_cast<std::ptrdiff_t>(event_days_.size());
    for (const int day : *days) {
      const bool is_new = static_cast<std::ptrdiff_t>(event_days_.size()) == middle || event_days_.back() != day;
      if (is_new) event_days_.push_back(day);
    }
    std::inplace_merge(event_days_.begin(), event_days_.begin() + middle, event_days_.end());
  }
  event_days_.erase(std::unique(event_days_.begin(), event_days_.end()), event_days_.end());
  int counted_day = kNeverDay, in_day = 0;
  for (const int day : exact_sorted_) {
    in_day = day == counted_day ? in_day + 1 : 1;
    if (day >= 0) most_in_a_day_ = std::max(most_in_a_day_, in_day);
    if (day != counted_day) {
      counted_day = day;
      const double week_d = axis.position_d(time::week_of(axis.day_at(day)));
      if (weeks_.empty() || weeks_.back().from_d != week_d) weeks_.push_back({week_d, 0});
    }
    ++weeks_.back().count;
  }
}

std::optional<std::uint32_t> LayerIndex::entry_of(std::uint32_t row) const {
  if (rows_.empty()) return row < entry_count() ? std::optional(row) : std::nullopt;
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), row);
  if (found == rows_.end() || *found != row) return std::nullopt;
  return static_cast<std::uint32_t>(found - rows_.begin());
}

std::uint32_t LayerIndex::prefix(double position_d) const {
  return static_cast<std::uint32_t>(come_by(earliest_, day_of(position_d)));
}

bool LayerIndex::may_have_begun(std::uint32_t row, double position_d) const {
  const auto entry = entry_of(row);
  return entry && *entry < prefix(position_d);
}

DayCount LayerIndex::count(double position_d) const {
  const int day = day_of(position_d);
  const int possible = static_cast<int>(prefix(position_d));
  // What may have ended is not certain any more; what has surely ended is not possible.
  return {come_by(latest_sorted_, day) - come_by(end_early_sorted_, day), possible - come_by(end_sorted_, day)};
}

std::uint32_t LayerIndex::ended(double position_d) const {
  return static_cast<std::uint32_t>(come_by(end_sorted_, day_of(position_d)));
}

DayCount LayerIndex::began_in_last(double position_d, int days) const {
  const int day = day_of(position_d);
  DayCount began;
  began.certain = come_by(exact_sorted_, day) - come_by(exact_sorted_, day - days);
  // Those of an imprecise day that surely began in these days lie in them wholly, so their earliest day does.
  const auto by_earliest = [](int at, const auto& first) { return at < first.first; };
  const auto from = std::upper_bound(imprecise_.begin(), imprecise_.end(), day - days, by_earliest);
  const auto to = std::upper_bound(imprecise_.begin(), imprecise_.end(), day, by_earliest);
  began.certain += static_cast<int>(std::count_if(from, to, [&](const auto& first) { return first.second <= day; }));
  // All that may have begun by now, less what surely had before.
  began.possible = static_cast<int>(prefix(day)) - come_by(latest_sorted_, day - days);
  return began;
}

int LayerIndex::began_on(double position_d) const {
  const int day = day_of(position_d);
  return come_by(exact_sorted_, day) - come_by(exact_sorted_, day - 1);
}

DayAmount LayerIndex::amount(double position_d) const {
  const int day = day_of(position_d);
  return {sum_of(amount_by_latest_usd_, come_by(latest_sorted_, day)),
          sum_of(amount_by_earliest_usd_, come_by(earliest_, day))};
}

int LayerIndex::regions(double position_d) const {
  const int day = day_of(position_d);
  return come_by(region_begin_, day) - come_by(region_end_, day);
}

}  // namespace spreadmap::model
