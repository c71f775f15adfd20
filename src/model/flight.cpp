#include "model/flight.h"

#include <algorithm>
#include <cmath>

#include "time/easing.h"

namespace spreadmap::model {
namespace {

// How strongly zooming is preferred to panning: van Wijk and Nuij found about 1.42 in their tests with people.
constexpr double kRho = 1.42;
// Path lengths a second; and what neither a hop nor a crossing of the map may leave.
constexpr double kSpeed_per_s = 1.6;
constexpr double kShortest_s = 0.35, kLongest_s = 2.6;

/// The path in the paper's terms: u along the ground, w the width that is seen, s from 0 to `length`.
struct Path {
  double ground_m = 0.0;  ///< from the first centre to the last
  double from_m = 1.0, to_m = 1.0;
  double r0 = 0.0, length = 0.0;

  Path(const Flight& flight, double width_m)
      : ground_m(
            std::hypot(flight.to.centre.x_m - flight.from.centre.x_m, flight.to.centre.y_m - flight.from.centre.y_m)),
        from_m(width_m / flight.from.zoom),
        to_m(width_m / flight.to.zoom) {
    if (is_on_the_spot()) {
      length = std::abs(std::log(to_m / from_m)) / kRho;
      return;
    }
    const double rho2 = kRho * kRho, rho4 = rho2 * rho2, u2 = ground_m * ground_m;
    const double b0 = (to_m * to_m - from_m * from_m + rho4 * u2) / (2.0 * from_m * rho2 * ground_m);
    const double b1 = (to_m * to_m - from_m * from_m - rho4 * u2) / (2.0 * to_m * rho2 * ground_m);
    // ln(-b + sqrt(b² + 1)), which is -asinh(b), without the cancellation for large b.
    r0 = -std::asinh(b0);
    length = (-std::asinh(b1) - r0) / kRho;
  }
  /// Whether there is nothing to cross: then only the width changes.
  [[nodiscard]] bool is_on_the_spot() const { return ground_m < 1e-6 * std::min(from_m, to_m); }
  [[nodiscard]] double width_m(double s) const {
    if (is_on_the_spot()) return from_m * std::exp((to_m < from_m ? -1.0 : 1.0) * kRho * s);
    return from_m * std::cosh(r0) / std::cosh(kRho * s + r0);
  }
  /// How far along the ground, 0 to 1.
  [[nodiscard]] double share(double s) const {
    if (is_on_the_spot()) return length > 0.0 ? s / length : 1.0;
    const double u_m = from_m / (kRho * kRho) * (std::cosh(r0) * std::tanh(kRho * s + r0) - std::sinh(r0));
    return u_m / ground_m;
  }
};

}  // namespace

Flight flight_to(const Camera& from, const Camera& to, double width_m, double now_s) {
  Flight flight{from, to, now_s, 0.0};
  flight.length_s = std::clamp(Path(flight, width_m).length / kSpeed_per_s, kShortest_s, kLongest_s);
  return flight;
}

Camera camera_at(const Flight& flight, double width_m, double now_s) {
  if (now_s >= flight.start_s + flight.length_s) return flight.to;
  if (now_s <= flight.start_s) return flight.from;
  const double share = (now_s - flight.start_s) / flight.length_s;
  const Path path(flight, width_m);
  const double s = time::eased(share) * path.length;
  const double along = path.share(s);
  return {{flight.from.centre.x_m + (flight.to.centre.x_m - flight.from.centre.x_m) * along,
           flight.from.centre.y_m + (flight.to.centre.y_m - flight.from.centre.y_m) * along},
          width_m / path.width_m(s)};
}

}  // namespace spreadmap::model
