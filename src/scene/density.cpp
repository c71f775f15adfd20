#include "scene/density.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {
namespace {

/// Records that lie in one cell, as one: their weight in their middle.
struct Heap {
  double x_m = 0.0, y_m = 0.0, weight = 0.0;
};

/// A square of the kernel's radius with the heaps in it: a kernel reaches into the eight squares around and no farther.
struct Square {
  std::vector<Heap> heaps;
  double weight = 0.0;
};

constexpr int kCellsInRadius = 4;

std::int64_t key_of(std::int64_t column, std::int64_t row) { return (row << 32) ^ (column & 0xffffffffLL); }

using Squares = std::unordered_map<std::int64_t, Square>;

Squares squares_of(const std::vector<DensityPlace>& places, double radius_m) {
  const double cell_m = radius_m / kCellsInRadius;
  std::unordered_map<std::int64_t, Heap> cells;
  for (const DensityPlace& place : places) {
    if (!(place.areal_scale > 0.0F)) continue;
    const auto x_m = static_cast<double>(place.local.x_m), y_m = static_cast<double>(place.local.y_m);
    const auto weight = static_cast<double>(place.areal_scale);
    Heap& heap = cells[key_of(static_cast<std::int64_t>(std::floor(x_m / cell_m)),
                              static_cast<std::int64_t>(std::floor(y_m / cell_m)))];
    heap.x_m += x_m * weight;
    heap.y_m += y_m * weight;
    heap.weight += weight;
  }
  Squares squares;
  for (auto& [key, heap] : cells) {
    heap.x_m /= heap.weight;
    heap.y_m /= heap.weight;
    Square& square = squares[key_of(static_cast<std::int64_t>(std::floor(heap.x_m / radius_m)),
                                    static_cast<std::int64_t>(std::floor(heap.y_m / radius_m)))];
    square.heaps.push_back(heap);
    square.weight += heap.weight;
  }
  return squares;
}

/// The squares within a kernel's reach of one.
std::array<const Square*, 9> around(const Squares& squares, std::int64_t key) {
  const std::int64_t column = static_cast<std::int32_t>(key & 0xffffffffLL);
  const std::int64_t row = (key ^ (column & 0xffffffffLL)) >> 32;
  std::array<const Square*, 9> found{};
  std::size_t next = 0;
  for (std::int64_t y = row - 1; y <= row + 1; ++y) {
    for (std::int64_t x = column - 1; x <= column + 1; ++x) {
      const auto square = squares.find(key_of(x, y));
      found.at(next++) = square == squares.end() ? nullptr : &square->second;
    }
  }
  return found;
}

double sum_at(const Heap& at, const std::array<const Square*, 9>& squares, double radius_m) {
  double sum = 0.0;
  for (const Square* square : squares) {
    if (square == nullptr) continue;
    for (const Heap& heap : square->heaps) {
      const double dx = (heap.x_m - at.x_m) / radius_m, dy = (heap.y_m - at.y_m) / radius_m;
      const double rest = std::max(1.0 - dx * dx - dy * dy, 0.0);
      sum += heap.weight * rest * rest;
    }
  }
  return sum;
}

}  // namespace

DensityPoints::Day DensityPoints::on(double position_d, int window_days) const {
  const auto come_by = [this](double at_d) {
    const auto is_later = [](double day, const DensityPoint& point) { return day < static_cast<double>(point.from_d); };
    return static_cast<std::uint32_t>(std::upper_bound(points.begin(), points.end(), at_d, is_later) - points.begin());
  };
  Day day;
  day.end = come_by(position_d);
  // What surely began before the window is over: its window is counted from its earliest day.
  day.begin = window_days > 0 ? come_by(position_d - window_days) : 0;
  day.gone = static_cast<std::uint32_t>(std::upper_bound(untils.begin(), untils.end(), static_cast<float>(position_d)) -
                                        untils.begin());
  return day;
}

double DensityPeaks::at(double radius_m) const {
  const double octave = std::log2(radius_m);
  const double below = std::floor(octave);
  const double low = peak(static_cast<int>(below)), high = peak(static_cast<int>(below) + 1);
  if (low <= 0.0 || high <= 0.0) return 0.0;
  return std::exp2(std::lerp(std::log2(low), std::log2(high), octave - below));
}

double DensityPeaks::peak(int octave) const {
  if (const auto found = peaks_.find(octave); found != peaks_.end()) return found->second;
  const double radius_m = std::exp2(octave);
  const Squares squares = squares_of(places_, radius_m);
  // No sum in a square is larger than all that lies within reach: from the squares with most, until no other can have more.
  std::vector<std::pair<double, std::int64_t>> candidates;
  candidates.reserve(squares.size());
  for (const auto& [key, square] : squares) {
    double within_reach = 0.0;
    for (const Square* other : around(squares, key)) within_reach += other == nullptr ? 0.0 : other->weight;
    candidates.emplace_back(within_reach, key);
  }
  std::sort(candidates.begin(), candidates.end(), std::greater<>());
  double largest = 0.0;
  for (const auto& [within_reach, key] : candidates) {
    if (within_reach <= largest) break;
    const auto near = around(squares, key);
    for (const Heap& heap : squares.at(key).heaps) largest = std::max(largest, sum_at(heap, near, radius_m));
  }
  return peaks_[octave] = largest / (kKernelVolume * radius_m * radius_m);
}

std::vector<DensityPlace> density_places(std::span<const geo::MapPoint> marks, std::span<const geo::LonLat> lon_lat,
                                         const geo::Projection& projection, geo::MapOrigin origin) {
  std::vector<DensityPlace> places;
  places.reserve(marks.size());
  for (std::size_t row = 0; row < marks.size(); ++row) {
    DensityPlace place{geo::local_from_map(marks[row], origin)};
    if (std::isfinite(marks[row].x_m)) {
      // Where the map is torn or ends right there, a place has no scale, and what is there no density.
      const auto scale = projection.scale_at(lon_lat[row]);
      place.areal_scale = scale ? static_cast<float>(scale->mean * scale->mean) : 0.0F;
    }
    places.push_back(place);
  }
  return places;
}

DensityPoints density_points(const model::LayerRows& rows, const model::LayerIndex& index,
                             std::span<const DensityPlace> places) {
  std::vector<bool> is_left(rows.days.row_count(), false);
  for (std::uint32_t entry = 0; entry < index.entry_count(); ++entry) is_left[index.row(entry)] = true;
  DensityPoints found;
  for (const std::uint32_t row : rows.days.by_latest) {
    if (!is_left[row] || !model::is_surely_there_once(rows.days, row, index.window_days())) continue;
    const auto until_d = static_cast<float>(model::first_end(rows.days, row, index.window_days()));
    found.points.push_back({places[row], static_cast<float>(rows.days.latest[row]), until_d});
    found.rows.push_back(row);
    found.untils.push_back(until_d);
  }
  std::sort(found.untils.begin(), found.untils.end());
  return found;
}

}  // namespace spreadmap::scene
