#pragma once
#include <span>

#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "language/language.h"
#include "model/area_layer.h"
#include "model/selection.h"
#include "model/story.h"
#include "model/view_state.h"
#include "scene/area_geometry.h"
#include "scene/density.h"
#include "scene/frame.h"
#include "scene/graticule.h"
#include "scene/label_plans.h"
#include "scene/map_geometry.h"
#include "scene/source_list.h"
#include "style/theme.h"
#include "text/fonts.h"

namespace spreadmap::scene {

/// A layer of areas, and how many records that the filter leaves are in each by day.
struct AreaInput {
  const model::AreaLayer* layer = nullptr;  ///< nullptr: not a layer of areas, or one that has not been shown yet
  const AreaGeometry* geometry = nullptr;
  const model::Facet* counts = nullptr;
};

/// The records that a layer of density counts, those that the filter leaves; nullptr: not such a layer, or one that is not shown.
struct DensityInput {
  const DensityPoints* points = nullptr;
  const DensityPeaks* peaks = nullptr;
  int window_days = 0;                         ///< of the records; 0: there for good
  const DensityPeaks* peaks_before = nullptr;  ///< on the sheet that the map glides from; nullptr: it rests
};

/// What a frame is made from, beside the view: all of it read only, none of it changes while the program runs.
struct SceneInputs {
  const exhibit::Exhibit& exhibit;
  const data::Tables& tables;
  const model::Story& story;
  const model::Selection& selection;  ///< what the view's filter leaves
  const MapGeometry& geometry;
  const style::Theme& theme;
  const text::FontSet& fonts;
  const language::Language& language;       ///< that of the view
  const geo::Projection& projection;        ///< of the view's CRS
  const MapGeometry* glide_from = nullptr;  ///< where the map glides from; nullptr: it rests
  const Graticule* graticule = nullptr;     ///< of that CRS and zoom (see `map_look`); nullptr: not drawn
  const LabelPlans& label_plans;
  const std::vector<AreaInput>& areas;                 ///< by layer of the exhibit
  const std::vector<DensityInput>& densities;          ///< by layer of the exhibit
  const std::vector<LayerSources>* sources = nullptr;  ///< in that language; nullptr: no card of credits lists them
  const Logo* logo = nullptr;                          ///< for the view's theme; nullptr: the exhibit has none
};

/// How the map is looked at in a picture: what a graticule is chosen by.
struct MapLook {
  MapView map;
  PixelRect room;  ///< what fits is fitted in there
  PixelRect cut;   ///< what is drawn of the map
};
/// How many lines the view's filter takes below the date, beside the usual ones: what `CueShown::note_lines` has the most of.
double filter_note_lines(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt);
MapLook map_look(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt);

/// The picture as a pure function: it reads no clock, no earlier frame, no window. Fills `frame`, whose storage is reused; what it
/// held before does not matter. `px_per_pt` scales furniture and marks alike (see `px_per_pt_of`). `kept_clear`: where no label of the map
/// may stand, being under what another frame writes; the storage of `frame` itself is none.
void build_frame(const SceneInputs& inputs, const model::ViewState& view, SizePx size, double px_per_pt, Frame& frame,
                 std::span<const PixelRect> kept_clear = {});

/// What a view with a wipe shows left of its line: the same on another day. A frame of this view is drawn there, by
/// `Frame::wipe_px`, with its labels clear of the whole picture's `Frame::kept_clear`.
model::ViewState left_of_wipe(model::ViewState view);

}  // namespace spreadmap::scene
