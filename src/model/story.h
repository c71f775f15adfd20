#pragma once
#include <optional>
#include <vector>

#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/layer_index.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// What is true by day in one exhibit: the axis and an index for each layer. Made once from the tables; immutable.
class Story {
 public:
  Story(const exhibit::Exhibit& exhibit, const data::Tables& tables);

  [[nodiscard]] const DayAxis& axis() const { return axis_; }
  [[nodiscard]] const LayerIndex& layer(std::size_t layer) const { return layers_[layer]; }
  [[nodiscard]] std::size_t layer_count() const { return layers_.size(); }
  /// The layer whose records the counter and the bars count: the first of partnerships; nullopt when there is none.
  [[nodiscard]] std::optional<std::size_t> counted_layer() const { return counted_layer_; }
  /// The position after which the list is not complete; nullopt when it always is.
  [[nodiscard]] std::optional<double> known_until_d() const { return known_until_d_; }
  [[nodiscard]] bool is_complete(double position_d) const {
    return !known_until_d_ || position_d < *known_until_d_ + 1.0;
  }
  /// The next (direction +1) or previous (-1) day on which something begins, ends or was marked; the ends of the strip beyond.
  [[nodiscard]] double event_beside(double position_d, int direction) const;
  /// The view that a program starts with: the start of the strip, the whole map, everything that the exhibit shows.
  [[nodiscard]] ViewState first_view(const exhibit::Exhibit& exhibit, geo::MapPoint fit_centre) const;

 private:
  DayAxis axis_;
  std::vector<LayerIndex> layers_;
  std::optional<std::size_t> counted_layer_;
  std::optional<double> known_until_d_;
  std::vector<double> event_days_;
};

}  // namespace spreadmap::model
