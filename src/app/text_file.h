#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "base/result.h"
#include "media/atomic_file.h"

namespace spreadmap::app {

/// A file that comes along with an export, and what it holds.
struct TextFile {
  std::filesystem::path file;
  std::string text;
};

/// Errors: it cannot be written.
inline Result<void> write(const TextFile& file) {
  return media::write_file_atomically(file.file, std::as_bytes(std::span(file.text)));
}

}  // namespace spreadmap::app
