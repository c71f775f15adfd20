#include "exhibit/save_cues.h"

#include <array>
#include <cmath>
#include <sstream>

#include "exhibit/schema_exhibit.h"
#include "exhibit/toml_edit.h"

namespace spreadmap::exhibit {
namespace {

void put(toml::table& table, const char* key, const std::string& text) {
  if (!text.empty()) table.insert(key, text);
}

/// A plain string where there is nothing but the exhibit's language and the file does not say it by language.
void put(toml::table& table, const char* key, const LocalText& text, const std::string& language,
         const toml::table* there) {
  if (text.is_empty()) return;
  const auto languages = text.languages();
  const bool was_by_language = there != nullptr && there->get(key) != nullptr && there->get(key)->is_table();
  if (languages.size() == 1 && languages.front() == language && !was_by_language) {
    table.insert(key, text.in(language));
    return;
  }
  toml::table by_language;
  for (const std::string& each : languages) by_language.insert(each, text.in(each));
  table.insert(key, std::move(by_language));
}

void put(toml::table& table, const char* key, double number) {
  constexpr double kLargestWhole = 1e15;
  if (number == std::floor(number) && std::abs(number) < kLargestWhole) {
    table.insert(key, static_cast<std::int64_t>(number));
  } else {
    table.insert(key, number);
  }
}

toml::date date_of(time::Day day) {
  const std::chrono::year_month_day ymd{day};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

template <class Values>
void put_list(toml::table& table, const char* key, const Values& values) {
  if (values.empty()) return;
  toml::array array;
  for (const auto& value : values) array.push_back(value);
  table.insert(key, std::move(array));
}

toml::table table_of(const CueCameraSpec& camera) {
  toml::table table;
  put_list(table, "extent", camera.extent);
  put(table, "region", camera.region);
  put(table, "place", camera.place);
  if (!camera.place.empty() && camera.radius_km != CueCameraSpec{}.radius_km) put(table, "radius_km", camera.radius_km);
  return table;
}

toml::table table_of(const CueFilterSpec& filter) {
  toml::table table;
  put_list(table, "regions", filter.regions);
  put_list(table, "kinds", filter.kinds);
  if (filter.days) {
    const auto [first, last] = *filter.days;
    put(table, "days", first == last ? time::iso_day(first) : time::iso_day(first) + "/" + time::iso_day(last));
  }
  put_list(table, "amount_usd", filter.amount_usd);
  put_list(table, "precisions", filter.precisions);
  put(table, "text", filter.text);
  return table;
}

/// What the file says of a cue; `there`: how it says it now, nullptr: nothing yet.
toml::table table_of(const CueSpec& cue, const std::string& language, const toml::table* there) {
  static constexpr std::array kCards = {"none", "title", "credits"};
  toml::table table;
  put(table, "id", cue.id);
  if (cue.card != CueCard::kNone) table.insert("card", kCards.at(static_cast<std::size_t>(cue.card)));
  put(table, "title", cue.title, language, there);
  put(table, "text", cue.text, language, there);
  put(table, "notes", cue.notes, language, there);
  if (cue.day) table.insert("day", date_of(*cue.day));
  if (cue.from) table.insert("from", date_of(*cue.from));
  if (cue.to) table.insert("to", date_of(*cue.to));
  if (cue.play_s) put(table, "play_seconds", *cue.play_s);
  if (cue.layers) {
    toml::array layers;
    for (const std::string& layer : *cue.layers) layers.push_back(layer);
    table.insert("layers", std::move(layers));
  }
  if (cue.travel_s) put(table, "travel_seconds", *cue.travel_s);
  if (cue.dwell_s != CueSpec{}.dwell_s) put(table, "seconds", cue.dwell_s);
  if (cue.easing == CueEasing::kLinear) table.insert("easing", "linear");
  if (cue.camera) table.insert("camera", table_of(*cue.camera));
  if (cue.filter) table.insert("filter", table_of(*cue.filter));
  return table;
}

std::string in_one_way(const toml::node& node) {
  std::ostringstream out;
  node.visit([&out](const auto& each) { out << toml::json_formatter(each); });
  return out.str();
}

/// The order in which a new cue is written.
constexpr std::array kOrder = {"id", "card",         "title",  "text",           "notes",   "day",   "from",
                               "to", "play_seconds", "layers", "travel_seconds", "seconds", "easing"};

std::string lines_of(const CueSpec& cue, const std::string& language) {
  const toml::table table = table_of(cue, language, nullptr);
  std::string lines = "[[cues]]\n";
  for (const char* key : kOrder) {
    if (const toml::node* value = table.get(key)) lines += toml_line(key, *value) + "\n";
  }
  for (const char* part : {"camera", "filter"}) {
    const toml::table* own = table.get_as<toml::table>(part);
    if (own == nullptr) continue;
    lines += fmt::format("[cues.{}]\n", part);
    for (const auto& [key, value] : *own) lines += toml_line(key.str(), value) + "\n";
  }
  return lines;
}

/// What differs of one cue.
void edit_cue(TomlEdit& edit, const toml::table& there, const CueSpec& was, const CueSpec& now,
              const std::string& language) {
  const toml::table before = table_of(was, language, &there), after = table_of(now, language, &there);
  for (const auto& [key, value] : before) {
    if (!after.contains(key.str())) edit.remove(there, key.str());
  }
  for (const auto& [key, value] : after) {
    const toml::node* old = before.get(key.str());
    if (old == nullptr || in_one_way(*old) != in_one_way(value)) edit.set(there, key.str(), value);
  }
}

}  // namespace

Result<std::string> with_cues(std::string text, const std::vector<EditedCue>& cues, const std::string& language) {
  // What stands there now, read as an exhibit is.
  static const std::filesystem::path kNowhere;
  const At root{kNowhere, language, "cues[]"};
  const auto read = [&root](const toml::table& whole) -> Result<std::vector<CueSpec>> {
    std::vector<CueSpec> out;
    if (const toml::array* tables = whole.get_as<toml::array>("cues")) {
      for (const toml::node& table : *tables) {
        if (auto done = read_value(root, table, out.emplace_back()); !done) return tl::unexpected(done.error());
      }
    }
    return out;
  };
  auto edit = TomlEdit::of(std::move(text));
  if (!edit) return tl::unexpected(edit.error());
  const auto was = read(edit->root());
  if (!was) return tl::unexpected(was.error());
  const toml::array* tables = edit->root().get_as<toml::array>("cues");
  std::vector<std::variant<std::size_t, std::string>> order;
  for (const EditedCue& each : cues) {
    if (!each.origin || *each.origin >= was->size()) {
      order.emplace_back(lines_of(each.cue, language));
      continue;
    }
    edit_cue(*edit, *tables->get(*each.origin)->as_table(), (*was)[*each.origin], each.cue, language);
    order.emplace_back(*each.origin);
  }
  // In the order that they have, not even a blank line is touched.
  bool is_in_order = order.size() == was->size();
  for (std::size_t i = 0; is_in_order && i < order.size(); ++i)
    is_in_order = order[i] == std::variant<std::size_t, std::string>(i);
  auto out = is_in_order ? Result<std::string>(edit->text()) : arranged(edit->text(), "cues", order);
  if (!out) return out;
  // What was written must be what was meant, or nothing is.
  const auto again = TomlEdit::of(*out);
  if (!again) return tl::unexpected(again.error());
  const auto now = read(again->root());
  if (!now) return tl::unexpected(now.error());
  bool is_as_meant = now->size() == cues.size();
  for (std::size_t i = 0; is_as_meant && i < cues.size(); ++i)
    is_as_meant =
        in_one_way(table_of((*now)[i], language, nullptr)) == in_one_way(table_of(cues[i].cue, language, nullptr));
  if (!is_as_meant)
    return fail("the cues cannot be written into this file as it is laid out; write them as [[cues]] tables");
  return out;
}

}  // namespace spreadmap::exhibit
