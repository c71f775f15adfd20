#pragma once
#include "geo/spaces.h"
#include "model/view_state.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// From map to pixels: at zoom 1 the fit extent fills the room as far as its shape allows, `margin_px` inside it so that marks at
/// the extent's edge are whole.
MapView map_view(const model::Camera& camera, const geo::MapBounds& fit_bounds, const PixelRect& room,
                 float margin_px = 0.0F);

PixelPoint pixel_from_map(geo::MapPoint point, const MapView& view);
/// Where a point is drawn that lies at `to`, and at `from` in the plane that the map glides from. Of two places one may be none (NaN): then at the other.
PixelPoint pixel_between(geo::MapPoint to, geo::MapPoint from, const Frame& frame);
geo::MapPoint map_from_pixel(PixelPoint point, const MapView& view);

}  // namespace spreadmap::scene
