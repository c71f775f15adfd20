#pragma once
#include <imgui.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

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

/// How far an export is, and what became of the last one.
struct ExportProgress {
  ExportStage stage = ExportStage::kNone;
  int frames = 0, of = 0;
  double frames_per_s = 0.0, seconds_left = 0.0;
  std::uint64_t bytes = 0;
  std::string file;  ///< what is made, or was made last, by its name
  bool is_done = false, has_failed = false;
  std::string said;  ///< in its own words
};

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
  std::string folder;       ///< what the file lies in
  bool is_there = false;    ///< there is something of that name
  bool is_cut_off = false;  ///< something of that name was begun and is not whole
  std::array<ExportPicture, 3> pictures;
  ExportProgress progress;
};

}  // namespace spreadmap::ui
