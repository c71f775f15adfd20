#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/options_export.h"
#include "base/result.h"
#include "exhibit/exhibit.h"

namespace spreadmap::app {

/// What a command line leaves open and something else says, as words to be added to it: its preset, then the exhibit's `[export]`, then the preset that
/// this names. Of the exhibit's only what goes with what is made: a still has no rate, and cues have seconds of their own. Errors: CLI::ValidationError, a preset that there is not, or
/// one for another kind of file than is named.
std::vector<std::string> default_words(const CLI::App& command, const RawExport& raw,
                                       const std::vector<exhibit::ExportDefault>& exhibit);

/// Errors: what the command line would say of a value, with the line that holds it.
Result<void> check_export_defaults(const exhibit::Exhibit& exhibit);

/// A command's exhibit, for what it says of exports. nullopt where it cannot be read or is wrong, which is said when it is loaded.
std::optional<exhibit::Exhibit> exhibit_of_exports(const std::filesystem::path& exhibit_file);

}  // namespace spreadmap::app
