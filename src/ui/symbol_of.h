#pragma once
#include "exhibit/exhibit.h"
#include "model/layer_index.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

/// What stands for a layer in lists.
Symbol symbol_of(exhibit::LayerKind kind);
/// What stands for one record of a layer of points, as the map draws it on a day.
Symbol symbol_of(exhibit::LayerKind kind, const model::LayerRows& rows, std::uint32_t row, double position_d);

}  // namespace spreadmap::ui
