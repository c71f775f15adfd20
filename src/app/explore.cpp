#include "app/explore.h"

#include "app/explorer.h"
#include "app/stage.h"

namespace spreadmap::app {

Result<void> run_explore(const ExploreOptions& options, const Places& places) {
  const platform::WindowSpec spec{
      .title = "Spreadmap", .width_pt = options.size.width_px, .height_pt = options.size.height_px};
  const auto& exhibit = options.common.exhibit.empty() ? places.built_in_exhibit : options.common.exhibit;
  auto stage = Stage::create(spec, exhibit, places, {options.common.shaders}, options.common.strict);
  if (!stage) return tl::unexpected(stage.error());
  Explorer explorer(**stage, options, places);
  return explorer.run();
}

}  // namespace spreadmap::app
