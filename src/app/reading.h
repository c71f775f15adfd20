#pragma once
#include <vector>

#include "app/places.h"
#include "base/result.h"
#include "data/raw_table.h"

namespace spreadmap::app {

/// What the reader answers, one for each request. Errors: it cannot be run, or says what nobody understands.
Result<std::vector<Result<data::RawTable>>> answers_to(const std::vector<data::ReadRequest>& requests,
                                                       const Places& places);

}  // namespace spreadmap::app
