#include "exhibit/schema_exhibit.h"
#include "style/theme.h"

namespace spreadmap::exhibit {
namespace {

const std::vector<std::string>& kind_words() {
  static const std::vector<std::string> kWords = {"partnerships", "subsidies", "signatories"};
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
                                                  "source_url", "notes",    "lon",        "lat"};
  return kNames;
}

Result<void> read_fields(const At& at, const toml::node& node, LayerSpec& layer) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return fail_expected(at, node, "a table");
  const std::vector<std::string>& known = field_names();
  for (const auto& [name, value] : *table) {
    if (std::find(known.begin(), known.end(), name.str()) == known.end())
      return fail_at(at, name.source().begin.line, "unknown key '{}'; {}", name.str(), suggestion(name.str(), known));
    std::string column;
    const At field = at.child(name.str());
    if (Result<void> read = read_value(field, value, column); !read) return read;
    if (column.empty()) return fail_at(at, line_of(value), "'{}': expected the name of a column, got ''", field.key);
    layer.fields.emplace(name.str(), std::move(column));
  }
  return {};
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
  }
  return theme.partnership;
}

bool has_style(const toml::table& layer, const char* key) {
  const toml::table* style = layer.get_as<toml::table>("style");
  return style != nullptr && style->contains(key);
}

}  // namespace

template <>
const std::vector<Key<LayerSpec>>& Schema<LayerSpec>::keys() {
  static const std::vector<Key<LayerSpec>> kKeys = {
      key<&LayerSpec::id>("id", Need::kRequired),
      choice<&LayerSpec::kind, &kind_words>("kind", Need::kRequired),
      key<&LayerSpec::label>("label", Need::kRequired),
      key<&LayerSpec::note>("note"),
      key<&LayerSpec::date_label>("date_label"),
      key<&LayerSpec::source>("source", Need::kRequired),
      inner<&LayerSpec::source, &SourceSpec::layer>("layer"),
      inner<&LayerSpec::source, &SourceSpec::where>("where"),
      key<&LayerSpec::day>("day"),
      key<&LayerSpec::confidence_hidden>("confidence_hidden"),
      key<&LayerSpec::visible>("visible"),
      {"fields", Need::kRequired, &read_fields, &list_fields},
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
  if (!has("name")) return refused("fields", "missing key 'name': the column that names a record");
  if (has("first_day") && layer.day)
    return refused("day", "is of no use beside 'fields.first_day'; keep one of the two");
  if (!has("first_day") && !layer.day)
    return refused("fields", "missing key 'first_day'; or give the layer a 'day' for all rows");
  if (has("lon") != has("lat")) return refused("fields", "'lon' and 'lat' go together");
  if (!layer.confidence_hidden.empty() && !has("confidence"))
    return refused("confidence_hidden", "needs 'fields.confidence', the column that holds it");
  if (!has_style(table, "colour")) {
    layer.style.colour = colour_of_kind(layer.kind, style::dark_theme());
    if (!layer.style.colour_light) layer.style.colour_light = colour_of_kind(layer.kind, style::light_theme());
  }
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
  };
  return kKeys;
}

}  // namespace spreadmap::exhibit
