#pragma once
#include <optional>
#include <string>

#include "exhibit/exhibit.h"
#include "language/language.h"
#include "model/selection.h"
#include "model/story.h"
#include "model/view_state.h"

namespace spreadmap::scene {

/// What the counter says: "397–405", "agencies".
struct CounterWords {
  std::string figures, noun;
};

/// nullopt where the counted records are not in the picture: what is not shown is not counted.
std::optional<CounterWords> counter_words(const exhibit::Exhibit& exhibit, const model::Story& story,
                                          const model::Selection& selection, const model::ViewState& view,
                                          const language::Language& language);

}  // namespace spreadmap::scene
