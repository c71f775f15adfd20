// What one frame of the built-in exhibit costs, step by step: laying out, drawing, reading back, encoding. Times are of one core unless
// the driver uses more; compare ratios within one run.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "../app/offscreen_stage.h"
#include "geo/projection.h"
#include "media/png.h"
#include "scene/layout.h"
#include "style/theme.h"
#include "time/playback.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kSize{1920, 1080};
constexpr int kFilmFrames = 1800;

std::unique_ptr<Stage> make_stage() {
  auto stage = offscreen_stage();
  if (stage) return std::move(*stage);
  fmt::print(stderr, "bench: {}\n", stage.error().message);
  std::exit(1);
}

Stage& stage() {
  static const std::unique_ptr<Stage> kStage = make_stage();
  return *kStage;
}

model::ViewState film_view(int frame) {
  model::ViewState view = stage().first_view();
  view.playhead_d = time::playhead_of_frame(stage().world().story->axis().film(), frame % kFilmFrames, kFilmFrames);
  return view;
}

void lay_out(benchmark::State& state) {
  scene::Frame frame;
  int index = 900;
  for (auto _ : state) {
    const model::ViewState view = film_view(index++);
    scene::build_frame(stage().inputs(view), view, kSize, 1.0, frame);
  }
}
BENCHMARK(lay_out)->Unit(benchmark::kMicrosecond);

void draw_while_playing(benchmark::State& state) {
  media::Image image;
  int index = 900;
  for (auto _ : state) {
    stage().picture(film_view(index++), {.size = kSize}, image);
  }
}
BENCHMARK(draw_while_playing)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Two dates side by side, the right one playing.
void draw_wiped_while_playing(benchmark::State& state) {
  media::Image image;
  int index = 900;
  for (auto _ : state) {
    model::ViewState view = film_view(index++);
    view.wipe = model::Wipe{film_view(300).playhead_d, 0.5};
    stage().picture(view, {.size = kSize}, image);
  }
}
BENCHMARK(draw_wiped_while_playing)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Each frame from the place between two projections where it is.
void draw_while_gliding(benchmark::State& state) {
  model::ViewState view = film_view(1200);
  const auto sheet = stage().sheets().bring("EPSG:3857");
  if (!sheet) return state.SkipWithError(sheet.error().message.c_str());
  const model::CrsGlide from{view.crs, view.camera, 0.0, 0.0};
  view.crs = "EPSG:3857";
  view.camera = (*sheet)->fit();
  view.glide = from;
  media::Image image;
  int step = 0;
  for (auto _ : state) {
    view.glide->share = 0.01 * (++step % 100);
    stage().picture(view, {.size = kSize}, image);
  }
}
BENCHMARK(draw_while_gliding)->Unit(benchmark::kMillisecond)->UseRealTime();

void draw_without_caches(benchmark::State& state) {
  media::Image image;
  int index = 900;
  stage().renderer().set_caching(false);
  for (auto _ : state) {
    stage().picture(film_view(index++), {.size = kSize}, image);
  }
  stage().renderer().set_caching(true);
}
BENCHMARK(draw_without_caches)->Unit(benchmark::kMillisecond)->UseRealTime();

void read_back(benchmark::State& state) {
  stage().draw(film_view(900), kSize, 1.0);
  std::vector<std::uint8_t> pixels(std::size_t{4} * kSize.width_px * kSize.height_px);
  for (auto _ : state) stage().target().read(pixels);
}
BENCHMARK(read_back)->Unit(benchmark::kMillisecond)->UseRealTime();

void encode_png_while_playing(benchmark::State& state) {
  std::array<media::Image, 2> images;
  for (std::size_t i = 0; i < images.size(); ++i) {
    stage().picture(film_view(900 + static_cast<int>(i)), {.size = kSize}, images[i]);
  }
  media::PngEncoder encoder;
  std::size_t index = 0;
  for (auto _ : state) benchmark::DoNotOptimize(encoder.encode(images[index++ % 2]).size());
}
BENCHMARK(encode_png_while_playing)->Unit(benchmark::kMillisecond);

void project_the_base_map(benchmark::State& state) {
  const auto& world = stage().world();
  const auto projection = geo::Projection::create(world.exhibit.map.crs);
  std::size_t points = 0;
  for (auto _ : state) {
    for (const auto& shapes : world.tables.base) {
      std::vector<geo::MapPoint> out(shapes.points.size());
      projection->map_from_lon_lat(shapes.points, out);
      points += out.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points));
}
BENCHMARK(project_the_base_map)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace spreadmap::app

BENCHMARK_MAIN();
