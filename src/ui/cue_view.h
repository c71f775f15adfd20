#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/cue_list.h"
#include "time/day.h"

namespace spreadmap::ui {

/// Why the cues were not written.
enum class CueFileFault : std::uint8_t {
  kNone,
  kNeedsName,  ///< the exhibit's own file cannot be written to: another is to be named
  kIsThere,    ///< there is a file of the name that was given (its name)
  kChanged,    ///< the file is not what it was when it was read (its name)
  kGone,       ///< the file is not there any more (its name)
  kNotWritten  ///< (why, in the program's own words)
};

/// What the panel that edits cues shows.
struct CueView {
  bool is_open = false;
  model::CueListHeld list = {};              ///< never null
  std::optional<std::size_t> taken_up = {};  ///< the place of the cue whose fields are shown
  bool is_changed = false;                   ///< since it was saved
  std::vector<double> lengths_s =
      {};                     ///< of each cue, with the way there; empty: not known yet, or what is wrong says `fault`
  std::string fault = {};     ///< why no talk or film can be made of them, in the program's own words
  bool needs_name = false;    ///< the cues are saved into another file than the exhibit's
  std::string file = {};      ///< which they are saved to, by its name; empty where one is needed
  std::string proposal = {};  ///< a name for another file, which nothing has
  std::string folder = {};    ///< what a name is taken to lie in
  CueFileFault file_fault = CueFileFault::kNone;
  std::string about = {};  ///< what stands in brackets at the fault
};

}  // namespace spreadmap::ui
