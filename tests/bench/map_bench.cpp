// What a map of very much costs where somebody waits: labels among 40,000 places, the mark under the pointer among a million. The figure to
// reach: 16 ms, a frame at 60 Hz. And a picture after a change of the filter: 50 ms at 100,000 records, 300 ms at a million.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>

#include "../app/offscreen_stage.h"
#include "scene/layout.h"
#include "scene/pick.h"
#include "scene/record_card.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kSize{1920, 1080};
constexpr int kMarks = 1'000'000, kPlaces = 40'000;

/// A million records in 200,000 places about as dense as towns are, and 40,000 names of places.
fs::path write_exhibit(int mark_count) {
  fs::path folder = fs::temp_directory_path() / ("spreadmap-bench-" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::mt19937 random(5);
  std::normal_distribution<double> about(0.0, 1.0);
  std::uniform_int_distribution<int> day(0, 999);
  const auto lon = [&] { return -96.0 + 9.0 * about(random); };
  const auto lat = [&] { return 39.0 + 4.0 * about(random); };
  std::ofstream rows(folder / "rows.csv");
  rows << "name,day,lon,lat\n";
  double at_lon = 0.0, at_lat = 0.0;
  for (int i = 0; i < mark_count; ++i) {
    if (i % 5 == 0) at_lon = lon(), at_lat = lat();
    const time::Day begins = time::Day(std::chrono::year(2018) / 1 / 1) + std::chrono::days(day(random));
    rows << fmt::format("Police of Town {},{},{:.5f},{:.5f}\n", i, time::iso_day(begins), at_lon, at_lat);
  }
  std::ofstream places(folder / "places.geojson");
  places << R"({"type": "FeatureCollection", "features": [)";
  for (int i = 0; i < kPlaces; ++i) {
    places << (i == 0 ? "" : ",\n")
           << fmt::format(R"({{"type": "Feature", "properties": {{"name": "Town of Places {}", "rank": {}}}, )", i,
                          kPlaces - i)
           << fmt::format(R"("geometry": {{"type": "Point", "coordinates": [{:.5f}, {:.5f}]}}}})", lon(), lat());
  }
  places << "]}\n";
  rows.close();
  places.close();
  std::ofstream(folder / "many.exhibit.toml") << R"(title = "Many"
[map]
crs = "albers"
[map.places]
source = "places.geojson"
name = "name"
rank = "rank"
[timeline]
from = 2018-01-01
to = 2020-12-31
[[layers]]
id = "rows"
kind = "partnerships"
label = "Rows"
source = "rows.csv"
[layers.fields]
name = "name"
first_day = "day"
lon = "lon"
lat = "lat"
)";
  return folder;
}

std::unique_ptr<Stage> make_stage(int mark_count) {
  const fs::path folder = write_exhibit(mark_count);
  auto stage = offscreen_stage(folder / "many.exhibit.toml");
  fs::remove_all(folder);
  if (stage) return std::move(*stage);
  fmt::print(stderr, "bench: {}\n", stage.error().message);
  std::exit(1);
}

Stage& stage() {
  static const std::unique_ptr<Stage> kStage = make_stage(kMarks);
  return *kStage;
}

model::ViewState view_at(double zoom) {
  model::ViewState view = stage().first_view();
  view.playhead_d = 900.0;
  view.camera.zoom = zoom;
  return view;
}

/// From a change of the filter to the picture of what it leaves, read back.
void filter_to_picture(benchmark::State& state) {
  // SDL takes one window at a time: the smaller table before the larger one, which stays.
  std::unique_ptr<Stage> own;
  if (state.range(0) != kMarks) own = make_stage(static_cast<int>(state.range(0)));
  Stage& with = own ? *own : stage();
  model::ViewState view = with.first_view();
  view.playhead_d = 900.0;
  media::Image image;
  const auto draw = [&](int digit) {
    view.filter.text = "Town " + std::to_string(digit);
    with.picture(view, {.size = kSize}, image);
  };
  draw(0);
  int digit = 0;
  for (auto _ : state) draw(1 + digit++ % 9);
}
BENCHMARK(filter_to_picture)->Arg(100'000)->Arg(kMarks)->Unit(benchmark::kMillisecond);

/// The labels of a first picture at a zoom: its plan, from nothing.
void plan_labels(benchmark::State& state) {
  const model::ViewState view = view_at(static_cast<double>(state.range(0)));
  scene::Frame frame;
  scene::build_frame(stage().inputs(view), view, kSize, 1.0, frame);
  for (auto _ : state) {
    const scene::LabelPlans fresh;
    const scene::SceneInputs with = stage().inputs(view);
    const scene::SceneInputs inputs{with.exhibit,   with.tables, with.story,    with.selection,  with.geometry,
                                    with.theme,     with.fonts,  with.language, with.projection, with.glide_from,
                                    with.graticule, fresh,       with.areas,    with.densities};
    scene::build_frame(inputs, view, kSize, 1.0, frame);
  }
  state.counters["labels"] = static_cast<double>(frame.names.runs.size() + frame.labels.runs.size());
}
BENCHMARK(plan_labels)->Arg(1)->Arg(8)->Arg(64)->Arg(512)->Unit(benchmark::kMillisecond);

/// A frame whose plan is there.
void lay_out(benchmark::State& state) {
  const model::ViewState view = view_at(static_cast<double>(state.range(0)));
  scene::Frame frame;
  for (auto _ : state) scene::build_frame(stage().inputs(view), view, kSize, 1.0, frame);
}
BENCHMARK(lay_out)->Arg(1)->Arg(8)->Arg(64)->Arg(512)->Unit(benchmark::kMillisecond);

void make_pick_index(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(scene::PickIndex(stage().first_sheet().geometry));
}
BENCHMARK(make_pick_index)->Unit(benchmark::kMillisecond);

/// The record under a pointer that wanders over the map, and its card.
void hover(benchmark::State& state) {
  static const scene::PickIndex kIndex(stage().first_sheet().geometry);
  const model::ViewState view = view_at(static_cast<double>(state.range(0)));
  stage().draw(view, kSize, 1.0);
  const scene::SceneInputs inputs = stage().inputs(view);
  const scene::PixelRect room = stage().frame().map_rect;
  std::mt19937 random(9);
  std::uniform_real_distribution<float> x(room.left_px, room.right_px), y(room.top_px, room.bottom_px);
  int found = 0;
  for (auto _ : state) {
    const auto record = scene::record_at(inputs, view, stage().frame(), kIndex, {x(random), y(random)}, 4.0F);
    if (!record) continue;
    ++found;
    benchmark::DoNotOptimize(scene::record_card(inputs, view, *record).neighbours.size());
  }
  state.counters["found"] = static_cast<double>(found) / static_cast<double>(state.iterations());
}
BENCHMARK(hover)->Arg(1)->Arg(5)->Arg(8)->Arg(64)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace spreadmap::app

BENCHMARK_MAIN();
