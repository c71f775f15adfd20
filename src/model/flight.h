#pragma once
#include "model/camera.h"

namespace spreadmap::model {

/// A camera on its way: out, across and in along the path of van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003), which
/// the eye follows as one even movement. Times are wall clock seconds.
struct Flight {
  Camera from, to;
  double start_s = 0.0;
  double length_s = 1.0;
  bool operator==(const Flight&) const = default;
};

/// The flight from one camera to another, `width_m` being what zoom 1 shows across. Its length grows with the length of the path.
Flight flight_to(const Camera& from, const Camera& to, double width_m, double now_s);
/// Where the camera is; the flight's end once it is over.
Camera camera_at(const Flight& flight, double width_m, double now_s);

}  // namespace spreadmap::model
