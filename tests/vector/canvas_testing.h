#pragma once
#include <string>

#include "vector/canvas.h"

namespace spreadmap::vector {

/// Takes all bytes.
inline Sink into(std::string& text) {
  return [&text](std::string_view bytes) {
    text += bytes;
    return true;
  };
}

}  // namespace spreadmap::vector
