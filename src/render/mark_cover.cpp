#include "render/mark_cover.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::render {
namespace {

/// For what the shader's and this arithmetic may differ in: pixel coordinates of a target have 24 bits, and 8192 takes 13 of them.
constexpr double kSlackPx = 0.01;

/// The least and the largest distance between `at` and any point of [from, to].
double least_distance(double at, double from, double to) { return at < from ? from - at : (at > to ? at - to : 0.0); }
double largest_distance(double at, double from, double to) { return std::max(std::abs(at - from), std::abs(at - to)); }

}  // namespace

MarkCover::MarkCover(const gpu::PixelBox& room, float radius_px)
    : room_(room),
      radius_px_(radius_px),
      reach_(static_cast<int>(std::ceil(radius_px + 0.5F)) + 1),
      margin_(2 * reach_ + 1),
      words_per_row_((room.width_px + 2 * margin_) / 64 + 2) {
  const int side = 2 * reach_ + 1;
  rows_.resize(static_cast<std::size_t>(kSteps) * kSteps * static_cast<std::size_t>(side));
  const double touched_px = static_cast<double>(radius_px) + 0.5 + kSlackPx;
  const double covered_px = static_cast<double>(radius_px) - 0.5 - kSlackPx;
  auto row = rows_.begin();
  for (int step_y = 0; step_y < kSteps; ++step_y) {
    for (int step_x = 0; step_x < kSteps; ++step_x) {
      const double from_x = static_cast<double>(step_x) / kSteps, from_y = static_cast<double>(step_y) / kSteps;
      for (int y = 0; y < side; ++y, ++row) {
        const double at_y = y - reach_ + 0.5;
        for (int x = 0; x < side; ++x) {
          const double at_x = x - reach_ + 0.5;
          constexpr double kStep = 1.0 / kSteps;
          const double least =
              std::hypot(least_distance(at_x, from_x, from_x + kStep), least_distance(at_y, from_y, from_y + kStep));
          const double largest = std::hypot(largest_distance(at_x, from_x, from_x + kStep),
                                            largest_distance(at_y, from_y, from_y + kStep));
          const std::uint64_t bit = std::uint64_t{1} << x;
          if (least < touched_px) row->touched |= bit;
          if (largest <= covered_px) row->covered |= bit;
        }
      }
    }
  }
  clear();
}

void MarkCover::clear() {
  // Open within the room alone: what a mark touches beside it is not drawn.
  open_.assign(static_cast<std::size_t>(words_per_row_) * static_cast<std::size_t>(room_.height_px + 2 * margin_), 0);
  for (int y = margin_; y < margin_ + room_.height_px; ++y) {
    std::uint64_t* words = &open_[static_cast<std::size_t>(y) * static_cast<std::size_t>(words_per_row_)];
    for (int x = margin_; x < margin_ + room_.width_px; ++x) words[x / 64] |= std::uint64_t{1} << (x % 64);
  }
}

bool MarkCover::add(scene::PixelPoint centre) {
  const float x_px = centre.x_px - static_cast<float>(room_.x_px), y_px = centre.y_px - static_cast<float>(room_.y_px);
  const auto reach = static_cast<float>(reach_);
  // Also false for what is not a number.
  const bool is_near = x_px > -reach && y_px > -reach && x_px < static_cast<float>(room_.width_px) + reach &&
                       y_px < static_cast<float>(room_.height_px) + reach;
  if (!is_near) return false;
  const float floor_x = std::floor(x_px), floor_y = std::floor(y_px);
  const auto step = [](float share) { return static_cast<std::size_t>(share * static_cast<float>(kSteps)); };
  const int side = 2 * reach_ + 1;
  const Row* rows = &rows_[(step(y_px - floor_y) * kSteps + step(x_px - floor_x)) * static_cast<std::size_t>(side)];
  const int left = static_cast<int>(floor_x) - reach_ + margin_, top = static_cast<int>(floor_y) - reach_ + margin_;
  const int shift = left % 64;
  std::uint64_t* const first = &open_[static_cast<std::size_t>(top) * static_cast<std::size_t>(words_per_row_) +
                                      static_cast<std::size_t>(left / 64)];
  // What a shift leaves for the next word; in two steps, as a shift by 64 is undefined.
  const auto over = [shift](std::uint64_t bits) { return bits >> (63 - shift) >> 1; };
  bool is_seen = false;
  std::uint64_t* words = first;
  for (int y = 0; y < side && !is_seen; ++y, words += words_per_row_) {
    is_seen = ((rows[y].touched << shift) & words[0]) != 0 || (over(rows[y].touched) & words[1]) != 0;
  }
  if (!is_seen) return false;
  words = first;
  for (int y = 0; y < side; ++y, words += words_per_row_) {
    words[0] &= ~(rows[y].covered << shift);
    words[1] &= ~over(rows[y].covered);
  }
  return true;
}

}  // namespace spreadmap::render
