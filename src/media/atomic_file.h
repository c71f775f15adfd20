#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <system_error>

#include "base/descriptor.h"
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

/// What is said of a folder that was there and cannot be read.
Error folder_error(const std::filesystem::path& folder, const std::error_code& error);

/// Whether a file's name is a temporary one of these.
bool is_temporary(const std::filesystem::path& file);
/// Takes those away that killed processes have left in a folder, where that is there. Errors: it cannot be read.
Result<void> remove_temporaries_in(const std::filesystem::path& folder);

/// Writes all of the bytes where the descriptor stands. 0, or the value of errno.
int write_all(int descriptor, std::span<const std::byte> bytes);

/// A file that is written under a temporary name, also by someone else (an encoder), and then committed or, by default, removed. As long as it is there
/// no other process writes the same target in this way.
class PendingFile {
 public:
  /// Makes the empty temporary. Errors: the folder is missing or not writable, the target is no regular file, another process writes it.
  static Result<PendingFile> create(const std::filesystem::path& target);
  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&& other) noexcept;
  ~PendingFile();
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
  /// Writes all of the bytes behind those that it has written. Errors: what the system says.
  Result<void> write(std::span<const std::byte> bytes);
  /// Has the system begin to put on disk what was written, without waiting for it: of several files that wait for their
  /// `commit`, the first then pays for all.
  void begin_sync() const;
  /// Syncs and renames. The temporary is gone afterwards, also after an error.
  Result<void> commit(FolderSync folder_sync = FolderSync::kNow);
  /// The same; what was committed stays open for writing, and locked.
  Result<Descriptor> commit_held();

 private:
  PendingFile(std::filesystem::path target, std::filesystem::path temporary, Descriptor file)
      : target_(std::move(target)), temporary_(std::move(temporary)), file_(std::move(file)) {}
  void remove() noexcept;
  std::filesystem::path target_, temporary_;  ///< no temporary: committed or moved from
  Descriptor file_;                           ///< of the temporary, locked
};

}  // namespace spreadmap::media
