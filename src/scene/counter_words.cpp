#include "scene/counter_words.h"

#include "scene/words.h"

namespace spreadmap::scene {

std::optional<CounterWords> counter_words(const exhibit::Exhibit& exhibit, const model::Story& story,
                                          const model::Selection& selection, const model::ViewState& view,
                                          const language::Language& language) {
  const auto layer = story.counted_layer();
  if (!layer || !story.shows_records_of(view, *layer)) return std::nullopt;
  const model::LayerIndex& index = selection.layer(*layer);
  const model::DayCount count = index.count(view.playhead_d);
  const bool is_one = count == model::DayCount{1, 1} && !exhibit.counted_one.is_empty();
  const std::string& what = (is_one ? exhibit.counted_one : exhibit.counted).in(view.language);
  return CounterWords{count_text(count, language),
                      index.window_days() == 0 ? what : in_last_days(what, index.window_days(), language)};
}

}  // namespace spreadmap::scene
