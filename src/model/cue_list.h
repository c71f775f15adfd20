#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "exhibit/cue.h"
#include "model/cue_command.h"

namespace spreadmap::model {

/// A cue in the hands of an editor. Its key stays its own through every edit, undo and saving: by it the file's cue is known again.
struct ListedCue {
  std::uint32_t key = 0;
  exhibit::CueSpec cue;
  bool operator==(const ListedCue&) const = default;
};

/// The cues of an exhibit as they are edited, in their order: a value.
struct CueList {
  std::vector<ListedCue> cues;
  std::uint32_t next_key = 0;  ///< that no cue has had yet

  /// Those of a file.
  static CueList of(const std::vector<exhibit::CueSpec>& cues);
  [[nodiscard]] std::vector<exhibit::CueSpec> specs() const;
  /// The place of a cue; nullopt: it is gone.
  [[nodiscard]] std::optional<std::size_t> place_of(std::uint32_t key) const;
  bool operator==(const CueList&) const = default;
};

/// The list of a moment never changes, so that the history shares it.
using CueListHeld = std::shared_ptr<const CueList>;

CueList applied(CueList list, const CueCommand& command);

/// Whether two commands, one soon after the other, are one step of the history: of the same kind, on the same cue.
bool goes_on_with(const CueCommand& before, const CueCommand& command);

}  // namespace spreadmap::model
