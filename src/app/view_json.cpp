#include "app/view_json.h"

#include <algorithm>
#include <cmath>

#include "model/strip_view.h"

namespace spreadmap::app {
namespace {

using nlohmann::json;

/// Positions by the calendar, not by the exhibit's first day, which may change: days since 1970.
double calendar_d(const model::DayAxis& axis, double position_d) {
  return static_cast<double>(axis.epoch.time_since_epoch().count()) + position_d;
}
double position_of(const model::DayAxis& axis, double calendar_d) {
  return calendar_d - static_cast<double>(axis.epoch.time_since_epoch().count());
}
json json_of(const model::DayAxis& axis, const time::PlayRange& range) {
  return {calendar_d(axis, range.from_d), calendar_d(axis, range.to_d)};
}

}  // namespace

json json_of(const exhibit::Exhibit& exhibit, const model::DayAxis& axis, const model::ViewState& view) {
  json layers = json::array();
  for (const std::size_t at : view.layer_order) {
    const model::LayerView& layer = view.layers[at];
    layers.push_back({{"id", exhibit.layers[at].id},
                      {"visible", layer.visible},
                      {"weak_sources", layer.shows_low_confidence},
                      {"kinds", layer.kinds},
                      {"opacity", layer.opacity},
                      {"window_days", layer.window_days}});
  }
  json filter = {{"regions", view.filter.regions}, {"text", view.filter.text}};
  if (view.filter.days)
    filter["days"] = {time::iso_day(view.filter.days->earliest), time::iso_day(view.filter.days->latest)};
  if (view.filter.amount_usd) filter["amount_usd"] = {view.filter.amount_usd->from_usd, view.filter.amount_usd->to_usd};
  for (const auto precision : view.filter.precisions) filter["precisions"].push_back(static_cast<int>(precision));
  json all = {{"day", time::iso_day(axis.day_at(view.playhead_d))},
              {"crs", view.crs},
              {"camera", {view.camera.centre.x_m, view.camera.centre.y_m, view.camera.zoom}},
              {"graticule", view.graticule},
              {"scale_bar", view.scale_bar},
              {"layers", layers},
              {"filter", filter}};
  if (view.strip) all["strip"] = json_of(axis, *view.strip);
  if (view.stretch) all["stretch"] = json_of(axis, *view.stretch);
  if (view.wipe) all["wipe"] = {calendar_d(axis, view.wipe->left_d), view.wipe->share};
  return all;
}

namespace {

std::optional<time::DayInterval> days_of(const json& days) {
  const auto from = time::parse_day(days.at(0).get<std::string>());
  const auto to = time::parse_day(days.at(1).get<std::string>());
  return from && to && *from <= *to ? std::optional(time::DayInterval{*from, *to}) : std::nullopt;
}

void take_layers(const exhibit::Exhibit& exhibit, const json& layers, model::ViewState& view) {
  std::vector<std::size_t> order;
  for (const json& from : layers) {
    const auto id = from.at("id").get<std::string>();
    const auto spec =
        std::find_if(exhibit.layers.begin(), exhibit.layers.end(), [&](const auto& each) { return each.id == id; });
    if (spec == exhibit.layers.end()) continue;
    const auto at = static_cast<std::size_t>(spec - exhibit.layers.begin());
    order.push_back(at);
    model::LayerView& layer = view.layers[at];
    layer.visible = from.at("visible").get<bool>();
    layer.shows_low_confidence = from.at("weak_sources").get<bool>();
    layer.kinds = from.at("kinds").get<std::vector<std::string>>();
    layer.opacity = std::clamp(from.at("opacity").get<double>(), 0.0, 1.0);
    layer.window_days = std::clamp(from.at("window_days").get<int>(), 0, 3660);
  }
  for (const std::size_t at : view.layer_order) {
    if (std::find(order.begin(), order.end(), at) == order.end()) order.push_back(at);
  }
  view.layer_order = std::move(order);
}

model::Filter filter_of(const json& from) {
  model::Filter filter;
  filter.regions = from.at("regions").get<std::vector<std::string>>();
  filter.text = from.at("text").get<std::string>();
  if (from.contains("days")) filter.days = days_of(from["days"]);
  if (from.contains("amount_usd"))
    filter.amount_usd = {from["amount_usd"].at(0).get<double>(), from["amount_usd"].at(1).get<double>()};
  for (const int precision : from.value("precisions", std::vector<int>{}))
    filter.precisions.push_back(static_cast<model::DatePrecision>(std::clamp(precision, 0, 2)));
  return filter;
}

/// Of a stretch of the axis the part that the timeline has; nullopt where that is shorter than `least_d`.
std::optional<time::PlayRange> range_of(const model::DayAxis& axis, const json& from, double least_d) {
  const time::PlayRange whole = axis.whole();
  const auto on_axis = [&](const json& end) {
    return std::clamp(position_of(axis, end.get<double>()), whole.from_d, whole.to_d);
  };
  const time::PlayRange range{on_axis(from.at(0)), on_axis(from.at(1))};
  return range.length_d() >= least_d ? std::optional(range) : std::nullopt;
}

/// What the strip shows, what alone is played, and the day beside. Files of before they were kept have none of them.
void take_time(const model::DayAxis& axis, const json& from, model::ViewState& view) {
  const time::PlayRange whole = axis.whole();
  view.strip.reset();
  view.stretch.reset();
  view.wipe.reset();
  if (from.contains("strip")) {
    view.strip = range_of(axis, from["strip"], std::min(model::kLeastStrip_d, whole.length_d()));
    if (view.strip == whole) view.strip.reset();
  }
  if (from.contains("stretch")) {
    view.stretch = range_of(axis, from["stretch"], 1.0);
    if (view.stretch) view.stretch = {std::floor(view.stretch->from_d), std::floor(view.stretch->to_d)};
  }
  if (from.contains("wipe")) {
    const json& wipe = from["wipe"];
    const double left_d = std::floor(position_of(axis, wipe.at(0).get<double>()));
    view.wipe =
        model::Wipe{std::clamp(left_d, whole.from_d, whole.to_d), std::clamp(wipe.at(1).get<double>(), 0.0, 1.0)};
  }
}

}  // namespace

model::ViewState view_of(const exhibit::Exhibit& exhibit, const model::DayAxis& axis, const model::ViewState& first,
                         const json& from) {
  model::ViewState view = first;
  if (const auto day = time::parse_day(from.at("day").get<std::string>()); day)
    view.playhead_d = axis.position_d(std::clamp(*day, axis.epoch, axis.last));
  view.crs = from.at("crs").get<std::string>();
  const json& camera = from.at("camera");
  view.camera = {{camera.at(0).get<double>(), camera.at(1).get<double>()}, camera.at(2).get<double>()};
  view.graticule = from.at("graticule").get<bool>();
  view.scale_bar = from.at("scale_bar").get<bool>();
  take_time(axis, from, view);
  take_layers(exhibit, from.at("layers"), view);
  view.filter = filter_of(from.at("filter"));
  return view;
}

}  // namespace spreadmap::app
