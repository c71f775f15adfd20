#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/record_ref.h"
#include "scene/build_frame.h"
#include "scene/pick_index.h"

namespace spreadmap::scene {

/// The record whose mark lies under a point of the frame that was built last from these inputs and this view, or no farther from it than
/// `slop_px`. Where marks lie on one another the upper layer wins, within a layer the nearest;
/// but circles let through what lies under them, so that a smaller mark within one is meant itself.
std::optional<model::RecordRef> record_at(const SceneInputs& inputs, const model::ViewState& view, const Frame& frame,
                                          const PickIndex& index, PixelPoint point, float slop_px);

/// Where a record's mark lies in a frame, and how large it is; nullopt where it has no place on this map.
struct MarkPlace {
  PixelPoint centre;
  float radius_px = 0.0F;
};
std::optional<MarkPlace> mark_place(const SceneInputs& inputs, const Frame& frame, model::RecordRef record);

}  // namespace spreadmap::scene
