#include "app/going.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::app {

std::vector<model::ViewCommand> to_show(Stage& stage, const model::ViewState& view, model::RecordRef record) {
  std::vector<model::ViewCommand> commands;
  const World& world = stage.world();
  if (!view.layers[record.layer].visible) commands.emplace_back(model::SetLayerVisible{record.layer, true});
  const double first_d =
      world.story->axis().position_d(world.tables.layers[record.layer].first_day[record.row].earliest);
  const model::LayerIndex& index = stage.select(view).layer(record.layer);
  const auto entry = index.entry_of(record.row);
  const bool has_gone = entry && index.is_gone(*entry, view.playhead_d);
  if (first_d > view.playhead_d || has_gone) commands.emplace_back(model::Seek{first_d});
  commands.emplace_back(model::Pin{record});
  return commands;
}

model::FlyTo to_place(const MapSheet& sheet, const model::ViewState& view, geo::MapPoint point,
                      std::optional<geo::MapPoint> beside) {
  // A county and its neighbours.
  constexpr double kWidth_m = 240e3;
  // Both in sight, where the map between them still says something: beyond that it shows the place alone.
  constexpr double kWidths = 4.0, kFarthest_m = 400e3;
  const double fit_m = sheet.geometry.fit.bounds.width_m();
  double zoom = std::max(view.camera.zoom, fit_m / kWidth_m);
  const double away_m = beside ? std::hypot(beside->x_m - point.x_m, beside->y_m - point.y_m) : 0.0;
  if (away_m > 0.0 && away_m <= kFarthest_m) zoom = std::min(zoom, fit_m / (kWidths * away_m));
  return {{point, zoom}};
}

std::optional<TownAnswer> answer_for(Stage& stage, const model::ViewState& view, const scene::SoughtPlace& place,
                                     const std::string& name) {
  const auto counted = stage.world().story->counted_layer();
  if (!counted) return std::nullopt;
  const auto near = scene::nearest_record(stage.inputs(view), *counted, place);
  if (!near) return std::nullopt;
  const language::Language& language = stage.language(view.language);
  TownAnswer answer{{static_cast<std::uint32_t>(*counted), near->row}, near->is_of_place, {}};
  if (!near->is_of_place) {
    answer.preface = language.filled("No record in {}. The nearest is {} km away:", name,
                                     language.number(std::max(1LL, std::llround(near->away_km))));
  }
  return answer;
}

}  // namespace spreadmap::app
