#pragma once
#include <string>

#include "scene/parts.h"

namespace spreadmap::scene {

/// What is filtered by, as a picture has to say it: "Of 1,030 in all · CA, MI · Police". Empty where the counted layer's records are
/// all left.
std::string filter_line(const PartContext& context);

}  // namespace spreadmap::scene
