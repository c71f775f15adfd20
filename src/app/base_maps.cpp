#include "app/base_maps.h"

#include "app/reading.h"
#include "data/build_tables.h"
#include "geo/projection.h"

namespace spreadmap::app {
namespace {

exhibit::BaseLayerSpec layer_of(const std::filesystem::path& file, const char* layer, exhibit::BaseRole role) {
  return {{.file = file, .layer = layer, .where = ""}, role};
}

}  // namespace

Result<const scene::BaseMap*> BaseMaps::read(std::optional<scene::BaseMap>& into,
                                             const std::vector<exhibit::BaseLayerSpec>& specs) {
  if (into) return &*into;
  const auto answers = answers_to(data::base_requests_of(specs), places_);
  if (!answers) return tl::unexpected(answers.error());
  std::vector<data::RowProblem> problems;
  auto shapes = data::build_base(specs, *answers, problems);
  if (!shapes) return tl::unexpected(shapes.error());
  std::vector<exhibit::BaseRole> roles;
  roles.reserve(specs.size());
  for (const exhibit::BaseLayerSpec& spec : specs) roles.push_back(spec.role);
  into = scene::BaseMap{std::move(roles), std::move(*shapes)};
  return &*into;
}

Result<const scene::BaseMap*> BaseMaps::built_in(const std::string& crs) {
  using exhibit::BaseRole;
  if (crs == geo::kUsComposite) {
    const auto file = places_.geodata / "us.gpkg";
    return read(
        states_,
        {layer_of(file, "states", BaseRole::kLand), layer_of(file, "county_lines", BaseRole::kCountyLine),
         layer_of(file, "state_lines", BaseRole::kStateLine), layer_of(file, "coast_lines", BaseRole::kCoastLine)});
  }
  const auto file = places_.geodata / "world.gpkg";
  return read(world_, {layer_of(file, "land", BaseRole::kLand), layer_of(file, "country_lines", BaseRole::kStateLine),
                       layer_of(file, "coast_lines", BaseRole::kCoastLine)});
}

Result<const data::Shapes*> BaseMaps::world_land() {
  const auto world = built_in("");
  if (!world) return tl::unexpected(world.error());
  return &(*world)->shapes.front();
}

}  // namespace spreadmap::app
