#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"

namespace spreadmap::data {

/// Why a row's shape is no polygon on the globe; nullopt: it is one.
std::optional<std::string> reason_against_polygon(const RawGeometry& geometry, std::size_t row);
/// A row's shape as the next feature.
void add_feature(Shapes& shapes, const RawGeometry& geometry, std::size_t row);

/// Rings or lines of one base layer. A row that leaves the globe, or whose shape does not fit the role (land wants
/// polygons, the others lines or polygons), is added to `problems`. Errors: not one shape in the whole layer.
Result<Shapes> build_shapes(const exhibit::BaseLayerSpec& base, const RawTable& raw, std::vector<RowProblem>& problems);

/// Places to label, largest first; equals as the source has them. A row without name, rank or point is added to
/// `problems`. Errors: a mapped column that is not there.
Result<PlaceTable> build_places(const exhibit::PlaceLabelSpec& places, const RawTable& raw,
                                std::vector<RowProblem>& problems);

/// Regions to label, those of the largest rank first. A row without name or shape is added to `problems`. Errors: a mapped column that
/// is not there.
Result<RegionTable> build_regions(const exhibit::RegionLabelSpec& regions, const RawTable& raw,
                                  std::vector<RowProblem>& problems);

/// Places to be found. A row without name or point is added to `problems`. Errors: a mapped column that is not there.
Result<FindTable> build_find_table(const exhibit::FindSpec& find, const RawTable& raw,
                                   std::vector<RowProblem>& problems);

}  // namespace spreadmap::data
