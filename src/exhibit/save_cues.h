#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "exhibit/cue.h"

namespace spreadmap::exhibit {

/// A cue as it is to stand in the file, and which of the file's it was; nullopt: none, it is new.
struct EditedCue {
  std::optional<std::size_t> origin;
  CueSpec cue;
};

/// The text of an exhibit file with other cues, in their order; the author's comments, and how they spell what stays, are kept. `language`: that of
/// plain strings. Errors: what is no exhibit's text; cues that could not be read back as they are.
Result<std::string> with_cues(std::string text, const std::vector<EditedCue>& cues, const std::string& language);

}  // namespace spreadmap::exhibit
