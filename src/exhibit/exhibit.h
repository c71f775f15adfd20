#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exhibit/cue.h"
#include "exhibit/local_text.h"
#include "style/layer_style.h"
#include "style/theme.h"
#include "time/day.h"

namespace spreadmap::exhibit {

/// Where rows come from: a file that GDAL reads (path already resolved against the exhibit's folder), a layer of it (empty:
/// the first), and a condition in OGR SQL (empty: all rows).
struct SourceSpec {
  std::filesystem::path file;
  std::string layer;
  std::string where;
  std::uint32_t line = 0;  ///< where the exhibit file names it, for messages; 0: nowhere
};

enum class BaseRole { kLand, kCountyLine, kStateLine, kCoastLine };

struct BaseLayerSpec {
  SourceSpec source;
  BaseRole role = BaseRole::kLand;
};

/// Labels of places: which column is the name, and which ranks them (largest first).
struct PlaceLabelSpec {
  SourceSpec source;
  std::string name_field;
  std::string rank_field;
};

/// Names of regions (states, countries) over their areas: polygons, or points where the names stand.
struct RegionLabelSpec {
  SourceSpec source;
  std::string name_field;
  std::string code_field;  ///< what records call the region (`fields.region`), as "TX"; empty: it has none
  std::string rank_field;  ///< the larger are placed first; empty: by area
};

/// Places that can be found by name, beside the records: towns, postal codes. Only the name is needed.
struct FindSpec {
  SourceSpec source;
  std::string name_field;
  std::string detail_field;  ///< what a name means: the town of a postal code; empty: none
  std::string region_field;  ///< empty: none
  std::string rank_field;    ///< the larger come first; empty: as the source has them
};

struct MapSpec {
  std::string crs = "auto";    ///< a name of geo/choose_crs.h, `us-composite` or anything that PROJ knows
  std::uint32_t crs_line = 0;  ///< where the exhibit file names it, for messages; 0: nowhere
  bool graticule = false;      ///< meridians and parallels, at the start
  bool scale_bar = true;       ///< where the scale is much the same all over the picture
  style::ThemeName theme = style::ThemeName::kDark;
  std::vector<BaseLayerSpec> base;
  std::optional<PlaceLabelSpec> places;
  std::optional<RegionLabelSpec> regions;
  std::vector<FindSpec> find;
};

/// Where in a picture a logo stands: at the foot in the row of the credits, at the top in a row of its own.
enum class LogoPlace { kBottomRight, kBottomLeft, kTopLeft, kTopRight };

/// What makes an exhibit look like its house.
struct BrandSpec {
  SourceSpec font;        ///< a font file in place of Inter; no file: Inter
  SourceSpec font_bold;   ///< its bold cut; no file: `font`
  SourceSpec logo;        ///< a PNG; no file: none
  SourceSpec logo_light;  ///< the same on the light theme; no file: `logo`
  LogoPlace logo_place = LogoPlace::kBottomRight;
  double logo_height_pt = 48.0;  ///< of a wide picture; grows with the format's type
  style::BrandColours colours;   ///< in the theme that the exhibit names
};

/// A time of day, to the minute.
struct ClockTime {
  int hour = 0, minute = 0;
  [[nodiscard]] int minutes() const { return 60 * hour + minute; }
  bool operator==(const ClockTime&) const = default;
};
/// When a kiosk's display is on, each day. Where the end is not after the beginning it is on over midnight.
struct OpeningHours {
  ClockTime from, to;
  bool operator==(const OpeningHours&) const = default;
};
/// Whether a house is open at a time of day: from its first minute to before its last.
bool is_open_at(const OpeningHours& hours, ClockTime now);

/// How the exhibit stands in a room where nobody looks after it.
struct KioskSpec {
  double idle_s = 90.0;               ///< without a touch, until the countdown begins
  double countdown_s = 15.0;          ///< until all is as at the start
  double screen_diagonal_mm = 0.0;    ///< what displays report is often wrong; 0: that is taken all the same
  bool has_low_controls = false;      ///< what is touched lies in reach of somebody who sits
  std::optional<OpeningHours> hours;  ///< nullopt: always open
};

/// A sourced moment on the strip. `total` is a count said in public at the time; it is never joined to the line.
struct MilestoneSpec {
  time::DayInterval day;
  LocalText label;
  LocalText total;  ///< a sourced count in words ("over 1,400"); empty: an event only
  LocalText source;
  std::string source_url;
};

/// How playing is paced when a director does it: see time::Pacing.
struct DirectorSpec {
  bool on = false;  ///< at the start
  double linger_seconds = 1.5;
  double event_weight = 0.6;
};

struct TimelineSpec {
  time::Day from{};  ///< the strip's ends
  time::Day to{};
  time::Day play_from{};  ///< the film's first day
  double seconds = 60.0;  ///< how long the whole takes to play
  std::vector<MilestoneSpec> milestones;
  DirectorSpec director;
};

enum class LayerKind { kPartnerships, kSubsidies, kSignatories, kAreas, kDensity };
/// Whether a layer has records of its own; the others count those of one that has.
inline bool has_records(LayerKind kind) { return kind != LayerKind::kAreas && kind != LayerKind::kDensity; }
/// Whether a layer is part of the map's ground, under its lines and so under every mark.
inline bool is_ground(LayerKind kind) { return !has_records(kind); }

/// How many people live in each area: a table that is joined by the areas' key.
struct PopulationSpec {
  SourceSpec source;
  std::string key_field, people_field;
  std::string year;
  LocalText credit;  ///< who says so
};

/// How values are put into classes of a colour each. Limits are the classes' upper ends, the last class has none.
enum class ClassMethod { kQuantile, kJenks, kFixed };
struct ClassesSpec {
  ClassMethod method = ClassMethod::kQuantile;
  double count = 5;  ///< a whole number
  std::vector<double> limits;
};

/// Texts of a column's values by language: field ("kind"), value as it stands in the source ("police"), text.
using ValueTexts = std::map<std::string, std::map<std::string, LocalText, std::less<>>, std::less<>>;

/// One layer. `fields` maps the program's column names (name, place, region, county, kind, first_day, last_day,
/// amount_usd, confidence, source, source_url, notes, lon, lat; of areas: key, name, region) to the source's.
struct LayerSpec {
  std::string id;
  LayerKind kind = LayerKind::kPartnerships;
  LocalText label;
  LocalText date_label;  ///< what a record's day is, on its card: "Active since"; empty: the program's own word
  LocalText note;        ///< a second line below the label in the legend
  SourceSpec source;
  std::map<std::string, std::string> fields;
  /// Columns of `notes` and `source` in other languages than that of `fields`: language tag, field, column.
  std::map<std::string, std::map<std::string, std::string>> fields_in;
  ValueTexts values;
  std::optional<time::Day> day;                ///< one day for all rows, where the source has no column of it
  std::vector<std::string> confidence_hidden;  ///< rows of such a confidence are off until asked for
  std::string counts;                          ///< of areas and density: the layer whose records are counted
  LocalText unit;                              ///< what is counted: "agencies"; empty: what the counter counts
  double per = 0.0;  ///< of areas: so many people; 0: records are counted, not records per head
  double max =
      0.0;  ///< of density: what has the palette's last colour, in records per 1,000 km²; 0: see scene::DensityPeaks
  std::string joined_by;  ///< the field of a record that holds its area's key; empty: where the record lies
  std::optional<PopulationSpec> population;
  ClassesSpec classes;
  style::LayerStyle style;
  bool visible = true;
};

/// What a value of one of a layer's columns is called in a language; the value itself where the exhibit has no text of it.
std::string value_text(const LayerSpec& layer, std::string_view field, std::string_view value,
                       const std::string& language);

/// What an exhibit's exports are where a command does not say: an option of `spreadmap export`, and its value as the command line takes it.
struct ExportDefault {
  std::string key;     ///< as the exhibit has it: "safe_area"
  std::string option;  ///< "--safe-area"
  std::string value;   ///< empty: the option is a flag
  std::uint32_t line = 0;
};

/// A validated exhibit file: a plain value, independent of the file it came from.
struct Exhibit {
  std::filesystem::path file;
  std::string language = "en";
  LocalText title;
  LocalText subtitle;
  LocalText counted_one;  ///< the same for exactly one; empty: as `counted`
  LocalText counted;      ///< what the counter counts: "agencies"
  LocalText region;       ///< what `fields.region` holds: "state"; empty: the program's own word
  LocalText regions;      ///< the same of several: "states"
  LocalText credits;
  std::optional<time::Day> known_until;  ///< the day after which the list is not complete
  LocalText known_until_reason;
  BrandSpec brand;
  MapSpec map;
  TimelineSpec timeline;
  std::vector<LayerSpec> layers;  ///< drawn in this order
  std::vector<CueSpec> cues;      ///< of a talk, a kiosk and a film, in their order
  KioskSpec kiosk;
  std::vector<ExportDefault> export_defaults;  ///< each option once; values are those of the file, right or wrong

  /// The place of a layer; nullopt: none has that id.
  [[nodiscard]] std::optional<std::size_t> layer_index(const std::string& id) const;
};

/// The exhibit as a theme shows it: a layer's colour is its own for that theme where the file gives one, else made legible on it.
Exhibit shown_in(Exhibit exhibit, style::ThemeName theme);
/// A theme as the exhibit has it: with its own colours where it is the one that the exhibit names.
style::Theme theme_of(const Exhibit& exhibit, style::ThemeName theme);

}  // namespace spreadmap::exhibit
