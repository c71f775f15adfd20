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

std::optional<ViewState> step(std::vector<ViewState>& from, std::vector<ViewState>& to, const ViewState& now) {
  if (from.empty()) return std::nullopt;
  ViewState view = std::move(from.back());
  from.pop_back();
  to.push_back(arrived(now));
  return view;
}

}  // namespace

void History::add(const ViewState& before, const ViewState& after, const ViewCommand& command, double now_s) {
  if (without_clock(before) == without_clock(after)) return;
  const bool goes_on = command.index() == last_kind_ && now_s - last_s_ < kOneGo_s && !undo_.empty();
  last_kind_ = command.index();
  last_s_ = now_s;
  redo_.clear();
  if (goes_on) return;
  if (undo_.size() == kMostSteps) undo_.erase(undo_.begin());
  undo_.push_back(arrived(before));
}

std::optional<ViewState> History::undo(const ViewState& now) {
  last_kind_ = std::variant_npos;
  return step(undo_, redo_, now);
}

std::optional<ViewState> History::redo(const ViewState& now) {
  last_kind_ = std::variant_npos;
  return step(redo_, undo_, now);
}

}  // namespace spreadmap::model
