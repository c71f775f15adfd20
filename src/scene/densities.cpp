// Layers of density: how high each record's kernel is, and the colours of the surface that they add up to.
#include <algorithm>
#include <cmath>

#include "scene/parts.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

/// The surface is computed in cells, so many to the kernel's radius: finer than its slopes can show, at a cost that depends neither on the size of
/// the picture nor on the bandwidth.
constexpr float kDrawnCellsInRadius = 6.0F;
/// The ramp comes out of the ground over this share of its length.
constexpr double kFadeIn = 0.3;
/// The palette's end that lies nearest the ground is left out: it would not be told from it.
constexpr double kFirst = 0.25;
/// No hard edge where the map's room ends; narrow, lest little seem to be there.
constexpr double kRoomFadePt = 12.0;
constexpr double kPer_m2 = 1e-9;  // one for each 1,000 km²

/// What the ramp's end stands for on a sheet, and the height of a kernel that makes it so.
struct Scale {
  double max_per_m2 = 0.0;
  float height = 0.0F;
};
Scale scale_of(const exhibit::LayerSpec& spec, const DensityPeaks& peaks, double radius_m) {
  const double max_per_m2 = spec.max > 0.0 ? spec.max * kPer_m2 : peaks.at(radius_m);
  if (max_per_m2 <= 0.0) return {};
  // The kernel as a density has the volume 1.
  return {max_per_m2, static_cast<float>(1.0 / (kKernelVolume * radius_m * radius_m * max_per_m2))};
}

}  // namespace

Srgb8 density_colour(const PartContext& context, std::size_t layer, double share) {
  const style::Theme& theme = context.theme();
  const bool is_dark = relative_luminance(theme.ground) < 0.5;
  const Srgb8 colour = style::palette_colour(context.spec(layer).style.palette, std::lerp(kFirst, 1.0, share), is_dark);
  const double t = std::clamp(share / kFadeIn, 0.0, 1.0);
  const double opacity = context.view.layers[layer].opacity * t * (2.0 - t);
  return with_opacity(colour, style::linear_opacity(colour, theme.land, opacity));
}

void add_density(const PartContext& context, std::size_t layer, Frame& frame) {
  const DensityInput& input = context.inputs.densities[layer];
  if (input.points == nullptr || input.peaks == nullptr) return;
  const auto& spec = context.spec(layer);
  const auto day = input.points->on(context.view.playhead_d, input.window_days);
  DensityDraw draw;
  draw.layer = static_cast<std::uint32_t>(layer);
  draw.begin = day.begin;
  draw.end = day.end;
  draw.gone = day.gone;
  draw.playhead_d = context.view.playhead_d;
  draw.radius_px = static_cast<float>(spec.style.bandwidth_pt * context.layout.px_per_pt);
  draw.cell_px = draw.radius_px / kDrawnCellsInRadius;
  draw.fade_px = static_cast<float>(kRoomFadePt * context.layout.px_per_pt);
  const auto radius_m = [&](const MapView& map) { return static_cast<double>(draw.radius_px) / map.px_per_m; };
  const Scale scale = scale_of(spec, *input.peaks, radius_m(frame.map));
  draw.max_per_m2 = scale.max_per_m2;
  draw.height = draw.height_before = scale.height;
  if (frame.glide && input.peaks_before != nullptr) {
    draw.height_before = scale_of(spec, *input.peaks_before, radius_m(frame.glide->from)).height;
  }
  for (std::size_t step = 0; step <= kRampSteps; ++step) {
    draw.ramp.at(step) = density_colour(context, layer, static_cast<double>(step) / kRampSteps);
  }
  frame.ground.push_back({GroundKind::kDensity, static_cast<std::uint32_t>(frame.densities.size())});
  frame.densities.push_back(draw);
}

}  // namespace spreadmap::scene
