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
  bool is_done = false, has_failed = false;
  ExportFault fault = ExportFault::kNone;
  std::string said;    ///< in its own words
  std::string detail;  ///< of the fault: what differs, which file
};

/// Why an export failed, in words of the panel's own where there are any, else in those of the export.
std::string failure_told(const ExportProgress& progress, const language::Language& language);

/// What the panel that exports shows.
struct ExportView {
  bool is_open = false;
  model::ExportWish wish;
  std::vector<OfferedPreset> presets;
  std::vector<OfferedFormat> formats;  ///< of films
  bool has_cues = false;
  bool has_logo = false;
  // What the command line makes of what is left out.
  std::string format, fps, seconds, from, to, day;
  scene::SizePx size;
  std::string command;      ///< as a shell takes it
  std::string fault;        ///< what is wrong with it; empty: nothing
  std::string fault_of;     ///< the option that this is about, as --fps; "days": the days of the exhibit; empty: none
  std::string folder;       ///< what the file lies in
  bool is_there = false;    ///< there is something of that name
  bool is_cut_off = false;  ///< something of that name was begun and is not whole
  std::array<ExportPicture, 3> pictures;
  ExportProgress progress;
};

}  // namespace spreadmap::ui
