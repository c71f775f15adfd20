#pragma once
#include <nlohmann/json.hpp>

#include "exhibit/exhibit.h"
#include "model/day_axis.h"
#include "model/view_state.h"

namespace spreadmap::app {

/// What a view shows, in names that outlive changes of the exhibit: layers by their ids, days by their dates.
nlohmann::json json_of(const exhibit::Exhibit& exhibit, const model::DayAxis& axis, const model::ViewState& view);

/// The view `first`, changed to what was written; what it names and the exhibit no longer has is left as it is. Throws nlohmann's errors where
/// something is of another kind.
model::ViewState view_of(const exhibit::Exhibit& exhibit, const model::DayAxis& axis, const model::ViewState& first,
                         const nlohmann::json& from);

}  // namespace spreadmap::app
