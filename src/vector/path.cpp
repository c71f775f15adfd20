#include "vector/path.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::vector {
namespace {

constexpr std::int64_t kStep = 5;    // of the grid: a twentieth of a pixel
constexpr double kMargin_px = 16.0;  // wider than any line is thick

std::int64_t stepped(double px) { return kStep * std::llround(px * kGridPerPx / static_cast<double>(kStep)); }

/// Whether the middle of three points can go: on the line between the others, and no turning back.
bool is_between(GridPoint a, GridPoint b, GridPoint c) {
  const std::int64_t abx = b.x - a.x, aby = b.y - a.y, bcx = c.x - b.x, bcy = c.y - b.y;
  return abx * bcy == aby * bcx && abx * bcx + aby * bcy >= 0;
}

}  // namespace

GridPoint grid_point(double x_px, double y_px) {
  return {std::llround(x_px * kGridPerPx), std::llround(y_px * kGridPerPx)};
}

Path outline_of(std::initializer_list<scene::PixelPoint> points) {
  Path path;
  for (const scene::PixelPoint point : points) {
    path.points.push_back(grid_point(static_cast<double>(point.x_px), static_cast<double>(point.y_px)));
  }
  path.part_ends.push_back(static_cast<std::uint32_t>(path.points.size()));
  return path;
}

PathBuilder::PathBuilder(const scene::MapView& map, const scene::PixelRect& room, bool is_closed)
    : map_(map),
      left_px_(static_cast<double>(room.left_px) - kMargin_px),
      top_px_(static_cast<double>(room.top_px) - kMargin_px),
      right_px_(static_cast<double>(room.right_px) + kMargin_px),
      bottom_px_(static_cast<double>(room.bottom_px) + kMargin_px) {
  path_.is_closed = is_closed;
}

PathBuilder::Point PathBuilder::pixel_of(double x_m, double y_m) const {
  return {static_cast<double>(map_.anchor_px.x_px) + (x_m - map_.anchor_m.x_m) * map_.px_per_m,
          static_cast<double>(map_.anchor_px.y_px) - (y_m - map_.anchor_m.y_m) * map_.px_per_m};
}

void PathBuilder::add(const geo::Rings& rings) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    part_.clear();
    for (; begin < end; ++begin) part_.push_back(pixel_of(rings.points[begin].x_m, rings.points[begin].y_m));
    add_gathered();
  }
}

void PathBuilder::add(std::span<const geo::LocalPoint> points, std::span<const std::uint32_t> part_ends,
                      geo::MapOrigin origin) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : part_ends) {
    part_.clear();
    for (; begin < end; ++begin) {
      const geo::LocalPoint point = points[begin];
      if (std::isfinite(point.x_m) && std::isfinite(point.y_m)) {
        part_.push_back(
            pixel_of(origin.x_m + static_cast<double>(point.x_m), origin.y_m + static_cast<double>(point.y_m)));
      } else {
        add_gathered();
        part_.clear();
      }
    }
    add_gathered();
  }
}

void PathBuilder::add_part(std::span<const scene::PixelPoint> points) {
  part_.clear();
  for (const scene::PixelPoint point : points) {
    part_.push_back({static_cast<double>(point.x_px), static_cast<double>(point.y_px)});
  }
  add_gathered();
}

void PathBuilder::add_gathered() {
  if (part_.empty()) return;
  const auto [left, right] =
      std::minmax_element(part_.begin(), part_.end(), [](Point a, Point b) { return a.x_px < b.x_px; });
  const auto [top, bottom] =
      std::minmax_element(part_.begin(), part_.end(), [](Point a, Point b) { return a.y_px < b.y_px; });
  if (right->x_px < left_px_ || left->x_px > right_px_ || bottom->y_px < top_px_ || top->y_px > bottom_px_) return;
  const bool is_inside =
      left->x_px >= left_px_ && right->x_px <= right_px_ && top->y_px >= top_px_ && bottom->y_px <= bottom_px_;
  if (is_inside) return put(part_);
  path_.is_closed ? add_cut_ring() : add_cut_line();
}

void PathBuilder::add_cut_ring() {
  // One side after the other (Sutherland and Hodgman 1974): what remains of a ring may run to and fro along a side, where the even-odd rule leaves nothing.
  const auto cut_at = [this](auto beyond, auto crossing) {
    cut_.clear();
    for (std::size_t i = 0; i < part_.size(); ++i) {
      const Point from = part_[i], to = part_[i + 1 < part_.size() ? i + 1 : 0];
      const double a = beyond(from), b = beyond(to);
      if (a <= 0.0) cut_.push_back(from);
      if ((a < 0.0 && b > 0.0) || (a > 0.0 && b < 0.0)) cut_.push_back(crossing(from, to, a / (a - b)));
    }
    part_.swap(cut_);
  };
  const auto at_x = [](double x_px) {
    return [x_px](Point from, Point to, double t) { return Point{x_px, from.y_px + (to.y_px - from.y_px) * t}; };
  };
  const auto at_y = [](double y_px) {
    return [y_px](Point from, Point to, double t) { return Point{from.x_px + (to.x_px - from.x_px) * t, y_px}; };
  };
  cut_at([this](Point p) { return left_px_ - p.x_px; }, at_x(left_px_));
  cut_at([this](Point p) { return p.x_px - right_px_; }, at_x(right_px_));
  cut_at([this](Point p) { return top_px_ - p.y_px; }, at_y(top_px_));
  cut_at([this](Point p) { return p.y_px - bottom_px_; }, at_y(bottom_px_));
  put(part_);
}

void PathBuilder::add_cut_line() {
  // Whole segments: what is left of one that leaves the room is beyond the clip anyway.
  const auto is_beyond = [this](Point a, Point b) {
    return std::max(a.x_px, b.x_px) < left_px_ || std::min(a.x_px, b.x_px) > right_px_ ||
           std::max(a.y_px, b.y_px) < top_px_ || std::min(a.y_px, b.y_px) > bottom_px_;
  };
  std::size_t begin = 0;
  for (std::size_t i = 1; i < part_.size(); ++i) {
    if (!is_beyond(part_[i - 1], part_[i])) continue;
    put(std::span(part_).subspan(begin, i - begin));
    begin = i;
  }
  put(std::span(part_).subspan(begin));
}

void PathBuilder::put(std::span<const Point> points) {
  const std::size_t first = path_.points.size();
  auto& out = path_.points;
  for (const Point point : points) {
    const GridPoint at{stepped(point.x_px), stepped(point.y_px)};
    if (out.size() > first && out.back() == at) continue;
    if (out.size() >= first + 2 && is_between(out[out.size() - 2], out.back(), at)) out.pop_back();
    out.push_back(at);
  }
  if (path_.is_closed) {
    while (out.size() > first + 1 && out.back() == out[first]) out.pop_back();
  }
  if (out.size() < first + (path_.is_closed ? 3 : 2)) {
    out.resize(first);
    return;
  }
  path_.part_ends.push_back(static_cast<std::uint32_t>(out.size()));
}

}  // namespace spreadmap::vector
