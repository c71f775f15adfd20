#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "exhibit/exhibit.h"

namespace spreadmap::exhibit {

/// Reads and checks an exhibit file (TOML 1.0). Paths in it are relative to its folder. The first fault is the error, as
/// `file:line: what, and what to do`; an unknown key names the nearest known one.
Result<Exhibit> load_exhibit(const std::filesystem::path& file);

/// The same from text; `file` names it in errors and is what relative paths are resolved against.
Result<Exhibit> parse_exhibit(std::string_view toml, const std::filesystem::path& file);

}  // namespace spreadmap::exhibit
