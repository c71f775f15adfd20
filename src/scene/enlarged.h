#pragma once
#include "scene/frame.h"

namespace spreadmap::scene {

/// The same picture `times` as large in both directions (1 or more): every place, width and size of type is multiplied, nothing is laid out
/// anew. What can be touched on the strip stays behind.
Frame enlarged(const Frame& frame, int times);

}  // namespace spreadmap::scene
