#pragma once
#include "app/stage.h"

namespace spreadmap::app {

/// A stage that needs no display, of an exhibit's file or, without one, of the built-in exhibit.
inline Result<std::unique_ptr<Stage>> offscreen_stage(const std::filesystem::path& exhibit_file = {}) {
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  return Stage::create({.title = "test", .width_pt = 64, .height_pt = 64, .is_offscreen = true},
                       exhibit_file.empty() ? places->built_in_exhibit : exhibit_file, *places, {}, true);
}

}  // namespace spreadmap::app
