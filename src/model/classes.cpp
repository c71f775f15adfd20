#include "model/classes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::model {
namespace {

/// Different values in order, each with how often it occurs, as running sums: so that the cost of a class takes one step.
struct Distinct {
  std::vector<double> values;
  std::vector<double> count, sum, squares;  ///< of the first i

  explicit Distinct(std::vector<double> all) : count{0.0}, sum{0.0}, squares{0.0} {
    std::sort(all.begin(), all.end());
    // About the middle, or the squares of large numbers would eat the digits of small differences.
    const double middle = all.empty() ? 0.0 : all[all.size() / 2];
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i;
      while (end < all.size() && all[end] == all[i]) ++end;
      const auto times = static_cast<double>(end - i);
      const double value = all[i] - middle;
      values.push_back(all[i]);
      count.push_back(count.back() + times);
      sum.push_back(sum.back() + times * value);
      squares.push_back(squares.back() + times * value * value);
      i = end;
    }
  }

  /// Sum of squared distances to their mean of the values [begin, end).
  [[nodiscard]] double cost(std::size_t begin, std::size_t end) const {
    const double n = count[end] - count[begin], s = sum[end] - sum[begin];
    return std::max(0.0, squares[end] - squares[begin] - s * s / n);
  }
};

/// One more class: for each number of values the least cost, and where its last class begins.
class NextClass {
 public:
  NextClass(const Distinct& distinct, const std::vector<double>& before, std::size_t classes)
      : cost(before.size(), std::numeric_limits<double>::infinity()),
        cut(before.size(), 0),
        distinct_(distinct),
        before_(before) {
    fill(classes, before.size() - 1, classes - 1, before.size() - 2);
  }

  std::vector<double> cost;
  std::vector<std::size_t> cut;

 private:
  /// For ends [first, last], whose best cuts lie in [low, high].
  void fill(std::size_t first, std::size_t last, std::size_t low, std::size_t high) {
    if (first > last) return;
    const std::size_t end = first + (last - first) / 2;
    cut[end] = low;
    for (std::size_t begin = low; begin <= std::min(high, end - 1); ++begin) {
      const double sum = before_[begin] + distinct_.cost(begin, end);
      if (sum < cost[end]) {
        cost[end] = sum;
        cut[end] = begin;
      }
    }
    if (end > first) fill(first, end - 1, low, cut[end]);
    fill(end + 1, last, cut[end], high);
  }

  const Distinct& distinct_;
  const std::vector<double>& before_;
};

}  // namespace

std::vector<double> quantile_limits(std::vector<double> values, std::size_t class_count) {
  std::sort(values.begin(), values.end());
  std::vector<double> limits;
  for (std::size_t i = 1; i < class_count && !values.empty(); ++i) {
    const std::size_t end = (values.size() * i + class_count / 2) / class_count;  // how many lie below
    if (end == 0) continue;
    const double limit = values[end - 1];
    if (limit < values.back() && (limits.empty() || limit > limits.back())) limits.push_back(limit);
  }
  return limits;
}

std::vector<double> jenks_limits(std::vector<double> values, std::size_t class_count) {
  const Distinct distinct(std::move(values));
  const std::size_t count = distinct.values.size();
  class_count = std::min(class_count, count);
  if (class_count < 2) return {};
  std::vector<double> cost(count + 1, std::numeric_limits<double>::infinity());
  for (std::size_t end = 1; end <= count; ++end) cost[end] = distinct.cost(0, end);
  std::vector<std::vector<std::size_t>> cuts;
  for (std::size_t classes = 2; classes <= class_count; ++classes) {
    NextClass next(distinct, cost, classes);
    cost = std::move(next.cost);
    cuts.push_back(std::move(next.cut));
  }
  std::vector<double> limits;
  std::size_t end = count;
  std::reverse(cuts.begin(), cuts.end());
  for (const auto& cut : cuts) {
    end = cut[end];
    limits.push_back(distinct.values[end - 1]);
  }
  std::reverse(limits.begin(), limits.end());
  return limits;
}

std::vector<double> rounded_limits(const std::vector<double>& limits, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto up_to = [&](double limit) { return std::upper_bound(values.begin(), values.end(), limit); };
  std::vector<double> rounded;
  auto below = values.begin();  // the first value above the limit before
  for (const double limit : limits) {
    // With two figures a number is a whole one of units: computed by division where a unit is a fraction, so that it is the nearest double.
    const int digits = static_cast<int>(std::floor(std::log10(limit))) - 1;
    const double power = std::pow(10.0, std::abs(digits));
    const double units = digits < 0 ? limit * power : limit / power;
    for (const double whole : {std::round(units), std::floor(units), std::ceil(units)}) {
      const double candidate = digits < 0 ? whole / power : whole * power;
      const auto end = up_to(candidate);
      if (end <= below || end == values.end()) continue;
      rounded.push_back(candidate);
      below = end;
      break;
    }
  }
  return rounded;
}

std::vector<double> limits_of(const exhibit::ClassesSpec& classes, std::vector<double> values) {
  const auto count = static_cast<std::size_t>(classes.count);
  switch (classes.method) {
    case exhibit::ClassMethod::kQuantile:
      return quantile_limits(std::move(values), count);
    case exhibit::ClassMethod::kJenks:
      return jenks_limits(std::move(values), count);
    case exhibit::ClassMethod::kFixed:
      break;
  }
  return classes.limits;
}

std::size_t class_of(std::span<const double> limits, double value) {
  return static_cast<std::size_t>(std::lower_bound(limits.begin(), limits.end(), value) - limits.begin());
}

}  // namespace spreadmap::model
