#pragma once
#include <string>
#include <vector>

#include "data/tables.h"
#include "exhibit/exhibit.h"

namespace spreadmap::scene {

/// Who vouches for the records of a layer.
struct LayerSources {
  std::size_t layer = 0;
  std::vector<std::string> names;  ///< each once, in the order of the records' first days
};

/// The sources of every layer that has records, in one language; of a layer whose records name none, nothing.
std::vector<LayerSources> sources_of(const exhibit::Exhibit& exhibit, const data::Tables& tables,
                                     const std::string& language);

}  // namespace spreadmap::scene
