#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"
#include "media/manifest.h"

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

/// What to do about what an earlier export has left in the folder.
enum class Older {
  kRefuse,   ///< an unfinished one is refused, one that is whole is replaced
  kGoOn,     ///< what is there is taken, if it is of the same export and its bytes are what they were
  kReplace,  ///< all of it is replaced
};

/// Which units of an export are done, in a folder that holds their files: a journal, to which a line is added before a unit's file has
/// its name, and in the end `frames.json`. Each shard has a journal of its own, so that no two machines write to one file.
class Ledger {
 public:
  static constexpr const char* kManifestName = "frames.json";

  /// `wanted`: facts and numbers of frames, without units. The folder exists. Errors: what cannot be read or written; with kRefuse an
  /// unfinished export; with kGoOn one of something else: what differs.
  static Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& folder, const Manifest& wanted, Shard shard,
                                              Older older);
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  /// A journal goes where none of its units came to be.
  ~Ledger();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Whether the unit was there when the ledger was opened.
  [[nodiscard]] bool has(int unit) const { return found_.contains(unit); }
  [[nodiscard]] int found_count() const { return static_cast<int>(found_.size()); }
  /// Notes a unit whose file is about to have its name; whether it came to that, its sum tells. From any thread.
  Result<void> add(UnitRecord unit);
  /// Whether the file of any unit is there.
  [[nodiscard]] bool has_any_file() const;
  /// All that is there, whoever made it.
  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  /// Writes `frames.json` where all units are there, and takes the journals away.
  Result<void> finish();

 private:
  Ledger(std::filesystem::path folder, Manifest manifest)
      : folder_(std::move(folder)), manifest_(std::move(manifest)) {}

  std::filesystem::path folder_;
  Manifest manifest_;
  std::set<int> found_;
  std::mutex mutex_;
  std::filesystem::path journal_file_;
  std::optional<Descriptor> journal_;
};

/// All that the journals or `frames.json` of a folder hold. Errors: nothing is there; a mixture, and what differs; what cannot be read.
Result<Manifest> manifest_in(const std::filesystem::path& folder);
/// Takes `frames.json` and the journals out of a folder.
Result<void> remove_manifests_in(const std::filesystem::path& folder);
/// `frames.json` in the folder, in place of its journals.
Result<void> write_manifest_in(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace spreadmap::media
