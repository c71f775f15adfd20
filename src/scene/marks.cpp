// Marks of all layers: points as draws of rows, circles and diamonds as shapes.
#include <algorithm>
#include <cmath>

#include "scene/camera.h"
#include "scene/money.h"
#include "scene/parts.h"
#include "scene/stacks.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

// How long a circle or a diamond takes to come in, in data days.
constexpr double kComesInDays = 6.0;
// The pop of a point is over after this; only then may it lie in a cache.
constexpr double kPopDays = 4.0;
constexpr double kOpenOpacity = 0.6;

/// 0 before, 1 when it is fully there; eased (cubic out).
double come_in(const PartContext& context, double age_d) {
  if (context.view.looks.reduces_motion) return 1.0;
  const double share = std::clamp((age_d + 1.0) / kComesInDays, 0.0, 1.0);
  const double back = 1.0 - share;
  return 1.0 - back * back * back;
}

/// What a mark is cased in over areas and surfaces, whose colours may be as light as its own or as dark: the ground's, so that there is a
/// contrast of 3 on either side of an edge (WCAG 2.1, 1.4.11).
constexpr double kCasing_pt = 1.6;

/// A shape that stands for a record, over coloured ground with its casing under it.
void add_symbol(const PartContext& context, model::RecordRef record, const Shape& shape, Frame& frame) {
  if (!frame.ground.empty()) {
    const auto casing_px = static_cast<float>(kCasing_pt * context.layout.px_per_pt);
    Shape casing = shape;
    casing.half_width_px += casing_px;
    casing.half_height_px += casing_px;
    if (casing.corner_px > 0.0F) casing.corner_px += casing_px;
    casing.line_px += 2.0F * casing_px;
    casing.fill = {0, 0, 0, 0};
    casing.line = with_opacity(context.theme().ground, 0.9 * static_cast<double>(shape.line.a) / 255.0);
    frame.symbols.push_back(casing);
    frame.symbol_records.push_back(record);
  }
  frame.symbols.push_back(shape);
  frame.symbol_records.push_back(record);
}

void add_points(const PartContext& context, std::size_t layer, Frame& frame) {
  const auto& style = context.spec(layer).style;
  const auto& index = context.inputs.selection.layer(layer);
  const auto px = [&](double pt) { return static_cast<float>(pt * context.layout.px_per_pt); };
  MarkDraw marks;
  marks.layer = static_cast<std::uint32_t>(layer);
  marks.playhead_d = context.view.playhead_d;
  marks.count = index.prefix(context.view.playhead_d);
  const bool moves = !context.view.looks.reduces_motion;
  const double ring_days = moves ? style.ring_days : 0.0;
  marks.pop_days = moves ? static_cast<float>(kPopDays) : 0.0F;
  marks.settled = index.prefix(context.view.playhead_d - std::max(ring_days, moves ? kPopDays : 0.0) - 1e-3);
  marks.first = index.gone_prefix(context.view.playhead_d);
  marks.gone = index.gone(context.view.playhead_d);
  marks.window_days = static_cast<float>(index.window_days());
  marks.ended = index.ended(context.view.playhead_d);
  marks.radius_px = px(style.radius_pt);
  marks.rim_px = px(frame.ground.empty() ? style.rim_pt : std::max(style.rim_pt, kCasing_pt));
  marks.spread_px = px(stack_spread(context.view.camera.zoom) * stack_spacing_pt(context.spec(layer)));
  marks.ring_from_px = px(style.ring_from_pt);
  marks.ring_to_px = px(style.ring_to_pt);
  marks.ring_days = static_cast<float>(ring_days);
  marks.ring_colour = style::ring_colour(context.theme(), style.colour);
  marks.ring_line = static_cast<float>(context.theme().ring.line);
  marks.ring_hold = context.theme().ring.holds ? 1.0F : 0.0F;
  marks.colour = style.colour;
  marks.rim = context.theme().ground;
  marks.opacity =
      static_cast<float>(style::linear_opacity(style.colour, context.theme().land, context.view.layers[layer].opacity));
  frame.marks.push_back(marks);
}

/// One circle a place: rounds of money in one place add up, since circles on one point would hide one another.
void gather_money(const PartContext& context, std::size_t layer, std::vector<SpotMoney>& money) {
  const auto& table = context.table(layer);
  const auto& index = context.inputs.selection.layer(layer);
  const auto& spots = context.inputs.geometry.spots[layer];
  const auto& points = context.inputs.geometry.marks[layer];
  const double at_d = context.view.playhead_d;
  money.assign(spots.count, SpotMoney{});
  const std::uint32_t count = index.prefix(at_d);
  for (std::uint32_t entry = index.gone_prefix(at_d); entry < count; ++entry) {
    const std::uint32_t row = index.row(entry);
    if (!is_placed(points[row]) || index.is_gone(entry, at_d)) continue;
    SpotMoney& spot = money[spots.of_row[row]];
    if (spot.first_entry == kNoEntry) spot.first_entry = entry;
    spot.spot = spots.of_row[row];
    const double latest_d = context.inputs.story.axis().position_d(table.first_day[row].latest);
    // Money from before the strip begins stands from the start, whole.
    const double there = come_in(context, latest_d < 0.0 ? kComesInDays : at_d - index.earliest_d(entry));
    if (std::isnan(table.amount_usd[row])) {
      spot.unknown = std::max(spot.unknown, there);
    } else if (latest_d > at_d) {
      spot.open_usd += table.amount_usd[row] * there;
    } else {
      spot.amount_usd += table.amount_usd[row] * there;
      spot.said_usd += table.amount_usd[row];
      spot.there = std::max(spot.there, there);
    }
  }
  std::erase_if(money, [](const SpotMoney& spot) { return spot.first_entry == kNoEntry; });
  std::sort(money.begin(), money.end(),
            [](const SpotMoney& a, const SpotMoney& b) { return a.first_entry < b.first_entry; });
}

void add_money(const PartContext& context, std::size_t layer, Frame& frame) {
  const auto& style = context.spec(layer).style;
  const auto& index = context.inputs.selection.layer(layer);
  const auto& points = context.inputs.geometry.marks[layer];
  const auto px_per_pt = static_cast<float>(context.layout.px_per_pt);
  const Srgb8 fill =
      with_opacity(style.colour, style::linear_opacity(style.colour, context.theme().land, style.fill_opacity));
  gather_money(context, layer, frame.storage.money);
  for (const SpotMoney& spot : frame.storage.money) {
    const std::uint32_t row = index.row(spot.first_entry);
    const model::RecordRef record{static_cast<std::uint32_t>(layer), row};
    const PixelPoint at = pixel_between(points[row], context.mark_before(layer, row), frame);
    const auto add_circle = [&](double radius_pt, Srgb8 inside, Srgb8 line) {
      const auto radius_px = static_cast<float>(radius_pt) * px_per_pt;
      add_symbol(context, record,
                 {at.x_px, at.y_px, radius_px, radius_px, radius_px, static_cast<float>(style.line_pt) * px_per_pt,
                  ShapeKind::kBox, inside, line},
                 frame);
    };
    constexpr Srgb8 kNone{0, 0, 0, 0};
    if (spot.amount_usd > 0.0) add_circle(money_radius_pt(style, spot.amount_usd), fill, style.colour);
    // Money whose day may not have come yet is an outline round what surely has.
    const double all_usd = spot.amount_usd + spot.open_usd;
    if (spot.open_usd > 0.0) {
      add_circle(money_radius_pt(style, all_usd), kNone, with_opacity(style.colour, kOpenOpacity));
    }
    if (all_usd <= 0.0) add_circle(kUnknownAmountRadiusPt * spot.unknown, kNone, style.colour);
    const double radius_pt = all_usd > 0.0 ? money_radius_pt(style, all_usd) : kUnknownAmountRadiusPt;
    frame.targets.push_back({record, at, static_cast<float>(radius_pt) * px_per_pt});
    if (spot.said_usd > 0.0) {
      frame.storage.figures.push_back({static_cast<std::uint32_t>(layer), spot.spot, spot.said_usd, spot.there});
    }
  }
}

/// Calls `use(row, there)` of each record of the layer that is there and has a place, in order.
template <class Use>
void each_symbol(const PartContext& context, std::size_t layer, const Use& use) {
  const auto& index = context.inputs.selection.layer(layer);
  const auto& points = context.inputs.geometry.marks[layer];
  const double at_d = context.view.playhead_d;
  const std::uint32_t count = index.prefix(at_d);
  for (std::uint32_t entry = index.gone_prefix(at_d); entry < count; ++entry) {
    const std::uint32_t row = index.row(entry);
    if (!is_placed(points[row]) || index.is_gone(entry, at_d)) continue;
    use(row, come_in(context, at_d - index.earliest_d(entry)));
  }
}

/// How many stand in each place; what a label says of it.
void gather_symbols(const PartContext& context, std::size_t layer, FrameStorage& storage) {
  const auto& spots = context.inputs.geometry.spots[layer];
  storage.symbols.assign(spots.count, SpotSymbols{});
  each_symbol(context, layer, [&](std::uint32_t row, double there) {
    SpotSymbols& symbols = storage.symbols[spots.of_row[row]];
    if (++symbols.count == 2) symbols.there = there;
  });
  for (std::uint32_t spot = 0; spot < spots.count; ++spot) {
    const SpotSymbols& symbols = storage.symbols[spot];
    if (symbols.count < 2) continue;
    storage.figures.push_back(
        {static_cast<std::uint32_t>(layer), spot, static_cast<double>(symbols.count), symbols.there});
  }
}

/// Diamonds. Those of one place stand apart from near; from far they are one, behind which up to two others show that there are more.
void add_diamonds(const PartContext& context, std::size_t layer, Frame& frame) {
  constexpr std::uint32_t kMostBehind = 2;
  constexpr double kBehind_radii = 0.45;
  const auto& style = context.spec(layer).style;
  const auto& points = context.inputs.geometry.marks[layer];
  const auto& spots = context.inputs.geometry.spots[layer];
  const auto px_per_pt = static_cast<float>(context.layout.px_per_pt);
  const double spread = stack_spread(context.view.camera.zoom);
  const float spacing_px = static_cast<float>(spread * stack_spacing_pt(context.spec(layer))) * px_per_pt;
  // They come in by their size alone: a picture of the very day shows them as clearly as any later one.
  const auto add = [&](model::RecordRef record, PixelPoint at, double there, double opacity) {
    const float half_px = static_cast<float>(style.radius_pt * (1.6 - 0.6 * there)) * px_per_pt;
    add_symbol(
        context, record,
        {at.x_px, at.y_px, half_px, half_px, 0.0F, static_cast<float>(style.line_pt) * px_per_pt, ShapeKind::kDiamond,
         with_opacity(context.theme().ground, opacity), with_opacity(style.colour, opacity)},
        frame);
    return half_px;
  };
  gather_symbols(context, layer, frame.storage);
  each_symbol(context, layer, [&](std::uint32_t row, double there) {
    const model::RecordRef record{static_cast<std::uint32_t>(layer), row};
    const PixelPoint place = pixel_between(points[row], context.mark_before(layer, row), frame);
    SpotSymbols& symbols = frame.storage.symbols[spots.of_row[row]];
    if (spread < 1.0 && symbols.count > 1) {
      const auto step_px = static_cast<float>(kBehind_radii * style.radius_pt * (1.0 - spread)) * px_per_pt;
      for (std::uint32_t behind = std::min(symbols.count - 1, kMostBehind); behind > 0; --behind) {
        const float by_px = static_cast<float>(behind) * step_px;
        add(record, {place.x_px + by_px, place.y_px - by_px}, symbols.there, 1.0 - spread);
      }
      symbols.count = 0;  // once for each place
    }
    const PixelPoint offset = stack_offset(spots.order[row]);
    const PixelPoint at{place.x_px + offset.x_px * spacing_px, place.y_px + offset.y_px * spacing_px};
    frame.targets.push_back({record, at, add(record, at, there, 1.0)});
  });
}

/// The layer's opacity, on symbols that were laid out whole.
void fade_symbols(const PartContext& context, std::size_t layer, std::uint32_t first_symbol, Frame& frame) {
  const double opacity =
      style::linear_opacity(context.spec(layer).style.colour, context.theme().land, context.view.layers[layer].opacity);
  if (opacity >= 1.0) return;
  const auto faded = [opacity](Srgb8 colour) { return with_opacity(colour, opacity); };
  for (std::size_t i = first_symbol; i < frame.symbols.size(); ++i) {
    frame.symbols[i].fill = faded(frame.symbols[i].fill);
    frame.symbols[i].line = faded(frame.symbols[i].line);
  }
}

}  // namespace

void add_marks(const PartContext& context, Frame& frame) {
  const auto size_of = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  for (const std::size_t layer : context.view.layer_order) {
    if (!context.shows(layer)) continue;
    const std::uint32_t first_mark = size_of(frame.marks), first_symbol = size_of(frame.symbols);
    switch (context.spec(layer).kind) {
      case exhibit::LayerKind::kPartnerships:
        add_points(context, layer, frame);
        break;
      case exhibit::LayerKind::kSubsidies:
        add_money(context, layer, frame);
        break;
      case exhibit::LayerKind::kSignatories:
        add_diamonds(context, layer, frame);
        break;
      case exhibit::LayerKind::kAreas:
      case exhibit::LayerKind::kDensity:
        break;  // they have no marks
    }
    if (size_of(frame.marks) > first_mark) {
      frame.layers.push_back(
          {LayerDrawKind::kPoints, first_mark, size_of(frame.marks), static_cast<std::uint32_t>(layer)});
    }
    if (size_of(frame.symbols) > first_symbol) {
      fade_symbols(context, layer, first_symbol, frame);
      frame.layers.push_back(
          {LayerDrawKind::kSymbols, first_symbol, size_of(frame.symbols), static_cast<std::uint32_t>(layer)});
    }
  }
}

}  // namespace spreadmap::scene
