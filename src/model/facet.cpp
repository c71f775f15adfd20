#include "model/facet.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {

int Facet::Grouped::come_by(std::size_t group, double position_d) const {
  const auto begin = days.begin() + static_cast<std::ptrdiff_t>(group == 0 ? 0 : ends[group - 1]);
  const auto end = days.begin() + static_cast<std::ptrdiff_t>(ends[group]);
  return static_cast<int>(std::upper_bound(begin, end, std::floor(position_d)) - begin);
}

DayCount Facet::count(std::size_t group, double position_d) const {
  return {began_.come_by(group, position_d) - ended_.come_by(group, position_d),
          may_have_begun_.come_by(group, position_d) - surely_over_.come_by(group, position_d)};
}

}  // namespace spreadmap::model
