// `[export]`: options of the command line by their names. Which values they take, the command line knows (app/export_defaults.h).
#include <fmt/format.h>

#include <algorithm>

#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {
namespace {

/// In the order of the manual.
const std::vector<std::string>& export_keys() {
  static const std::vector<std::string> kKeys = {"preset",    "format",      "size", "fps",
                                                 "seconds",   "hold",        "cues", "furniture",
                                                 "safe_area", "supersample", "crf",  "captions"};
  return kKeys;
}

/// A text, a number, or a list of them with commas between; nothing: something else.
std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
  if (const auto* number = node.as_floating_point()) return fmt::format("{}", number->get());
  const toml::array* list = node.as_array();
  std::string joined;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string part = list->get(i)->is_array() ? "" : text_of(*list->get(i));
    if (part.empty()) return "";
    joined += (i == 0 ? "" : ",") + part;
  }
  return joined;
}

std::string option_of(std::string key) {
  std::ranges::replace(key, '_', '-');
  return "--" + key;
}

Result<void> read_default(const At& at, const std::string& key, const toml::node& node, Exhibit& exhibit) {
  ExportDefault wish{key, option_of(key), "", line_of(node)};
  if (key == "cues" || key == "captions") {
    bool is_on = false;
    if (Result<void> read = read_value(at, node, is_on); !read) return read;
    // What an export does unasked need not be asked for.
    if (is_on == (key == "captions")) return {};
    if (!is_on) wish.option = option_of("no_" + key);
  } else {
    wish.value = text_of(node);
    if (wish.value.empty()) return fail_expected(at, node, "what the option of that name takes");
  }
  exhibit.export_defaults.push_back(std::move(wish));
  return {};
}

}  // namespace

Result<void> read_export(const At& at, const toml::node& node, Exhibit& exhibit) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return fail_expected(at, node, "a table");
  for (const auto& [name, value] : *table) {
    const std::string key(name.str());
    if (std::ranges::count(export_keys(), key) == 0)
      return fail_at(at, name.source().begin.line, "unknown key '{}'; {}", key, suggestion(key, export_keys()));
    if (Result<void> read = read_default(at.child(key), key, value, exhibit); !read) return read;
  }
  return {};
}

void list_export(const std::string& key, std::vector<std::string>& out) {
  for (const std::string& each : export_keys()) out.push_back(fmt::format("{}.{}", key, each));
}

}  // namespace spreadmap::exhibit
