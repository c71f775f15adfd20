#include "app/session.h"

#include "base/log.h"
#include "platform/signals.h"

namespace spreadmap::app {

Session::Session(Stage& stage, const ExploreOptions& options, const Places& places, model::ViewState first_view)
    : stage_(stage), options_(options), places_(places), explorer_(stage, options, places, std::move(first_view)) {}

Result<void> Session::start_talk() {
  if (!talk_) {
    auto talk = TalkMode::create(stage_, places_, options_, explorer_.view());
    if (!talk) return tl::unexpected(talk.error());
    talk_ = std::move(*talk);
  }
  if (const int displays = platform::GlWindow::display_count(); displays > 1 || options_.display)
    stage_.window().move_to_display(options_.display.value_or(2) - 1);
  explorer_.leave();
  talk_->enter(explorer_.view());
  is_talking_ = true;
  return {};
}

void Session::leave_talk() {
  is_talking_ = false;
  explorer_.enter(talk_->leave());
}

Result<void> Session::run() {
  platform::catch_stop_signals();
  if (auto begun = explorer_.begin(); !begun) return begun;
  if (options_.starts_talk) {
    if (auto started = start_talk(); !started) return started;
  }
  for (;;) {
    const platform::Inputs inputs = platform::wait_for_input(stage_.window(), mode().timeout_s(), mode().beside());
    for (const auto& event : inputs.window) mode().take(event);
    for (const auto& event : inputs.beside) mode().take_beside(event);
    mode().step();
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
