#pragma once
#include <string_view>
#include <vector>

#include "app/options.h"
#include "app/places.h"
#include "app/stage.h"
#include "media/manifest.h"
#include "time/play_range.h"

namespace spreadmap::app {

/// What begins the name of a fact about a file with data; the file's name follows, from the exhibit's folder.
inline constexpr std::string_view kDataFact = "data ";

/// All that an export's bytes depend on: program, exhibit, data, fonts, renderer, picture, time, view. `encoder`: of a film, as its module
/// tells; empty: PNG. Errors: a file that cannot be read any more.
Result<std::vector<media::Fact>> facts_of(const Stage& stage, const ExportOptions& options, const Places& places,
                                          const model::ViewState& view, const time::PlayRange& range,
                                          const std::string& encoder);

}  // namespace spreadmap::app
