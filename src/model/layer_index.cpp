#include "model/layer_index.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/parallel.h"

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

/// What is left of what came by a day. The same amounts in another order give sums that differ in their last digits: what these leave is nothing.
double rest_of(double come_usd, double gone_usd) {
  constexpr double kDigits = 1e-13;
  const double rest_usd = come_usd - gone_usd;
  return rest_usd > come_usd * kDigits ? rest_usd : 0.0;
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

void RunningSum::add(int day, double amount) {
  const double before = sums_.empty() ? 0.0 : sums_.back();
  days_.push_back(day);
  sums_.push_back(before + amount);
}

double RunningSum::by(int day) const {
  const auto count = static_cast<std::size_t>(come_by(days_, day));
  return count > 0 ? sums_[count - 1] : 0.0;
}

LayerIndex::LayerIndex(const LayerRows& rows, const DayAxis& axis, const std::vector<std::uint8_t>& refusals,
                       int window_days)
    : window_days_(window_days) {
  side_by_side(
      rows.days.row_count(), [&] { collect_entries(rows, refusals); },
      [&] {
        collect_by_latest(rows, refusals);
        if (rows.knows_amounts) collect_amounts(rows, refusals);
      },
      [&] { collect_ends(rows, refusals); });
  collect_events(axis);
  collect_widest_counts(axis);
}

void LayerIndex::collect_entries(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  const RowDays& days = rows.days;
  const bool is_whole =
      std::all_of(refusals.begin(), refusals.end(), [](std::uint8_t refusal) { return refusal == 0; });
  for (std::uint32_t row = 0; row < days.row_count(); ++row) {
    if (is_left_out(refusals, row)) continue;
    if (!is_whole) rows_.push_back(row);
    earliest_.push_back(days.earliest[row]);
    if (window_days_ > 0) {
      latest_.push_back(days.latest[row]);
      latest_so_far_.push_back(
          std::max(days.latest[row], latest_so_far_.empty() ? days.latest[row] : latest_so_far_.back()));
    }
    if (days.is_exact(row)) {
      exact_sorted_.push_back(days.earliest[row]);
    } else {
      imprecise_.emplace_back(days.earliest[row], days.latest[row]);
    }
    dates_ = std::max(dates_, rows.precision[row]);
    const double amount_usd = rows.table->amount_usd[row];
    const bool is_known = !std::isnan(amount_usd);
    has_unknown_amounts_ = has_unknown_amounts_ || !is_known;
    // Under a window what was before the axis goes, and is nothing to start from.
    if (window_days_ == 0 && is_known && !first_amount_before_axis_ && days.latest[row] < 0) {
      first_amount_before_axis_ = rows.table->first_day[row];
    }
  }
}

void LayerIndex::collect_by_latest(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  for (const std::uint32_t row : rows.days.by_latest) {
    if (is_left_out(refusals, row)) continue;
    latest_sorted_.push_back(rows.days.latest[row]);
    if (is_surely_there_once(rows.days, row, window_days_)) sure_begin_sorted_.push_back(rows.days.latest[row]);
  }
}

void LayerIndex::collect_ends(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  const RowDays& days = rows.days;
  for (const std::uint32_t row : days.by_end) {
    if (!is_left_out(refusals, row)) end_sorted_.push_back(days.end[row]);
  }
  std::vector<std::uint32_t> by_first_end = rows_by_first_end(days, window_days_);
  std::erase_if(by_first_end, [&](std::uint32_t row) { return is_left_out(refusals, row); });
  for (const std::uint32_t row : by_first_end) {
    if (is_surely_there_once(rows.days, row, window_days_))
      sure_end_sorted_.push_back(first_end(rows.days, row, window_days_));
  }
  for (const std::uint32_t row : rows_by_last_end(days, window_days_)) {
    if (!is_left_out(refusals, row)) last_end_sorted_.push_back(last_end(days, row, window_days_));
  }
  std::vector<std::uint32_t> counted;
  std::copy_if(days.by_latest.begin(), days.by_latest.end(), std::back_inserter(counted), [&](std::uint32_t row) {
    return !is_left_out(refusals, row) && is_surely_there_once(rows.days, row, window_days_);
  });
  collect_regions(rows, counted, by_first_end);
}

void LayerIndex::collect_regions(const LayerRows& rows, const std::vector<std::uint32_t>& by_latest,
                                 const std::vector<std::uint32_t>& by_first_end) {
  // How many of a region's records there surely are, going through the days on which they begin and those on which they may be no more.
  std::vector<int> now(rows.region.values.size(), 0);
  const auto has_region = [&](std::uint32_t row) { return !rows.region.values[rows.region.codes[row]].empty(); };
  auto ended = by_first_end.begin();
  const auto end_until = [&](int day) {
    for (; ended != by_first_end.end() && first_end(rows.days, *ended, window_days_) <= day; ++ended) {
      const bool is_counted = is_surely_there_once(rows.days, *ended, window_days_) && has_region(*ended);
      if (is_counted && --now[rows.region.codes[*ended]] == 0)
        region_end_.push_back(first_end(rows.days, *ended, window_days_));
    }
  };
  for (const std::uint32_t row : by_latest) {
    if (!has_region(row)) continue;
    end_until(rows.days.latest[row]);
    if (now[rows.region.codes[row]]++ == 0) region_begin_.push_back(rows.days.latest[row]);
  }
  end_until(kNeverDay - 1);
}

void LayerIndex::collect_amounts(const LayerRows& rows, const std::vector<std::uint8_t>& refusals) {
  const RowDays& days = rows.days;
  const auto amount_of = [&](std::uint32_t row) {
    const double usd = rows.table->amount_usd[row];
    return std::isnan(usd) || is_left_out(refusals, row) ? 0.0 : usd;
  };
  // Whether its day has surely come before its window may be over.
  const auto is_sure = [&](std::uint32_t row) {
    return days.latest[row] < window_over(days.earliest[row], window_days_);
  };
  for (std::uint32_t row = 0; row < days.row_count(); ++row) {
    const double usd = amount_of(row);
    if (usd == 0.0) continue;
    possible_amount_.add(days.earliest[row], usd);
    if (window_days_ > 0 && is_sure(row)) sure_gone_amount_.add(window_over(days.earliest[row], window_days_), usd);
  }
  for (const std::uint32_t row : days.by_latest) {
    const double usd = amount_of(row);
    if (usd == 0.0) continue;
    if (is_sure(row)) sure_amount_.add(days.latest[row], usd);
    if (window_days_ > 0) possible_gone_amount_.add(window_over(days.latest[row], window_days_), usd);
  }
}

void LayerIndex::collect_widest_counts(const DayAxis& axis) {
  const auto digits = [](int number) {
    int count = 1;
    while (number >= 10) number /= 10, ++count;
    return count;
  };
  const auto digits_of = [&](const DayCount& count) {
    return count.certain == count.possible ? 0 : digits(count.certain) + digits(count.possible);
  };
  const auto look_at = [&](int day) {
    const DayCount count = this->count(static_cast<double>(day));
    if (count.certain == count.possible) {
      widest_counts_.exact = std::max(widest_counts_.exact, count.certain);
    } else if (digits_of(count) > digits_of(widest_counts_.open)) {
      widest_counts_.open = count;
    }
  };
  // A count is what it was the day before, unless something begins or ends.
  const auto [first_d, last_d] = axis.whole();
  const int first = static_cast<int>(first_d), last = static_cast<int>(last_d);
  look_at(first);
  for (const auto* days : {&sure_begin_sorted_, &sure_end_sorted_, &earliest_, &last_end_sorted_}) {
    int before = first;
    for (auto day = std::upper_bound(days->begin(), days->end(), first); day != days->end() && *day <= last; ++day) {
      if (*day != before) look_at(*day);
      before = *day;
    }
  }
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

bool LayerIndex::may_be_there(std::uint32_t row, double position_d) const {
  const auto entry = entry_of(row);
  return entry && *entry < prefix(position_d) && !is_gone(*entry, position_d);
}

bool LayerIndex::is_gone(std::uint32_t entry, double position_d) const {
  return window_days_ > 0 && window_over(latest_[entry], window_days_) <= day_of(position_d);
}

std::uint32_t LayerIndex::gone(double position_d) const {
  return window_days_ > 0 ? static_cast<std::uint32_t>(come_by(latest_sorted_, day_of(position_d) - window_days_)) : 0;
}

std::uint32_t LayerIndex::gone_prefix(double position_d) const {
  return window_days_ > 0 ? static_cast<std::uint32_t>(come_by(latest_so_far_, day_of(position_d) - window_days_)) : 0;
}

DayCount LayerIndex::count(double position_d) const {
  const int day = day_of(position_d);
  const int possible = static_cast<int>(prefix(position_d));
  // What may have ended is not certain any more; what has surely ended is not possible.
  return {come_by(sure_begin_sorted_, day) - come_by(sure_end_sorted_, day), possible - come_by(last_end_sorted_, day)};
}

DayCount LayerIndex::begun(double position_d) const {
  return {come_by(latest_sorted_, day_of(position_d)), static_cast<int>(prefix(position_d))};
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
  return {rest_of(sure_amount_.by(day), sure_gone_amount_.by(day)),
          rest_of(possible_amount_.by(day), possible_gone_amount_.by(day))};
}

int LayerIndex::regions(double position_d) const {
  const int day = day_of(position_d);
  return come_by(region_begin_, day) - come_by(region_end_, day);
}

}  // namespace spreadmap::model
