#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "geo/spaces.h"
#include "model/camera.h"
#include "model/cue_command.h"
#include "model/export_wish.h"
#include "model/filter.h"
#include "model/record_ref.h"
#include "model/talk_command.h"
#include "style/colour_space.h"
#include "style/theme.h"
#include "time/play_range.h"

namespace spreadmap::model {

struct ViewState;

struct TogglePlay {};
/// The playhead put at a day of the data axis (f64 days since the epoch).
struct Seek {
  double playhead_d = 0.0;
};
/// The same at rest: whoever names a day wants to look at it.
struct GoToDay {
  double playhead_d = 0.0;
};
struct StepDays {
  int days = 0;
};
struct StepMonths {
  int months = 0;
};
/// To the next (+1) or the previous (-1) day on which something begins, ends or was marked.
struct StepEvent {
  int direction = 1;
};
struct GoToStart {};
struct GoToEnd {};
struct MultiplySpeed {
  double factor = 1.0;
};
struct SetSpeed {
  double days_per_s = 15.0;
};
/// The whole, as a film shows it, in so many seconds; the direction stays.
struct FitSeconds {
  double seconds = 60.0;
};
/// Playing goes the other way.
struct TurnRound {};
struct ToggleLoop {};
struct ToggleDirector {};
/// The stretch that alone is played, over and over; nullopt: none. Its ends are put on whole days.
struct SetStretch {
  std::optional<time::PlayRange> stretch;
};
/// One end of the stretch put at the playhead; where it stands there already the stretch is given up. The other end stays, or is that of the
/// film where it would not lie beyond this one.
enum class StretchEnd { kFrom, kTo };
struct MarkStretch {
  StretchEnd end = StretchEnd::kFrom;
};
/// Shows less (factor above 1) or more of the strip, the anchor (days since the epoch) staying where it is; nullopt: the playhead.
struct ZoomStrip {
  std::optional<double> anchor_d;
  double factor = 1.0;
};
struct PanStrip {
  double days = 0.0;
};
/// By a share of what is shown.
struct PageStrip {
  double share = 0.5;
};
struct FitStrip {};
/// Two days side by side, or one again. The left one is a year before the playhead's, or the first of the axis.
struct ToggleWipe {};
/// The line of the wipe, as a share of the map's width, 0 to 1.
struct SetWipeShare {
  double share = 0.5;
};
struct MoveWipe {
  double share = 0.0;
};
/// The left day of the wipe; nullopt: the playhead's.
struct SetWipeDay {
  std::optional<double> left_d;
};
struct PanBy {
  double x_m = 0.0, y_m = 0.0;  ///< how far the camera's centre moves
};
/// Zooms so that the anchor stays where it is on the screen.
struct ZoomAbout {
  geo::MapPoint anchor;
  double factor = 1.0;
};
struct FitView {};
/// To another camera, along a smooth path.
struct FlyTo {
  Camera to;
};
/// Another CRS, with what the camera shows in its plane.
struct SetCrs {
  std::string crs;
  Camera camera;
};
struct ToggleGraticule {};
struct ToggleScaleBar {};
struct SetLayerVisible {
  std::size_t layer = 0;
  bool visible = true;
};
struct SetLayerOpacity {
  std::size_t layer = 0;
  double opacity = 1.0;  ///< 0 to 1
};
/// A layer over (steps above 0) or under so many of its neighbours in the order of drawing.
struct MoveLayer {
  std::size_t layer = 0;
  int steps = 1;
};
struct SetLowConfidenceShown {
  std::size_t layer = 0;
  bool shown = false;
};
/// A layer's records are there for so many days, 0 to ten years; 0: for good.
struct SetWindow {
  std::size_t layer = 0;
  int days = 0;
};
/// A record whose card stays open; nullopt: none.
struct Pin {
  std::optional<RecordRef> record;
};
/// A milestone whose card stays open, by its place in the exhibit; nullopt: none.
struct PinMilestone {
  std::optional<std::uint32_t> milestone;
};
/// Which kinds of one layer's records are left; none named: all.
struct SetKinds {
  std::size_t layer = 0;
  std::vector<std::string> kinds;
};
/// The whole of what is filtered by, but for kinds and confidence.
struct SetFilter {
  Filter filter;
};
/// Nothing is filtered out any more, by kind or otherwise. Whether low confidence is shown stays as it is.
struct ClearFilter {};

struct SetLanguage {
  std::string language;  ///< a tag
};
struct SetTheme {
  style::ThemeName theme = style::ThemeName::kDark;
};
/// A preview of how the colours are seen by others.
struct SetVision {
  style::Vision seen_with = style::Vision::kFull;
};
struct MultiplyTextScale {
  double factor = 1.0;
};
struct SetReducedMotion {
  bool reduced = false;
};

/// Another view: its day, map, camera, layers and filter; language, looks and pace stay as they are.
struct ShowView {
  std::shared_ptr<const ViewState> view;  ///< whoever saved it, and the history of commands
};

/// Goes through `applied`.
using ViewCommand =
    std::variant<TogglePlay, Seek, GoToDay, StepDays, StepMonths, StepEvent, GoToStart, GoToEnd, MultiplySpeed,
                 SetSpeed, FitSeconds, TurnRound, ToggleLoop, ToggleDirector, SetStretch, MarkStretch, ZoomStrip,
                 PanStrip, PageStrip, FitStrip, ToggleWipe, SetWipeShare, MoveWipe, SetWipeDay, PanBy, ZoomAbout,
                 FitView, FlyTo, SetCrs, ToggleGraticule, ToggleScaleBar, SetLayerVisible, SetLayerOpacity, MoveLayer,
                 SetLowConfidenceShown, SetWindow, Pin, PinMilestone, SetKinds, SetFilter, ClearFilter, ShowView,
                 SetLanguage, SetTheme, SetVision, MultiplyTextScale, SetReducedMotion>;

struct SavePicture {};
struct Undo {};
struct Redo {};
struct ToggleFullScreen {};
struct TogglePanels {};
struct OpenDate {};  ///< the field to type a date into
struct OpenFind {};  ///< the field to find a record or a place in
/// Another CRS by name: one of geo/choose_crs.h, or anything that PROJ knows. Becomes a SetCrs where it can be drawn.
struct ChangeCrs {
  std::string asked;
};
struct NextCrs {};  ///< of those that the panel offers
/// By shares of the picture's width, to the right, and of its height, up. Becomes a PanBy.
struct MoveMap {
  double right = 0.0, up = 0.0;
};
/// About the picture's middle. Becomes a ZoomAbout.
struct ZoomMap {
  double factor = 1.0;
};
struct EnterPanels {};  ///< the keyboard goes to the controls of the panels
struct ToggleKeys {};
struct Dismiss {};  ///< closes what lies over the map, if anything
/// Looks for what was typed; an empty text ends it.
struct Find {
  std::string text;
};
/// Goes to one of what was found.
struct GoToFound {
  std::size_t index = 0;
};
struct ShowMilestone {};  ///< the card of the milestone that came last
/// A milestone's card as text, to the clipboard.
struct CopyMilestone {
  std::uint32_t milestone = 0;
};
/// A record's card as text, to the clipboard.
struct CopyRecord {
  RecordRef record;
};
/// What is seen now, under a name; without one the program finds one.
struct SaveView {
  std::string name;
};
/// Goes to a view that was saved, or forgets it.
struct OpenView {
  std::size_t index = 0;
};
struct ForgetView {
  std::size_t index = 0;
};
struct ToggleExport {};  ///< the panel that exports
/// What the panel's controls say.
struct SetExport {
  ExportWish wish;
};
struct StartExport {
  ExportBegin begin = ExportBegin::kAfresh;
};
struct PauseExport {};  ///< or goes on
struct CancelExport {};
struct CopyExport {};  ///< the command line, to the clipboard
struct ToggleCues {};  ///< the panel that edits cues
/// Goes to a cue, by its place, and takes it up in that panel; where it is open and the cue is not there, none is.
struct GoToCue {
  std::size_t at = 0;
};
/// A new cue of what is seen now, behind the one that is taken up.
struct AddSeenCue {};
/// The cue that is taken up shows what is seen now; its words stay.
struct ShowSeenInCue {};
/// What becomes of a file that has changed since it was read.
enum class CueSaving : std::uint8_t { kAskFirst, kOver };
/// Writes the cues into the exhibit's file.
struct SaveCues {
  CueSaving saving = CueSaving::kAskFirst;
};
/// Into a new file, with all else that the exhibit's has.
struct SaveCuesAs {
  std::string file;  ///< where it is no whole path, in the folder that the panel names
};
struct StartTalk {};
struct ToggleNotes {};  ///< the speaker's window
struct LeaveTalk {};    ///< back to the window; the talk keeps its place
struct Quit {};

/// Carried out by app/.
using AppCommand =
    std::variant<EnterPanels, SaveView, OpenView, ForgetView, SavePicture, Undo, Redo, ToggleFullScreen, TogglePanels,
                 OpenDate, ShowMilestone, CopyMilestone, OpenFind, ChangeCrs, NextCrs, MoveMap, ZoomMap, ToggleKeys,
                 Dismiss, Find, GoToFound, CopyRecord, ToggleExport, SetExport, StartExport, PauseExport, CancelExport,
                 CopyExport, ToggleCues, GoToCue, AddSeenCue, ShowSeenInCue, SaveCues, SaveCuesAs, StartTalk,
                 ToggleNotes, LeaveTalk, Quit>;

using Command = std::variant<ViewCommand, AppCommand, TalkCommand, CueCommand>;

}  // namespace spreadmap::model
