#include "model/history.h"

#include <utility>

#include "model/applied.h"

namespace spreadmap::model {
namespace {

constexpr double kOneGo_s = 1.0;
// A kiosk runs for months: what is older than this many steps is forgotten.
constexpr std::size_t kMostSteps = 200;

/// The view without what the clock alone changes.
ViewState without_clock(ViewState view) {
  view = arrived(std::move(view));
  view.playback.anchor_s = 0.0;
  view.playback.anchor_playhead_d = 0.0;
  return view;
}

bool is_pause(const ViewState& before, const ViewState& after, const ViewCommand& command) {
  return std::holds_alternative<TogglePlay>(command) && before.playback.playing && !after.playback.playing;
}

std::optional<Moment> step(std::vector<Moment>& from, std::vector<Moment>& to, const Moment& now) {
  if (from.empty()) return std::nullopt;
  Moment moment = std::move(from.back());
  from.pop_back();
  to.push_back({arrived(now.view), now.saved, now.cues});
  moment.view.playback.playing = moment.view.playback.playing && now.view.playback.playing;
  return moment;
}

}  // namespace

void History::add(const Moment& before, const ViewState& after, const ViewCommand& command, double now_s) {
  if (without_clock(before.view) == without_clock(after) || is_pause(before.view, after, command)) return;
  const bool goes_on = command.index() == last_kind_ && now_s - last_s_ < kOneGo_s && !undo_.empty();
  begin_step();
  last_kind_ = command.index();
  last_s_ = now_s;
  redo_.clear();
  if (!goes_on) keep(before);
}

void History::add_saving(const Moment& before) {
  begin_step();
  redo_.clear();
  keep(before);
}

void History::add_edit(const Moment& before, const CueCommand& command, double now_s) {
  const bool goes_on = last_edit_ && goes_on_with(*last_edit_, command) && now_s - last_s_ < kOneGo_s && !undo_.empty();
  begin_step();
  last_edit_ = command;
  last_s_ = now_s;
  redo_.clear();
  if (!goes_on) keep(before);
}

void History::keep(const Moment& before) {
  if (undo_.size() == kMostSteps) undo_.erase(undo_.begin());
  undo_.push_back({arrived(before.view), before.saved, before.cues});
}

std::optional<Moment> History::undo(const Moment& now) {
  begin_step();
  return step(undo_, redo_, now);
}

std::optional<Moment> History::redo(const Moment& now) {
  begin_step();
  return step(redo_, undo_, now);
}

}  // namespace spreadmap::model
