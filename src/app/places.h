#pragma once
#include <filesystem>

#include "base/result.h"

namespace spreadmap::app {

/// Where the program's own files lie. Looked for beside the binary, in the prefix it is installed under, and in the source tree.
struct Places {
  std::filesystem::path fonts;             ///< folder
  std::filesystem::path translations;      ///< folder of compiled catalogues
  std::filesystem::path reader;            ///< spreadmap-reader
  std::filesystem::path film_module;       ///< spreadmap-film.so; looked at only when a film is asked for
  std::filesystem::path geodata;           ///< folder of the base maps that come with the program
  std::filesystem::path built_in_exhibit;  ///< ring.exhibit.toml
};

/// The folders of fonts and of compiled catalogues alone. Errors: as below.
Result<std::filesystem::path> find_fonts();
Result<std::filesystem::path> find_translations();

/// Errors: a part that is missing, with the places where it was looked for.
Result<Places> find_places();

}  // namespace spreadmap::app
