#include "app/explore.h"

#include "app/keys_file.h"
#include "app/session.h"
#include "app/stage.h"

namespace spreadmap::app {

Result<void> run_explore(const ExploreOptions& options, const Places& places) {
  const auto keymaps = load_keymaps(options.keys_file);
  if (!keymaps) return tl::unexpected(keymaps.error());
  const platform::WindowSpec spec{
      .title = "Spreadmap", .width_pt = options.size.width_px, .height_pt = options.size.height_px};
  const auto& exhibit = options.common.exhibit.empty() ? places.built_in_exhibit : options.common.exhibit;
  auto stage =
      Stage::create(spec, exhibit, places, {options.common.shaders}, options.common.strict, options.common.crs);
  if (!stage) return tl::unexpected(stage.error());
  const World& world = (*stage)->world();
  auto view = (*stage)->opening_view(options.common);
  if (!view) return tl::unexpected(view.error());
  if (options.day) {
    const auto playhead_d = position_in_timeline("--day", *options.day, world.story->axis());
    if (!playhead_d) return tl::unexpected(playhead_d.error());
    view->playhead_d = view->playback.anchor_playhead_d = *playhead_d;
  }
  Session session(**stage, options, places, *keymaps, std::move(*view));
  return session.run();
}

}  // namespace spreadmap::app
