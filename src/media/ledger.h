#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/claim.h"
#include "media/manifest.h"

namespace spreadmap::media {

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

  /// `wanted`: facts and numbers of frames, without units. Errors: what cannot be read or written; with kRefuse an
  /// unfinished export; with kGoOn one of something else: what differs.
  static OrRefused<std::unique_ptr<Ledger>> open(Claim claim, const Manifest& wanted, Older older);
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  /// A journal goes where none of its files came to be, and where all are in `frames.json`; it is there as long as the ledger, which holds its lock.
  ~Ledger();

  [[nodiscard]] const std::filesystem::path& folder() const { return claim_.folder(); }
  /// Whether the unit was there when the ledger was opened.
  [[nodiscard]] bool has(int unit) const { return found_.contains(unit); }
  [[nodiscard]] int found_count() const { return static_cast<int>(found_.size()); }
  /// Notes a unit whose file is about to have its name; whether it came to that, its sum tells. From any thread.
  Result<void> add(UnitRecord unit);
  /// The same of a file that comes along.
  Result<void> add_beside(const std::string& file, const std::string& sha256);
  /// Whether the file of any unit is there, or any that comes along.
  [[nodiscard]] bool has_any_file() const;
  /// All that is there, whoever made it.
  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  /// Writes `frames.json` where all units are there, and takes the journals of others away.
  Result<void> finish();

 private:
  Ledger(Claim claim, Manifest manifest) : claim_(std::move(claim)), manifest_(std::move(manifest)) {}
  /// Takes what another list or journal holds and is sound.
  void take(const Manifest& there);

  Claim claim_;
  Manifest manifest_;
  std::set<int> found_;
  std::mutex mutex_;
  bool is_begun_ = false, is_finished_ = false;
};

/// All that the journals or `frames.json` of a folder hold. Errors: nothing is there; a mixture, and what differs; what cannot be read.
Result<Manifest> manifest_in(const std::filesystem::path& folder);
/// The files of all units that the journals and `frames.json` of a folder name, of whatever exports; lists that were changed still name them. Errors: one
/// that cannot be read.
Result<std::set<std::string>> files_listed_in(const std::filesystem::path& folder);
/// Takes `frames.json` and the journals out of a folder.
Result<void> remove_manifests_in(const std::filesystem::path& folder);
/// `frames.json` in the folder, in place of its journals.
Result<void> write_manifest_in(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace spreadmap::media
