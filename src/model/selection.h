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
  /// Of every row of the layer, whatever is filtered out, under the layer's window.
  [[nodiscard]] const LayerIndex& whole(std::size_t layer) const { return *wholes_[layer]; }
  /// The next (direction +1) or previous (-1) day on which something that is left begins or ends, or which is marked; the ends of
  /// the strip beyond.
  [[nodiscard]] double event_beside(double position_d, int direction) const;
  /// Equal keys: the same choice of rows of the same story.
  [[nodiscard]] std::uint64_t key() const { return key_; }
  [[nodiscard]] bool refuses_any(std::size_t layer) const { return chosen_[layer].has_value(); }

 private:
  friend class Selector;
  time::PlayRange whole_;
  std::vector<std::optional<LayerIndex>> chosen_;    ///< by layer; nullopt where every row is left
  std::vector<std::optional<LayerIndex>> windowed_;  ///< by layer: every row under a window; nullopt without one
  std::vector<const LayerIndex*> wholes_;            ///< by layer: every row: what is windowed, or the story's whole
  std::vector<const LayerIndex*> layers_;            ///< by layer: the chosen rows, or all
  std::vector<double> event_days_;
  std::uint64_t key_ = 0;
};

}  // namespace spreadmap::model
