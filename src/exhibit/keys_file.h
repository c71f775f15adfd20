#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace spreadmap::exhibit {

/// An action's keys as they stand in a keys file; what they mean is not looked at here.
struct WrittenKeys {
  struct Chord {
    std::string text;
    std::uint32_t line = 1;
  };
  std::string action;
  std::uint32_t line = 1;
  std::vector<Chord> chords;  ///< none: the action has no key
};

/// A keys file: `[explore]` for the window, `[talk]` for a talk, each in the order of its lines.
struct KeysFile {
  std::filesystem::path file;
  std::vector<WrittenKeys> explore, talk;
};

/// Errors, with their line: not TOML, an unknown section, an action without a list of texts. An empty text is no error.
Result<KeysFile> parse_keys_file(std::string_view toml, const std::filesystem::path& file);
/// The same from a file. Errors also: it cannot be read.
Result<KeysFile> load_keys_file(const std::filesystem::path& file);

}  // namespace spreadmap::exhibit
