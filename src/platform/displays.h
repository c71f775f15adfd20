#pragma once
#include <vector>

struct SDL_Window;

namespace spreadmap::platform {

/// A display's place on the desktop, in the points that the desktop counts.
struct DisplayBox {
  int x_pt = 0, y_pt = 0, width_pt = 0, height_pt = 0;
  bool operator==(const DisplayBox&) const = default;
};

/// The displays of the window's desktop that show something now; none where all are unplugged. Under X11 as the server says at this moment, since
/// SDL learns neither of another mode nor, always, of a display that comes or goes; elsewhere as SDL has them.
std::vector<DisplayBox> displays_of(SDL_Window* window);

/// Which of them holds the middle of a box, or else lies nearest to it; there is one at least.
int display_with(const std::vector<DisplayBox>& displays, const DisplayBox& box);

/// Whether a window could be opened now: somebody shows windows.
bool can_open_window();

}  // namespace spreadmap::platform
