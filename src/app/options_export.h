#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/option_values.h"
#include "app/options.h"
#include "time/day.h"

namespace spreadmap::app {

/// The options of `export` as they stand on the command line, before they are values.
struct RawExport {
  ExportOptions options;
  std::vector<std::string> sizes;
  std::string preset, day, wipe_day, from, to, fps, format;
  std::vector<std::string> furniture;
  double seconds = 0.0;
};

/// `--progress`; `kind` outlives the command's parsing.
void add_progress(CLI::App& command, ProgressKind& kind);
/// `raw` outlives the command's parsing.
void add_export(CLI::App& command, RawExport& raw);
/// Errors: CLI::ValidationError, an option that was given and means nothing to shapes and text, where the name asks for those.
void refuse_what_shapes_lack(const CLI::App& command, const RawExport& raw);
/// Whether the name of an export asks for shapes and text.
bool is_of_shapes(const std::string& out);
/// Errors: CLI::ValidationError, a text that is no size, rate, format or part of the furniture.
void check_texts(const RawExport& raw);
/// Errors: CLI::ValidationError, what is wrong or does not go together.
/// One for each size that is asked for. `last_day`: of the exhibit, as an example of a day; nullopt: it could not be read.
std::vector<ExportOptions> checked_export(RawExport raw, bool seconds_given, std::optional<time::Day> last_day);

}  // namespace spreadmap::app
