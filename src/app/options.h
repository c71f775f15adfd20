#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/drill_options.h"
#include "app/picture_spec.h"
#include "app/progress.h"
#include "base/result.h"
#include "exhibit/cue.h"
#include "exhibit/exhibit.h"
#include "media/film_format.h"
#include "media/ledger.h"
#include "model/view_state.h"
#include "scene/frame.h"
#include "style/colour_space.h"
#include "style/theme.h"
#include "time/day.h"

namespace spreadmap::app {

/// What all commands share.
struct CommonOptions {
  std::filesystem::path exhibit;          ///< empty: the built-in one
  std::string language;                   ///< empty: the locale's, or the exhibit's
  std::string crs;                        ///< in place of the exhibit's; empty: that one
  std::optional<style::ThemeName> theme;  ///< nullopt: the exhibit's
  style::Vision seen_with = style::Vision::kFull;
  double text_scale = 1.0;
  bool reduces_motion = false;
  std::filesystem::path shaders;    ///< a folder to read shaders from while developing; empty: those of the binary
  model::Filter filter;             ///< what to begin with
  std::vector<std::string> kinds;   ///< of the counted layer; empty: all
  std::optional<bool> is_directed;  ///< whether the director sets the pace; nullopt: as the exhibit says
  std::optional<int> window_days;   ///< of the counted layer; nullopt: as the exhibit says
  std::vector<std::string> layers;  ///< ids of those to show; empty: those that the exhibit shows
  bool strict = false;
  bool verbose = false;
};

/// `spreadmap [EXHIBIT]`
struct ExploreOptions {
  CommonOptions common;
  std::optional<double>
      scale;  ///< of panels and least type: 1, 1.5, 2; nullopt: as the desktop and the window's size ask
  scene::SizePx size{1600, 900};  ///< of the window at first, as the desktop counts
  std::optional<time::Day> day;   ///< starts there, at rest
  bool is_idle = false;           ///< does not start playing
  bool starts_talk = false;       ///< begins with the exhibit's cues over the whole screen
  std::optional<int> display;     ///< whose the wall of a talk is, from 1; nullopt: the second where there are two
  bool has_panels = true;         ///< at first; where there is room for them
  int timed_frames =
      0;  ///< plays the film in so many as fast as it can, says how many a second, and quits; 0: does not
  std::filesystem::path pictures = ".";  ///< where pictures are saved
  std::filesystem::path views;           ///< where views are saved; empty: in the home folder
  std::filesystem::path keys_file;       ///< which keys do what; empty: the user's own, where there is one
  bool lists_keys = false;               ///< says which they are, and ends
  std::filesystem::path controls;  ///< where the places of the panels' controls are written, for tests; empty: nowhere
  DrillOptions drill;
};

/// `spreadmap kiosk [EXHIBIT]`
struct KioskOptions {
  CommonOptions common;
  scene::SizePx size{1080, 1920};  ///< of the window where it is not the whole screen
  std::optional<int> display;      ///< from 1; nullopt: the first
  bool is_windowed = false;        ///< for whoever prepares an exhibit: not over the whole screen
  bool is_safe = false;            ///< the safe scene in place of the exhibit
  bool sets_pin = false;           ///< asks for the PIN, keeps its hash, and ends
  std::filesystem::path pin;       ///< the file of its hash; empty: there is no PIN
  std::filesystem::path visits;    ///< where visits are counted; empty: nowhere
  std::filesystem::path controls;  ///< where the places of the controls are written, for tests; empty: nowhere
  DrillOptions drill;
};

/// How long a film rests before it plays and after it.
struct Hold {
  double start_s = 0.0, end_s = 0.0;
};

/// What the name of an export says that is made.
enum class ExportKind { kStill, kFrames, kFilm, kRaw };

/// `spreadmap export [EXHIBIT] -o OUT`, of one size: each that is asked for is an export of its own.
struct ExportOptions {
  CommonOptions common;
  std::string out;
  ExportKind kind = ExportKind::kStill;
  scene::SizePx size{1920, 1080};
  std::optional<time::Day> day;  ///< a still of that day
  std::optional<time::Day> from, to;
  std::optional<double> seconds;                 ///< how long a film plays; nullopt: as the exhibit has it
  Hold hold;                                     ///< comes on top of that
  std::optional<exhibit::CueCameraSpec> camera;  ///< what is seen; its `line` is 0; nullopt: the whole map
  std::string as_seen;                           ///< what else a window shows (app/as_seen.h); empty: nothing else
  bool cues = false;                             ///< the film follows the exhibit's cues
  bool captions = true;                          ///< captions and the list of seconds come along
  bool flash_check = true;                       ///< a film is looked at for flashes before it is made
  int fps_num = 30, fps_den = 1;
  std::optional<time::Day> wipe_day;  ///< left of a line that day is shown
  double wipe_at = 0.5;               ///< where the line is, of the map's width
  model::Furniture furniture;
  model::SafeArea safe_area;
  const media::FilmFormat* film_format = nullptr;  ///< of films; never null there
  std::string encoder;                             ///< in place of the format's own; empty: that one
  std::optional<int> crf;                          ///< nullopt: as the format has it
  std::filesystem::path soundtrack;                ///< empty: none
  double least_type_scale = 0.0;  ///< 1: type is never smaller than at 1920x1080; a window holds 0.72 times its scale
  int supersample = 1;            ///< of PictureSpec
  bool has_alpha = false;
  PicturePart part = PicturePart::kWhole;
  int bits = 8;        ///< of a sample: 8 or 16
  int threads = 0;     ///< encoders side by side; 0: as many as there are cores
  media::Shard shard;  ///< the share of the frames that is made
  media::Older older = media::Older::kRefuse;
  ProgressKind progress = ProgressKind::kLines;
  std::string command;  ///< what was typed, for the command that goes on with it
};

/// What stands in an export's OUT for its size, as in film-{size}.mp4.
inline constexpr std::string_view kSizeInName = "{size}";
/// OUT with a size, as 1920x1080, in all those places.
std::string with_size(std::string out, const std::string& size);

/// `spreadmap join OUT`: the shares of an export to one.
struct JoinOptions {
  std::string out;                   ///< as of the exports; with kSizeInName: those of every size that is there
  std::filesystem::path soundtrack;  ///< that of the exports; empty: none
  ProgressKind progress = ProgressKind::kLines;
  std::string command;  ///< as a shell takes it, to be told where it has to be given again
};

/// `spreadmap verify PATH`
struct VerifyOptions {
  std::filesystem::path path;  ///< a film, or a folder of frames
};

/// `spreadmap diagnose [EXHIBIT]`
struct DiagnoseOptions {
  std::filesystem::path exhibit;  ///< empty: none is looked at
  std::filesystem::path out;      ///< empty: standard output
};

/// `spreadmap keys`: a keys file of all actions.
struct KeysOptions {
  std::filesystem::path keys_file;  ///< as of ExploreOptions
};

using Options = std::variant<ExploreOptions, KioskOptions, std::vector<ExportOptions>, JoinOptions, VerifyOptions,
                             DiagnoseOptions, KeysOptions>;

/// The program's arguments, read. An int is an exit status: all has been said already (help, version, or wrong usage: 2).
std::variant<Options, int> parse_options(int argc, const char* const* argv);

/// The exports that such words ask for, the program's name first and `export` second. `exhibit`: theirs, where that has been read;
/// nullptr: it is read for them. Errors: what the program would say of the words.
Result<std::vector<ExportOptions>> read_export(const std::vector<std::string>& words,
                                               const exhibit::Exhibit* exhibit = nullptr);

}  // namespace spreadmap::app
