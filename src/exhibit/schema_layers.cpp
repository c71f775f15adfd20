#include <array>

#include "exhibit/schema_exhibit.h"
#include "style/theme.h"

namespace spreadmap::exhibit {
namespace {

const std::vector<std::string>& kind_words() {
  static const std::vector<std::string> kWords = {"partnerships", "subsidies", "signatories", "areas", "density"};
  return kWords;
}

const std::vector<std::string>& label_words() {
  static const std::vector<std::string> kWords = {"none", "name", "place", "amount"};
  return kWords;
}

// The program's columns, each of which an exhibit may fill from a column of the source.
const std::vector<std::string>& field_names() {
  static const std::vector<std::string> kNames = {"name",       "place",    "region",     "county",     "kind",
                                                  "first_day",  "last_day", "amount_usd", "confidence", "source",
                                                  "source_url", "notes",    "lon",        "lat",        "key"};
  return kNames;
}

Result<void> read_column(const At& at, const toml::node& node, std::string& out) {
  if (Result<void> read = read_value(at, node, out); !read) return read;
  if (out.empty()) return fail_at(at, line_of(node), "'{}': expected the name of a column, got ''", at.key);
  return {};
}

/// A column for each language; that of the exhibit's language stands in where another has nothing.
Result<void> read_spoken_field(const At& at, const std::string& field, const toml::node& node, LayerSpec& layer) {
  for (const auto& [tag, value] : *node.as_table()) {
    const std::string language(tag.str());
    if (!is_language_tag(language))
      return fail_at(at, tag.source().begin.line, "'{}': '{}' is not {}", at.key, language, kLanguage);
    auto& fields = language == at.language ? layer.fields : layer.fields_in[language];
    if (Result<void> read = read_column(at.child(language), value, fields[field]); !read) return read;
  }
  if (!layer.fields.contains(field)) {
    return fail_at(at, line_of(node), "missing key '{}': the column in the exhibit's language",
                   at.child(at.language).key);
  }
  return {};
}

Result<void> read_fields(const At& at, const toml::node& node, LayerSpec& layer) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return fail_expected(at, node, "a table");
  const std::vector<std::string>& known = field_names();
  for (const auto& [name, value] : *table) {
    if (std::find(known.begin(), known.end(), name.str()) == known.end())
      return fail_at(at, name.source().begin.line, "unknown key '{}'; {}", name.str(), suggestion(name.str(), known));
    const bool is_spoken = name.str() == "notes" || name.str() == "source";
    const At field = at.child(name.str());
    Result<void> read = is_spoken && value.is_table()
                            ? read_spoken_field(field, std::string(name.str()), value, layer)
                            : read_column(field, value, layer.fields[std::string(name.str())]);
    if (!read) return read;
  }
  return {};
}

// The columns whose values may have texts of their own.
const std::vector<std::string>& value_fields() {
  static const std::vector<std::string> kNames = {"region", "county", "kind", "confidence", "source", "notes"};
  return kNames;
}

Result<void> read_values(const At& at, const toml::node& node, LayerSpec& layer) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return fail_expected(at, node, "a table");
  const std::vector<std::string>& known = value_fields();
  for (const auto& [field, values] : *table) {
    if (std::find(known.begin(), known.end(), field.str()) == known.end()) {
      return fail_at(at, field.source().begin.line, "unknown key '{}'; {}", field.str(),
                     suggestion(field.str(), known));
    }
    const At below = at.child(field.str());
    const toml::table* texts = values.as_table();
    if (texts == nullptr) return fail_expected(below, values, "a table of texts by value");
    for (const auto& [value, node_of_text] : *texts) {
      LocalText text;
      if (Result<void> read = read_value(below.child(value.str()), node_of_text, text); !read) return read;
      const std::string itself(value.str());
      layer.values[std::string(field.str())].emplace(itself, text.or_in(at.language, itself));
    }
  }
  return {};
}

void list_values(const std::string& key, std::vector<std::string>& out) {
  for (const std::string& name : value_fields()) out.push_back(fmt::format("{}.{}", key, name));
}

void list_fields(const std::string& key, std::vector<std::string>& out) {
  for (const std::string& name : field_names()) out.push_back(fmt::format("{}.{}", key, name));
}

Srgb8 colour_of_kind(LayerKind kind, const style::Theme& theme) {
  switch (kind) {
    case LayerKind::kPartnerships:
      return theme.partnership;
    case LayerKind::kSubsidies:
      return theme.money;
    case LayerKind::kSignatories:
      return theme.signatory;
    case LayerKind::kAreas:
    case LayerKind::kDensity:
      break;  // a palette is theirs; their colour is that of what they count
  }
  return theme.partnership;
}

const std::vector<std::string>& method_words() {
  static const std::vector<std::string> kWords = {"quantile", "jenks", "fixed"};
  return kWords;
}

const std::vector<std::string>& palette_words() {
  static const std::vector<std::string> kWords = {"viridis", "cividis", "yellow-green-blue", "yellow-orange-red",
                                                  "blues"};
  return kWords;
}

Result<void> read_joined_by(const At& at, const toml::node& node, LayerSpec& layer) {
  static const std::vector<std::string> kFields = {"region", "county", "place", "kind"};
  const Result<std::size_t> index = read_choice(at, node, kFields);
  if (!index) return tl::unexpected(index.error());
  layer.joined_by = kFields[*index];
  return {};
}

/// What a key of `[[layers]]` belongs to, where not to every kind.
struct KeyOfKind {
  const char* key;
  bool of_records, of_areas, of_density;
};
constexpr std::array kKeysOfKinds{
    KeyOfKind{"source", true, true, false},
    KeyOfKind{"layer", true, true, false},
    KeyOfKind{"where", true, true, false},
    KeyOfKind{"fields", true, true, false},
    KeyOfKind{"values", true, false, false},
    KeyOfKind{"note", true, true, true},
    KeyOfKind{"date_label", true, false, false},
    KeyOfKind{"day", true, false, false},
    KeyOfKind{"confidence_hidden", true, false, false},
    KeyOfKind{"counts", false, true, true},
    KeyOfKind{"unit", false, true, true},
    KeyOfKind{"per", false, true, false},
    KeyOfKind{"max", false, false, true},
    KeyOfKind{"joined_by", false, true, false},
    KeyOfKind{"population", false, true, false},
    KeyOfKind{"classes", false, true, false},
};

/// The first key that stands in a layer of a kind which has no use for it; nullptr: none.
const char* useless_key(const toml::table& table, LayerKind kind) {
  for (const KeyOfKind& key : kKeysOfKinds) {
    const bool belongs = kind == LayerKind::kAreas     ? key.of_areas
                         : kind == LayerKind::kDensity ? key.of_density
                                                       : key.of_records;
    if (!belongs && table.contains(key.key)) return key.key;
  }
  return nullptr;
}

bool has_style(const toml::table& layer, const char* key) {
  const toml::table* style = layer.get_as<toml::table>("style");
  return style != nullptr && style->contains(key);
}

Result<void> check_areas(const At& at, const toml::table& table, const LayerSpec& layer) {
  const auto has = [&layer](const char* field) { return layer.fields.contains(field); };
  const auto refused = [&](std::string_view key, std::string_view what) {
    const toml::node* node = table.get(key);
    return fail_at(at, line_of(node == nullptr ? table : *node), "'{}': {}", at.child(key).key, what);
  };
  if (!has("name")) return refused("fields", "missing key 'name': the column that names an area");
  for (const auto& [field, column] : layer.fields) {
    if (field != "name" && field != "key" && field != "region") {
      return refused("fields", fmt::format("'{}' is of records; an area has 'name', 'key' and 'region'", field));
    }
  }
  if ((layer.population || !layer.joined_by.empty()) && !has("key"))
    return refused("fields", "missing key 'key': the column that the population, or the records, are joined by");
  if (layer.per > 0.0 && !layer.population)
    return refused("per", "needs 'population', a table of how many people live in each area");
  return {};
}

}  // namespace

template <>
const std::vector<Key<PopulationSpec>>& Schema<PopulationSpec>::keys() {
  static const std::vector<Key<PopulationSpec>> kKeys = {
      key<&PopulationSpec::source>("source", Need::kRequired),
      inner<&PopulationSpec::source, &SourceSpec::layer>("layer"),
      inner<&PopulationSpec::source, &SourceSpec::where>("where"),
      key<&PopulationSpec::key_field>("key", Need::kRequired),
      key<&PopulationSpec::people_field>("people", Need::kRequired),
      key<&PopulationSpec::year>("year"),
      key<&PopulationSpec::credit>("credit"),
  };
  return kKeys;
}

template <>
const std::vector<Key<ClassesSpec>>& Schema<ClassesSpec>::keys() {
  static const std::vector<Key<ClassesSpec>> kKeys = {
      choice<&ClassesSpec::method, &method_words>("method", Need::kOptional),
      number<&ClassesSpec::count, NumberRange::kClasses>("count"),
      key<&ClassesSpec::limits>("limits"),
  };
  return kKeys;
}

template <>
Result<void> Schema<ClassesSpec>::check(const At& at, const toml::table& table, ClassesSpec& classes) {
  const bool is_fixed = classes.method == ClassMethod::kFixed;
  const toml::node* limits = table.get("limits");
  const std::uint32_t line = line_of(limits == nullptr ? table : *limits);
  if (is_fixed != (limits != nullptr))
    return fail_at(at, line, "'{}': goes with the method 'fixed', and only with it", at.child("limits").key);
  if (!is_fixed) return {};
  constexpr std::size_t kMost = 8;
  const auto is_above = [](double a, double b) { return a >= b; };
  const bool ascends =
      std::adjacent_find(classes.limits.begin(), classes.limits.end(), is_above) == classes.limits.end();
  if (classes.limits.empty() || classes.limits.size() > kMost || !ascends || classes.limits.front() <= 0.0)
    return fail_at(at, line, "'{}': expected 1 to {} numbers above 0, ascending", at.child("limits").key, kMost);
  classes.count = static_cast<double>(classes.limits.size() + 1);
  return {};
}

template <>
const std::vector<Key<LayerSpec>>& Schema<LayerSpec>::keys() {
  static const std::vector<Key<LayerSpec>> kKeys = {
      key<&LayerSpec::id>("id", Need::kRequired),
      choice<&LayerSpec::kind, &kind_words>("kind", Need::kRequired),
      key<&LayerSpec::label>("label", Need::kRequired),
      key<&LayerSpec::note>("note"),
      key<&LayerSpec::date_label>("date_label"),
      key<&LayerSpec::source>("source"),
      inner<&LayerSpec::source, &SourceSpec::layer>("layer"),
      inner<&LayerSpec::source, &SourceSpec::where>("where"),
      key<&LayerSpec::day>("day"),
      key<&LayerSpec::confidence_hidden>("confidence_hidden"),
      key<&LayerSpec::visible>("visible"),
      key<&LayerSpec::counts>("counts"),
      key<&LayerSpec::unit>("unit"),
      number<&LayerSpec::per, NumberRange::kPositive>("per"),
      number<&LayerSpec::max, NumberRange::kPositive>("max"),
      {"joined_by", Need::kOptional, &read_joined_by, &ListKeys<std::string>::add},
      key<&LayerSpec::population>("population"),
      key<&LayerSpec::classes>("classes"),
      {"fields", Need::kOptional, &read_fields, &list_fields},
      {"values", Need::kOptional, &read_values, &list_values},
      key<&LayerSpec::style>("style"),
  };
  return kKeys;
}

template <>
Result<void> Schema<LayerSpec>::check(const At& at, const toml::table& table, LayerSpec& layer) {
  const auto has = [&layer](const char* field) { return layer.fields.contains(field); };
  const auto refused = [&](std::string_view key, std::string_view what) {
    const toml::node* node = table.get(key);
    return fail_at(at, line_of(node == nullptr ? table : *node), "'{}': {}", at.child(key).key, what);
  };
  if (layer.id.empty()) return refused("id", "expected a word, got ''");
  if (const char* useless = useless_key(table, layer.kind)) {
    return refused(useless, fmt::format("means nothing in a layer of the kind '{}'",
                                        kind_words()[static_cast<std::size_t>(layer.kind)]));
  }
  if (!has_records(layer.kind) && layer.counts.empty())
    return refused("kind", "needs 'counts', the id of the layer whose records are counted");
  if (!has_style(table, "colour")) {
    layer.style.colour = colour_of_kind(layer.kind, style::dark_theme());
    if (!layer.style.colour_light) layer.style.colour_light = colour_of_kind(layer.kind, style::light_theme());
  }
  if (layer.kind == LayerKind::kDensity) return {};
  for (const char* needed : {"source", "fields"}) {
    if (!table.contains(needed)) return fail_at(at, line_of(table), "missing key '{}'", at.child(needed).key);
  }
  if (layer.kind == LayerKind::kAreas) return check_areas(at, table, layer);
  if (has("key")) return refused("fields", "'key' is of areas, not of records");
  if (!has("name")) return refused("fields", "missing key 'name': the column that names a record");
  if (has("first_day") && layer.day)
    return refused("day", "is of no use beside 'fields.first_day'; keep one of the two");
  if (!has("first_day") && !layer.day)
    return refused("fields", "missing key 'first_day'; or give the layer a 'day' for all rows");
  if (has("lon") != has("lat")) return refused("fields", "'lon' and 'lat' go together");
  if (!layer.confidence_hidden.empty() && !has("confidence"))
    return refused("confidence_hidden", "needs 'fields.confidence', the column that holds it");
  // A circle that stands for an amount has to be told from the mark of a record.
  constexpr double kCircleRadius_pt = 34.0, kSymbolRadius_pt = 6.0;
  if (!has_style(table, "radius_pt") && layer.kind == LayerKind::kSubsidies) layer.style.radius_pt = kCircleRadius_pt;
  if (!has_style(table, "radius_pt") && layer.kind == LayerKind::kSignatories) layer.style.radius_pt = kSymbolRadius_pt;
  const bool is_money = layer.kind == LayerKind::kSubsidies;
  if (!has_style(table, "label") && is_money) layer.style.label = style::MarkLabel::kAmount;
  if (layer.style.label == style::MarkLabel::kAmount && !is_money)
    return refused("style", "'label': an amount is written at the circles of subsidies alone; write 'name' or 'place'");
  return {};
}

template <>
const std::vector<Key<style::LayerStyle>>& Schema<style::LayerStyle>::keys() {
  using style::LayerStyle;
  static const std::vector<Key<LayerStyle>> kKeys = {
      key<&LayerStyle::colour>("colour"),
      key<&LayerStyle::colour_light>("colour_light"),
      number<&LayerStyle::opacity, NumberRange::kFraction>("opacity"),
      number<&LayerStyle::radius_pt, NumberRange::kRadius>("radius_pt"),
      number<&LayerStyle::rim_pt, NumberRange::kLength>("rim_pt"),
      number<&LayerStyle::ring_from_pt, NumberRange::kLength>("ring_from_pt"),
      number<&LayerStyle::ring_to_pt, NumberRange::kLength>("ring_to_pt"),
      number<&LayerStyle::ring_days, NumberRange::kDays>("ring_days"),
      number<&LayerStyle::fill_opacity, NumberRange::kFraction>("fill_opacity"),
      number<&LayerStyle::line_pt, NumberRange::kLength>("line_pt"),
      number<&LayerStyle::window_days, NumberRange::kDays>("window_days"),
      number<&LayerStyle::amount_at_radius, NumberRange::kPositive>("amount_at_radius"),
      choice<&LayerStyle::label, &label_words>("label", Need::kOptional),
      choice<&LayerStyle::palette, &palette_words>("palette", Need::kOptional),
      number<&LayerStyle::bandwidth_pt, NumberRange::kBandwidth>("bandwidth_pt"),
  };
  return kKeys;
}

}  // namespace spreadmap::exhibit
