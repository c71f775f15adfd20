#pragma once
#include <optional>
#include <vector>

#include "app/stage.h"
#include "model/command.h"
#include "scene/nearest_record.h"

namespace spreadmap::app {

// How a window and a kiosk come to what somebody looked for.

/// What makes a record seen and opens its card: its layer on, its day come, itself pinned.
std::vector<model::ViewCommand> to_show(Stage& stage, const model::ViewState& view, model::RecordRef record);
/// To a place from near; `beside`: what is to be in sight with it, where it is not too far.
model::FlyTo to_place(const MapSheet& sheet, const model::ViewState& view, geo::MapPoint point,
                      std::optional<geo::MapPoint> beside = std::nullopt);

/// The record that answers for a town or a ZIP.
struct TownAnswer {
  model::RecordRef record;
  bool is_of_town = false;  ///< else it is the nearest of another
  std::string preface;      ///< what is said above its card where it is of another
};
/// nullopt: no counted layer, or no record of it that the filter leaves has a place.
std::optional<TownAnswer> answer_for(Stage& stage, const model::ViewState& view, const scene::SoughtPlace& place,
                                     const std::string& name);

}  // namespace spreadmap::app
