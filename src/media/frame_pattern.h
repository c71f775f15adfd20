#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"

namespace spreadmap::media {

/// The names of a sequence of frames, from `frames/%06d.png`: one integer as printf writes it (%d, %4d, %06d, also with
/// i or u), in the file's name; `%%` is a percent sign. Without an integer it names one file.
class FramePattern {
 public:
  static Result<FramePattern> parsed(const std::string& text);
  [[nodiscard]] bool names_one_file() const { return !numbered_; }
  [[nodiscard]] std::filesystem::path file(int index) const;
  /// Empty for the current folder.
  [[nodiscard]] std::filesystem::path folder() const { return file(0).parent_path(); }

 private:
  std::string before_, after_;
  int digits_ = 0;
  bool numbered_ = false, zero_filled_ = false;
};

/// The name of a single picture, in which there is nothing to number: `%%` is a percent sign, and so is one alone. Errors: a number as `%06d`, or what
/// reads as one ("50%discount.png").
Result<std::string> name_without_number(const std::string& text);

}  // namespace spreadmap::media
