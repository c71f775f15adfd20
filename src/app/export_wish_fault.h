#pragma once
#include <filesystem>

#include "app/options.h"
#include "base/result.h"
#include "model/day_axis.h"
#include "model/export_wish.h"
#include "ui/export_view.h"

namespace spreadmap::app {

/// What is wrong with a wish, as far as that can be told before it is made. `file`: where it would be written; `read`: what its command line is read as; `axis`:
/// the exhibit's days. What the panel has no words for is told in those of the command line.
ui::WishFault fault_of(const model::ExportWish& wish, const std::filesystem::path& file,
                       const Result<ExportOptions>& read, const model::DayAxis& axis);

}  // namespace spreadmap::app
