#pragma once
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/applied.h"

namespace spreadmap::model {

inline time::Day day(int year, unsigned month, unsigned date) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date));
}

/// Adds a record to a table; rows must come by earliest day.
inline void add_row(data::PointTable& table, time::DayInterval first, time::DayInterval last = data::kNoEnd,
                    std::string_view region = "CA") {
  for (auto* column : {&table.name, &table.place, &table.county, &table.kind, &table.confidence, &table.source,
                       &table.source_url, &table.notes}) {
    column->push_back("x");
  }
  table.region.push_back(region);
  table.lon_lat.push_back({-100.0, 40.0});
  table.first_day.push_back(first);
  table.last_day.push_back(last);
  table.amount_usd.push_back(1000.0);
  table.line.push_back(static_cast<std::uint32_t>(table.line.size()) + 2);
}

/// 2020, one layer of partnerships, four records: 5 January, some day of February, 10 February to 20 March, 1 May.
struct SmallWorld {
  exhibit::Exhibit exhibit;
  data::Tables tables;
  explicit SmallWorld(time::Day play_from = day(2020, 1, 1)) {
    exhibit.timeline.from = day(2020, 1, 1);
    exhibit.timeline.play_from = play_from;
    exhibit.timeline.to = day(2020, 12, 31);
    exhibit.timeline.seconds = 36.5;
    exhibit.layers.emplace_back();
    data::PointTable table;
    add_row(table, {day(2020, 1, 5), day(2020, 1, 5)});
    add_row(table, {day(2020, 2, 1), day(2020, 2, 29)}, data::kNoEnd, "NV");
    add_row(table, {day(2020, 2, 10), day(2020, 2, 10)}, {day(2020, 3, 20), day(2020, 3, 20)});
    add_row(table, {day(2020, 5, 1), day(2020, 5, 1)});
    tables.layers.push_back(table);
  }
};

}  // namespace spreadmap::model
