#pragma once
#include "geo/spaces.h"
#include "model/view_state.h"
#include "scene/fit_extent.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// From map to pixels: at zoom 1 the fit extent is whole in the room.
MapView map_view(const model::Camera& camera, const FitExtent& fit, const PixelRect& room, double px_per_pt);

/// The camera that shows an extent of the map whole in the room, and each label whole or not at all: it may stand up to a sixteenth of an octave
/// farther off than the extent alone asks for.
model::Camera camera_on(const geo::MapBounds& bounds, const FitExtent& fit, const PixelRect& room, double px_per_pt);

PixelPoint pixel_from_map(geo::MapPoint point, const MapView& view);
/// Where a point is drawn that lies at `to`, and at `from` in the plane that the map glides from. Of two places one may be none (NaN): then at the other.
PixelPoint pixel_between(geo::MapPoint to, geo::MapPoint from, const Frame& frame);
geo::MapPoint map_from_pixel(PixelPoint point, const MapView& view);

}  // namespace spreadmap::scene
