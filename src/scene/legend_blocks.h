#pragma once
#include <limits>

#include "scene/parts.h"

namespace spreadmap::scene {

/// How much the legend says. Each step leaves more out, so that what is on the map has its line before any layer has a second one.
enum class LegendDetail {
  kFull,
  kRamps,       ///< the classes of areas stand in one row
  kNoCircles,   ///< money is one row, without the nested circles
  kNoNotes,     ///< of a layer's notes only its sums
  kNoExtras,    ///< nor what marks look like in special cases
  kNoHeadings,  ///< a line for each layer, of areas with its limits below
  kOneLine,     ///< a line for each layer
  kRunning,     ///< layers follow one another like words
};

/// One way of writing a legend. Shares are of what type and rows usually are.
struct LegendWay {
  LegendDetail detail = LegendDetail::kFull;
  double type_share = 1.0;
  double pitch_share = 1.0;        ///< of the distance between lines, and of their type
  bool has_no_data_row = true;     ///< where each layer has a line
  bool is_of_all_records = false;  ///< whatever is filtered out: to measure what filters of cues leave steady
  int most = std::numeric_limits<int>::max();  ///< so many entries, and a line that says how many more there are
};

struct LegendWritten {
  bool has_all = false;  ///< what does not fit is not there
  int entries = 0;       ///< that have found their place
  double lowest_pt = 0.0;
};

/// The legend of the view in the layout's room for it.
LegendWritten write_legend(const PartContext& context, const Frame& frame, const Pen& pen, const LegendWay& way);

}  // namespace spreadmap::scene
