#include "app/finder.h"

#include <cmath>

#include "base/log.h"

namespace spreadmap::app {
namespace {

// Of records, and of places, as many as stand on a panel without scrolling.
constexpr std::size_t kMostFound = 6;

std::string with_comma(std::string_view a, std::string_view b) {
  return std::string(a) + (a.empty() || b.empty() ? "" : ", ") + std::string(b);
}

}  // namespace

void Finder::prepare() {
  if (index_) return;
  auto tables = load_find_tables(stage_.world(), places_);
  // Records can be found all the same.
  if (!tables) log_error(tables.error().message);
  if (tables) tables_ = std::move(*tables);
  index_.emplace(stage_.world().tables.layers, stage_.world().story->counted_layer(), tables_);
}

void Finder::find(const std::string& text, const language::Language& language) {
  hits_.clear();
  rows_.clear();
  if (text.empty()) return;
  prepare();
  hits_ = index_->find(text, kMostFound);
  for (const model::FindHit& hit : hits_) {
    if (hit.is_record) {
      const data::PointTable& table = stage_.world().tables.layers[hit.record.layer];
      const std::uint32_t row = hit.record.row;
      const std::string place = with_comma(table.place[row] == table.name[row] ? "" : table.place[row],
                                           exhibit::value_text(stage_.world().exhibit.layers[hit.record.layer],
                                                               "region", table.region[row], language.tag()));
      const std::string day = language.long_interval(table.first_day[row]);
      rows_.push_back({std::string(table.name[row]), language::beside(place, day), hit.record.layer});
    } else {
      const data::FindTable& table = tables_[hit.table];
      rows_.push_back({std::string(table.name[hit.row]), with_comma(table.detail[hit.row], table.region[hit.row]), {}});
    }
  }
}

std::optional<Finder::Target> Finder::target(std::size_t index, const MapSheet& sheet) const {
  if (index >= hits_.size()) return std::nullopt;
  const model::FindHit& hit = hits_[index];
  if (hit.is_record) {
    const geo::MapPoint point = sheet.geometry.marks[hit.record.layer][hit.record.row];
    return Target{hit.record, rows_[index].name, std::isfinite(point.x_m) ? std::optional(point) : std::nullopt};
  }
  const data::FindTable& table = tables_[hit.table];
  const geo::LonLat at = table.lon_lat[hit.row];
  Target target{std::nullopt, with_comma(rows_[index].name, rows_[index].detail),
                sheet.projection.map_from_lon_lat(at)};
  if (target.point) {
    target.place =
        scene::SoughtPlace{table.name[hit.row], table.detail[hit.row], table.region[hit.row], at, *target.point};
  }
  return target;
}

}  // namespace spreadmap::app
