#include <cmath>
#include <set>

#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {
namespace {

const std::vector<std::string>& card_words() {
  static const std::vector<std::string> kWords = {"none", "title", "credits"};  // in the order of CueCard
  return kWords;
}

const std::vector<std::string>& easing_words() {
  static const std::vector<std::string> kWords = {"smooth", "linear"};  // in the order of CueEasing
  return kWords;
}

/// A key of a length that has no fixed default.
template <auto Member>
Key<CueSpec> seconds(std::string name) {
  return {std::move(name), Need::kOptional,
          [](const At& at, const toml::node& node, CueSpec& cue) -> Result<void> {
            double value = 0.0;
            if (auto read = read_number(at, node, NumberRange::kSeconds, value); !read) return read;
            cue.*Member = value;
            return {};
          },
          &ListKeys<double>::add};
}

}  // namespace

template <>
const std::vector<Key<CueSpec>>& Schema<CueSpec>::keys() {
  static const std::vector<Key<CueSpec>> kKeys = {
      key<&CueSpec::id>("id"),
      key<&CueSpec::title>("title"),
      key<&CueSpec::text>("text"),
      key<&CueSpec::notes>("notes"),
      choice<&CueSpec::card, &card_words>("card", Need::kOptional),
      key<&CueSpec::camera>("camera"),
      key<&CueSpec::day>("day"),
      key<&CueSpec::from>("from"),
      key<&CueSpec::to>("to"),
      key<&CueSpec::layers>("layers"),
      key<&CueSpec::filter>("filter"),
      seconds<&CueSpec::travel_s>("travel_seconds"),
      seconds<&CueSpec::play_s>("play_seconds"),
      number<&CueSpec::dwell_s, NumberRange::kSeconds>("seconds"),
      choice<&CueSpec::easing, &easing_words>("easing", Need::kOptional),
  };
  return kKeys;
}

template <>
Result<void> Schema<CueSpec>::check(const At& at, const toml::table& table, CueSpec& cue) {
  cue.line = line_of(table);
  if (cue.day && (cue.from || cue.to)) {
    return fail_at(at, line_of_key(table, "day"),
                   "'{}.day': a day stands still, 'from' and 'to' play; leave out one of them", at.key);
  }
  if (cue.from.has_value() != cue.to.has_value()) {
    return fail_at(at, line_of_key(table, cue.from ? "from" : "to"), "'{}': 'from' and 'to' go together", at.key);
  }
  if (cue.from && *cue.from >= *cue.to) {
    return fail_at(at, line_of_key(table, "to"), "'{}.to': {} is not after 'from', {}", at.key, time::iso_day(*cue.to),
                   time::iso_day(*cue.from));
  }
  if (cue.play_s && !cue.from) {
    return fail_at(at, line_of_key(table, "play_seconds"),
                   "'{}.play_seconds': no days play; give 'from' and 'to' as well", at.key);
  }
  if (cue.play_s && *cue.play_s <= 0.0) {
    return fail_at(at, line_of_key(table, "play_seconds"), "'{}.play_seconds': expected a number above 0, got {}",
                   at.key, *cue.play_s);
  }
  if (cue.dwell_s <= 0.0 && !cue.from) {
    return fail_at(at, line_of_key(table, "seconds"),
                   "'{}.seconds': the cue would not be seen; give it a number above 0, or days that play", at.key);
  }
  for (const char* name : {"camera", "from", "layers", "filter"}) {
    if (cue.card == CueCard::kNone || !table.contains(name)) continue;
    return fail_at(at, line_of_key(table, name), "'{}.{}': a card covers the map; give it to the next cue", at.key,
                   name);
  }
  return {};
}

template <>
const std::vector<Key<CueCameraSpec>>& Schema<CueCameraSpec>::keys() {
  static const std::vector<Key<CueCameraSpec>> kKeys = {
      key<&CueCameraSpec::extent>("extent"),
      key<&CueCameraSpec::region>("region"),
      key<&CueCameraSpec::place>("place"),
      number<&CueCameraSpec::radius_km, NumberRange::kPositive>("radius_km"),
  };
  return kKeys;
}

template <>
Result<void> Schema<CueCameraSpec>::check(const At& at, const toml::table& table, CueCameraSpec& camera) {
  camera.line = line_of(table);
  const int named =
      (table.contains("extent") ? 1 : 0) + (camera.region.empty() ? 0 : 1) + (camera.place.empty() ? 0 : 1);
  if (named == 0 && !table.empty()) {
    return fail_at(at, camera.line, "'{}': shows nothing; give it an extent, a region or a place", at.key);
  }
  if (named > 1) {
    return fail_at(at, camera.line, "'{}': extent, region and place are three ways of saying it; keep one", at.key);
  }
  if (table.contains("radius_km") && camera.place.empty())
    return fail_at(at, line_of_key(table, "radius_km"), "'{}.radius_km': goes with a place", at.key);
  if (!table.contains("extent")) return {};
  if (const auto fault = fault_of_extent(camera.extent))
    return fail_at(at, line_of_key(table, "extent"), "'{}.extent': {}", at.key, *fault);
  return {};
}

std::optional<std::string_view> fault_of_extent(const std::vector<double>& extent) {
  if (extent.size() != 4) return "expected four numbers: west, south, east, north, in degrees";
  if (std::abs(extent[0]) > 180.0 || std::abs(extent[2]) > 180.0)
    return "west and east are longitudes from -180 to 180";
  if (extent[1] < -90.0 || extent[3] > 90.0) return "south and north are latitudes from -90 to 90";
  if (extent[1] >= extent[3]) return "is empty: north must be more than south";
  if (extent[0] == extent[2]) return "is empty: west and east must differ";
  return std::nullopt;
}

template <>
const std::vector<Key<CueFilterSpec>>& Schema<CueFilterSpec>::keys() {
  static const std::vector<Key<CueFilterSpec>> kKeys = {
      key<&CueFilterSpec::regions>("regions"),
      key<&CueFilterSpec::kinds>("kinds"),
      key<&CueFilterSpec::days>("days"),
      key<&CueFilterSpec::amount_usd>("amount_usd"),
      key<&CueFilterSpec::precisions>("precisions"),
      key<&CueFilterSpec::text>("text"),
  };
  return kKeys;
}

template <>
Result<void> Schema<CueFilterSpec>::check(const At& at, const toml::table& table, CueFilterSpec& filter) {
  static const std::vector<std::string> kPrecisions = {"day", "month", "less"};
  filter.line = line_of(table);
  const std::vector<double>& amounts = filter.amount_usd;
  if (table.contains("amount_usd") && (amounts.size() != 2 || amounts[0] > amounts[1])) {
    return fail_at(at, line_of_key(table, "amount_usd"),
                   "'{}.amount_usd': expected two numbers, the least and the most", at.key);
  }
  for (const std::string& precision : filter.precisions) {
    if (std::find(kPrecisions.begin(), kPrecisions.end(), precision) != kPrecisions.end()) continue;
    return fail_at(at, line_of_key(table, "precisions"), "'{}.precisions': unknown value '{}'; {}", at.key, precision,
                   suggestion(precision, kPrecisions));
  }
  return {};
}

Result<void> check_cues(const At& at, const toml::table& table, const Exhibit& exhibit) {
  std::vector<std::string> layers;
  for (const LayerSpec& layer : exhibit.layers) layers.push_back(layer.id);
  std::set<std::string> ids;
  const toml::array* tables = table.get_as<toml::array>("cues");
  for (std::size_t i = 0; i < exhibit.cues.size(); ++i) {
    const CueSpec& cue = exhibit.cues[i];
    const toml::table& own = *tables->get(i)->as_table();
    if (!cue.id.empty() && !ids.insert(cue.id).second) {
      return fail_at(at, line_of_key(own, "id"), "'cues[].id': '{}' stands twice; give each cue its own", cue.id);
    }
    for (const auto& [name, day] : {std::pair{"day", cue.day}, {"from", cue.from}, {"to", cue.to}}) {
      if (!day || (*day >= exhibit.timeline.from && *day <= exhibit.timeline.to)) continue;
      return fail_at(at, line_of_key(own, name), "'cues[].{}': {} lies outside the timeline, {} to {}", name,
                     time::iso_day(*day), time::iso_day(exhibit.timeline.from), time::iso_day(exhibit.timeline.to));
    }
    for (const std::string& id : cue.layers.value_or(std::vector<std::string>{})) {
      if (std::find(layers.begin(), layers.end(), id) != layers.end()) continue;
      return fail_at(at, line_of_key(own, "layers"), "'cues[].layers': no layer is called '{}'; {}", id,
                     suggestion(id, layers));
    }
  }
  return {};
}

}  // namespace spreadmap::exhibit
