#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "exhibit/exhibit.h"
#include "language/language.h"
#include "model/view_state.h"

namespace spreadmap::scene {

/// How much is said of each condition; by default all of it.
struct FilterWording {
  std::size_t most_names = std::numeric_limits<std::size_t>::max();
  std::size_t most_letters = std::numeric_limits<std::size_t>::max();
  bool is_short = false;
};

/// What a layer's records are filtered by, each condition by itself: "CA, MI", "Police", "“fusion”". `layer`: one of the exhibit's with records.
std::vector<std::string> filter_words(const exhibit::Exhibit& exhibit, std::size_t layer, const model::ViewState& view,
                                      const language::Language& language, const FilterWording& wording = {});

/// "Of 1,030 in all": how many there are beside those that the filter leaves.
std::string of_all(model::DayCount count, const language::Language& language);

}  // namespace spreadmap::scene
