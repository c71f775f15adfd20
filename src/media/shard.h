#pragma once
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace spreadmap::media {

/// A share of an export's units: the `number`th of `count`, from 1. Units that follow one another, since neighbours are drawn faster.
struct Shard {
  int number = 1;
  int count = 1;
  [[nodiscard]] bool is_whole() const { return count == 1; }
  /// The units of this share: [first, last).
  struct Range {
    int first, last;
  };
  [[nodiscard]] Range of(int unit_count) const;
};

/// How the names of journals end.
inline constexpr const char* kJournalEnd = ".journal";

/// The journal of a share, in the folder that it is written into.
std::filesystem::path journal_of(const std::filesystem::path& folder, Shard shard);

/// All journals in a folder, in order, so that the same is found first each time. Errors: the folder cannot be read.
Result<std::vector<std::filesystem::path>> journals_in(const std::filesystem::path& folder);

}  // namespace spreadmap::media
