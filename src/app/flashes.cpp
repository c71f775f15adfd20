#include "app/flashes.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::app {
namespace {

constexpr float kLuminanceStep = 0.1F, kDarkerBelow = 0.8F;
constexpr float kRedStep = 20.0F, kRedScale = 320.0F, kSaturated = 0.8F;
constexpr int kBlocksAcross = 3;
constexpr double kQuarter = 0.25;

const std::array<float, 256>& linear() {
  static const std::array<float, 256> kTable = [] {
    std::array<float, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double c = static_cast<double>(i) / 255.0;
      table.at(i) = static_cast<float>(c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return table;
  }();
  return kTable;
}

}  // namespace

FlashAnalysis::FlashAnalysis(int width_px, int height_px, double frames_per_s)
    : width_px_(width_px),
      height_px_(height_px),
      window_frames_(std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(frames_per_s)))) {
  const auto pixels = static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px);
  for (Kind* kind : {&luminance_, &red_}) {
    kind->signals.resize(pixels);
    kind->changes.assign(pixels, 0);
  }
}

void FlashAnalysis::begin_frame(Kind& kind) const {
  if (kind.by_frame.size() == window_frames_) {
    for (const std::uint32_t pixel : kind.by_frame.front()) --kind.changes[pixel];
    kind.by_frame.pop_front();
  }
  kind.by_frame.emplace_back();
}

void FlashAnalysis::change(Kind& kind, std::size_t pixel, float value, float step, bool is_special,
                           bool needs_special) {
  Signal& signal = kind.signals[pixel];
  const float by = value - signal.from;
  const std::int8_t towards = by > 0.0F ? 1 : -1;
  // Further the same way: the extreme moves on.
  if (towards == signal.towards && by != 0.0F) {
    signal.from = value;
    signal.was_special = is_special;
    return;
  }
  const bool counts = std::abs(by) >= step && (!needs_special || is_special || signal.was_special);
  if (!counts) return;
  signal = {value, towards, is_special};
  kind.by_frame.back().push_back(static_cast<std::uint32_t>(pixel));
  if (kind.changes[pixel] < 255) ++kind.changes[pixel];
}

bool FlashAnalysis::fills_a_block(const Kind& kind, int least_changes) const {
  const int block_w = std::max(width_px_ / kBlocksAcross, 1), block_h = std::max(height_px_ / kBlocksAcross, 1);
  const double needed = kQuarter * block_w * block_h;
  const auto flashes = [&](std::size_t pixel) { return kind.changes[pixel] >= least_changes; };
  std::size_t all = 0;
  for (std::size_t pixel = 0; pixel < kind.changes.size(); ++pixel) all += flashes(pixel) ? 1U : 0U;
  if (static_cast<double>(all) <= needed) return false;
  // Sums of all that lies above and left, so that any block is four of them.
  const auto stride = static_cast<std::size_t>(width_px_) + 1;
  std::vector<std::uint32_t> sums(stride * (static_cast<std::size_t>(height_px_) + 1), 0);
  for (std::size_t y = 0; y < static_cast<std::size_t>(height_px_); ++y) {
    std::uint32_t row = 0;
    for (std::size_t x = 0; x + 1 < stride; ++x) {
      row += flashes(y * (stride - 1) + x) ? 1U : 0U;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
    }
  }
  const auto w = static_cast<std::size_t>(block_w), h = static_cast<std::size_t>(block_h);
  for (std::size_t y = h; y <= static_cast<std::size_t>(height_px_); ++y) {
    for (std::size_t x = w; x < stride; ++x) {
      const std::uint32_t in =
          sums[y * stride + x] + sums[(y - h) * stride + x - w] - sums[(y - h) * stride + x] - sums[y * stride + x - w];
      if (static_cast<double>(in) > needed) return true;
    }
  }
  return false;
}

int FlashAnalysis::flashes_of(const Kind& kind) const {
  int flashes = kMostFlashes;
  while (fills_a_block(kind, 2 * (flashes + 1))) ++flashes;
  return flashes;
}

void FlashAnalysis::finish_frame(Kind& kind, bool is_red) {
  // Without a change there are no more flashes than there were.
  if (kind.open_fault < 0 && kind.by_frame.back().empty()) return;
  const int flashes = flashes_of(kind);
  if (flashes <= kMostFlashes) {
    kind.open_fault = -1;
    return;
  }
  if (kind.open_fault < 0) {
    kind.open_fault = static_cast<int>(faults_.size());
    faults_.push_back({frame_, flashes, is_red});
  }
  FlashFault& fault = faults_[static_cast<std::size_t>(kind.open_fault)];
  fault.flashes = std::max(fault.flashes, flashes);
}

void FlashAnalysis::add(std::span<const std::uint8_t> rgba) {
  begin_frame(luminance_);
  begin_frame(red_);
  const std::array<float, 256>& table = linear();
  for (std::size_t pixel = 0; pixel < luminance_.signals.size(); ++pixel) {
    const float r = table[rgba[4 * pixel]], g = table[rgba[4 * pixel + 1]], b = table[rgba[4 * pixel + 2]];
    // Two bright values are no flash, however far apart they are: both count as the brightest dark one and a step.
    const float luminance = std::min(0.2126F * r + 0.7152F * g + 0.0722F * b, kDarkerBelow + kLuminanceStep);
    const float red = std::max(0.0F, (r - g - b) * kRedScale);
    const bool is_saturated = r > 0.0F && r >= kSaturated * (r + g + b);
    if (frame_ == 0) {
      luminance_.signals[pixel].from = luminance;
      red_.signals[pixel] = {red, 0, is_saturated};
      continue;
    }
    change(luminance_, pixel, luminance, kLuminanceStep, false, false);
    change(red_, pixel, red, kRedStep, is_saturated, true);
  }
  finish_frame(luminance_, false);
  finish_frame(red_, true);
  ++frame_;
}

void FlashAnalysis::add_same() {
  begin_frame(luminance_);
  begin_frame(red_);
  finish_frame(luminance_, false);
  finish_frame(red_, true);
  ++frame_;
}

}  // namespace spreadmap::app
