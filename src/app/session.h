#pragma once
#include <memory>
#include <optional>

#include "app/drill.h"
#include "app/explorer.h"
#include "app/talk_mode.h"

namespace spreadmap::app {

/// A window from its opening to its end, and which of the modes has it: exploring, or a talk that starts from there and comes back to it.
class Session {
 public:
  /// All but `first_view` outlive it.
  Session(Stage& stage, const ExploreOptions& options, const Places& places, const Keymaps& keymaps,
          model::ViewState first_view);
  /// Until the user quits. Errors: what keeps the first mode from beginning.
  Result<void> run();

 private:
  /// A talk's first start makes it; later ones go on where it was.
  Result<void> start_talk();
  void leave_talk();
  /// Also of the mode that waits for its turn.
  Result<void> rebuild_if_lost();
  [[nodiscard]] Mode& mode() { return is_talking_ ? static_cast<Mode&>(*talk_) : explorer_; }

  Stage& stage_;
  const ExploreOptions& options_;
  const Places& places_;
  const Keymaps& keymaps_;
  Explorer explorer_;
  std::unique_ptr<TalkMode> talk_;
  bool is_talking_ = false;
  Drill drill_;
};

}  // namespace spreadmap::app
