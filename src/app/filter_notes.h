#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/stage.h"
#include "language/language.h"
#include "model/view_state.h"
#include "time/day.h"

namespace spreadmap::app {

/// What a layer's records are filtered by: "CA, MI · Police"; and how many there are without that on the day of a view: "Of 405 in all". Both empty: by
/// nothing.
struct LayerFilter {
  std::string words, whole;
  /// "Of 405 in all · CA, MI · Police"
  [[nodiscard]] std::string text() const;
  bool operator==(const LayerFilter&) const = default;
};

/// `layer`: one of the exhibit's with records.
LayerFilter filter_of(Stage& stage, const model::ViewState& view, std::size_t layer);

/// What the counter of a view counts is filtered by, and the day of which it counts; of two days side by side both.
struct CountedFilter {
  LayerFilter filter;
  time::Day from, to;
  bool operator==(const CountedFilter&) const = default;
};

/// nullopt: nothing is counted.
std::optional<CountedFilter> counted_filter(Stage& stage, const model::ViewState& view);

/// The note that stands over each of a film's captions, in their order: what the filter leaves out differs by day, so one that stands over several days is
/// the filter's words alone, and one of a single day says of how many too. A film that has shown a filter says where there is none; a
/// caption that counts nothing is under the note before it. Empty: there is nothing to say yet.
std::vector<std::string> filter_notes(const std::vector<std::optional<CountedFilter>>& captions,
                                      const language::Language& language);

}  // namespace spreadmap::app
