#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "scene/build_frame.h"
#include "scene/pick_index.h"

namespace spreadmap::scene {

/// A town or a ZIP that somebody looks for; `detail` is what a ZIP's town is called.
struct SoughtPlace {
  std::string_view name, detail, region;
  geo::LonLat at;
  geo::MapPoint point;
};

/// The record that answers for a place.
struct NearestRecord {
  std::uint32_t row = 0;
  bool is_of_place = false;  ///< the record says itself that it is there; else it is the nearest one elsewhere
  double away_km = 0.0;      ///< from the place, on the ground
};

/// How far from a place a record may be to be told of.
inline constexpr double kNearKm = 15.0;

/// Of a layer's records that the filter leaves, whenever they began: the nearest of the place itself, else the nearest at all; nullopt
/// where none is within `kNearKm`.
std::optional<NearestRecord> nearest_record(const SceneInputs& inputs, const PickIndex& index, std::size_t layer,
                                            const SoughtPlace& place);

}  // namespace spreadmap::scene
