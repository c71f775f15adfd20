#pragma once
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "media/image.h"

namespace spreadmap::media {

/// A PNG that is written from top to bottom, for pictures that do not fit in memory: under a temporary name, then synced and renamed.
/// Without commit() nothing is left of it.
class PngFile {
 public:
  /// `picture`: the size and kind of all rows together. Errors: the folder is missing or not writable, the target is no regular file.
  static Result<PngFile> create(const std::filesystem::path& target, const Image& picture);
  PngFile(PngFile&&) noexcept;
  PngFile& operator=(PngFile&&) noexcept;
  ~PngFile();
  /// The next rows, of the picture's width and kind. Errors: what the system says.
  Result<void> add(const Image& band);
  /// Errors: what the system says; the picture then is not there.
  Result<void> commit();

 private:
  struct Impl;
  explicit PngFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::media
