#include "geo/albers.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "base/assert.h"

namespace spreadmap::geo {
namespace {

constexpr double kA_m = 6378137.0;
constexpr double kFlattening = 1.0 / 298.257223563;
constexpr double kE2 = kFlattening * (2.0 - kFlattening);
constexpr double kE = 0.081819190842621486;  // the square root of kE2
constexpr double kRadPerDeg = std::numbers::pi / 180.0;

// 3-12: grows with the area between the equator and a latitude.
double q_of_sine(double sine) { return (1.0 - kE2) * (sine / (1.0 - kE2 * sine * sine) + std::atanh(kE * sine) / kE); }

// 14-15, squared: the radius of a parallel, in units of the equator's.
double parallel_radius_squared(double sine) { return (1.0 - sine * sine) / (1.0 - kE2 * sine * sine); }

// 3-16, Newton's method; four rounds reach the last digit away from the poles, at which the sphere's answer is exact.
double latitude_of_q(double q) {
  const double q_pole = q_of_sine(1.0);
  double latitude = std::asin(q / q_pole);
  for (int round = 0; round < 6; ++round) {
    const double sine = std::sin(latitude);
    const double cosine = std::cos(latitude);
    if (cosine < 1e-9) break;
    const double stretch = 1.0 - kE2 * sine * sine;
    latitude += stretch * stretch / (2.0 * cosine * (1.0 - kE2)) * (q - q_of_sine(sine));
  }
  return latitude;
}

}  // namespace

Albers::Albers(AlbersParameters parameters) : origin_lon_deg_(parameters.origin_lon_deg) {
  SM_ASSERT(parameters.parallel_1_deg + parameters.parallel_2_deg > 0.0, "parallels {} {}", parameters.parallel_1_deg,
            parameters.parallel_2_deg);
  const double sine_1 = std::sin(parameters.parallel_1_deg * kRadPerDeg);
  const double sine_2 = std::sin(parameters.parallel_2_deg * kRadPerDeg);
  const double q_1 = q_of_sine(sine_1);
  const double radius_1 = parallel_radius_squared(sine_1);
  // 14-14 has 0/0 when the parallels are one; there the cone's constant is the sine.
  cone_ = sine_1 == sine_2 ? sine_1 : (radius_1 - parallel_radius_squared(sine_2)) / (q_of_sine(sine_2) - q_1);
  c_ = radius_1 + cone_ * q_1;
  origin_radius_m_ = kA_m * std::sqrt(c_ - cone_ * q_of_sine(std::sin(parameters.origin_lat_deg * kRadPerDeg))) / cone_;
}

MapPoint Albers::map_from_lon_lat(LonLat place) const {
  constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
  if (!(std::abs(place.lat_deg) <= 90.0) || !std::isfinite(place.lon_deg)) return {kNowhere, kNowhere};
  const double q = q_of_sine(std::sin(place.lat_deg * kRadPerDeg));
  const double radius_m = kA_m * std::sqrt(c_ - cone_ * q) / cone_;
  const double turn = cone_ * std::remainder(place.lon_deg - origin_lon_deg_, 360.0) * kRadPerDeg;
  return {radius_m * std::sin(turn), origin_radius_m_ - radius_m * std::cos(turn)};
}

std::optional<LonLat> Albers::lon_lat_from_map(MapPoint point) const {
  const double down_m = origin_radius_m_ - point.y_m;
  const double radius = std::hypot(point.x_m, down_m) * cone_ / kA_m;
  const double q = (c_ - radius * radius) / cone_;
  const double east_deg = std::atan2(point.x_m, down_m) / cone_ / kRadPerDeg;
  if (!(std::abs(q) <= q_of_sine(1.0)) || !(std::abs(east_deg) <= 180.0)) return std::nullopt;
  return LonLat{std::remainder(origin_lon_deg_ + east_deg, 360.0), latitude_of_q(q) / kRadPerDeg};
}

}  // namespace spreadmap::geo
