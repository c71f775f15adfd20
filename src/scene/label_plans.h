#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geo/spaces.h"
#include "scene/label_plan.h"

namespace spreadmap::scene {

struct SceneInputs;

/// What a plan depends on beside the data, the style and the language.
struct LabelView {
  double fit_pt_per_m = 0.0;  ///< the scale of zoom 1
  double text_scale = 1.0;    ///< text is set so many times as large as usual
  geo::MapBounds fit_room;    ///< what is in view at zoom 1
};

/// The plans that were asked for last: what a frame asks for again and again is made once. Like the memory of shaped lines it changes
/// nothing but the time that a frame takes. One thread at a time.
class LabelPlans {
 public:
  LabelPlans();
  LabelPlans(LabelPlans&&) noexcept;
  LabelPlans& operator=(LabelPlans&&) noexcept;
  ~LabelPlans();

  /// The labels of these inputs that may be there at a scale. The list is valid until the next call.
  const std::vector<PlannedLabel>& labels(const SceneInputs& inputs, double pt_per_m, const LabelView& view) const;

 private:
  struct Key {
    std::string language;
    LabelView view;
    geo::MapOrigin origin;
    geo::MapBounds bounds;
  };
  struct Entry;
  Entry& entry(const SceneInputs& inputs, const Key& key) const;
  mutable std::vector<Entry> entries_;
};

}  // namespace spreadmap::scene
