// Views that the visitor saves, comes back to and forgets.
#include <fmt/format.h>

#include <algorithm>

#include "app/explorer.h"
#include "base/log.h"

namespace spreadmap::app {

void Explorer::name_saved_views() {
  saved_names_.clear();
  for (const model::SavedView& saved : saved_views_.views()) saved_names_.push_back(saved.name);
}

void Explorer::save_view(const std::string& name) {
  const language::Language& language = stage_.language(view_.language);
  const std::size_t first = name.find_first_not_of(' '), last = name.find_last_not_of(' ');
  model::SavedView saved{first == std::string::npos ? "" : name.substr(first, last - first + 1), model::arrived(view_)};
  if (saved.name.empty()) {
    // The day, and what it is filtered to, tell views apart; a number does where these do not.
    saved.name = language.long_day(stage_.world().story->axis().day_at(view_.playhead_d));
    for (const std::string& region : view_.filter.regions) saved.name += " · " + region;
    const std::string base = saved.name;
    const auto is_taken = [this](const std::string& wanted) {
      return std::find(saved_names_.begin(), saved_names_.end(), wanted) != saved_names_.end();
    };
    for (int again = 2; is_taken(saved.name); ++again) saved.name = fmt::format("{} ({})", base, again);
  }
  saved.view.flight.reset();
  const model::Moment before = moment();
  const auto done = saved_views_.save(saved);
  if (!done) return notify_unsaved(done.error());
  history_.add_saving(before);
  name_saved_views();
  notify({language.filled("Saved {}", saved.name), false});
}

void Explorer::notify_unsaved(const Error& error) {
  notify_failure(stage_.language(view_.language).text("The saved views cannot be written: the log says why."), error);
}

void Explorer::open_view(std::size_t index) {
  if (index >= saved_views_.views().size()) return;
  const auto& saved = saved_views_.views()[index].view;
  if (const auto brought = stage_.sheets().bring(saved.crs); !brought)
    return notify_failure(words_of(brought.error(), saved.crs), brought.error());
  carry_out(model::ViewCommand(model::ShowView{std::make_shared<const model::ViewState>(saved)}));
}

void Explorer::forget_view(std::size_t index) {
  if (index >= saved_views_.views().size()) return;
  const model::Moment before = moment();
  const language::Language& language = stage_.language(view_.language);
  const auto done = saved_views_.forget(index);
  if (!done) return notify_unsaved(done.error());
  history_.add_saving(before);
  name_saved_views();
  const std::string& name = before.saved->at(index).name;
  const std::string undo = key_hint(keymaps_.explore, "undo", language);
  notify({undo.empty() ? language.filled("Forgotten: {}.", name)
                       : language.filled("Forgotten: {}. {} brings it back.", name, undo),
          false});
}

}  // namespace spreadmap::app
