#include "app/cue_stops.h"

#include <algorithm>
#include <map>

#include "app/cue_cameras.h"
#include "exhibit/nearest.h"
#include "scene/build_frame.h"

namespace spreadmap::app {
namespace {

using exhibit::CueCard;
using exhibit::CueFilterSpec;
using exhibit::CueSpec;
using model::CueStop;

/// A slip of the pen would leave an empty map.
Result<void> check_known(const exhibit::Exhibit& exhibit, const CueFilterSpec& filter, const char* key,
                         const std::vector<std::string>& wanted, const std::vector<std::string>& known) {
  for (const std::string& value : wanted) {
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    return fail("{}:{}: 'cues[].filter.{}': no record has '{}'; {}", exhibit.file.string(), filter.line, key, value,
                exhibit::suggestion(value, known));
  }
  return {};
}

std::vector<std::string> regions_of(const model::Story& story) {
  std::vector<std::string> regions;
  for (std::size_t layer = 0; layer < story.layer_count(); ++layer) {
    const auto& values = story.rows(layer).region.values;
    regions.insert(regions.end(), values.begin(), values.end());
  }
  std::sort(regions.begin(), regions.end());
  regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
  std::erase(regions, "");
  return regions;
}

model::Filter filter_of(const CueFilterSpec& spec) {
  static const std::map<std::string, model::DatePrecision> kPrecisions{{"day", model::DatePrecision::kDay},
                                                                       {"month", model::DatePrecision::kMonth},
                                                                       {"less", model::DatePrecision::kLess}};
  model::Filter filter{.regions = spec.regions, .days = spec.days, .text = spec.text};
  if (!spec.amount_usd.empty()) filter.amount_usd = model::AmountRange{spec.amount_usd[0], spec.amount_usd[1]};
  for (const std::string& precision : spec.precisions) filter.precisions.push_back(kPrecisions.at(precision));
  return filter;
}

/// Makes one stop after the other.
class Stops {
 public:
  Stops(Stage& stage, const Places& places, const PictureSpec& picture, const model::ViewState& opening)
      : stage_(stage),
        picture_(picture),
        opening_(opening),
        story_(*stage.world().story),
        cameras_(stage.world(), places, stage.sheet(opening), stage.known_places()) {}

  /// All but its camera.
  Result<CueStop> stop_of(const CueSpec& cue, double before_d) const;
  /// Lines below the date that its filter takes beside the usual ones.
  [[nodiscard]] double note_lines(const CueStop& stop) const;
  /// `note_lines`: the most of all stops.
  Result<void> take_camera(const CueSpec& cue, double note_lines, CueStop& stop);

 private:
  Result<void> take_filter(const CueSpec& cue, CueStop& stop) const;
  [[nodiscard]] model::ViewState view_of(const CueStop& stop, double note_lines) const;

  Stage& stage_;
  const PictureSpec& picture_;
  const model::ViewState& opening_;
  const model::Story& story_;
  CueCameras cameras_;
};

Result<void> Stops::take_filter(const CueSpec& cue, CueStop& stop) const {
  stop.filter = opening_.filter;
  if (!cue.filter) return {};
  const exhibit::Exhibit& exhibit = stage_.world().exhibit;
  const auto counted = story_.counted_layer();
  if (auto checked = check_known(exhibit, *cue.filter, "regions", cue.filter->regions, regions_of(story_)); !checked)
    return checked;
  const auto kinds = counted ? story_.rows(*counted).kind.values : std::vector<std::string>{};
  if (auto checked = check_known(exhibit, *cue.filter, "kinds", cue.filter->kinds, kinds); !checked) return checked;
  stop.filter = filter_of(*cue.filter);
  if (counted) stop.layers[*counted].kinds = cue.filter->kinds;
  return {};
}

model::ViewState Stops::view_of(const CueStop& stop, double note_lines) const {
  model::ViewState view = opening_;
  view.layers = stop.layers;
  view.filter = stop.filter;
  view.playhead_d = stop.from_d;
  view.cue = model::CueShown{.note_lines = note_lines};
  return view;
}

double Stops::note_lines(const CueStop& stop) const {
  const model::ViewState view = view_of(stop, 0.0);
  return scene::filter_note_lines(stage_.inputs(view), view, picture_.size, picture_.px_per_pt);
}

Result<void> Stops::take_camera(const CueSpec& cue, double note_lines, CueStop& stop) {
  // What is filtered by is told below the date, for which the map may make room.
  const model::ViewState view = view_of(stop, note_lines);
  const auto camera = cameras_.camera_on(cue.camera.value_or(exhibit::CueCameraSpec{}), stage_, view, picture_);
  if (!camera) return tl::unexpected(camera.error());
  stop.camera = *camera;
  return {};
}

Result<CueStop> Stops::stop_of(const CueSpec& cue, double before_d) const {
  const model::DayAxis& axis = story_.axis();
  CueStop stop;
  stop.from_d = stop.to_d = before_d;
  stop.is_card = cue.card != CueCard::kNone;
  stop.layers = opening_.layers;
  stop.is_linear = cue.easing == exhibit::CueEasing::kLinear;
  stop.dwell_s = cue.dwell_s;
  if (cue.day) stop.from_d = stop.to_d = axis.position_d(*cue.day);
  if (cue.from) {
    stop.from_d = axis.position_d(*cue.from);
    stop.to_d = axis.position_d(*cue.to);
    const double days_per_s = axis.film().length_d() / stage_.world().exhibit.timeline.seconds;
    stop.play_s = cue.play_s.value_or((stop.to_d - stop.from_d) / days_per_s);
  }
  for (std::size_t layer = 0; layer < stop.layers.size() && cue.layers; ++layer) {
    const std::string& id = stage_.world().exhibit.layers[layer].id;
    stop.layers[layer].visible = std::find(cue.layers->begin(), cue.layers->end(), id) != cue.layers->end();
  }
  if (auto taken = take_filter(cue, stop); !taken) return tl::unexpected(taken.error());
  return stop;
}

/// A card hides the map, so behind it stands what comes next; behind those at the end, what was there last.
void set_behind_cards(std::vector<CueStop>& stops) {
  const auto take = [](CueStop& card, const CueStop& map, double at_d) {
    card.from_d = card.to_d = at_d;
    card.camera = map.camera;
    card.layers = map.layers;
    card.filter = map.filter;
  };
  const auto is_map = [](const CueStop& stop) { return !stop.is_card; };
  const auto after_maps = std::find_if(stops.rbegin(), stops.rend(), is_map).base();
  if (after_maps == stops.begin()) return;
  for (auto card = after_maps; card != stops.end(); ++card) take(*card, *(after_maps - 1), (after_maps - 1)->to_d);
  for (auto card = after_maps; card-- != stops.begin();) {
    if (card->is_card) take(*card, *(card + 1), (card + 1)->from_d);
  }
}

}  // namespace

Result<model::CueTrack> cue_track_of(Stage& stage, const Places& places, const PictureSpec& picture,
                                     const model::ViewState& opening) {
  const World& world = stage.world();
  const std::vector<CueSpec>& cues = world.exhibit.cues;
  if (cues.empty()) {
    return fail("{}: has no cues; add [[cues]] to it, or leave out --cues for the timeline's film",
                world.exhibit.file.string());
  }
  Stops makes(stage, places, picture, opening);
  std::vector<CueStop> stops;
  double before_d = world.story->axis().film().from_d;
  for (const CueSpec& cue : cues) {
    auto stop = makes.stop_of(cue, before_d);
    if (!stop) return tl::unexpected(stop.error());
    before_d = stop->to_d;
    stops.push_back(std::move(*stop));
  }
  double note_lines = 0.0;
  for (const CueStop& stop : stops) note_lines = std::max(note_lines, makes.note_lines(stop));
  for (std::size_t i = 0; i < stops.size(); ++i) {
    if (auto taken = makes.take_camera(cues[i], note_lines, stops[i]); !taken) return tl::unexpected(taken.error());
  }
  set_behind_cards(stops);
  const geo::MapBounds& fit = stage.sheet(opening).geometry.fit.bounds;
  constexpr double kAnyWidth_m = 1e6;
  const double width_m = fit.is_empty() || fit.width_m() <= 0.0 ? kAnyWidth_m : fit.width_m();
  for (std::size_t at = 0; at < stops.size(); ++at) {
    stops[at].travel_s =
        at == 0 ? 0.0 : cues[at].travel_s.value_or(model::usual_travel_s(stops[at - 1], stops[at], width_m));
  }
  // One view that shows what any of them does, and all of it is read.
  model::ViewState all = opening;
  for (const CueStop& stop : stops) {
    for (std::size_t layer = 0; layer < all.layers.size(); ++layer)
      all.layers[layer].visible = all.layers[layer].visible || stop.layers[layer].visible;
  }
  if (auto prepared = stage.prepare(all); !prepared) return tl::unexpected(prepared.error());
  return model::CueTrack(std::move(stops), width_m, note_lines);
}

model::ViewState view_at(const model::ViewState& opening, const model::CueMoment& moment) {
  model::ViewState view = opening;
  view.playhead_d = moment.playhead_d;
  view.camera = moment.camera;
  view.layers = moment.layers;
  view.filter = *moment.filter;
  view.cue = moment.shown;
  return view;
}

}  // namespace spreadmap::app
