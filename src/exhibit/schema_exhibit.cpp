#include "exhibit/schema_exhibit.h"

#include <set>

namespace spreadmap::exhibit {
namespace {

const std::vector<std::string>& role_words() {
  static const std::vector<std::string> kWords = {"land", "county_line", "state_line", "coast_line"};
  return kWords;
}

const std::vector<std::string>& theme_words() {
  static const std::vector<std::string> kWords = {"dark", "light"};  // in the order of style::ThemeName
  return kWords;
}

Result<void> read_theme(const At& at, const toml::node& node, MapSpec& map) {
  const Result<std::size_t> index = read_choice(at, node, theme_words());
  if (!index) return tl::unexpected(index.error());
  map.theme = static_cast<style::ThemeName>(*index);
  return {};
}

Result<void> read_crs(const At& at, const toml::node& node, MapSpec& map) {
  map.crs_line = line_of(node);
  return read_value(at, node, map.crs);
}

Result<void> read_exhibit_language(const At& at, const toml::node& node, Exhibit& exhibit) {
  return read_language(at, node, exhibit.language);
}

}  // namespace

std::uint32_t line_of_key(const toml::table& table, std::string_view name) {
  const toml::node* node = table.get(name);
  return line_of(node == nullptr ? table : *node);
}

// ---- the whole file -------------------------------------------------------------------------------------------------

template <>
const std::vector<Key<Exhibit>>& Schema<Exhibit>::keys() {
  // The language comes first: the plain texts after it are in it.
  static const std::vector<Key<Exhibit>> kKeys = {
      {"language", Need::kOptional, &read_exhibit_language, &ListKeys<std::string>::add},
      key<&Exhibit::title>("title", Need::kRequired),
      key<&Exhibit::subtitle>("subtitle"),
      key<&Exhibit::counted>("counted"),
      key<&Exhibit::counted_one>("counted_one"),
      key<&Exhibit::region>("region"),
      key<&Exhibit::regions>("regions"),
      key<&Exhibit::credits>("credits"),
      key<&Exhibit::known_until>("known_until"),
      key<&Exhibit::known_until_reason>("known_until_reason"),
      key<&Exhibit::brand>("brand"),
      key<&Exhibit::map>("map"),
      key<&Exhibit::timeline>("timeline", Need::kRequired),
      key<&Exhibit::layers>("layers", Need::kRequired),
      key<&Exhibit::cues>("cues"),
      key<&Exhibit::kiosk>("kiosk"),
      {"export", Need::kOptional, &read_export, &list_export},
  };
  return kKeys;
}

template <>
Result<void> Schema<Exhibit>::check(const At& at, const toml::table& table, Exhibit& exhibit) {
  if (exhibit.title.in(exhibit.language).empty())
    return fail_at(at, line_of_key(table, "title"), "'title': expected a text, got an empty one");
  const toml::array* layers = table.get_as<toml::array>("layers");
  if (layers == nullptr || layers->empty())
    return fail_at(at, line_of_key(table, "layers"), "'layers': expected at least one layer");
  std::set<std::string> ids;
  for (std::size_t i = 0; i < exhibit.layers.size(); ++i) {
    const std::string& id = exhibit.layers[i].id;
    if (ids.insert(id).second) continue;
    return fail_at(at, line_of_key(*layers->get(i)->as_table(), "id"),
                   "'layers[].id': '{}' stands twice; give each layer its own", id);
  }
  for (std::size_t i = 0; i < exhibit.layers.size(); ++i) {
    const LayerSpec& layer = exhibit.layers[i];
    if (has_records(layer.kind)) continue;
    std::vector<std::string> counted;
    for (const LayerSpec& other : exhibit.layers) {
      if (has_records(other.kind)) counted.push_back(other.id);
    }
    if (std::find(counted.begin(), counted.end(), layer.counts) != counted.end()) continue;
    return fail_at(at, line_of_key(*layers->get(i)->as_table(), "counts"),
                   "'layers[].counts': no layer of records is called '{}'; {}", layer.counts,
                   suggestion(layer.counts, counted));
  }
  if (auto checked = check_brand(at, table, exhibit); !checked) return checked;
  return check_cues(at, table, exhibit);
}

// ---- map ------------------------------------------------------------------------------------------------------------

template <>
const std::vector<Key<MapSpec>>& Schema<MapSpec>::keys() {
  static const std::vector<Key<MapSpec>> kKeys = {
      {"crs", Need::kOptional, &read_crs, &ListKeys<std::string>::add},
      key<&MapSpec::graticule>("graticule"),
      key<&MapSpec::scale_bar>("scale_bar"),
      {"theme", Need::kOptional, &read_theme, &ListKeys<std::string>::add},
      key<&MapSpec::base>("base"),
      key<&MapSpec::places>("places"),
      key<&MapSpec::regions>("regions"),
      key<&MapSpec::find>("find"),
  };
  return kKeys;
}

template <>
const std::vector<Key<BaseLayerSpec>>& Schema<BaseLayerSpec>::keys() {
  static const std::vector<Key<BaseLayerSpec>> kKeys = {
      key<&BaseLayerSpec::source>("source", Need::kRequired),
      inner<&BaseLayerSpec::source, &SourceSpec::layer>("layer"),
      inner<&BaseLayerSpec::source, &SourceSpec::where>("where"),
      choice<&BaseLayerSpec::role, &role_words>("role", Need::kRequired),
  };
  return kKeys;
}

template <>
const std::vector<Key<PlaceLabelSpec>>& Schema<PlaceLabelSpec>::keys() {
  static const std::vector<Key<PlaceLabelSpec>> kKeys = {
      key<&PlaceLabelSpec::source>("source", Need::kRequired),
      inner<&PlaceLabelSpec::source, &SourceSpec::layer>("layer"),
      inner<&PlaceLabelSpec::source, &SourceSpec::where>("where"),
      key<&PlaceLabelSpec::name_field>("name", Need::kRequired),
      key<&PlaceLabelSpec::rank_field>("rank", Need::kRequired),
  };
  return kKeys;
}

template <>
const std::vector<Key<RegionLabelSpec>>& Schema<RegionLabelSpec>::keys() {
  static const std::vector<Key<RegionLabelSpec>> kKeys = {
      key<&RegionLabelSpec::source>("source", Need::kRequired),
      inner<&RegionLabelSpec::source, &SourceSpec::layer>("layer"),
      inner<&RegionLabelSpec::source, &SourceSpec::where>("where"),
      key<&RegionLabelSpec::name_field>("name", Need::kRequired),
      key<&RegionLabelSpec::code_field>("code"),
      key<&RegionLabelSpec::rank_field>("rank"),
  };
  return kKeys;
}

template <>
const std::vector<Key<FindSpec>>& Schema<FindSpec>::keys() {
  static const std::vector<Key<FindSpec>> kKeys = {
      key<&FindSpec::source>("source", Need::kRequired),
      inner<&FindSpec::source, &SourceSpec::layer>("layer"),
      inner<&FindSpec::source, &SourceSpec::where>("where"),
      key<&FindSpec::name_field>("name", Need::kRequired),
      key<&FindSpec::detail_field>("detail"),
      key<&FindSpec::region_field>("region"),
      key<&FindSpec::rank_field>("rank"),
  };
  return kKeys;
}

// ---- timeline -------------------------------------------------------------------------------------------------------

template <>
const std::vector<Key<TimelineSpec>>& Schema<TimelineSpec>::keys() {
  static const std::vector<Key<TimelineSpec>> kKeys = {
      key<&TimelineSpec::from>("from", Need::kRequired),
      key<&TimelineSpec::to>("to", Need::kRequired),
      key<&TimelineSpec::play_from>("play_from"),
      number<&TimelineSpec::seconds, NumberRange::kPositive>("seconds"),
      key<&TimelineSpec::milestones>("milestones"),
      key<&TimelineSpec::director>("director"),
  };
  return kKeys;
}

template <>
Result<void> Schema<TimelineSpec>::check(const At& at, const toml::table& table, TimelineSpec& timeline) {
  // A strip of one day has no length to put anything on.
  if (timeline.from >= timeline.to) {
    return fail_at(at, line_of_key(table, "to"), "'timeline.to': {} is not after 'timeline.from', {}",
                   time::iso_day(timeline.to), time::iso_day(timeline.from));
  }
  if (!table.contains("play_from")) timeline.play_from = timeline.from;
  if (timeline.play_from < timeline.from || timeline.play_from >= timeline.to) {
    return fail_at(at, line_of_key(table, "play_from"),
                   "'timeline.play_from': {} is not a day from {} on and before {}", time::iso_day(timeline.play_from),
                   time::iso_day(timeline.from), time::iso_day(timeline.to));
  }
  return {};
}

template <>
const std::vector<Key<MilestoneSpec>>& Schema<MilestoneSpec>::keys() {
  // A milestone is a claim: it does not go without its source.
  static const std::vector<Key<MilestoneSpec>> kKeys = {
      key<&MilestoneSpec::day>("day", Need::kRequired),
      key<&MilestoneSpec::label>("label", Need::kRequired),
      key<&MilestoneSpec::total>("total"),
      key<&MilestoneSpec::source>("source", Need::kRequired),
      key<&MilestoneSpec::source_url>("source_url"),
  };
  return kKeys;
}

template <>
const std::vector<Key<DirectorSpec>>& Schema<DirectorSpec>::keys() {
  static const std::vector<Key<DirectorSpec>> kKeys = {
      key<&DirectorSpec::on>("on"),
      number<&DirectorSpec::linger_seconds, NumberRange::kPositive>("linger_seconds"),
      number<&DirectorSpec::event_weight, NumberRange::kFraction>("event_weight"),
  };
  return kKeys;
}

std::vector<std::string> exhibit_keys() {
  std::vector<std::string> keys;
  ListKeys<Exhibit>::add("", keys);
  return keys;
}

}  // namespace spreadmap::exhibit
