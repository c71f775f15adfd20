// Marks of records: points as the shaders draw them (shaders/mark.vert, mark.frag, ring.vert, ring.frag), circles and diamonds as the frame has them.
#include <algorithm>
#include <cmath>

#include "vector/drawing.h"

namespace spreadmap::vector {
namespace {

/// Of as many marks, each may be a link to its source; more would make a file that viewers are slow with.
constexpr std::uint32_t kMostLinks = 10'000;

bool exists(const scene::MarkDraw& marks, const MarkRecord& record) {
  const auto window_d = static_cast<double>(marks.window_days);
  const bool is_gone = window_d > 0.0 && marks.playhead_d >= record.latest_d + window_d;
  return marks.playhead_d >= record.earliest_d && !is_gone && geo::is_placed(record.place);
}

/// From nothing to a little more than full size to full size.
double popped(double age_d, double pop_days) {
  if (pop_days <= 0.0) return 1.0;
  const double t = std::clamp(age_d / pop_days + 0.25, 0.0, 1.0), back = 1.0 - t;
  return 1.0 - back * back * back + 0.9 * back * back * t * 1.5;
}

}  // namespace

scene::PixelPoint Drawing::pixel_of(const scene::MarkDraw& marks, const MarkRecord& record) const {
  const scene::MapView& map = frame_.map;
  return {static_cast<float>(static_cast<double>(map.anchor_px.x_px) +
                             (record.place.x_m - map.anchor_m.x_m) * map.px_per_m) +
              record.stack.x_px * marks.spread_px,
          static_cast<float>(static_cast<double>(map.anchor_px.y_px) -
                             (record.place.y_m - map.anchor_m.y_m) * map.px_per_m) +
              record.stack.y_px * marks.spread_px};
}

void Drawing::point(const scene::MarkDraw& marks, const MarkRecord& record) {
  if (!exists(marks, record)) return;
  const scene::PixelPoint at = pixel_of(marks, record);
  MarkShape mark;
  mark.x_px = static_cast<double>(at.x_px);
  mark.y_px = static_cast<double>(at.y_px);
  mark.radius_px = static_cast<double>(marks.radius_px) *
                   popped(marks.playhead_d - record.earliest_d, static_cast<double>(marks.pop_days));
  mark.rim_px = static_cast<double>(marks.rim_px);
  const bool is_ended = marks.playhead_d >= record.end_d, is_imprecise = record.latest_d > record.earliest_d;
  // What ended is a thin ring, paler than a mark whose day is not known, which is a thick one.
  mark.hollow = is_ended ? 0.72 : is_imprecise ? 0.55 : 0.0;
  mark.colour = shown(marks.colour, marks.rim, is_ended ? 0.62 : 1.0);
  mark.rim = shown(marks.rim, frame_.base.land);
  mark.opacity = on_land(marks.colour, static_cast<double>(marks.opacity)).a / 255.0;
  RecordText text = record.text;
  if (marks.count > kMostLinks) text.url = {};
  canvas_.mark(mark, text);
}

void Drawing::ring(const scene::MarkDraw& marks, const MarkRecord& record) {
  const double share = (marks.playhead_d - record.earliest_d) / static_cast<double>(marks.ring_days);
  const bool is_there = exists(marks, record) && share >= 0.0 && share < 1.0 && record.latest_d == record.earliest_d &&
                        marks.playhead_d < record.end_d;
  if (!is_there) return;
  const double eased = 1.0 - (1.0 - share) * (1.0 - share), strength = (1.0 - share) * (1.0 - share * 0.35);
  const double gone = 1.0 - strength;
  const double left = static_cast<double>(marks.ring_line) *
                      std::lerp(strength, 1.0 - gone * gone * gone * gone, static_cast<double>(marks.ring_hold));
  const double opacity = static_cast<double>(marks.opacity);
  const scene::PixelPoint at = pixel_of(marks, record);
  canvas_.ring(static_cast<double>(at.x_px), static_cast<double>(at.y_px),
               std::lerp(static_cast<double>(marks.ring_from_px), static_cast<double>(marks.ring_to_px), eased),
               {on_land(marks.ring_colour, 0.012 * strength * opacity), on_land(marks.ring_colour, left * opacity),
                static_cast<double>(marks.radius_px) * 0.42});
}

void Drawing::points(const scene::MarkDraw& marks) {
  const auto each = [&](std::uint32_t begin, std::uint32_t end, const auto& use) {
    for (std::uint32_t entry = begin; entry < end; ++entry) use(picture_.source.mark(marks.layer, entry));
  };
  const auto put = [&](const MarkRecord& record) { point(marks, record); };
  each(marks.first, marks.settled, put);
  if (marks.ring_days > 0.0F) each(marks.settled, marks.count, [&](const MarkRecord& record) { ring(marks, record); });
  each(std::max(marks.first, marks.settled), marks.count, put);
}

void Drawing::symbols(const scene::LayerDraw& layer, std::size_t& target) {
  const auto is_same = [](scene::PixelPoint centre, const scene::Shape& shape) {
    return centre.x_px == shape.centre_x_px && centre.y_px == shape.centre_y_px;
  };
  const auto& targets = frame_.targets;
  for (std::uint32_t begin = layer.begin; begin < layer.end;) {
    // All shapes on one spot, and the records that they stand for, as many shapes each.
    const scene::PixelPoint centre{frame_.symbols[begin].centre_x_px, frame_.symbols[begin].centre_y_px};
    std::uint32_t end = begin;
    while (end < layer.end && is_same(centre, frame_.symbols[end])) ++end;
    const std::size_t first = target;
    while (target < targets.size() && is_same(targets[target].centre, frame_.symbols[begin])) ++target;
    const auto count = static_cast<std::uint32_t>(target - first);
    const std::uint32_t each = count > 0 ? (end - begin) / count : end - begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t nth = i - begin;
      const bool is_record = count > 0 && nth < each * count;
      if (is_record && nth % each == 0) {
        canvas_.begin_record(picture_.source.record(targets[first + nth / each].record));
      }
      shape(frame_.symbols[i], frame_.base.land);
      if (is_record && nth % each == each - 1) canvas_.end_record();
    }
    begin = end;
  }
}

void Drawing::marks(const std::string& side) {
  std::size_t target = 0;
  for (std::size_t i = 0; i < frame_.layers.size(); ++i) {
    const scene::LayerDraw& layer = frame_.layers[i];
    const bool is_points = layer.kind == scene::LayerDrawKind::kPoints;
    if (!is_points && target >= frame_.targets.size()) continue;
    const std::uint32_t number = is_points ? frame_.marks[layer.begin].layer : frame_.targets[target].record.layer;
    const auto name = picture_.source.layer(number);
    canvas_.begin({"layer-" + name.id + side, name.label});
    if (is_points) {
      for (std::uint32_t draw = layer.begin; draw < layer.end; ++draw) points(frame_.marks[draw]);
    } else {
      symbols(layer, target);
    }
    canvas_.end();
  }
}

}  // namespace spreadmap::vector
