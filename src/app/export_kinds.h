#pragma once
#include <array>
#include <optional>

#include "model/export_wish.h"

namespace spreadmap::app {

/// What was chosen for a film, for frames and for a still, each by itself: who goes from one to another and back finds it again.
class ExportKinds {
 public:
  /// A wish that is now of another kind than `before` was. What belongs to the kind (preset, format, size, rate) is as it was left there; what they share (name,
  /// days, length, what is shown) likewise, but for what has been changed since, which goes along. Where the kind is chosen by a preset, that says what it is like.
  [[nodiscard]] model::ExportWish changed_to(const model::ExportWish& wish, const model::ExportWish& before);
  /// What a kind begins with, its name put in order: what differs from it later has been changed.
  void begin(const model::ExportWish& wish) { begun_ = wish; }

 private:
  std::array<std::optional<model::ExportWish>, 3> left_;  ///< by kind; nullopt: it was not chosen yet
  model::ExportWish begun_;
};

}  // namespace spreadmap::app
