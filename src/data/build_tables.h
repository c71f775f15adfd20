#pragma once
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"

namespace spreadmap::data {

/// What the reader must be asked for: one request for each layer that has records, then each base layer, then the places and the regions (if any), in that order.
std::vector<ReadRequest> requests_of(const exhibit::Exhibit& exhibit);

/// The requests of base layers, one each.
std::vector<ReadRequest> base_requests_of(const std::vector<exhibit::BaseLayerSpec>& base);
/// The answers to them, checked, in their order. Errors: as of `build_tables`.
Result<std::vector<Shapes>> build_base(const std::vector<exhibit::BaseLayerSpec>& base,
                                       const std::vector<Result<RawTable>>& answers, std::vector<RowProblem>& problems);

/// What the reader must be asked for to fill the tables of places to be found, one request each; asked only when somebody looks for one.
std::vector<ReadRequest> find_requests_of(const exhibit::Exhibit& exhibit);

/// The answers to `find_requests_of`, checked, in their order. Errors as of `build_tables`.
Result<std::vector<FindTable>> build_find_tables(const exhibit::Exhibit& exhibit,
                                                 const std::vector<Result<RawTable>>& answers,
                                                 std::vector<RowProblem>& problems);

/// What the reader must be asked for to fill a layer of areas: the areas, and their population where the layer has one. Asked only when
/// the layer is first shown.
std::vector<ReadRequest> area_requests_of(const exhibit::LayerSpec& layer);

/// The answers to `area_requests_of`, checked. An area that is no polygon, has no name or, where one is wanted, no key, is a problem, as is a
/// row of the population without key or number. Errors as of `build_tables`.
Result<AreaTable> build_area_table(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer,
                                   const std::vector<Result<RawTable>>& answers, std::vector<RowProblem>& problems);

/// The answers to `requests_of`, checked and turned into tables: the ONE place where tables are built. A bad row is set aside as a
/// RowProblem. A row without coordinates stays, with NaN, when its layer is signatories; elsewhere it is a problem.
/// Errors: a source that could not be read, a mapped column that is not there (the columns that are there are named).
Result<Tables> build_tables(const exhibit::Exhibit& exhibit, const std::vector<Result<RawTable>>& answers);

}  // namespace spreadmap::data
