#pragma once
#include <string>
#include <vector>

#include "model/facet.h"
#include "model/selection.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// Makes selections: asks each dimension of the filter which rows it refuses, and remembers the answers, so that a change of one dimension
/// asks only that one. What it gives depends on the view alone, never on what was asked before.
class Selector {
 public:
  /// The story outlives it.
  explicit Selector(const Story& story);
  Selector(const Selector&) = delete;
  Selector& operator=(const Selector&) = delete;

  /// What the view's filter leaves. The reference stays; what it refers to changes when another filter is asked for.
  const Selection& select(const ViewState& view);
  [[nodiscard]] const Selection& selection() const { return selection_; }

  // Of the filter that was asked for last:
  /// By the codes of LayerRows::kind.
  [[nodiscard]] Facet kinds(std::size_t layer) const;
  /// By the codes of LayerRows::region.
  [[nodiscard]] Facet regions(std::size_t layer) const;
  /// By DatePrecision.
  [[nodiscard]] Facet precisions(std::size_t layer) const;
  /// First days that are known to the day, in bins of equal length over the axis; what no other dimension refuses.
  [[nodiscard]] Histogram days(std::size_t layer, std::size_t bin_count) const;
  /// Known amounts above nothing, in bins between round amounts (1, 2, 5, 10, …); what no other dimension refuses. Empty where the
  /// layer has none.
  [[nodiscard]] Histogram amounts(std::size_t layer) const;

 private:
  struct Asked {
    Filter filter;
    std::vector<LayerView> layers;
    bool operator==(const Asked&) const = default;
  };
  struct Layer {
    std::vector<std::uint8_t> refusals;  ///< by row; empty while nothing has ever been refused
    data::StringColumn searched;         ///< by row, what free text is looked for in; made when it is first asked for
  };
  void refuse(std::size_t layer, const Asked& asked);
  template <class Refuses>
  void set(std::size_t layer, Dimension dimension, bool is_asked, const Refuses& refuses);
  void set_text(std::size_t layer, const std::string& text);
  void choose();

  const Story& story_;
  Asked asked_;
  std::vector<Layer> layers_;
  Selection selection_;
};

}  // namespace spreadmap::model
