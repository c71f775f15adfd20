#pragma once
#include <cstddef>
#include <variant>

#include "exhibit/cue.h"

namespace spreadmap::model {

// What an editor does to the cues of an exhibit. Each names a cue by its place in the list; one that is not there changes nothing.

/// A new one before the cue at that place, or at the end.
struct AddCue {
  std::size_t at = 0;
  exhibit::CueSpec cue;
};
/// A cue as it is to be.
struct SetCue {
  std::size_t at = 0;
  exhibit::CueSpec cue;
};
/// The same once more behind it; its id stays with the first.
struct CopyCue {
  std::size_t at = 0;
};
struct RemoveCue {
  std::size_t at = 0;
};
/// So many places on, or back; at either end it stays.
struct MoveCue {
  std::size_t at = 0;
  int by = 1;
};

/// Goes through `applied` of a CueList.
using CueCommand = std::variant<AddCue, SetCue, CopyCue, RemoveCue, MoveCue>;

}  // namespace spreadmap::model
