#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/layer_index.h"
#include "time/day.h"

namespace spreadmap::model {

/// US dollars, both ends included.
struct AmountRange {
  double from_usd = 0.0;
  double to_usd = 0.0;
  bool operator==(const AmountRange&) const = default;
};

/// Which records are left, in every layer: a record stays when nothing here refuses it. What a layer does not know (it has no regions, or
/// no amounts) refuses none of its records. Kinds and low confidence are chosen by layer, see LayerView.
struct Filter {
  std::vector<std::string> regions = {};       ///< of these regions; empty: of any
  std::optional<time::DayInterval> days = {};  ///< that may have begun on one of these days
  std::optional<AmountRange> amount_usd = {};  ///< of a known amount in this range
  std::vector<DatePrecision> precisions = {};  ///< whose first day is known so precisely; empty: however
  std::string text =
      {};  ///< that hold each of its words in name, place, county, region or notes, whatever their case and accents
  bool operator==(const Filter&) const = default;
};

}  // namespace spreadmap::model
