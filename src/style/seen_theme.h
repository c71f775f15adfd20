#pragma once
#include "style/colour_space.h"
#include "style/theme.h"

namespace spreadmap::style {

/// A theme as an eye sees its colours.
Theme seen_with(Vision vision, Theme theme);

}  // namespace spreadmap::style
