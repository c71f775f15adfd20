#include "exhibit/keys_file.h"

#include <algorithm>

#include "exhibit/nearest.h"
#include "exhibit/read_toml.h"
#include "exhibit/values.h"

namespace spreadmap::exhibit {
namespace {

constexpr std::string_view kKeysExpected = "a list of keys ([\"Space\", \"k\"], or [] for none)";

/// toml++ keeps names in the order of the alphabet; the fault that is told is the first of the file.
std::vector<std::pair<const toml::key*, const toml::node*>> in_order_of_lines(const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [name, value] : table) entries.emplace_back(&name, &value);
  std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first->source().begin.line; });
  return entries;
}

Result<std::vector<WrittenKeys>> read_section(const At& at, const toml::table& table) {
  std::vector<WrittenKeys> section;
  for (const auto& [name, value] : in_order_of_lines(table)) {
    WrittenKeys keys{std::string(name->str()), name->source().begin.line, {}};
    const At action = at.child(keys.action);
    const toml::array* const array = value->as_array();
    if (array == nullptr) return fail_expected(action, *value, kKeysExpected);
    for (const toml::node& chord : *array) {
      const auto* const text = chord.as_string();
      if (text == nullptr) return fail_expected(action, chord, "a key in quotes (\"Space\")");
      keys.chords.push_back({text->get(), line_of(chord)});
    }
    section.push_back(std::move(keys));
  }
  return section;
}

}  // namespace

Result<KeysFile> parse_keys_file(std::string_view toml, const std::filesystem::path& file) {
  const Result<toml::table> table = parse_toml(toml, file);
  if (!table) return tl::unexpected(table.error());
  const std::vector<std::string> sections{"explore", "talk"};
  const std::string no_language;
  const At root{file, no_language, ""};
  KeysFile keys{file, {}, {}};
  for (const auto& [name, value] : in_order_of_lines(*table)) {
    const std::uint32_t line = name->source().begin.line;
    const toml::table* const section = value->as_table();
    if (section == nullptr)
      return fail_at(root, line, "'{}' stands in no section; write [explore] or [talk] before it", name->str());
    if (std::ranges::find(sections, name->str()) == sections.end())
      return fail_at(root, line, "unknown section '{}'; {}", name->str(), suggestion(name->str(), sections));
    auto read = read_section(root.child(name->str()), *section);
    if (!read) return tl::unexpected(read.error());
    (name->str() == "explore" ? keys.explore : keys.talk) = std::move(*read);
  }
  return keys;
}

Result<KeysFile> load_keys_file(const std::filesystem::path& file) {
  const Result<std::string> text = read_text(file, "the keys file");
  return text ? parse_keys_file(*text, file) : tl::unexpected(text.error());
}

}  // namespace spreadmap::exhibit
