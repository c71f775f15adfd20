#pragma once
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "base/parallel.h"
#include "model/layer_index.h"

namespace spreadmap::model {

/// What may refuse a record, each on its own. A record's refusals are a bit for each of these.
enum class Dimension : std::uint8_t { kKind, kRegion, kDays, kAmount, kPrecision, kText, kConfidence };
inline constexpr std::uint8_t bit_of(Dimension dimension) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(dimension));
}

/// How many records stand in each group of one dimension (a kind, a region, a precision) by day, counting those that no *other* dimension
/// refuses: so that a panel shows what choosing another of its groups would give.
class Facet {
 public:
  /// `window_days`: as of LayerIndex, which counts a record on the same days. `group_of(row)`. `refusals`: by row, a bit for each dimension; empty:
  /// none refuses. Takes time in proportion to the rows.
  template <class GroupOf>
  Facet(const RowDays& days, int window_days, std::size_t group_count, const GroupOf& group_of,
        const std::vector<std::uint8_t>& refusals, Dimension own)
      : Facet(days, window_days, group_count, group_of,
              [&refusals, others = static_cast<std::uint8_t>(~bit_of(own))](auto row) {
                return refusals.empty() || (refusals[row] & others) == 0;
              }) {}
  /// The same of the rows that `is_left`.
  template <class GroupOf, class IsLeft>
  Facet(const RowDays& days, int window_days, std::size_t group_count, const GroupOf& group_of, const IsLeft& is_left)
      : began_(group_count), ended_(group_count), may_have_begun_(group_count), surely_over_(group_count) {
    const auto counts = [&](std::uint32_t row) { return is_left(row) && is_surely_there_once(days, row, window_days); };
    side_by_side(
        days.row_count(),
        [&] {
          began_.fill(
              days.by_latest, [&](std::uint32_t row) { return days.latest[row]; }, group_of, counts);
        },
        [&] {
          std::vector<std::uint32_t> in_table(days.row_count());
          std::iota(in_table.begin(), in_table.end(), 0U);
          may_have_begun_.fill(
              in_table, [&](std::uint32_t row) { return days.earliest[row]; }, group_of, is_left);
          surely_over_.fill(
              rows_by_last_end(days, window_days), [&](std::uint32_t row) { return last_end(days, row, window_days); },
              group_of, is_left);
          ended_.fill(
              rows_by_first_end(days, window_days),
              [&](std::uint32_t row) { return first_end(days, row, window_days); }, group_of, counts);
        });
  }

  [[nodiscard]] std::size_t group_count() const { return began_.ends.size(); }
  /// Records of a group that exist on the day of a position.
  [[nodiscard]] DayCount count(std::size_t group, double position_d) const;
  /// Records of a group on whichever day.
  [[nodiscard]] int total(std::size_t group) const { return may_have_begun_.total(group); }

 private:
  /// Days of all groups, ascending within each: group g has days[ends[g-1] .. ends[g]).
  struct Grouped {
    explicit Grouped(std::size_t group_count) : ends(group_count, 0) {}
    /// `rows` ascending by `day_of(row)`.
    template <class DayOf, class GroupOf, class IsLeft>
    void fill(const std::vector<std::uint32_t>& rows, const DayOf& day_of, const GroupOf& group_of,
              const IsLeft& is_left) {
      for (const std::uint32_t row : rows) {
        if (is_left(row)) ++ends[group_of(row)];
      }
      std::vector<std::uint32_t> next(ends.size(), 0);
      std::uint32_t sum = 0;
      for (std::size_t group = 0; group < ends.size(); ++group) {
        next[group] = sum;
        sum += ends[group];
        ends[group] = sum;
      }
      days.resize(sum);
      for (const std::uint32_t row : rows) {
        if (is_left(row)) days[next[group_of(row)]++] = day_of(row);
      }
    }
    [[nodiscard]] int come_by(std::size_t group, double position_d) const;
    [[nodiscard]] int total(std::size_t group) const {
      return static_cast<int>(ends[group] - (group == 0 ? 0 : ends[group - 1]));
    }
    std::vector<std::uint32_t> ends;
    std::vector<int> days;
  };
  Grouped began_, ended_;                 ///< of records that surely are there once
  Grouped may_have_begun_, surely_over_;  ///< of all
};

/// Counts in bins side by side; bin i reaches from edges[i] to edges[i + 1].
struct Histogram {
  std::vector<double> edges;
  std::vector<int> counts;  ///< of what no other dimension refuses
  std::vector<int> left;    ///< of these, what its own does not refuse either
};

}  // namespace spreadmap::model
