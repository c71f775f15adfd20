#include "exhibit/whole_paths.h"

#include <algorithm>
#include <vector>

#include "exhibit/load_exhibit.h"
#include "exhibit/toml_edit.h"
#include "exhibit/values.h"

namespace spreadmap::exhibit {
namespace {

/// All that the exhibit reads from other files.
std::vector<SourceSpec> sources_of(const Exhibit& exhibit) {
  const BrandSpec& brand = exhibit.brand;
  std::vector<SourceSpec> sources{brand.font, brand.font_bold, brand.logo, brand.logo_light};
  for (const BaseLayerSpec& base : exhibit.map.base) sources.push_back(base.source);
  if (exhibit.map.places) sources.push_back(exhibit.map.places->source);
  if (exhibit.map.regions) sources.push_back(exhibit.map.regions->source);
  for (const FindSpec& find : exhibit.map.find) sources.push_back(find.source);
  for (const LayerSpec& layer : exhibit.layers) {
    sources.push_back(layer.source);
    if (layer.population) sources.push_back(layer.population->source);
  }
  return sources;
}

/// Gives each string that names a source, which its line and its path tell from other texts, the whole path.
void write_whole(TomlEdit& edit, const toml::node& node, const std::vector<SourceSpec>& sources,
                 const std::filesystem::path& folder) {
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& each : *array) write_whole(edit, each, sources, folder);
  }
  const toml::table* table = node.as_table();
  if (table == nullptr) return;
  for (const auto& [key, value] : *table) {
    const auto* text = value.as_string();
    if (text == nullptr) {
      write_whole(edit, value, sources, folder);
      continue;
    }
    const auto file = (folder / text->get()).lexically_normal();
    const auto is_it = [&](const SourceSpec& source) { return source.line == line_of(value) && source.file == file; };
    if (std::ranges::any_of(sources, is_it)) edit.set(*table, key.str(), toml::value<std::string>(file.string()));
  }
}

}  // namespace

Result<std::string> with_whole_paths(std::string text, const std::filesystem::path& file) {
  const auto exhibit = parse_exhibit(text, file);
  if (!exhibit) return tl::unexpected(exhibit.error());
  auto edit = TomlEdit::of(std::move(text));
  if (!edit) return tl::unexpected(edit.error());
  write_whole(*edit, edit->root(), sources_of(*exhibit), file.parent_path());
  return edit->text();
}

}  // namespace spreadmap::exhibit
