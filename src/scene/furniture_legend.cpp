// The legend: of the ways in which it may be written, that which says most in its room.
#include <algorithm>
#include <cmath>

#include "scene/camera.h"
#include "scene/legend_writer.h"

namespace spreadmap::scene {
namespace {

/// All ways in which a legend may be written, that which says most first.
std::vector<LegendWay> legend_ways(const Layout& layout) {
  std::vector<LegendWay> ways;
  // A little smaller type, as far as a line may be smaller than its neighbours, rather than less said.
  for (const LegendDetail detail :
       {LegendDetail::kFull, LegendDetail::kRamps, LegendDetail::kNoCircles, LegendDetail::kNoNotes}) {
    for (const double share : {1.0, 0.92, LegendWriter::kLeastOfLine}) ways.push_back({detail, share});
  }
  for (const LegendDetail detail : {LegendDetail::kNoExtras, LegendDetail::kNoHeadings, LegendDetail::kOneLine})
    ways.push_back({detail});
  if (layout.has_legend_below()) {
    for (const bool has_no_data_row : {true, false})
      ways.push_back({LegendDetail::kRunning, 1.0, 1.0, has_no_data_row});
  }
  // Large type is made smaller before a layer goes without its line.
  constexpr double kStep = 0.92, kLeastType = 0.47;
  for (const bool has_no_data_row : {true, false}) {
    for (double share = kStep; share * layout.viewer_scale >= 1.0 && share >= kLeastType; share *= kStep)
      ways.push_back({LegendDetail::kOneLine, 1.0, share, has_no_data_row});
  }
  LegendWay shortest = ways.back();
  if (layout.has_legend_below()) shortest = {LegendDetail::kRunning};
  shortest.has_no_data_row = false;
  ways.push_back(shortest);
  return ways;
}

/// The views whose legends stand in one place and are of one kind: while cues are told those of all cues, each once. On the last day, which says most.
std::vector<model::ViewState> views_of_one_legend(const SceneInputs& inputs, const model::ViewState& view) {
  std::vector<model::ViewState> views{view};
  views.front().playhead_d = inputs.story.axis().whole().to_d;
  if (!view.cue) return views;
  const exhibit::Exhibit& exhibit = inputs.exhibit;
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    views.front().layers[layer].visible = view.layers[layer].visible && is_of_cue(exhibit, view.cue->index, layer);
    views.front().layers[layer].opacity = exhibit.layers[layer].style.opacity;
  }
  for (std::size_t cue = 0; cue < exhibit.cues.size(); ++cue) {
    if (exhibit.cues[cue].card != exhibit::CueCard::kNone) continue;
    model::ViewState told = views.front();
    told.cue->index = cue;
    for (std::size_t layer = 0; layer < told.layers.size(); ++layer)
      told.layers[layer].visible = is_seen_in_cue(exhibit, cue, layer);
    const auto shows_the_same = [&](const model::ViewState& other) {
      return std::ranges::equal(other.layers, told.layers, {}, &model::LayerView::visible, &model::LayerView::visible);
    };
    if (std::ranges::none_of(views, shows_the_same)) views.push_back(std::move(told));
  }
  return views;
}

/// What of a frame a legend is written from, where it is only measured: surfaces whose figures are as wide as most.
Frame frame_to_measure(const PartContext& context) {
  Frame frame;
  const double px_per_pt = context.layout.px_per_pt;
  const FitExtent& fit = context.inputs.geometry.fit;
  frame.map_rect = pixel_rect(context.layout.map_cut, px_per_pt);
  frame.map = map_view({fit.bounds.is_empty() ? geo::MapPoint{} : fit.bounds.centre(), 1.0}, fit,
                       pixel_rect(context.layout.map, px_per_pt), px_per_pt);
  constexpr float kRadius_px = 40.0F;
  constexpr double kPerM2 = 0.05e-6;
  for (std::uint32_t layer = 0; layer < context.inputs.exhibit.layers.size(); ++layer) {
    if (context.spec(layer).kind != exhibit::LayerKind::kDensity) continue;
    DensityDraw& density = frame.densities.emplace_back();
    density.layer = layer;
    density.radius_px = kRadius_px;
    density.max_per_m2 = kPerM2;
  }
  return frame;
}

/// How a legend stands in its room: which of its ways the first is that holds all, and how low it reaches.
struct LegendMeasured {
  std::size_t way = 0;  ///< that many where none holds all
  double lowest_pt = 0.0;
};

LegendMeasured measured(const PartContext& context, const Pen& pen, const std::vector<LegendWay>& ways) {
  std::vector<Shape> shapes;
  TextList text;
  const Pen scratch(context.inputs.fonts, pen.px_per_pt(), shapes, text);
  const Pen::Mark nothing = scratch.mark();
  const Frame frame = frame_to_measure(context);
  LegendMeasured found;
  const std::vector<model::ViewState> views = views_of_one_legend(context.inputs, context.view);
  const auto write = [&](const model::ViewState& view) {
    scratch.undo_to(nothing);
    LegendWay way = ways[found.way];
    way.is_of_all_records = view.cue.has_value();
    return write_legend({context.inputs, view, context.layout}, frame, scratch, way);
  };
  for (const model::ViewState& view : views) {
    while (found.way < ways.size() && !write(view).has_all) ++found.way;
  }
  if (found.way == ways.size()) return found;
  for (const model::ViewState& view : views) found.lowest_pt = std::max(found.lowest_pt, write(view).lowest_pt);
  return found;
}

}  // namespace

int running_legend_rows(const SceneInputs& inputs, const model::ViewState& view, const Pen& pen, double text_scale,
                        double room_pt) {
  const exhibit::Exhibit& exhibit = inputs.exhibit;
  const Type type{.size_pt = LegendWriter::kTypePt * text_scale, .colour = {}};
  int most_rows = 1;
  for (const model::ViewState& shown : views_of_one_legend(inputs, view)) {
    int rows = 1;
    double left_pt = 0.0;
    for (std::size_t layer = 0; layer < exhibit.layers.size(); ++layer) {
      if (!shown.layers[layer].visible) continue;
      const double wide_pt =
          LegendWriter::kSymbolRoomPt * text_scale + pen.width_pt(exhibit.layers[layer].label.in(view.language), type);
      if (left_pt > 0.0 && left_pt + wide_pt > room_pt) {
        left_pt = 0.0;
        ++rows;
      }
      left_pt += wide_pt + RunningLegend::kGapPt * text_scale;
    }
    most_rows = std::max(most_rows, rows);
  }
  return most_rows;
}

LegendFit legend_fit(const PartContext& context, const Pen& pen) {
  const std::vector<LegendWay> ways = legend_ways(context.layout);
  const LegendMeasured found = measured(context, pen, ways);
  const LegendDetail detail = ways[std::min(found.way, ways.size() - 1)].detail;
  // What marks look like in special cases goes last; of areas and surfaces their limits are said a little longer.
  const std::vector<model::ViewState> views = views_of_one_legend(context.inputs, context.view);
  const bool has_ground = std::ranges::any_of(views, [&](const model::ViewState& view) {
    for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
      if (view.layers[layer].visible && exhibit::is_ground(context.spec(layer).kind)) return true;
    }
    return false;
  });
  const bool says_more = detail <= LegendDetail::kNoNotes || (detail <= LegendDetail::kNoHeadings && has_ground);
  return {static_cast<int>(found.way), found.lowest_pt - context.layout.legend.top_pt, !says_more};
}

void add_legend(const PartContext& context, const Frame& frame, const Pen& pen) {
  if (context.layout.legend.height_pt() <= 0.0) return;
  const Pen::Mark before = pen.mark();
  LegendWritten written;  // of the attempt before
  const auto writes = [&](const LegendWay& way) {
    pen.undo_to(before);
    written = write_legend(context, frame, pen, way);
    if (!written.has_all) return false;
    // Few rows of large type stand in the middle of their room.
    const double free_pt = context.layout.legend.bottom_pt - written.lowest_pt;
    if (context.layout.has_legend_below() && context.layout.is_compact()) pen.move_down(before, free_pt / 2.0);
    return true;
  };
  const std::vector<LegendWay> ways = legend_ways(context.layout);
  // From cue to cue no type changes its size.
  const std::size_t first = context.view.cue ? measured(context, pen, ways).way : 0;
  if (std::any_of(ways.begin() + static_cast<std::ptrdiff_t>(first), ways.end(), writes)) return;
  // Of very many layers the last are counted only.
  LegendWay few = ways.back();
  for (few.most = written.entries - 1; few.most > 0; --few.most) {
    if (writes(few)) return;
  }
  pen.undo_to(before);
}

}  // namespace spreadmap::scene
