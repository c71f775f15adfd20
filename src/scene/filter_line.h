#pragma once
#include <string>
#include <vector>

#include "scene/parts.h"

namespace spreadmap::scene {

/// What is filtered by, and how much smaller than notes it is set.
struct FilterNote {
  std::vector<std::string> lines;
  double share = 1.0;
  /// From the first line to the last, in lines of notes.
  [[nodiscard]] double height() const { return lines.empty() ? 0.0 : share * static_cast<double>(lines.size() - 1); }
};

/// What is filtered by, as a picture has to say it: "Of 1,030 in all · CA, MI · Police", in lines that a room holds. Where they would be
/// more than a few, each condition is said more shortly, in large type also a little smaller, and none is left out. No lines where the
/// counted layer's records are all left. How many there are does not depend on the day. `type`: that of notes.
FilterNote filter_note(const PartContext& context, const Pen& pen, double room_pt, const Type& type);

}  // namespace spreadmap::scene
