#pragma once
#include <filesystem>

#include "app/options.h"
#include "app/stage.h"

namespace spreadmap::app {

/// The picture that an export asks for, of each of its frames.
PictureSpec picture_of(const ExportOptions& options);

/// How many pixels an export has in memory at once: what is drawn, and frames that are whole.
std::size_t pixels_held(const ExportOptions& options);

/// A still of `options.day`, of any size: written from top to bottom, so that no more than some rows are in memory. Errors: the day lies outside
/// of the timeline, the file cannot be written, Ctrl-C.
Result<void> export_still(Stage& stage, const ExportOptions& options, model::ViewState view, Progress& progress);

}  // namespace spreadmap::app
