#include "scene/source_list.h"

#include <unordered_set>

namespace spreadmap::scene {

std::vector<LayerSources> sources_of(const exhibit::Exhibit& exhibit, const data::Tables& tables,
                                     const std::string& language) {
  std::vector<LayerSources> all;
  for (std::size_t layer = 0; layer < exhibit.layers.size(); ++layer) {
    const data::PointTable& table = tables.layers[layer];
    LayerSources sources{layer, {}};
    std::unordered_set<std::string_view> seen;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      const std::string_view source = table.source_in(language, row);
      if (source.empty() || !seen.insert(source).second) continue;
      sources.names.push_back(exhibit::value_text(exhibit.layers[layer], "source", source, language));
    }
    if (!sources.names.empty()) all.push_back(std::move(sources));
  }
  return all;
}

}  // namespace spreadmap::scene
