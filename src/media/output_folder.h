#pragma once
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace spreadmap::media {

/// A folder that files will be written to, made with those above it where they are missing. What was made is taken away again when nothing
/// came into it.
class OutputFolder {
 public:
  /// An empty path is the current folder. Errors: it cannot be made, or nothing can be written there.
  static Result<OutputFolder> make(const std::filesystem::path& folder);
  OutputFolder(OutputFolder&&) noexcept = default;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  OutputFolder() = default;
  std::filesystem::path path_;
  std::vector<std::filesystem::path> made_;  ///< the innermost first
};

}  // namespace spreadmap::media
