#pragma once
#include <filesystem>

#include "base/result.h"

namespace spreadmap::platform {

/// Tells that files of a folder were written or replaced, by inotify. The folder is watched and not the files: editors replace a
/// file by renaming another over it. Asks only when asked.
class FolderWatch {
 public:
  /// Errors: no such folder, or no more watches on this machine.
  static Result<FolderWatch> create(const std::filesystem::path& folder);
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&& other) noexcept;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Whether a file was closed after writing, or renamed into the folder, since the last call. Does not wait.
  [[nodiscard]] bool changed() const;

 private:
  explicit FolderWatch(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace spreadmap::platform
