#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "model/command.h"
#include "model/cue_list.h"
#include "model/saved_view.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// What commands change: the view, the views that are saved, and the cues that are edited.
struct Moment {
  ViewState view;
  SavedList saved;
  CueListHeld cues = {};
};

/// The moments before commands, to go back to and forth again. What one hand does in one go (a drag, a turn of the wheel, typing) is one
/// step: commands of one kind, less than a second apart.
class History {
 public:
  /// A command made `after` of `before`. Nothing is kept where nothing but playing on has changed, nor of a pause: to take it back would
  /// be to start playing.
  void add(const Moment& before, const ViewState& after, const ViewCommand& command, double now_s);
  /// A view is about to be saved or forgotten.
  void add_saving(const Moment& before);
  /// A cue is about to be edited. Typing into one, less than a second between, is one step.
  void add_edit(const Moment& before, const CueCommand& command, double now_s);
  /// What comes next is a step of its own, however soon it comes.
  void begin_step() {
    last_kind_ = std::variant_npos;
    last_edit_.reset();
  }
  /// The moment before the last step, or after the one that was undone last; nullopt: there is none. `now` is what is to be come back to. It
  /// plays only where it did and `now` does.
  /// Its playback is anchored to `now_s` by whoever takes it.
  std::optional<Moment> undo(const Moment& now);
  std::optional<Moment> redo(const Moment& now);
  [[nodiscard]] bool can_undo() const { return !undo_.empty(); }

 private:
  void keep(const Moment& before);
  std::vector<Moment> undo_, redo_;
  std::size_t last_kind_ = std::variant_npos;
  std::optional<CueCommand> last_edit_;  ///< of the last step
  double last_s_ = 0.0;
};

}  // namespace spreadmap::model
