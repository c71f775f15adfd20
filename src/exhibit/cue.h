#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exhibit/local_text.h"
#include "time/day.h"

namespace spreadmap::exhibit {

/// Where a cue looks: one of an extent, a region and a place; none of them: the whole map.
struct CueCameraSpec {
  std::vector<double>
      extent;          ///< west, south, east, north in degrees, WGS84; west of more than east: across the antimeridian
  std::string region;  ///< a name or a code of `map.regions`
  std::string place;   ///< a name of `map.find`, alone or with its region: "Arcadia, CA"
  double radius_km = 100.0;  ///< how far around a place is seen
  std::uint32_t line = 0;    ///< where the exhibit file has it, for messages; 0: nowhere
  [[nodiscard]] bool is_whole_map() const { return extent.empty() && region.empty() && place.empty(); }
  bool operator==(const CueCameraSpec&) const = default;
};

/// What is wrong with an extent in degrees; nullopt: nothing.
std::optional<std::string_view> fault_of_extent(const std::vector<double>& extent);

/// Which records a cue leaves; see model::Filter.
struct CueFilterSpec {
  std::vector<std::string> regions;
  std::vector<std::string> kinds;  ///< of the counted layer
  std::optional<time::DayInterval> days;
  std::vector<double> amount_usd;       ///< least and most, or none
  std::vector<std::string> precisions;  ///< day, month, less
  std::string text;
  std::uint32_t line = 0;
  bool operator==(const CueFilterSpec&) const = default;
};

/// A picture of type alone instead of the map.
enum class CueCard { kNone, kTitle, kCredits };
/// How time plays: with a ramp at both ends, or at one speed throughout.
enum class CueEasing { kSmooth, kLinear };

/// One step of a talk or a film: where the camera looks, which days play, what is shown and what is said. It goes there, plays, and
/// stands still; all lengths are seconds.
struct CueSpec {
  std::string id;
  LocalText title;
  LocalText text;
  LocalText notes;  ///< for the speaker
  CueCard card = CueCard::kNone;
  std::optional<CueCameraSpec> camera;
  std::optional<time::Day> day;                    ///< stands on that day
  std::optional<time::Day> from, to;               ///< plays from one to the other; both or none
  std::optional<std::vector<std::string>> layers;  ///< ids of those that are shown; nullopt: as the exhibit has it
  std::optional<CueFilterSpec> filter;
  std::optional<double> travel_s;  ///< how long it takes to get there; nullopt: as far as it is
  std::optional<double> play_s;    ///< how long its days play; nullopt: at the timeline's pace
  double dwell_s = 5.0;            ///< how long it stands still then
  CueEasing easing = CueEasing::kSmooth;
  std::uint32_t line = 0;
  bool operator==(const CueSpec&) const = default;
};

}  // namespace spreadmap::exhibit
