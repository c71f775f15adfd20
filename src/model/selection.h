#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/layer_index.h"
#include "model/story.h"

namespace spreadmap::model {

/// What the filter leaves: an index of each layer's chosen rows, and the days on which something happens among them. A pure function of
/// the story and of the view's filter; made by `Selector`.
class Selection {
 public:
  [[nodiscard]] const LayerIndex& layer(std::size_t layer) const { return *layers_[layer]; }
  /// The next (direction +1) or previous (-1) day on which something that is left begins or ends, or which is marked; the ends of
  /// the strip beyond.
  [[nodiscard]] double event_beside(double position_d, int direction) const;
  /// Equal keys: the same choice of rows of the same story.
  [[nodiscard]] std::uint64_t key() const { return key_; }
  [[nodiscard]] bool refuses_any(std::size_t layer) const { return chosen_[layer].has_value(); }

 private:
  friend class Selector;
  time::PlayRange whole_;
  std::vector<std::optional<LayerIndex>> chosen_;  ///< by layer; nullopt where every row is left
  std::vector<const LayerIndex*> layers_;          ///< by layer: the chosen rows, or the story's whole
  std::vector<double> event_days_;
  std::uint64_t key_ = 0;
};

}  // namespace spreadmap::model
