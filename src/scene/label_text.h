#pragma once
#include <string>

#include "scene/build_frame.h"
#include "scene/label_plan.h"
#include "scene/pen.h"

namespace spreadmap::scene {

/// What labels stand on: the land alone, or areas or a surface of any colour.
enum class LabelGround { kLand, kColours };

/// How a label of one kind is set, where text is `text_scale` times as large as usual.
Type label_type(LabelKind kind, const style::Theme& theme, double text_scale, LabelGround ground = LabelGround::kLand);

/// What is written. `figure`: that of an amount or a count.
std::string label_text(const SceneInputs& inputs, LabelKind kind, std::uint32_t layer, std::uint32_t index,
                       double figure);

/// Whether the records of one place have one label for all: it says the place, or money that is one circle.
bool has_label_of_place(const exhibit::LayerSpec& layer);

/// All that may ever get a label, by priority: the greatest places, amounts, regions, the other places, counts, records.
std::vector<LabelCandidate> label_candidates(const SceneInputs& inputs);

/// The largest circle that each spot with money will ever have.
std::vector<FixedCircle> label_circles(const SceneInputs& inputs);

}  // namespace spreadmap::scene
