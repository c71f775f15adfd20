#pragma once
#include <imgui.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "language/language.h"
#include "model/export_wish.h"
#include "scene/frame.h"

namespace spreadmap::ui {

/// What many ask for, by one name; `told` is to be spoken by a Language.
struct OfferedPreset {
  std::string name;
  const char* told = "";
  model::ExportMade made = model::ExportMade::kFilm;
};

/// A format: its name on the command line, and as people say it.
struct OfferedFormat {
  std::string name, told;
};

/// A small picture of what is exported: the first, the middle or the last, or a still.
struct ExportPicture {
  ImTextureID texture = nullptr;  ///< nullptr: none
  std::string day;                ///< below it
};

/// The fields of the panel, as far as something can be wrong with what is typed there.
enum class WishField : std::uint8_t { kNone, kFile, kSize, kRate, kSeconds, kHold, kFrom, kTo, kDay };

/// What is wrong with what is wished for. In brackets what `about` and `limit` are.
enum class WishFaultKind : std::uint8_t {
  kNone,
  kNoName,
  kIsFolder,     ///< (its name)
  kEnding,       ///< the name ends as nothing that is made (the endings that it may have)
  kNumber,       ///< the name of frames has no place for their number, or several
  kSize,         ///< no size (least and most pixels a side)
  kOddSize,      ///< the format has but even sides (its name, the next size that it can have)
  kTooLarge,     ///< for the format (its name, its most pixels a side)
  kRate,         ///< no rate
  kTooFast,      ///< for the format (its name, its most frames a second)
  kSeconds,      ///< no length
  kHold,         ///< no rest
  kNoDay,        ///< no day of the calendar
  kOrder,        ///< the last day is not after the first
  kOutside,      ///< a day is not in the timeline (its first day, its last)
  kUnsavedCues,  ///< the cues that are shown are not in the file yet
  kAsItIsSaid,   ///< something else (the program's own words)
};
struct WishFault {
  WishFaultKind kind = WishFaultKind::kNone;
  WishField field = WishField::kNone;
  std::string about = {}, limit = {};
  [[nodiscard]] bool is_there() const { return kind != WishFaultKind::kNone; }
};

/// A sentence of the panel's, in its language, and what the program, an encoder or the system said, in their own words; either may be empty.
struct Told {
  std::string sentence, own_words;
};
/// `save_key`: which saves the cues; empty: none.
Told wish_fault_told(const WishFault& fault, const language::Language& language, const std::string& save_key);

enum class ExportStage : std::uint8_t { kNone, kRuns, kPaused, kStops };

/// What ended an export, as far as the panel has words of its own for it.
enum class ExportFault : std::uint8_t {
  kNone,         ///< as it said itself
  kBusy,         ///< another process is writing the same
  kUnfinished,   ///< one of that name was cut off
  kOtherExport,  ///< what was begun was of something else
  kNotOurs,      ///< a file of somebody else has a name that it would write
  kTakenAway,    ///< the folder was taken away
  kCutOff,       ///< as it said itself, and what is done stays
};

/// How far an export is, and what became of the last one.
struct ExportProgress {
  ExportStage stage = ExportStage::kNone;
  int frames = 0, of = 0;
  double frames_per_s = 0.0, seconds_left = 0.0;
  std::uint64_t bytes = 0;
  std::string file;  ///< what is made, or was made last, by its name
  model::ExportMade made = model::ExportMade::kFilm;
  bool is_done = false, has_failed = false;
  ExportFault fault = ExportFault::kNone;
  int status = 0;       ///< with which it ended
  std::string cause;    ///< why it failed, in its own words; empty: it did not say
  std::string remarks;  ///< what else it said, a line each
  std::string detail;   ///< of the fault: what differs, which file
};

/// Why an export failed.
Told failure_told(const ExportProgress& progress, const language::Language& language);

/// What the panel that exports shows.
struct ExportView {
  bool is_open = false;
  model::ExportWish wish;
  std::vector<OfferedPreset> presets;
  std::vector<OfferedFormat> formats;  ///< of films
  bool is_preset_changed = false;      ///< format, size or rate are no longer those of the wish's preset
  bool has_cues = false;
  bool has_logo = false;
  // What the command line makes of what is left out.
  std::string format, fps, seconds, from, to, day;
  scene::SizePx size;
  std::string command;      ///< as a shell takes it
  WishFault fault;          ///< what is wrong with it
  std::string folder;       ///< what the file lies in
  bool is_there = false;    ///< there is something of that name
  bool is_cut_off = false;  ///< something of that name was begun and is not whole
  std::array<ExportPicture, 3> pictures;
  ExportProgress progress;
};

}  // namespace spreadmap::ui
