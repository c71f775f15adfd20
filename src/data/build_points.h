#pragma once
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"

namespace spreadmap::data {

/// One layer's rows, checked and sorted by (earliest, line). Rows that do not hold are added to `problems`, one entry a
/// row. Errors: a mapped column that is not there; no position at all.
Result<PointTable> build_points(const exhibit::LayerSpec& layer, const RawTable& raw,
                                std::vector<RowProblem>& problems);

}  // namespace spreadmap::data
