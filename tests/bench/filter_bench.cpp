// What a change of the filter costs at 100,000 and at a million records: the selection with its counts and bars, and what the panels show of
// it. The figures to reach: 16 ms and 100 ms, both together.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <random>

#include "model/find_index.h"
#include "model/selector.h"

namespace spreadmap::model {
namespace {

/// Records like the built-in exhibit's, as many as wanted: 50 regions, 4 kinds, three years, a tenth known to the month alone.
struct ManyRecords {
  exhibit::Exhibit exhibit;
  data::Tables tables;
  std::unique_ptr<Story> story;

  explicit ManyRecords(std::size_t count) {
    const time::Day first{std::chrono::sys_days(std::chrono::year(2018) / 1 / 1)};
    exhibit.timeline.from = exhibit.timeline.play_from = first;
    exhibit.timeline.to = first + std::chrono::days(1000);
    exhibit.layers.emplace_back();
    std::mt19937 random(11);
    std::uniform_int_distribution<int> region(0, 49), kind(0, 3), tenth(0, 9);
    data::PointTable table;
    for (std::size_t row = 0; row < count; ++row) {
      const time::Day day = first + std::chrono::days(static_cast<int>(row * 1000 / count));
      const bool is_month = tenth(random) == 0;
      table.name.push_back(fmt::format("Police Department of Town {}", row));
      table.place.push_back(fmt::format("Town {}", row / 3));
      table.region.push_back(fmt::format("R{}", region(random)));
      table.county.push_back(fmt::format("County {}", row % 3000));
      table.kind.push_back(fmt::format("kind {}", kind(random)));
      for (auto* column : {&table.confidence, &table.source, &table.source_url, &table.notes}) column->push_back("");
      table.lon_lat.push_back({-100.0, 40.0});
      table.first_day.push_back({day, day + std::chrono::days(is_month ? 27 : 0)});
      table.last_day.push_back(data::kNoEnd);
      table.amount_usd.push_back(static_cast<double>(row % 90000));
      table.line.push_back(static_cast<std::uint32_t>(row) + 2);
    }
    tables.layers.push_back(std::move(table));
    story = std::make_unique<Story>(exhibit, tables);
  }
};

const ManyRecords& records(std::int64_t count) {
  static std::map<std::int64_t, std::unique_ptr<ManyRecords>> kept;
  auto& entry = kept[count];
  if (!entry) entry = std::make_unique<ManyRecords>(static_cast<std::size_t>(count));
  return *entry;
}

template <class Change>
void change_filter(benchmark::State& state, const Change& change) {
  const ManyRecords& many = records(state.range(0));
  Selector selector(*many.story);
  ViewState view = many.story->first_view(many.exhibit, {});
  int step = 0;
  // What is made when it is first asked for (texts to be searched) is not part of a change.
  change(view, ++step);
  selector.select(view);
  for (auto _ : state) {
    change(view, ++step);
    const Selection& selection = selector.select(view);
    benchmark::DoNotOptimize(selection.layer(0).count(500.0).certain +
                             static_cast<int>(selection.layer(0).weeks().size()));
    benchmark::DoNotOptimize(selector.kinds(0).count(0, 500.0).certain + selector.regions(0).count(0, 500.0).certain +
                             selector.precisions(0).count(0, 500.0).certain);
    benchmark::DoNotOptimize(selector.days(0, 34).counts[0] + selector.amounts(0).counts[0]);
  }
}

void change_region(benchmark::State& state) {
  change_filter(state, [](ViewState& view, int step) { view.filter.regions = {fmt::format("R{}", step % 50)}; });
}
BENCHMARK(change_region)->Arg(1501)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void drag_over_days(benchmark::State& state) {
  change_filter(state, [](ViewState& view, int step) {
    const time::Day first{std::chrono::sys_days(std::chrono::year(2018) / 1 / 1)};
    view.filter.days = {first, first + std::chrono::days(10 + step % 900)};
  });
}
BENCHMARK(drag_over_days)->Arg(1501)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void type_words(benchmark::State& state) {
  change_filter(state, [](ViewState& view, int step) { view.filter.text = fmt::format("town {}", step % 90); });
}
BENCHMARK(type_words)->Arg(1501)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void find_by_name(benchmark::State& state) {
  const ManyRecords& many = records(state.range(0));
  const FindIndex index(many.tables.layers, 0, {});
  int step = 0;
  for (auto _ : state) benchmark::DoNotOptimize(index.find(fmt::format("town {}", ++step % 900), 6).size());
}
BENCHMARK(find_by_name)->Arg(1501)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace spreadmap::model

BENCHMARK_MAIN();
