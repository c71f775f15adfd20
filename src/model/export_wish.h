#pragma once
#include <cstdint>
#include <string>

#include "model/view_state.h"

namespace spreadmap::model {

enum class ExportMade : std::uint8_t { kFilm, kFrames, kStill };
/// What an export shows: what the window does, what the exhibit opens with, or what its cues tell.
enum class ExportShown : std::uint8_t { kWindow, kExhibit, kCues };

/// What a visitor wants to export. Texts are those of the command line's options, as typed, right or wrong; empty: that one is left out.
struct ExportWish {
  ExportMade made = ExportMade::kFilm;
  ExportShown shown = ExportShown::kWindow;
  std::string preset, format, size, fps, seconds, hold, from, to;
  std::string day;              ///< of a still; empty: that of the playhead
  bool is_window_size = false;  ///< as large as the window's picture, with type as large, whatever `size` says
  Furniture furniture;
  std::string file;  ///< what is written; where it is no whole path, in the folder of pictures
  bool operator==(const ExportWish&) const = default;
};

/// What becomes of what an export of that name has made before.
enum class ExportBegin : std::uint8_t { kAfresh, kGoOn, kReplace };

}  // namespace spreadmap::model
