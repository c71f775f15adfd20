#include "app/cue_seen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/cue_cameras.h"
#include "scene/build_frame.h"
#include "scene/camera.h"

namespace spreadmap::app {
namespace {

using exhibit::CueCameraSpec;
using exhibit::CueFilterSpec;
using exhibit::CueSpec;
using model::Camera;

/// Whether two cameras of one plane show the same to the eye; `width_m`: what zoom 1 shows across.
bool look_alike(const Camera& a, const Camera& b, double width_m) {
  constexpr double kSame = 0.01;
  const double shown_m = width_m / std::max(a.zoom, b.zoom);
  return std::abs(std::log(a.zoom / b.zoom)) < kSame &&
         std::hypot(a.centre.x_m - b.centre.x_m, a.centre.y_m - b.centre.y_m) < kSame * shown_m;
}

/// A box in degrees: its middle, and half its sides.
struct DegreeBox {
  double lon_deg = 0.0, lat_deg = 0.0, half_lon_deg = 1.0, half_lat_deg = 1.0;

  /// West, south, east, north.
  [[nodiscard]] std::vector<double> extent() const {
    const double half = std::min(half_lon_deg, 179.0);
    return {std::remainder(lon_deg - half, 360.0), std::max(lat_deg - half_lat_deg, -90.0),
            std::remainder(lon_deg + half, 360.0), std::min(lat_deg + half_lat_deg, 90.0)};
  }
};

/// As few figures as the eye tells apart, so that the file can be read.
std::vector<double> rounded(std::vector<double> extent, double width_deg) {
  constexpr double kTold = 2000.0;
  const double decimals = std::clamp(std::ceil(std::log10(kTold / std::max(width_deg, 1e-6))), 0.0, 6.0);
  const double unit = std::pow(10.0, decimals);
  for (double& edge : extent) edge = std::round(edge * unit) / unit;
  return extent;
}

/// Finds words for the camera of a view.
class CameraWords {
 public:
  CameraWords(Stage& stage, const Places& places, const SeenView& seen, const CueSpec& cue)
      : stage_(stage),
        seen_(seen),
        sheet_(stage.sheet(seen.view)),
        cameras_(stage.world(), places, sheet_, stage.known_places()) {
    // As the cue's own picture is laid out.
    const model::ViewState now = model::arrived(seen.view);
    view_ = seen.opening;
    view_.layers = now.layers;
    view_.filter = now.filter;
    view_.playhead_d =
        stage.world().story->axis().position_d(cue.from.value_or(cue.day.value_or(stage.world().story->axis().epoch)));
    view_.cue = model::CueShown{};
    camera_ = now.flight ? now.flight->to : now.camera;
    const geo::MapBounds& fit = sheet_.geometry.fit.bounds;
    constexpr double kAnyWidth_m = 1e6;
    width_m_ = fit.is_empty() || fit.width_m() <= 0.0 ? kAnyWidth_m : fit.width_m();
  }

  /// nullopt: the whole map.
  std::optional<CueCameraSpec> words() {
    if (is_shown_by(sheet_.fit())) return std::nullopt;
    if (auto known = words_of_a_cue()) return known->is_whole_map() ? std::nullopt : known;
    if (auto region = region_shown()) return region;
    return extent_shown();
  }

 private:
  [[nodiscard]] bool is_shown_by(const Camera& camera) const { return look_alike(camera, camera_, width_m_); }

  std::optional<CueCameraSpec> words_of_a_cue() const {
    if (seen_.track == nullptr) return std::nullopt;
    for (std::size_t at = 0; at < seen_.cues.size() && at < seen_.track->stops().size(); ++at) {
      const model::CueStop& stop = seen_.track->stops()[at];
      if (!stop.is_card && is_shown_by(stop.camera)) return seen_.cues[at].camera.value_or(CueCameraSpec{});
    }
    return std::nullopt;
  }

  std::optional<CueCameraSpec> region_shown() {
    // Each is laid out once; a map of all counties of a continent is told by extents.
    constexpr std::size_t kMost = 400;
    const data::RegionTable& regions = stage_.world().tables.regions;
    if (regions.shapes.feature_part_ends.size() > kMost) return std::nullopt;
    for (std::size_t row = 0; row < regions.shapes.feature_part_ends.size(); ++row) {
      CueCameraSpec region;
      region.region = std::string(regions.name[row]);
      if (const auto camera = camera_on(region); camera && is_shown_by(*camera)) return region;
    }
    return std::nullopt;
  }

  std::optional<Camera> camera_on(const CueCameraSpec& words) {
    const auto camera = cameras_.camera_on(words, stage_, view_, seen_.picture);
    return camera ? std::optional(*camera) : std::nullopt;
  }

  /// How far a camera is from what is seen: of its zoom's logarithm, and of what it shows across.
  [[nodiscard]] double error_of(const Camera& camera) const {
    const double off_m = std::hypot(camera.centre.x_m - camera_.centre.x_m, camera.centre.y_m - camera_.centre.y_m);
    return std::abs(std::log(camera.zoom / camera_.zoom)) + off_m * camera_.zoom / width_m_;
  }

  std::optional<CueCameraSpec> extent_shown() {
    const auto middle = sheet_.projection.lon_lat_from_map(camera_.centre);
    if (!middle) return std::nullopt;
    const auto room = scene::map_look(stage_.inputs(view_), view_, seen_.picture.size, seen_.picture.px_per_pt).room;
    const auto camera_of = [&](const DegreeBox& box) -> std::optional<Camera> {
      const auto bounds = CueCameras::bounds_of_extent(sheet_.projection, box.extent());
      if (!bounds) return std::nullopt;
      return scene::camera_on(*bounds, sheet_.geometry.fit, room, seen_.picture.px_per_pt);
    };
    constexpr double kMetresInADegree = 111'200.0;
    const double half_m = width_m_ / camera_.zoom / 2.0;
    const double aspect = static_cast<double>(room.height_px() / std::max(room.width_px(), 1.0F));
    const double shrink = std::max(std::cos(middle->lat_deg * std::numbers::pi / 180.0), 0.05);
    DegreeBox box{middle->lon_deg, middle->lat_deg, std::min(half_m / kMetresInADegree / shrink, 179.0),
                  std::min(half_m * aspect / kMetresInADegree, 80.0)};
    // Meridians are bent and converge: the box is moved and resized until its picture is what is seen.
    // Where insets stand beside it the way there goes in leaps, so the best is kept.
    constexpr int kSteps = 60, kWholeSteps = 20;
    DegreeBox best = box;
    double best_error = 1e9;
    for (int step = 0; step < kSteps; ++step) {
      const auto camera = camera_of(box);
      if (!camera) break;
      if (const double error = error_of(*camera); error < best_error) {
        best_error = error;
        best = box;
      }
      const auto there = sheet_.projection.lon_lat_from_map(camera->centre);
      const double step_size = step < kWholeSteps ? 1.0 : 0.4;
      const double size = std::pow(std::clamp(camera->zoom / camera_.zoom, 0.5, 2.0), step_size);
      box.half_lon_deg = std::min(box.half_lon_deg * size, 179.0);
      box.half_lat_deg = std::min(box.half_lat_deg * size, 89.0);
      if (!there) continue;
      box.lon_deg += step_size * std::remainder(middle->lon_deg - there->lon_deg, 360.0);
      box.lat_deg = std::clamp(box.lat_deg + step_size * (middle->lat_deg - there->lat_deg), -89.0, 89.0);
    }
    CueCameraSpec words;
    words.extent = rounded(best.extent(), 2.0 * best.half_lon_deg);
    if (exhibit::fault_of_extent(words.extent)) return std::nullopt;
    return words;
  }

  Stage& stage_;
  const SeenView& seen_;
  const MapSheet& sheet_;
  CueCameras cameras_;
  model::ViewState view_;
  Camera camera_;
  double width_m_ = 1.0;
};

/// nullopt: what the exhibit opens with.
std::optional<CueFilterSpec> filter_seen(const model::ViewState& view, const model::ViewState& opening,
                                         std::optional<std::size_t> counted) {
  static const std::vector<std::string> kPrecisions{"day", "month", "less"};  // in the order of DatePrecision
  const auto kinds = [&](const model::ViewState& of) {
    return counted ? of.layers[*counted].kinds : std::vector<std::string>{};
  };
  if (view.filter == opening.filter && kinds(view) == kinds(opening)) return std::nullopt;
  CueFilterSpec filter;
  filter.regions = view.filter.regions;
  filter.kinds = kinds(view);
  filter.days = view.filter.days;
  if (view.filter.amount_usd) filter.amount_usd = {view.filter.amount_usd->from_usd, view.filter.amount_usd->to_usd};
  for (const auto precision : view.filter.precisions)
    filter.precisions.push_back(kPrecisions[static_cast<std::size_t>(precision)]);
  filter.text = view.filter.text;
  return filter;
}

}  // namespace

CueSpec seen_cue(Stage& stage, const Places& places, const SeenView& seen) {
  const World& world = stage.world();
  const model::DayAxis& axis = world.story->axis();
  CueSpec cue;
  if (seen.view.stretch) {
    cue.from = axis.day_at(seen.view.stretch->from_d);
    cue.to = axis.day_at(seen.view.stretch->to_d);
  } else {
    cue.day = axis.day_at(seen.view.playhead_d);
  }
  std::vector<std::string> shown, opens_with;
  for (std::size_t layer = 0; layer < world.exhibit.layers.size(); ++layer) {
    const std::string& id = world.exhibit.layers[layer].id;
    if (seen.view.layers[layer].visible) shown.push_back(id);
    if (seen.opening.layers[layer].visible) opens_with.push_back(id);
  }
  if (shown != opens_with) cue.layers = std::move(shown);
  cue.filter = filter_seen(seen.view, seen.opening, world.story->counted_layer());
  cue.camera = CameraWords(stage, places, seen, cue).words();
  return cue;
}

CueSpec shown_in_cue(CueSpec words, const CueSpec& shown) {
  if (words.card != exhibit::CueCard::kNone) {
    words.day = shown.day ? shown.day : shown.from;
    return words;
  }
  // A cue that has played up to the day that is seen plays on as it does.
  const bool has_played = words.to && shown.day == words.to;
  if (!has_played) {
    words.day = shown.day;
    words.from = shown.from;
    words.to = shown.to;
    if (!words.from) words.play_s.reset();
  }
  words.camera = shown.camera;
  words.layers = shown.layers;
  words.filter = shown.filter;
  return words;
}

}  // namespace spreadmap::app
