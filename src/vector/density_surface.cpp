#include "vector/density_surface.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "style/blending.h"
#include "style/colour_space.h"
#include "vector/isolines.h"

namespace spreadmap::vector {
namespace {

// As render/density_pass has them.
constexpr int kMargin = 2;
constexpr int kSteps = 32;  // of opacity

/// The sums of the kernels, in cells.
struct Cells {
  int width = 0, height = 0;
  std::vector<float> values;
  [[nodiscard]] double at(int x, int y) const {
    const auto column = static_cast<std::size_t>(std::clamp(x, 0, width - 1));
    const auto row = static_cast<std::size_t>(std::clamp(y, 0, height - 1));
    return static_cast<double>(values[row * static_cast<std::size_t>(width) + column]);
  }
};

void add_kernel(Cells& cells, double x, double y, double radius, double height) {
  const int left = std::max(0, static_cast<int>(std::floor(x - radius)));
  const int right = std::min(cells.width - 1, static_cast<int>(std::ceil(x + radius)));
  const int top = std::max(0, static_cast<int>(std::floor(y - radius)));
  const int bottom = std::min(cells.height - 1, static_cast<int>(std::ceil(y + radius)));
  for (int row = top; row <= bottom; ++row) {
    for (int column = left; column <= right; ++column) {
      const double dx = (column + 0.5 - x) / radius, dy = (row + 0.5 - y) / radius;
      const double rest = std::max(1.0 - dx * dx - dy * dy, 0.0);
      cells.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(cells.width) +
                   static_cast<std::size_t>(column)] += static_cast<float>(height * rest * rest);
    }
  }
}

Cells cells_of(const scene::Frame& frame, const scene::DensityDraw& draw, const scene::DensityPoints& points,
               geo::MapOrigin origin) {
  const auto cell_px = static_cast<double>(draw.cell_px);
  const auto across = [cell_px](float length_px) {
    return static_cast<int>(std::ceil(static_cast<double>(length_px) / cell_px)) + 2 * kMargin;
  };
  Cells cells{across(frame.map_rect.width_px()), across(frame.map_rect.height_px()), {}};
  cells.values.resize(static_cast<std::size_t>(cells.width) * static_cast<std::size_t>(cells.height));
  const scene::MapView& map = frame.map;
  for (std::uint32_t i = draw.begin; i < draw.end; ++i) {
    const scene::DensityPoint& point = points.points[i];
    const double height = static_cast<double>(point.place.areal_scale) * static_cast<double>(draw.height);
    const bool exists = draw.playhead_d >= static_cast<double>(point.from_d) &&
                        draw.playhead_d < static_cast<double>(point.until_d) && height > 0.0;
    if (!exists || !std::isfinite(point.place.local.x_m)) continue;
    const double x_px = static_cast<double>(map.anchor_px.x_px) +
                        (origin.x_m + static_cast<double>(point.place.local.x_m) - map.anchor_m.x_m) * map.px_per_m;
    const double y_px = static_cast<double>(map.anchor_px.y_px) -
                        (origin.y_m + static_cast<double>(point.place.local.y_m) - map.anchor_m.y_m) * map.px_per_m;
    add_kernel(cells, kMargin + (x_px - static_cast<double>(frame.map_rect.left_px)) / cell_px,
               kMargin + (y_px - static_cast<double>(frame.map_rect.top_px)) / cell_px,
               static_cast<double>(draw.radius_px) / cell_px, height);
  }
  return cells;
}

/// Weights of a cubic B-spline.
std::array<double, 4> spline(double f) {
  const double g = 1.0 - f;
  return {g * g * g / 6.0, 2.0 / 3.0 - 0.5 * f * f * (2.0 - f), 2.0 / 3.0 - 0.5 * g * g * (2.0 - g), f * f * f / 6.0};
}

double smoothed(const Cells& cells, double x, double y) {
  const double left = std::floor(x - 0.5), top = std::floor(y - 0.5);
  const auto across = spline(x - 0.5 - left), down = spline(y - 0.5 - top);
  double sum = 0.0;
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t column = 0; column < 4; ++column) {
      sum += across.at(column) * down.at(row) *
             cells.at(static_cast<int>(left) - 1 + static_cast<int>(column),
                      static_cast<int>(top) - 1 + static_cast<int>(row));
    }
  }
  return sum;
}

/// The surface, half a cell from value to value.
Field share_field(const scene::Frame& frame, const scene::DensityDraw& draw, const Cells& cells) {
  Field field;
  field.origin = {frame.map_rect.left_px - draw.cell_px, frame.map_rect.top_px - draw.cell_px};
  field.step_px = static_cast<double>(draw.cell_px) / 2.0;
  field.columns = 2 * (cells.width - 2 * kMargin + 2) + 1;
  field.rows = 2 * (cells.height - 2 * kMargin + 2) + 1;
  field.values.reserve(static_cast<std::size_t>(field.columns) * static_cast<std::size_t>(field.rows));
  for (int row = 0; row < field.rows; ++row) {
    for (int column = 0; column < field.columns; ++column) {
      field.values.push_back(
          static_cast<float>(smoothed(cells, kMargin - 1.0 + column / 2.0, kMargin - 1.0 + row / 2.0)));
    }
  }
  return field;
}

Path path_of(const Field& field, float level, const scene::Frame& frame) {
  PathBuilder builder(frame.map, frame.map_rect, true);
  for (const auto& outline : outlines_of(field, level)) builder.add_part(outline);
  return builder.take();
}

/// How opaque a viewer draws it: the ramp's opacity, fading where the map's room ends.
Field opacity_field(const Field& shares, const scene::Frame& frame, const scene::DensityDraw& draw) {
  std::array<float, scene::kRampSteps + 1> opaque{};
  for (std::size_t i = 0; i < opaque.size(); ++i) {
    opaque.at(i) = static_cast<float>(
        style::encoded_opacity(style::with_alpha(draw.ramp.at(i), 255), frame.base.land, draw.ramp.at(i).a / 255.0));
  }
  Field field = shares;
  std::size_t at = 0;
  for (int row = 0; row < field.rows; ++row) {
    for (int column = 0; column < field.columns; ++column, ++at) {
      const float along =
          static_cast<float>(scene::ramp_share(std::clamp(static_cast<double>(shares.values[at]), 0.0, 1.0))) *
          static_cast<float>(scene::kRampSteps);
      const auto step = std::min(static_cast<std::size_t>(along), scene::kRampSteps - 1);
      const float x_px = field.origin.x_px + static_cast<float>(column * field.step_px);
      const float y_px = field.origin.y_px + static_cast<float>(row * field.step_px);
      const float inside_px = std::min({x_px - frame.map_rect.left_px, frame.map_rect.right_px - x_px,
                                        y_px - frame.map_rect.top_px, frame.map_rect.bottom_px - y_px});
      field.values[at] = std::lerp(opaque.at(step), opaque.at(step + 1), along - static_cast<float>(step)) *
                         std::clamp(inside_px / draw.fade_px, 0.0F, 1.0F);
    }
  }
  return field;
}

}  // namespace

Surface density_surface(const scene::Frame& frame, const scene::DensityDraw& draw, const scene::DensityPoints& points,
                        geo::MapOrigin origin) {
  const Field shares = share_field(frame, draw, cells_of(frame, draw, points, origin));
  Surface surface;
  surface.room = frame.map_rect;
  surface.lowest = style::with_alpha(draw.ramp.front(), 255);
  for (std::size_t step = 1; step <= scene::kRampSteps; ++step) {
    // Each colour from half a step before it to half a step after it.
    const double along = (static_cast<double>(step) - 0.5) / static_cast<double>(scene::kRampSteps);
    surface.bands.push_back(
        {path_of(shares, static_cast<float>(along * along), frame), style::with_alpha(draw.ramp.at(step), 255)});
  }
  const Field opacities = opacity_field(shares, frame, draw);
  const float most = *std::max_element(opacities.values.begin(), opacities.values.end());
  double below = 0.0;
  for (int step = 1; step <= kSteps && most > 0.0F; ++step) {
    const float level = most * (static_cast<float>(step) - 0.5F) / kSteps;
    const double opacity = static_cast<double>(most) * step / kSteps;
    surface.steps.push_back({path_of(opacities, level, frame), (opacity - below) / (1.0 - below)});
    below = opacity;
  }
  return surface;
}

}  // namespace spreadmap::vector
