#include "model/classes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::model {
namespace {

std::vector<double> some_values(int most_count, int most_value) {
  std::vector<double> values(static_cast<std::size_t>(*rc::gen::inRange(1, most_count + 1)));
  for (double& value : values) value = *rc::gen::inRange(1, most_value + 1);
  return values;
}

/// Sum of squared distances to the means of the classes.
double cost(const std::vector<double>& values, const std::vector<double>& limits) {
  double sum = 0.0;
  for (std::size_t which = 0; which <= limits.size(); ++which) {
    double total = 0.0, count = 0.0;
    for (const double value : values) {
      if (class_of(limits, value) != which) continue;
      total += value;
      count += 1.0;
    }
    for (const double value : values) {
      const double off = value - total / count;
      if (class_of(limits, value) == which) sum += off * off;
    }
  }
  return sum;
}

/// The least cost of all ways to choose so many limits among the values.
double least_cost(const std::vector<double>& values, const std::vector<double>& distinct, std::size_t limit_count,
                  std::vector<double>& limits, std::size_t from = 0) {
  if (limits.size() == limit_count) return cost(values, limits);
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = from; i + 1 < distinct.size(); ++i) {
    limits.push_back(distinct[i]);
    least = std::min(least, least_cost(values, distinct, limit_count, limits, i + 1));
    limits.pop_back();
  }
  return least;
}

void assert_sound(const std::vector<double>& values, const std::vector<double>& limits, std::size_t class_count) {
  RC_ASSERT(limits.size() < class_count);
  RC_ASSERT(std::adjacent_find(limits.begin(), limits.end(), std::greater_equal<>()) == limits.end());
  std::vector<int> sizes(limits.size() + 1, 0);
  for (const double value : values) ++sizes.at(class_of(limits, value));
  // No colour of the legend is without an area.
  RC_ASSERT(std::find(sizes.begin(), sizes.end(), 0) == sizes.end());
  for (const double a : values) {
    for (const double b : values) RC_ASSERT(a > b || class_of(limits, a) <= class_of(limits, b));
  }
}

RC_GTEST_PROP(ClassLaws, EveryValueHasAClassAndTheGreaterNoLowerOne, ()) {
  const std::vector<double> values = some_values(60, 30);
  const auto class_count = *rc::gen::inRange<std::size_t>(2, 10);
  assert_sound(values, quantile_limits(values, class_count), class_count);
  assert_sound(values, jenks_limits(values, class_count), class_count);
}

RC_GTEST_PROP(ClassLaws, JenksIsTheBestOfAllWays, ()) {
  const std::vector<double> values = some_values(9, 40);
  const auto class_count = *rc::gen::inRange<std::size_t>(2, 5);
  const std::vector<double> limits = jenks_limits(values, class_count);
  std::vector<double> distinct = values;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<double> chosen;
  const double least = least_cost(values, distinct, std::min(class_count, distinct.size()) - 1, chosen);
  RC_ASSERT(cost(values, limits) <= least + 1e-9);
}

RC_GTEST_PROP(ClassLaws, QuantilesOfDifferentValuesAreOfNearlyEqualSize, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(10, 200);
  const auto class_count = *rc::gen::inRange<std::size_t>(2, 10);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>(i * i + 1));
  const std::vector<double> limits = quantile_limits(values, class_count);
  std::vector<std::size_t> sizes(class_count, 0);
  for (const double value : values) ++sizes.at(class_of(limits, value));
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
  RC_ASSERT(*most - *least <= 1U);
}

TEST(Classes, NaturalBreaksFallBetweenTheClumps) {
  EXPECT_EQ(jenks_limits({1, 2, 3, 20, 21, 22, 100, 101}, 3), (std::vector<double>{3, 22}));
  EXPECT_EQ(jenks_limits({5, 5, 5}, 4), std::vector<double>{});
  EXPECT_EQ(jenks_limits({}, 4), std::vector<double>{});
  EXPECT_EQ(quantile_limits({}, 4), std::vector<double>{});
}

RC_GTEST_PROP(Classes, RoundedLimitsHaveTwoFiguresAndLeaveNoClassEmpty, ()) {
  std::vector<double> values = some_values(30, 3000);
  const double unit = *rc::gen::element(1e-4, 0.01, 0.37, 1.0, 1e3);
  for (double& value : values) value *= unit;
  const auto class_count = static_cast<std::size_t>(*rc::gen::inRange(2, 9));
  const std::vector<double> exact = quantile_limits(values, class_count);
  const std::vector<double> limits = rounded_limits(exact, values);
  assert_sound(values, limits, class_count);
  for (const double limit : limits) {
    const double figures = limit / std::pow(10.0, std::floor(std::log10(limit)) - 1.0);
    RC_ASSERT(std::abs(figures - std::round(figures)) < 1e-6);
    RC_ASSERT(std::any_of(exact.begin(), exact.end(), [&](double of) { return std::abs(limit / of - 1.0) < 0.1; }));
  }
}

TEST(Classes, ALimitIsRoundedDownWhereNothingWouldLieAboveIt) {
  EXPECT_EQ(rounded_limits({9.96}, {3.0, 9.93, 9.96, 9.98}), std::vector<double>{9.9});
  EXPECT_EQ(rounded_limits({9.96}, {9.95, 9.98}), std::vector<double>{}) << "all that can be told apart is one class";
  EXPECT_EQ(rounded_limits({0.123, 0.4561}, {0.1, 0.123, 0.3, 0.4561, 0.8}), (std::vector<double>{0.12, 0.46}));
}

}  // namespace
}  // namespace spreadmap::model
