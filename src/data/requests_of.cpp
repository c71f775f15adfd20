#include <algorithm>

#include "data/build_tables.h"

namespace spreadmap::data {
namespace {

ReadRequest request_of(const exhibit::SourceSpec& source) {
  ReadRequest request;
  request.file = source.file.string();
  request.layer = source.layer;
  request.where = source.where;
  return request;
}

}  // namespace

std::vector<ReadRequest> base_requests_of(const std::vector<exhibit::BaseLayerSpec>& base) {
  std::vector<ReadRequest> requests;
  for (const exhibit::BaseLayerSpec& layer : base) {
    ReadRequest& request = requests.emplace_back(request_of(layer.source));
    request.with_columns = false;
  }
  return requests;
}

std::vector<ReadRequest> requests_of(const exhibit::Exhibit& exhibit) {
  std::vector<ReadRequest> requests;
  for (const exhibit::LayerSpec& layer : exhibit.layers) {
    if (!has_records(layer.kind)) continue;
    ReadRequest& request = requests.emplace_back(request_of(layer.source));
    for (const auto& [field, column] : layer.fields) request.columns.push_back(column);
    for (const auto& [language, fields] : layer.fields_in) {
      for (const auto& [field, column] : fields) request.columns.push_back(column);
    }
    // Two fields may be filled from one column.
    std::sort(request.columns.begin(), request.columns.end());
    request.columns.erase(std::unique(request.columns.begin(), request.columns.end()), request.columns.end());
    request.with_columns = !request.columns.empty();
    request.with_geometry = !layer.fields.contains("lon");
  }
  for (ReadRequest& request : base_requests_of(exhibit.map.base)) requests.push_back(std::move(request));
  if (exhibit.map.places) {
    ReadRequest& request = requests.emplace_back(request_of(exhibit.map.places->source));
    request.columns = {exhibit.map.places->name_field, exhibit.map.places->rank_field};
  }
  if (exhibit.map.regions) {
    ReadRequest& request = requests.emplace_back(request_of(exhibit.map.regions->source));
    request.columns = {exhibit.map.regions->name_field};
    if (!exhibit.map.regions->code_field.empty()) request.columns.push_back(exhibit.map.regions->code_field);
    if (!exhibit.map.regions->rank_field.empty()) request.columns.push_back(exhibit.map.regions->rank_field);
  }
  return requests;
}

std::vector<ReadRequest> find_requests_of(const exhibit::Exhibit& exhibit) {
  std::vector<ReadRequest> requests;
  for (const exhibit::FindSpec& find : exhibit.map.find) {
    ReadRequest& request = requests.emplace_back(request_of(find.source));
    for (const std::string* field : {&find.name_field, &find.detail_field, &find.region_field, &find.rank_field}) {
      if (!field->empty()) request.columns.push_back(*field);
    }
    std::sort(request.columns.begin(), request.columns.end());
    request.columns.erase(std::unique(request.columns.begin(), request.columns.end()), request.columns.end());
  }
  return requests;
}

std::vector<ReadRequest> area_requests_of(const exhibit::LayerSpec& layer) {
  std::vector<ReadRequest> requests;
  ReadRequest& areas = requests.emplace_back(request_of(layer.source));
  for (const auto& [field, column] : layer.fields) areas.columns.push_back(column);
  std::sort(areas.columns.begin(), areas.columns.end());
  areas.columns.erase(std::unique(areas.columns.begin(), areas.columns.end()), areas.columns.end());
  if (!layer.population) return requests;
  ReadRequest& population = requests.emplace_back(request_of(layer.population->source));
  population.columns = {layer.population->key_field, layer.population->people_field};
  population.with_geometry = false;
  return requests;
}

}  // namespace spreadmap::data
