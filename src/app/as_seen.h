#pragma once
#include <string>

#include "app/world.h"
#include "base/result.h"
#include "model/view_state.h"

namespace spreadmap::app {

// What a window shows and no option of its own says: the camera, meridians and scale bar, what the strip shows, and of layers their order,
// opacity, sources of low confidence, kinds and windows. A JSON object with the keys of app/view_json.h, of which those are left out that are
// as without it.

/// Of a view, beside another that has its CRS; empty: nothing.
std::string as_seen(const World& world, const model::ViewState& without, const model::ViewState& seen);
/// The view with what `as_seen` says. Errors: what is no such object.
Result<model::ViewState> seen_as(const World& world, const model::ViewState& without, const std::string& text);

}  // namespace spreadmap::app
