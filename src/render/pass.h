#pragma once
#include <cstdint>

namespace spreadmap::render {

/// What of a frame is drawn: all of it, or one of three that give the whole when they are laid over one another.
enum class Pass : std::uint8_t {
  kWhole,
  kBase,       ///< ground, land, areas, surfaces, lines, names of regions and places
  kMarks,      ///< points, rings, symbols
  kFurniture,  ///< what lies over the marks: the fading of the map's cut edges, labels of records, furniture
};

}  // namespace spreadmap::render
