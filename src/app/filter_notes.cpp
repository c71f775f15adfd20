#include "app/filter_notes.h"

#include <algorithm>

#include "scene/build_frame.h"
#include "scene/filter_words.h"

namespace spreadmap::app {

std::string LayerFilter::text() const { return words.empty() ? "" : whole + " · " + words; }

LayerFilter filter_of(Stage& stage, const model::ViewState& view, std::size_t layer) {
  const language::Language& language = stage.language(view.language);
  const model::Selection& selection = stage.select(view);
  if (!selection.refuses_any(layer)) return {};
  const std::vector<std::string> parts = scene::filter_words(stage.world().exhibit, layer, view, language);
  return {fmt::format("{}", fmt::join(parts, " · ")),
          scene::of_all(selection.whole(layer).count(view.playhead_d), language)};
}

std::optional<CountedFilter> counted_filter(Stage& stage, const model::ViewState& view) {
  const model::Story& story = *stage.world().story;
  const auto layer = story.counted_layer();
  if (!layer || !story.shows_records_of(view, *layer)) return std::nullopt;
  const time::Day day = story.axis().day_at(view.playhead_d);
  const time::Day from = view.wipe ? story.axis().day_at(scene::left_of_wipe(view).playhead_d) : day;
  return CountedFilter{filter_of(stage, view, *layer), from, day};
}

std::vector<std::string> filter_notes(const std::vector<std::optional<CountedFilter>>& captions,
                                      const language::Language& language) {
  std::vector<std::string> notes(captions.size());
  std::string standing;
  for (std::size_t at = 0; at < captions.size();) {
    if (!captions[at]) {
      notes[at++] = standing;
      continue;
    }
    const CountedFilter& first = *captions[at];
    const auto goes_on = [&](const auto& caption) { return !caption || caption->filter.words == first.filter.words; };
    const auto is_of_its_day = [&](const auto& caption) {
      return !caption || (caption->from == first.to && caption->to == first.to);
    };
    const auto begin = captions.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if_not(begin, captions.end(), goes_on);
    if (!first.filter.words.empty()) {
      standing = std::all_of(begin, end, is_of_its_day) ? first.filter.text() : first.filter.words;
    } else if (!standing.empty()) {
      standing = language.text("No filter");
    }
    for (; at < static_cast<std::size_t>(end - captions.begin()); ++at) notes[at] = standing;
  }
  return notes;
}

}  // namespace spreadmap::app
