#pragma once
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"

namespace spreadmap::data {

/// The areas of a layer, without people. An area that is no polygon on the globe, or has no name or no key where `fields.key` is mapped, is
/// added to `problems`. Errors: a mapped column that is not there; not one area.
Result<AreaTable> build_areas(const exhibit::LayerSpec& layer, const RawTable& raw, std::vector<RowProblem>& problems);

/// How many people live in each of the areas with these keys; NaN where the table does not know. A row without key or number, or one whose
/// key another row had before it, is added to `problems`. Errors: a column that is not there; not one area found in the table.
Result<std::vector<double>> people_of(const exhibit::PopulationSpec& population, const StringColumn& keys,
                                      const RawTable& raw, std::vector<RowProblem>& problems);

}  // namespace spreadmap::data
