#pragma once
#include <algorithm>

#include "scene/build_frame.h"
#include "scene/layout.h"
#include "scene/pen.h"

namespace spreadmap::scene {

/// Whether a cue shows a layer; one that names none shows what there is.
inline bool is_of_cue(const exhibit::Exhibit& exhibit, std::size_t cue, std::size_t layer) {
  if (cue >= exhibit.cues.size() || !exhibit.cues[cue].layers) return true;
  const std::vector<std::string>& layers = *exhibit.cues[cue].layers;
  return std::find(layers.begin(), layers.end(), exhibit.layers[layer].id) != layers.end();
}

/// Whether a layer is seen when a cue is: one that names none shows those that the exhibit opens with.
inline bool is_seen_in_cue(const exhibit::Exhibit& exhibit, std::size_t cue, std::size_t layer) {
  return exhibit.cues[cue].layers ? is_of_cue(exhibit, cue, layer) : exhibit.layers[layer].visible;
}

/// Whether any cue shows it.
inline bool is_of_any_cue(const exhibit::Exhibit& exhibit, std::size_t layer) {
  for (std::size_t cue = 0; cue < exhibit.cues.size(); ++cue) {
    if (is_seen_in_cue(exhibit, cue, layer)) return true;
  }
  return false;
}

/// What every part of a frame is laid out from.
struct PartContext {
  const SceneInputs& inputs;
  const model::ViewState& view;
  const Layout& layout;
  [[nodiscard]] const style::Theme& theme() const { return inputs.theme; }
  [[nodiscard]] const language::Language& language() const { return inputs.language; }
  [[nodiscard]] time::Day day() const { return inputs.story.axis().day_at(view.playhead_d); }
  [[nodiscard]] const data::PointTable& table(std::size_t layer) const { return inputs.tables.layers[layer]; }
  [[nodiscard]] const exhibit::LayerSpec& spec(std::size_t layer) const { return inputs.exhibit.layers[layer]; }
  /// Where a record lies in the plane that the map glides from; NaN where it has no place there, or the map rests.
  [[nodiscard]] geo::MapPoint mark_before(std::size_t layer, std::uint32_t row) const {
    return inputs.glide_from == nullptr ? geo::kNoMapPoint : inputs.glide_from->marks[layer][row];
  }
  [[nodiscard]] bool shows(std::size_t layer) const { return layer < view.layers.size() && view.layers[layer].visible; }
  /// Whether the legend tells of a layer: of those that fade over into one another on the way to a cue, the cue's.
  [[nodiscard]] bool tells(std::size_t layer) const { return legend_share(layer) > 0.0; }
  /// How much of a layer's entry there is: all or nothing, but on the way from cue to cue, where entries that go are gone before others come: each stands in
  /// the rows of its own cue.
  [[nodiscard]] double legend_share(std::size_t layer) const {
    if (!shows(layer)) return 0.0;
    const double usual = spec(layer).style.opacity, now = view.layers[layer].opacity;
    return !view.cue || now >= usual ? 1.0 : std::max(2.0 * now / usual - 1.0, 0.0);
  }
  /// Whether the layer's records are in the picture, as marks or in areas or a surface that count them.
  [[nodiscard]] bool shows_records_of(std::size_t layer) const { return inputs.story.shows_records_of(view, layer); }
};

/// How far the map fades where its room cuts it; no name stands there.
inline constexpr double kEdgeFadePt = 28.0;

/// How far "joined in the last … days" looks back: as long as the rings are seen; 14 days where there are none.
int lately_days(const style::LayerStyle& style);

/// In how many lines the title stands; more than there may be where a word is wider than the room.
int title_lines(const SceneInputs& inputs, const model::ViewState& view, const Pen& pen, double title_pt,
                double room_pt);
void add_title(const PartContext& context, const Pen& pen);
/// After the map, which says what it shows.
void add_counter(const PartContext& context, const Frame& frame, const Pen& pen);
/// How many lines of notes below the date are there beside the usual ones: those that say what is filtered by.
double more_note_lines(const PartContext& context, const Pen& pen);
/// How many rows a legend of the layers that are shown, or while cues are told of those of any, takes where its entries run on like words.
int running_legend_rows(const SceneInputs& inputs, const model::ViewState& view, const Pen& pen, double text_scale,
                        double room_pt);
/// What a legend that does not run on says in the layout's room, and how much of it that takes; while cues are told those of all of them.
LegendFit legend_fit(const PartContext& context, const Pen& pen);
/// After the ground, whose surfaces it tells.
void add_legend(const PartContext& context, const Frame& frame, const Pen& pen);
void add_strip(const PartContext& context, const Pen& pen, Frame& frame);
/// The line between two days, with both days and counts at its top. Before the labels of the map, which keep clear of them.
void add_wipe(const PartContext& context, const Pen& pen, Frame& frame);
void add_credits(const PartContext& context, const Pen& pen);
/// In how many lines the cues' headings and texts stand, those of the longest.
CaptionLines caption_lines(const exhibit::Exhibit& exhibit, const std::string& language, const Pen& pen,
                           double title_pt, double text_pt, double room_pt);
/// What the view's cue says, below the map.
void add_caption(const PartContext& context, const Pen& pen);
/// The card of the view's cue, after everything else, which it covers as far as it is there.
void add_card(const PartContext& context, const Pen& pen, Frame& frame);

/// The classes of a layer of areas.
void add_areas(const PartContext& context, std::size_t layer, Frame& frame);
/// A layer's surface.
void add_density(const PartContext& context, std::size_t layer, Frame& frame);
/// The colour of a class of areas, as it is drawn.
Srgb8 area_colour(const PartContext& context, std::size_t layer, std::size_t which, std::size_t count);
/// The colour at a share of the length of a surface's ramp, as it is drawn; nothing at 0.
Srgb8 density_colour(const PartContext& context, std::size_t layer, double share);
/// From one stripe of an area without data to the next.
inline constexpr double kStripePt = 7.0;
/// Marks of all layers, in the view's order.
void add_marks(const PartContext& context, Frame& frame);
/// What meridians and parallels are called, where they leave the picture.
void add_graticule_labels(const PartContext& context, Frame& frame);
/// How long so many kilometres are, at the right of the credits; nothing where the scale differs over the picture.
void add_scale_bar(const PartContext& context, const Frame& frame, const Pen& pen);
/// Labels of regions, places, amounts and records, where the plan has room for them. After the marks, whose amounts they say.
void add_map_labels(const PartContext& context, Frame& frame);

}  // namespace spreadmap::scene
