#pragma once
#include <filesystem>

#include "app/options.h"
#include "app/text_file.h"
#include "app/world.h"

namespace spreadmap::app {

/// Where the table lies: of a still `look.png` it is `look.csv`, of frames `records.csv` in their folder.
std::filesystem::path record_table_beside(const ExportOptions& options);

/// Which record a number of a matte is: for each record of the exhibit its layer's number and its own, the layer's id, the record's name and the
/// line of its source, as CSV.
TextFile record_table(const ExportOptions& options, const World& world);

}  // namespace spreadmap::app
