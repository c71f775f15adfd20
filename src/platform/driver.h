#pragma once

namespace spreadmap::platform {

/// Which of its video drivers SDL tries, before it is asked for video: those of a display, or the one that needs none. What SDL_VIDEODRIVER names goes
/// before the first.
void ask_for_driver(bool is_offscreen);

}  // namespace spreadmap::platform
