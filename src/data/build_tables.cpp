#include "data/build_tables.h"

#include <algorithm>
#include <limits>

#include "data/build_areas.h"
#include "data/build_base.h"
#include "data/build_points.h"

namespace spreadmap::data {
namespace {

// The error of one source, led by the line of the exhibit that names it.
Error at_source(const exhibit::Exhibit& exhibit, const exhibit::SourceSpec& source, const Error& error) {
  if (source.line == 0) return error;
  return error.within(fmt::format("{}:{}", exhibit.file.string(), source.line));
}

// Hands the answer to `build` and puts what it builds at `out`.
template <class T, class Build>
Result<void> built(const exhibit::Exhibit& exhibit, const exhibit::SourceSpec& source, const Result<RawTable>& answer,
                   std::vector<RowProblem>& problems, T& out, const Build& build) {
  if (!answer) return tl::unexpected(at_source(exhibit, source, answer.error()));
  for (const RawFault& fault : answer->faults) problems.push_back({answer->source, fault.line, "", fault.reason});
  Result<T> table = build(*answer);
  if (!table) return tl::unexpected(at_source(exhibit, source, table.error()));
  out = *std::move(table);
  return {};
}

}  // namespace

Result<Tables> build_tables(const exhibit::Exhibit& exhibit, const std::vector<Result<RawTable>>& answers) {
  const auto layers_read = static_cast<std::size_t>(std::count_if(
      exhibit.layers.begin(), exhibit.layers.end(), [](const auto& layer) { return has_records(layer.kind); }));
  const std::size_t expected =
      layers_read + exhibit.map.base.size() + (exhibit.map.places ? 1U : 0U) + (exhibit.map.regions ? 1U : 0U);
  if (answers.size() != expected) return fail("the reader gave {} answers to {} questions", answers.size(), expected);
  Tables tables;
  tables.layers.resize(exhibit.layers.size());
  tables.base.resize(exhibit.map.base.size());
  auto answer = answers.begin();
  for (std::size_t i = 0; i < exhibit.layers.size(); ++i) {
    const exhibit::LayerSpec& layer = exhibit.layers[i];
    if (!has_records(layer.kind)) continue;
    const auto build = [&](const RawTable& raw) { return build_points(layer, raw, tables.problems); };
    if (Result<void> done = built(exhibit, layer.source, *answer++, tables.problems, tables.layers[i], build); !done)
      return tl::unexpected(done.error());
  }
  for (std::size_t i = 0; i < exhibit.map.base.size(); ++i) {
    const exhibit::BaseLayerSpec& base = exhibit.map.base[i];
    const auto build = [&](const RawTable& raw) { return build_shapes(base, raw, tables.problems); };
    if (Result<void> done = built(exhibit, base.source, *answer++, tables.problems, tables.base[i], build); !done)
      return tl::unexpected(done.error());
  }
  if (exhibit.map.places) {
    const exhibit::PlaceLabelSpec& places = *exhibit.map.places;
    const auto build = [&](const RawTable& raw) { return build_places(places, raw, tables.problems); };
    if (Result<void> done = built(exhibit, places.source, *answer++, tables.problems, tables.places, build); !done)
      return tl::unexpected(done.error());
  }
  if (exhibit.map.regions) {
    const exhibit::RegionLabelSpec& regions = *exhibit.map.regions;
    const auto build = [&](const RawTable& raw) { return build_regions(regions, raw, tables.problems); };
    if (Result<void> done = built(exhibit, regions.source, *answer++, tables.problems, tables.regions, build); !done)
      return tl::unexpected(done.error());
  }
  return tables;
}

Result<std::vector<Shapes>> build_base(const std::vector<exhibit::BaseLayerSpec>& base,
                                       const std::vector<Result<RawTable>>& answers,
                                       std::vector<RowProblem>& problems) {
  if (answers.size() != base.size())
    return fail("the reader gave {} answers to {} questions", answers.size(), base.size());
  std::vector<Shapes> layers;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (!answers[i]) return tl::unexpected(answers[i].error());
    auto shapes = build_shapes(base[i], *answers[i], problems);
    if (!shapes) return tl::unexpected(shapes.error());
    layers.push_back(std::move(*shapes));
  }
  return layers;
}

Result<std::vector<FindTable>> build_find_tables(const exhibit::Exhibit& exhibit,
                                                 const std::vector<Result<RawTable>>& answers,
                                                 std::vector<RowProblem>& problems) {
  const auto& specs = exhibit.map.find;
  if (answers.size() != specs.size()) {
    return fail("the reader gave {} answers to {} questions", answers.size(), specs.size());
  }
  std::vector<FindTable> tables(specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const auto build = [&](const RawTable& raw) { return build_find_table(specs[i], raw, problems); };
    if (Result<void> done = built(exhibit, specs[i].source, answers[i], problems, tables[i], build); !done)
      return tl::unexpected(done.error());
  }
  return tables;
}

Result<AreaTable> build_area_table(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer,
                                   const std::vector<Result<RawTable>>& answers, std::vector<RowProblem>& problems) {
  const std::size_t expected = layer.population ? 2 : 1;
  if (answers.size() != expected) return fail("the reader gave {} answers to {} questions", answers.size(), expected);
  AreaTable table;
  const auto build = [&](const RawTable& raw) { return build_areas(layer, raw, problems); };
  if (Result<void> done = built(exhibit, layer.source, answers[0], problems, table, build); !done)
    return tl::unexpected(done.error());
  table.people.assign(table.name.size(), std::numeric_limits<double>::quiet_NaN());
  if (!layer.population) return table;
  const auto join = [&](const RawTable& raw) { return people_of(*layer.population, table.key, raw, problems); };
  if (Result<void> done = built(exhibit, layer.population->source, answers[1], problems, table.people, join); !done)
    return tl::unexpected(done.error());
  return table;
}

}  // namespace spreadmap::data
