#pragma once
#include <cstddef>
#include <filesystem>
#include <span>

#include "base/result.h"

namespace spreadmap::media {

/// Whether the folder's entry for a new file is on disk when the call returns. Later: the file is whole or absent after
/// a power cut all the same, and whoever writes many files calls `sync_folder` once at the end.
enum class FolderSync { kNow, kLater };

/// Writes bytes to a temporary name in the same folder (`.NAME.part`), syncs, and renames. The target is either the old
/// file or the whole new one, also after a power cut; on failure the temporary is removed and the error says what the
/// system said. Only a regular file is ever replaced, never a folder or a device.
Result<void> write_file_atomically(const std::filesystem::path& target, std::span<const std::byte> bytes,
                                   FolderSync folder_sync = FolderSync::kNow);

/// Puts the names of the files in `folder` on disk. An empty path is the current folder.
Result<void> sync_folder(const std::filesystem::path& folder);

/// `TARGET: cannot be written: what the system said; what to do` for a value of errno.
Error write_error(const std::filesystem::path& target, int system_error);

/// Writes all of the bytes where the descriptor stands. 0, or the value of errno.
int write_all(int descriptor, std::span<const std::byte> bytes);

/// A file that is written under a temporary name by someone else (an encoder) and then committed or, by default,
/// removed.
class PendingFile {
 public:
  /// Makes the empty temporary. Errors: the folder is missing or not writable, the target is no regular file.
  static Result<PendingFile> create(const std::filesystem::path& target);
  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&& other) noexcept;
  ~PendingFile();
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
  /// Syncs and renames. The temporary is gone afterwards, also after an error.
  Result<void> commit(FolderSync folder_sync = FolderSync::kNow);

 private:
  PendingFile(std::filesystem::path target, std::filesystem::path temporary)
      : target_(std::move(target)), temporary_(std::move(temporary)) {}
  void remove() noexcept;
  std::filesystem::path target_, temporary_;  ///< no temporary: committed or moved from
};

}  // namespace spreadmap::media
