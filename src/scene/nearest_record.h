#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "scene/build_frame.h"

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

/// How far from where a place lies a record of it may be: postal codes lie so far from the middle of their town. What is called the same farther
/// away is another place.
inline constexpr double kOfPlaceKm = 50.0;

/// Of a layer's records that the filter leaves and whose place is known, whenever they began: the nearest of the place itself, else the nearest at
/// all, on the ground and however far; nullopt where there is none. Asks every record: 0.1 s for a million.
std::optional<NearestRecord> nearest_record(const SceneInputs& inputs, std::size_t layer, const SoughtPlace& place);

}  // namespace spreadmap::scene
