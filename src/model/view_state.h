#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/camera.h"
#include "model/filter.h"
#include "model/flight.h"
#include "model/record_ref.h"
#include "model/spotlight.h"
#include "style/colour_space.h"
#include "style/theme.h"
#include "time/playback.h"

namespace spreadmap::model {

struct LayerView {
  bool visible = true;
  bool shows_low_confidence = false;
  std::vector<std::string> kinds = {};  ///< only records of these kinds; empty: of any
  double opacity = 1.0;                 ///< of all that the layer draws, 0 to 1
  int window_days = 0;                  ///< a record is there for so many days; 0: for good
  bool operator==(const LayerView&) const = default;
};

/// Which parts of the furniture are there. `transport` is the play button: a window has it, an export by default not.
struct Furniture {
  bool title = true;
  bool counter = true;
  bool legend = true;
  bool strip = true;
  bool credits = true;
  bool transport = false;
  bool captions = true;  ///< what a cue says, below the map
  bool logo = true;      ///< the exhibit's, where it has one
  bool operator==(const Furniture&) const = default;
};

/// A part of the furniture, by the name that options and facts have for it.
struct FurniturePart {
  std::string_view name;
  bool Furniture::*is_there = nullptr;
};
inline constexpr std::array<FurniturePart, 8> kFurnitureParts{{{"title", &Furniture::title},
                                                               {"counter", &Furniture::counter},
                                                               {"legend", &Furniture::legend},
                                                               {"strip", &Furniture::strip},
                                                               {"credits", &Furniture::credits},
                                                               {"transport", &Furniture::transport},
                                                               {"captions", &Furniture::captions},
                                                               {"logo", &Furniture::logo}}};

/// What of a picture nothing covers where it is shown, as shares of its sides: furniture and text stay within, the map does not.
struct SafeArea {
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
  bool has_guides = false;  ///< lines at its edges are drawn, for a test print
  /// At least a fifth of either side is left.
  static constexpr double kMostOfBoth = 0.8;
  bool operator==(const SafeArea&) const = default;
};

/// A CRS and a camera in its plane.
struct CrsView {
  std::string crs;
  Camera camera;
  bool operator==(const CrsView&) const = default;
};

inline constexpr double kCrsGlide_s = 1.2;
/// The map on its way from one CRS to another. Times are wall clock seconds.
struct CrsGlide {
  std::string from_crs;
  Camera from_camera;  ///< in the plane of that CRS
  double start_s = 0.0;
  double share = 0.0;                ///< how far it is on its way, 0 to 1, eased
  double length_s = kCrsGlide_s;     ///< less where another glide waits for its end
  std::optional<CrsView> then = {};  ///< where the next glide goes
  bool operator==(const CrsGlide&) const = default;
};

inline constexpr double kMostTextScale = 3.0;

/// How the picture and the panels look to the one who looks.
struct Looks {
  style::ThemeName theme = style::ThemeName::kDark;
  style::Vision seen_with = style::Vision::kFull;  ///< a preview of how others see the colours
  double text_scale = 1.0;                         ///< 1 to kMostTextScale
  bool reduces_motion = false;                     ///< nothing flies, spreads or pops; time still plays
  bool operator==(const Looks&) const = default;
};

/// Two days side by side: left of a line the map shows another day than the playhead's.
struct Wipe {
  double left_d = 0.0;  ///< position of that day, whole
  double share = 0.5;   ///< where the line is, of the map's width, 0 to 1
  bool operator==(const Wipe&) const = default;
};

/// The cue of the exhibit that a picture belongs to, and how far what it says is there: each 0 to 1.
struct CueShown {
  std::size_t index = 0;
  double caption = 1.0;
  double card_ground = 0.0;  ///< how far its card covers the picture
  double card_text = 0.0;
  /// Lines of notes that the longest filter of all cues takes below the date, beside the usual ones: their room is kept, lest anything move.
  double note_lines = 0.0;
  bool operator==(const CueShown&) const = default;
};

/// All that a frame depends on beside the tables and its size. Written only by `applied` and `advanced`.
struct ViewState {
  double playhead_d = 0.0;  ///< f64 days since the timeline's epoch
  time::Playback playback;
  std::optional<time::PlayRange> stretch;  ///< what alone is played, over and over: whole days, at least one apart
  std::optional<time::PlayRange> strip;    ///< what the strip shows; nullopt: all
  std::string crs;                         ///< as geo::Projection takes it; the camera and all flights lie in its plane
  std::optional<CrsGlide> glide;
  bool graticule = false;
  bool scale_bar = true;
  std::optional<Wipe> wipe;
  Camera camera;
  std::optional<Flight> flight;          ///< the camera is on its way
  std::vector<LayerView> layers;         ///< one for each layer of the exhibit
  std::vector<std::size_t> layer_order;  ///< every layer of the exhibit once, from the lowest to the uppermost
  Filter filter;
  std::optional<RecordRef> pinned;  ///< whose card stays open
  std::optional<std::uint32_t>
      pinned_milestone;  ///< the same of a milestone, by its place in the exhibit; only one card is open
  Furniture furniture;
  SafeArea safe_area;
  std::optional<CueShown> cue;         ///< nullopt: none is told
  std::optional<Spotlight> spotlight;  ///< only a talk has one
  std::string language = "en";
  Looks looks;
  bool operator==(const ViewState&) const = default;
};

}  // namespace spreadmap::model
