#pragma once
#include <toml++/toml.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace spreadmap::exhibit {

/// The whole of a file; `called`: what is to be named where a folder is. Errors: it cannot be read.
Result<std::string> read_text(const std::filesystem::path& file, std::string_view called);

/// Errors, with their line: not UTF-8, not TOML. `file` names the text in them.
Result<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file);

}  // namespace spreadmap::exhibit
