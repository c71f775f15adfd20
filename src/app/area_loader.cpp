#include "app/area_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/reading.h"
#include "base/log.h"
#include "data/build_tables.h"

namespace spreadmap::app {
namespace {

/// Records with a place that no area has are counted in none of them; it is said how many.
void report_in_none(const World& world, std::size_t layer, const model::AreaLayer& areas) {
  const auto none = static_cast<std::uint32_t>(areas.table.row_count());
  const auto in_none = std::count(areas.area_of_row.begin(), areas.area_of_row.end(), none);
  if (in_none == 0) return;
  log_warning(fmt::format("layer '{}': {} of the {} records of '{}' are in none of its areas",
                          world.exhibit.layers[layer].id, in_none, areas.area_of_row.size(),
                          world.exhibit.layers[areas.counted_layer].id));
}

Result<std::unique_ptr<model::AreaLayer>> load(const World& world, const Places& places, std::size_t layer) {
  const exhibit::LayerSpec& spec = world.exhibit.layers[layer];
  const auto answers = answers_to(data::area_requests_of(spec), places);
  if (!answers) return tl::unexpected(answers.error());
  std::vector<data::RowProblem> problems;
  auto table = data::build_area_table(world.exhibit, spec, *answers, problems);
  if (!table) return tl::unexpected(table.error());
  report_set_aside(problems);
  auto loaded =
      std::make_unique<model::AreaLayer>(model::make_area_layer(world.exhibit, spec, std::move(*table), *world.story));
  report_in_none(world, layer, *loaded);
  return loaded;
}

}  // namespace

AreaLoader::AreaLoader(const World& world, Places places)
    : world_(world), places_(std::move(places)), layers_(world.exhibit.layers.size()) {}

void AreaLoader::want(const model::ViewState& view) {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const bool is_areas = world_.exhibit.layers[i].kind == exhibit::LayerKind::kAreas;
    if (!is_areas || !view.layers[i].visible || layers_[i].is_asked_for) continue;
    layers_[i].is_asked_for = true;
    layers_[i].loading = std::async(std::launch::async, [this, i] { return load(world_, places_, i); });
  }
}

Result<std::vector<std::size_t>> AreaLoader::take() {
  std::vector<std::size_t> come;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    Loading& loading = layers_[i].loading;
    if (!loading.valid() || loading.wait_for(std::chrono::seconds(0)) != std::future_status::ready) continue;
    auto loaded = loading.get();
    if (!loaded) return tl::unexpected(loaded.error());
    layers_[i].loaded = std::move(*loaded);
    come.push_back(i);
  }
  return come;
}

Result<std::vector<std::size_t>> AreaLoader::wait() {
  for (const Layer& layer : layers_) {
    if (layer.loading.valid()) layer.loading.wait();
  }
  return take();
}

bool AreaLoader::is_loading() const {
  return std::any_of(layers_.begin(), layers_.end(), [](const Layer& layer) { return layer.loading.valid(); });
}

}  // namespace spreadmap::app
