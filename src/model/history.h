#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "model/command.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// The views that commands have changed, to go back to and forth again. What one hand does in one go (a drag, a turn of the wheel, typing) is one
/// step: commands of one kind, less than a second apart.
class History {
 public:
  /// A command made `after` of `before`. Nothing is kept where nothing but playing on has changed.
  void add(const ViewState& before, const ViewState& after, const ViewCommand& command, double now_s);
  /// What comes next is a step of its own, however soon it comes.
  void begin_step() { last_kind_ = std::variant_npos; }
  /// The view before the last step, or after the one that was undone last; nullopt: there is none. `now` is what is to be come back to.
  /// Its playback is anchored to `now_s` by whoever takes it.
  std::optional<ViewState> undo(const ViewState& now);
  std::optional<ViewState> redo(const ViewState& now);
  [[nodiscard]] bool can_undo() const { return !undo_.empty(); }

 private:
  std::vector<ViewState> undo_, redo_;
  std::size_t last_kind_ = std::variant_npos;
  double last_s_ = 0.0;
};

}  // namespace spreadmap::model
