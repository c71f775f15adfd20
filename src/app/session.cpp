#include "app/session.h"

#include <vector>

#include "app/lost_context.h"
#include "base/log.h"
#include "platform/signals.h"

namespace spreadmap::app {

Session::Session(Stage& stage, const ExploreOptions& options, const Places& places, const Keymaps& keymaps,
                 model::ViewState first_view)
    : stage_(stage),
      options_(options),
      places_(places),
      keymaps_(keymaps),
      explorer_(stage, options, places, keymaps, std::move(first_view)),
      drill_(options.drill, stage) {}

Result<void> Session::start_talk() {
  if (!talk_) {
    auto talk = TalkMode::create(stage_, places_, options_, keymaps_.talk, explorer_.view());
    if (!talk) return tl::unexpected(talk.error());
    talk_ = std::move(*talk);
  }
  explorer_.leave();
  talk_->enter(explorer_.view());
  is_talking_ = true;
  return {};
}

void Session::leave_talk() {
  is_talking_ = false;
  explorer_.enter(talk_->leave());
}

Result<void> Session::rebuild_if_lost() {
  std::vector<Mode*> modes{&explorer_};
  if (talk_) modes.push_back(talk_.get());
  return app::rebuild_if_lost(stage_, modes);
}

Result<void> Session::run() {
  platform::catch_stop_signals();
  if (auto begun = explorer_.begin(); !begun) return begun;
  if (options_.starts_talk) {
    if (auto started = start_talk(); !started) return started;
  }
  for (;;) {
    const platform::Inputs inputs =
        platform::wait_for_input(stage_.window(), drill_.waited_s(mode().timeout_s()), mode().beside());
    drill_.begin_turn();
    if (auto rebuilt = rebuild_if_lost(); !rebuilt) return rebuilt;
    for (const auto& event : inputs.window) mode().take(event);
    for (const auto& event : inputs.beside) mode().take_beside(event);
    mode().step();
    drill_.end_turn({});
    switch (mode().wish()) {
      case ModeWish::kStay:
        break;
      case ModeWish::kQuit:
        if (!is_talking_ || !explorer_.asks_before_quitting()) return {};
        leave_talk();
        explorer_.quit();
        break;
      case ModeWish::kLeave:
        leave_talk();
        break;
      case ModeWish::kTalk:
        if (const auto started = start_talk(); !started) explorer_.refuse_talk(started.error());
        break;
    }
  }
}

}  // namespace spreadmap::app
