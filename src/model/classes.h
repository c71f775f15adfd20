#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "exhibit/exhibit.h"

namespace spreadmap::model {

/// Limits between classes of values: the upper ends of all but the last class, ascending; a value that is a limit belongs to the lower class.
/// All are finite and lie among the values; of few different values there are fewer than were asked for.

/// As many values in each class as can be, equal ones together.
std::vector<double> quantile_limits(std::vector<double> values, std::size_t class_count);

/// Natural breaks: of all ways to cut the values in order into so many classes one of those with the least sum of squared distances to the
/// classes' means. W. D. Fisher, On grouping for maximum homogeneity, JASA 53 (1958), which G. F. Jenks brought to maps (1977). Exact, in
/// O(k n log n): where the last cut is best never goes back as values are added, so it is searched for by halves (as X. Wu, Optimal
/// quantization by matrix searching, J. Algorithms 12 (1991), and H. Wang and M. Song's Ckmeans.1d.dp do).
std::vector<double> jenks_limits(std::vector<double> values, std::size_t class_count);

/// Limits by a layer's way. `values` above 0 only; without any: no limit, one class.
std::vector<double> limits_of(const exhibit::ClassesSpec& classes, std::vector<double> values);

/// Limits rounded to two figures, so that a legend can name them: to the nearest, or down or up where a class would be left without a value. One
/// that leaves a class empty all the same is left out, so that there is no colour without a value. Limits and `values` above 0.
std::vector<double> rounded_limits(const std::vector<double>& limits, std::vector<double> values);

/// The class of a value, from 0.
std::size_t class_of(std::span<const double> limits, double value);

}  // namespace spreadmap::model
