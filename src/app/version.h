#pragma once

namespace spreadmap::app {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace spreadmap::app
