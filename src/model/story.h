#pragma once
#include <optional>
#include <vector>

#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/layer_index.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// What is true by day in one exhibit, before any filter: the axis, each layer's rows in order, and an index of them all. Made once from
/// the tables, which outlive it; immutable.
class Story {
 public:
  Story(const exhibit::Exhibit& exhibit, const data::Tables& tables);

  [[nodiscard]] const DayAxis& axis() const { return axis_; }
  [[nodiscard]] const LayerRows& rows(std::size_t layer) const { return rows_[layer]; }
  /// Of every row of the layer, whatever is filtered out.
  [[nodiscard]] const LayerIndex& whole(std::size_t layer) const { return whole_[layer]; }
  [[nodiscard]] std::size_t layer_count() const { return whole_.size(); }
  /// The layer whose records the counter and the bars count: the first of partnerships; nullopt when there is none.
  [[nodiscard]] std::optional<std::size_t> counted_layer() const { return counted_layer_; }
  /// Whether the layer's records are in the picture: as marks, or counted by areas or a surface that is shown.
  [[nodiscard]] bool shows_records_of(const ViewState& view, std::size_t layer) const;
  /// Whether a layer is one of areas, whose records are the areas.
  [[nodiscard]] bool is_ground(std::size_t layer) const { return is_ground_[layer]; }
  /// How many layers, the lowest ones, belong to the map's ground; none of them moves over the others, nor one of those under them.
  [[nodiscard]] std::size_t ground_layer_count() const { return ground_layers_; }
  /// The position after which the list is not complete; nullopt when it always is.
  [[nodiscard]] std::optional<double> known_until_d() const { return known_until_d_; }
  [[nodiscard]] bool is_complete(double position_d) const {
    return !known_until_d_ || position_d < *known_until_d_ + 1.0;
  }
  /// How the director paces the axis: by the milestones and by all records of the counted layer, whatever is filtered out.
  [[nodiscard]] const time::Pacing& pacing() const { return *pacing_; }
  /// Days of milestones that are known to the day, ascending.
  [[nodiscard]] const std::vector<double>& milestone_days() const { return milestone_days_; }
  /// Confidences whose records stay off until asked for, by layer.
  [[nodiscard]] const std::vector<std::string>& hidden_confidences(std::size_t layer) const {
    return hidden_confidences_[layer];
  }
  /// The view that a program starts with: the start of the strip, the whole map, everything that the exhibit shows.
  [[nodiscard]] ViewState first_view(const exhibit::Exhibit& exhibit, geo::MapPoint fit_centre) const;

 private:
  DayAxis axis_;
  std::vector<LayerRows> rows_;
  std::vector<LayerIndex> whole_;
  std::vector<std::vector<std::string>> hidden_confidences_;
  std::optional<std::size_t> counted_layer_;
  std::vector<std::optional<std::size_t>> counted_by_;  ///< by layer: the layer whose records it counts
  std::vector<bool> is_ground_;
  std::size_t ground_layers_ = 0;
  std::optional<double> known_until_d_;
  std::vector<double> milestone_days_;
  std::optional<time::Pacing> pacing_;  ///< always there once made
};

}  // namespace spreadmap::model
