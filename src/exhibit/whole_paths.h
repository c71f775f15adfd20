#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"

namespace spreadmap::exhibit {

/// The text of an exhibit file with every path in it written whole, so that it may lie in another folder; all else stays as it is. `file`: the whole
/// path of the one that the text is of. Errors: what is no exhibit's text.
Result<std::string> with_whole_paths(std::string text, const std::filesystem::path& file);

}  // namespace spreadmap::exhibit
