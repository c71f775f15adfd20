#include "scene/label_text.h"

#include <algorithm>
#include <cmath>

#include "scene/money.h"
#include "scene/stacks.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

constexpr std::size_t kGreatPlaces = 10;
constexpr std::size_t kMostAmounts = 400;
constexpr std::size_t kMostRecords = 20000;

void add_places(const SceneInputs& inputs, std::size_t from, std::size_t to, std::vector<LabelCandidate>& out) {
  constexpr double kGap_pt = 9.0;
  const auto& points = inputs.geometry.places;
  for (std::size_t i = from; i < std::min(to, points.size()); ++i) {
    if (!std::isfinite(points[i].x_m)) continue;
    LabelCandidate place{.kind = LabelKind::kPlace, .index = static_cast<std::uint32_t>(i), .at = points[i]};
    place.gap_pt = kGap_pt;
    place.is_great = i < kGreatPlaces;
    out.push_back(std::move(place));
  }
}

void add_regions(const SceneInputs& inputs, std::vector<LabelCandidate>& out) {
  const auto& regions = inputs.geometry.regions;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < regions.size(); ++i) {
    if (!regions[i].rooms.empty()) order.push_back(i);
  }
  // The table is in the order of rank; those without one follow by their area.
  const auto& rank = inputs.tables.regions.rank;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::isnan(rank[a]) && std::isnan(rank[b]) && regions[a].area_m2 > regions[b].area_m2;
  });
  for (const std::uint32_t i : order) {
    LabelCandidate region{.kind = LabelKind::kRegion, .index = i, .at = regions[i].rooms.front().centre};
    region.rooms = regions[i].rooms;
    out.push_back(std::move(region));
  }
}

bool has_amounts(const exhibit::LayerSpec& layer) {
  return layer.kind == exhibit::LayerKind::kSubsidies && layer.style.label == style::MarkLabel::kAmount;
}

void add_amounts(const SceneInputs& inputs, std::size_t layer, std::vector<LabelCandidate>& out) {
  const auto& style = inputs.exhibit.layers[layer].style;
  const auto& spots = inputs.geometry.spots[layer];
  const std::vector<double> amounts_usd = whole_amounts(inputs.tables.layers[layer].amount_usd, spots);
  std::vector<std::uint8_t> is_seen(spots.count);
  std::vector<LabelCandidate> amounts;
  for (std::uint32_t row = 0; row < spots.of_row.size(); ++row) {
    const std::uint32_t spot = spots.of_row[row];
    const geo::MapPoint at = inputs.geometry.marks[layer][row];
    if (is_seen[spot] != 0 || !std::isfinite(at.x_m) || amounts_usd[spot] <= 0.0) continue;
    is_seen[spot] = 1;
    LabelCandidate amount{
        .kind = LabelKind::kAmount, .layer = static_cast<std::uint32_t>(layer), .index = spot, .at = at};
    amount.circle_pt = money_radius_pt(style, amounts_usd[spot]);
    amount.gap_pt = amount.circle_pt + 5.0;
    amount.figure = amounts_usd[spot];
    amounts.push_back(std::move(amount));
  }
  std::stable_sort(amounts.begin(), amounts.end(),
                   [](const LabelCandidate& a, const LabelCandidate& b) { return a.circle_pt > b.circle_pt; });
  if (amounts.size() > kMostAmounts) amounts.resize(kMostAmounts);
  out.insert(out.end(), std::make_move_iterator(amounts.begin()), std::make_move_iterator(amounts.end()));
}

/// By spot, how many rows have a place on this map there.
std::vector<std::uint32_t> rows_by_spot(const SceneInputs& inputs, std::size_t layer) {
  const auto& spots = inputs.geometry.spots[layer];
  std::vector<std::uint32_t> rows(spots.count);
  for (std::size_t row = 0; row < spots.of_row.size(); ++row) {
    if (std::isfinite(inputs.geometry.marks[layer][row].x_m)) ++rows[spots.of_row[row]];
  }
  return rows;
}

void add_counts(const SceneInputs& inputs, std::size_t layer, std::vector<LabelCandidate>& out) {
  // Clear of the symbols behind the first, which stand up and to the right of it.
  constexpr double kMiddle_radii = 0.45, kReach_radii = 1.45, kGap_pt = 2.5;
  const auto& spots = inputs.geometry.spots[layer];
  const std::vector<std::uint32_t> rows = rows_by_spot(inputs, layer);
  std::vector<LabelCandidate> counts;
  for (std::uint32_t row = 0; row < spots.of_row.size(); ++row) {
    const std::uint32_t spot = spots.of_row[row];
    if (spots.order[row] != 0 || rows[spot] < 2) continue;
    LabelCandidate count{.kind = LabelKind::kCount,
                         .layer = static_cast<std::uint32_t>(layer),
                         .index = spot,
                         .at = inputs.geometry.marks[layer][row]};
    const double radius_pt = inputs.exhibit.layers[layer].style.radius_pt;
    count.aside_x_pt = kMiddle_radii * radius_pt;
    count.aside_y_pt = -kMiddle_radii * radius_pt;
    count.gap_pt = kReach_radii * radius_pt + kGap_pt;
    count.figure = static_cast<double>(rows[spot]);
    counts.push_back(std::move(count));
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const LabelCandidate& a, const LabelCandidate& b) { return a.figure > b.figure; });
  if (counts.size() > kMostRecords) counts.resize(kMostRecords);
  out.insert(out.end(), std::make_move_iterator(counts.begin()), std::make_move_iterator(counts.end()));
}

/// By spot, the zoom from which on its records are called by their names: where a mark has few others about it. 0: from afar.
std::vector<double> zooms_of_names(const SceneInputs& inputs, std::size_t layer) {
  constexpr double kTilesAcrossFit = 6.0, kFewMarks = 6.0, kStep = 1.4142135623730951;
  const auto& marks = inputs.geometry.marks[layer];
  const Spots& spots = inputs.geometry.spots[layer];
  const double tile_m = std::max(inputs.geometry.fit.bounds.width_m(), 1e5) / kTilesAcrossFit;
  const std::size_t stride = marks.size() / kMostRecords + 1;
  std::vector<geo::MapPoint> points;
  for (std::size_t row = 0; row < marks.size(); row += stride) {
    // However near, those of one place are one; from near they stand apart.
    if (std::isfinite(marks[row].x_m) && spots.order[row] == 0) points.push_back(marks[row]);
  }
  std::vector<double> zooms(spots.count, model::kMostZoom);
  std::vector<std::uint32_t> crowded;
  for (std::uint32_t row = 0; row < std::min<std::size_t>(marks.size(), kMostRecords); ++row) {
    if (std::isfinite(marks[row].x_m) && spots.order[row] == 0) crowded.push_back(row);
  }
  // Where they are few even from afar, names belong to the first view too.
  double least_zoom = 0.0;
  for (double zoom = 1.0; zoom < model::kMostZoom && !crowded.empty(); zoom *= kStep, least_zoom = zoom) {
    const double half_m = tile_m / zoom / 2.0;
    const MarkCrowd crowd(points, static_cast<double>(stride), half_m);
    std::erase_if(crowded, [&](std::uint32_t row) {
      const geo::MapPoint at = marks[row];
      const double about =
          crowd.in({at.x_m - half_m / 2.0, at.y_m - half_m / 2.0, at.x_m + half_m / 2.0, at.y_m + half_m / 2.0});
      if (about > kFewMarks) return false;
      zooms[spots.of_row[row]] = least_zoom;
      return true;
    });
  }
  return zooms;
}

void add_records(const SceneInputs& inputs, std::size_t layer, std::vector<LabelCandidate>& out) {
  const exhibit::LayerSpec& spec = inputs.exhibit.layers[layer];
  const auto& marks = inputs.geometry.marks[layer];
  const auto& spots = inputs.geometry.spots[layer];
  const std::vector<std::uint32_t> rows = rows_by_spot(inputs, layer);
  const std::vector<double> zooms = zooms_of_names(inputs, layer);
  const double spacing_pt = stack_spacing_pt(spec);
  for (std::uint32_t row = 0; row < std::min<std::size_t>(marks.size(), kMostRecords); ++row) {
    if (!std::isfinite(marks[row].x_m) || (spots.order[row] != 0 && has_label_of_place(spec))) continue;
    LabelCandidate record{
        .kind = LabelKind::kRecord, .layer = static_cast<std::uint32_t>(layer), .index = row, .at = marks[row]};
    record.gap_pt = spec.style.radius_pt + 5.0;
    record.least_zoom = zooms[spots.of_row[row]];
    if (rows[spots.of_row[row]] > 1 && !has_label_of_place(spec)) {
      // Where several lie on one another, a name would be said of all of them.
      record.least_zoom = std::max(record.least_zoom, kApartZoom);
      record.stack_count = rows[spots.of_row[row]];
      record.stack_spacing_pt = spacing_pt;
      const PixelPoint aside = stack_offset(spots.order[row]);
      record.aside_x_pt = spacing_pt * static_cast<double>(aside.x_px);
      record.aside_y_pt = spacing_pt * static_cast<double>(aside.y_px);
    }
    out.push_back(std::move(record));
  }
}

}  // namespace

Type label_type(LabelKind kind, const style::Theme& theme, double text_scale, LabelGround ground) {
  Type type{.face = text::Face::kMedium,
            .size_pt = theme.place_label_pt,
            .colour = theme.text,
            .halo_pt = 2.2,
            .halo = with_opacity(theme.land, 0.92)};
  switch (kind) {
    case LabelKind::kRegion:
      type.size_pt = theme.region_label_pt;
      // Kept back, but read: 4.5 on the land (WCAG 2.1, 1.4.3).
      type.colour = with_opacity(theme.text_second, style::linear_opacity(theme.text_second, theme.land, 0.86));
      type.tracking_em = 0.16;
      break;
    case LabelKind::kPlace:
      type.colour = with_opacity(theme.text, 0.92);
      break;
    case LabelKind::kAmount:
      type.face = text::Face::kSemiBold;
      type.size_pt = theme.amount_label_pt;
      type.colour = theme.money;
      break;
    case LabelKind::kCount:
      type.face = text::Face::kSemiBold;
      type.size_pt = theme.amount_label_pt;
      type.colour = theme.signatory;
      break;
    case LabelKind::kRecord:
      type.face = text::Face::kRegular;
      type.size_pt = theme.record_label_pt;
      type.colour = with_opacity(theme.text, 0.9);
      break;
  }
  type.size_pt *= text_scale;
  if (ground == LabelGround::kColours) {
    // No colour of type is read on each of a palette's: the halo is what it stands on, nearly opaque and as wide as its strokes.
    type.halo_pt = 3.2;
    type.halo = with_opacity(theme.land, 0.97);
    if (kind == LabelKind::kRegion) type.colour = theme.text;
  }
  return type;
}

bool has_label_of_place(const exhibit::LayerSpec& layer) {
  return layer.style.label == style::MarkLabel::kPlace || layer.kind == exhibit::LayerKind::kSubsidies;
}

std::string label_text(const SceneInputs& inputs, LabelKind kind, std::uint32_t layer, std::uint32_t index,
                       double figure) {
  switch (kind) {
    case LabelKind::kRegion:
      return inputs.language.capitals(inputs.tables.regions.name[index]);
    case LabelKind::kPlace:
      return std::string(inputs.tables.places.name[index]);
    case LabelKind::kRecord: {
      const data::PointTable& table = inputs.tables.layers[layer];
      const bool is_place = inputs.exhibit.layers[layer].style.label == style::MarkLabel::kPlace;
      return std::string(is_place ? table.place[index] : table.name[index]);
    }
    case LabelKind::kAmount:
      return inputs.language.dollars(figure);
    case LabelKind::kCount:
      return inputs.language.number(std::llround(figure));
  }
  return {};
}

std::vector<LabelCandidate> label_candidates(const SceneInputs& inputs) {
  std::vector<LabelCandidate> candidates;
  const auto& layers = inputs.exhibit.layers;
  add_places(inputs, 0, kGreatPlaces, candidates);
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (has_amounts(layers[layer])) add_amounts(inputs, layer, candidates);
  }
  add_regions(inputs, candidates);
  add_places(inputs, kGreatPlaces, inputs.geometry.places.size(), candidates);
  // That there are several, the symbols behind the first say too; a name says what nothing else does.
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (layers[layer].kind == exhibit::LayerKind::kSignatories) add_counts(inputs, layer, candidates);
  }
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    const style::MarkLabel label = layers[layer].style.label;
    if (label == style::MarkLabel::kName || label == style::MarkLabel::kPlace) add_records(inputs, layer, candidates);
  }
  return candidates;
}

std::vector<FixedCircle> label_circles(const SceneInputs& inputs) {
  std::vector<FixedCircle> circles;
  for (std::size_t layer = 0; layer < inputs.exhibit.layers.size(); ++layer) {
    const auto& spec = inputs.exhibit.layers[layer];
    if (spec.kind != exhibit::LayerKind::kSubsidies) continue;
    const std::vector<FixedCircle> own = whole_circles(
        inputs.tables.layers[layer].amount_usd, inputs.geometry.marks[layer], inputs.geometry.spots[layer], spec.style);
    circles.insert(circles.end(), own.begin(), own.end());
  }
  // Of very many the largest are what a text has to keep clear of.
  std::stable_sort(circles.begin(), circles.end(),
                   [](const FixedCircle& a, const FixedCircle& b) { return a.radius_pt > b.radius_pt; });
  if (circles.size() > kMostAmounts) circles.resize(kMostAmounts);
  return circles;
}

}  // namespace spreadmap::scene
