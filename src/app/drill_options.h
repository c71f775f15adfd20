#pragma once
#include <cstddef>
#include <filesystem>

namespace spreadmap::app {

/// What tests do to a window that is open, for which no display and no driver has a door. Hidden options; nothing happens where none is given.
struct DrillOptions {
  std::filesystem::path facts;  ///< where it is told each second how the program fares; empty: no drill
  double clock_step_s = 0.0;    ///< how far each turn of the kiosk puts its clock on; 0: it goes as clocks do
  std::size_t leak_bytes = 0;   ///< a leak, planted: so many bytes each time the kiosk has told itself
};

}  // namespace spreadmap::app
