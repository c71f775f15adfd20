#pragma once
#include <array>
#include <memory>

#include "base/result.h"
#include "exhibit/exhibit.h"
#include "scene/logo.h"

namespace spreadmap::app {

/// The exhibit's logo for each theme; nullptr where it has none. Where the exhibit has one file for both, both are one.
using Logos = std::array<std::shared_ptr<const scene::Logo>, 2>;

/// Pixels a side that a logo may have: more are not seen, the largest pictures showing it 4096 pixels wide.
inline constexpr int kMostSideOfLogos_px = 4096;

/// Errors: a file that cannot be read, is no PNG, is too large or shows nothing, by the line that names it.
Result<Logos> load_logos(const exhibit::Exhibit& exhibit);

}  // namespace spreadmap::app
