#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "geo/spaces.h"
#include "model/record_ref.h"
#include "scene/logo.h"
#include "style/colour_space.h"
#include "text/fonts.h"
#include "time/play_range.h"

namespace spreadmap::scene {

/// Framebuffer pixels, origin top-left, y down.
struct PixelPoint {
  float x_px = 0.0F, y_px = 0.0F;
  bool operator==(const PixelPoint&) const = default;
};
struct SizePx {
  int width_px = 0, height_px = 0;
  bool operator==(const SizePx&) const = default;
};
struct PixelRect {
  float left_px = 0.0F, top_px = 0.0F, right_px = 0.0F, bottom_px = 0.0F;
  [[nodiscard]] float width_px() const { return right_px - left_px; }
  [[nodiscard]] float height_px() const { return bottom_px - top_px; }
  [[nodiscard]] bool contains(PixelPoint p) const {
    return p.x_px >= left_px && p.x_px < right_px && p.y_px >= top_px && p.y_px < bottom_px;
  }
  [[nodiscard]] bool overlaps(const PixelRect& other) const {
    return left_px < other.right_px && other.left_px < right_px && top_px < other.bottom_px && other.top_px < bottom_px;
  }
  bool operator==(const PixelRect&) const = default;
};

enum class ShapeKind : std::uint32_t {
  kBox = 0,  ///< a rectangle with round corners; a circle when the corner is the half size
  kDiamond = 1,
  kTriangle = 2,  ///< points right
  kDashed = 3,    ///< a box cut into dashes of `corner_px` along its longer side
  kFadeLeft = 4,  ///< `fill` at the left (right, top, bottom) edge, nothing at the other
  kFadeRight = 5,
  kFadeTop = 6,
  kFadeBottom = 7,
  kStripes = 8,  ///< stripes of `fill`, `corner_px` apart, as an area without data has (shaders/area.frag)
};

/// One flat shape in framebuffer pixels, anti-aliased by coverage. Mirrors the vertex layout of shaders/shape.vert.
struct Shape {
  float centre_x_px = 0.0F;          // offset 0
  float centre_y_px = 0.0F;          // offset 4
  float half_width_px = 0.0F;        // offset 8
  float half_height_px = 0.0F;       // offset 12
  float corner_px = 0.0F;            // offset 16
  float line_px = 0.0F;              // offset 20: width of the outline, drawn inside the edge; 0: none
  ShapeKind kind = ShapeKind::kBox;  // offset 24
  Srgb8 fill{0, 0, 0, 0};            // offset 28
  Srgb8 line{0, 0, 0, 0};            // offset 32
};
static_assert(sizeof(Shape) == 36 && offsetof(Shape, fill) == 28 && offsetof(Shape, line) == 32);

/// One line of set text. Glyphs lie in `TextList::glyphs`, positions relative to `origin` (start of the baseline).
struct TextRun {
  PixelPoint origin;
  text::TextStyle style;
  Srgb8 colour;
  float halo_px = 0.0F;  ///< width of a halo in `halo` around the glyphs; 0: none
  Srgb8 halo;
  std::uint32_t glyph_begin = 0, glyph_end = 0;
  std::uint32_t string_begin = 0, string_end = 0;  ///< in `TextList::strings`
};

/// Text that is drawn together, in order.
struct TextList {
  std::vector<TextRun> runs;
  std::vector<text::PlacedGlyph> glyphs;
  std::string strings;
  void clear() {
    runs.clear();
    glyphs.clear();
    strings.clear();
  }
};

/// From the map plane to pixels: x_px = anchor_px.x + (x_m - anchor_m.x) * px_per_m, y turned round (y_px grows southwards).
struct MapView {
  geo::MapPoint anchor_m;
  PixelPoint anchor_px;
  double px_per_m = 1.0;
  bool operator==(const MapView& other) const {
    return anchor_m.x_m == other.anchor_m.x_m && anchor_m.y_m == other.anchor_m.y_m && px_per_m == other.px_per_m &&
           anchor_px.x_px == other.anchor_px.x_px && anchor_px.y_px == other.anchor_px.y_px;
  }
};

struct BaseLineStyle {
  Srgb8 colour;
  float width_px = 1.0F;
  bool operator==(const BaseLineStyle&) const = default;
};

/// A map on its way from one CRS to another: what is at a pixel of `from` and at one of the frame's own view is drawn between them.
struct GlideDraw {
  MapView from;
  float share = 1.0F;                ///< 0: at `from`
  std::vector<BaseLineStyle> lines;  ///< of the base map that it leaves
};
/// Whose base map is drawn while it glides: that of the sheet which it leaves, or of that which it comes to.
enum class GlideSide : std::uint8_t { kFrom, kTo };

/// The base map as it is drawn: land filled, then each set of lines (index into MapGeometry::lines) in order.
struct BaseMapDraw {
  Srgb8 ground, land;
  Srgb8 backdrop;                   ///< land beyond an exhibit's own base map
  std::uint64_t graticule_key = 0;  ///< of the graticule that is drawn over the land; 0: none
  BaseLineStyle graticule;
  std::vector<BaseLineStyle> lines;
  bool operator==(const BaseMapDraw&) const = default;
};

/// The marks of one layer of points, by entry of its selection. Entries [0, count) exist; entries [0, settled) have come to rest, so they
/// may be kept in a cache.
/// Times are days since the axis' epoch; lengths framebuffer pixels.
struct MarkDraw {
  std::uint32_t layer = 0;
  std::uint32_t settled = 0, count = 0;
  std::uint32_t first = 0;   ///< entries [0, first) are gone, their window being over
  std::uint32_t gone = 0;    ///< how many are gone in all: a change starts the cache afresh
  float window_days = 0.0F;  ///< how long a record is there; 0: for good
  std::uint32_t ended = 0;   ///< how many have ended: a change starts the cache afresh
  double playhead_d = 0.0;
  float radius_px = 0.0F, rim_px = 0.0F;
  float spread_px = 0.0F;  ///< the spacing of marks that share a place; 0: they lie on one another
  float ring_from_px = 0.0F, ring_to_px = 0.0F, ring_days = 0.0F;
  Srgb8 ring_colour;
  float ring_line = 0.0F, ring_hold = 0.0F;  ///< as style::RingFade says; 1: it holds
  float pop_days = 0.0F;                     ///< how long a mark takes to come to its full size; 0: it is there at once
  Srgb8 colour, rim;
  float opacity = 1.0F;  ///< of the mark with its rim, and of its ring; in linear light
};

/// No class: an area without a record, which shows the land.
inline constexpr std::uint8_t kClassOfNone = 255;
/// An area of which nothing can be said.
inline constexpr std::uint8_t kClassOfNoData = 254;

/// One layer of areas: each filled by its class, `Frame::area_classes[begin .. end)` by area.
struct AreasDraw {
  std::uint32_t layer = 0;
  std::uint32_t begin = 0, end = 0;
  std::array<Srgb8, 9> colours{};  ///< by class
  Srgb8 no_data;                   ///< of the stripes
  float stripe_px = 1.0F;          ///< from one stripe to the next
};

/// How many steps a surface's ramp of colours has.
inline constexpr std::size_t kRampSteps = 32;

/// A surface of how densely the records of one layer lie, by entry of its `DensityPoints`: entries [begin, end) may exist, and each that does is a kernel
/// (1 - r²)² of `radius_px`, as high as its place's areal scale times `height`. The sum is a share of the ramp's whole length.
struct DensityDraw {
  std::uint32_t layer = 0;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t gone = 0;  ///< of the first `end` entries: a change draws the surface afresh
  double playhead_d = 0.0;
  float radius_px = 0.0F;
  float cell_px = 0.0F;        ///< the surface is computed in cells of this size
  float height = 0.0F;         ///< of a kernel where the areal scale is 1
  float height_before = 0.0F;  ///< the same on the sheet that the map glides from
  float fade_px = 1.0F;        ///< how far the surface fades before the map's room cuts it
  double max_per_m2 = 0.0;     ///< what the ramp's last colour stands for, in records per square metre on the ground
  std::array<Srgb8, kRampSteps + 1> ramp{};  ///< by `ramp_share`
};
/// How far along the ramp a share of the largest value lies: a root spreads what is little, of which there is most, and so tells one record from none.
inline double ramp_share(double share_of_max) { return std::sqrt(share_of_max); }

/// What one layer puts on the ground: `Frame::areas[index]` or `Frame::densities[index]`.
enum class GroundKind : std::uint8_t { kAreas, kDensity };
struct GroundDraw {
  GroundKind kind = GroundKind::kAreas;
  std::uint32_t index = 0;
};

/// What one layer puts on the map: draws of points, `Frame::marks[begin .. end)`, or shapes, `Frame::symbols[begin .. end)`.
enum class LayerDrawKind : std::uint8_t { kPoints, kSymbols };
struct LayerDraw {
  LayerDrawKind kind = LayerDrawKind::kPoints;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t layer = 0;  ///< of the exhibit
};

/// The money of one place on one day.
inline constexpr std::uint32_t kNoEntry = 0xffffffffU;
struct SpotMoney {
  std::uint32_t first_entry = kNoEntry;  ///< of the layer's selection
  std::uint32_t spot = 0;
  double amount_usd = 0.0;  ///< whose day has surely come
  double open_usd = 0.0;    ///< whose day may not have come yet
  double unknown = 0.0;     ///< how far money of unknown amount has come in, 0 to 1
  double said_usd = 0.0;    ///< what a label says: as `amount_usd`, but whole from its first day on
  double there = 0.0;       ///< how far the first of it has come in, 0 to 1
};

/// What the label of one place says on one day: the sum of its money, or how many records stand there.
struct SpotFigure {
  std::uint32_t layer = 0, spot = 0;
  double value = 0.0;
  double there = 0.0;  ///< how far it has come in, 0 to 1
};

/// The symbols of one place on one day.
struct SpotSymbols {
  std::uint32_t count = 0;
  double there = 0.0;  ///< how far the second of them has come in, 0 to 1
};

/// A shape that stands for a record (for several in one place: the first), and where it can be touched.
struct PickTarget {
  model::RecordRef record;
  PixelPoint centre;
  float radius_px = 0.0F;
};

/// A milestone on the strip, and where it can be touched: its label and its line.
struct MilestoneTarget {
  std::uint32_t milestone = 0;  ///< its place in the exhibit
  PixelRect label;              ///< empty where there is no room for it
  PixelPoint line_top;
  float line_bottom_px = 0.0F;
};

/// The exhibit's logo, and where it is drawn: on whole pixels.
struct LogoDraw {
  PixelRect box;
  const Logo* picture = nullptr;  ///< that of the inputs, which outlive the frame
};

/// A round spot of the picture, outside of which it is dimmed.
struct SpotlightDraw {
  PixelPoint centre;
  float radius_px = 0.0F;  ///< within it all is as it is without
  float soft_px = 1.0F;    ///< so far beyond it the dim is whole
  Srgb8 dim;               ///< laid over the picture, straight alpha
  Srgb8 rim;               ///< of a line at the spot's edge; straight alpha
  float rim_px = 0.0F;
  bool operator==(const SpotlightDraw&) const = default;
};

/// Storage that laying out a frame uses again and again; not part of what is drawn.
struct FrameStorage {
  std::vector<SpotMoney> money;
  std::vector<SpotSymbols> symbols;  ///< by spot of the layer at hand
  std::vector<SpotFigure> figures;
};

/// All that a picture is made of: plain values, no GL. The same frame always gives the same pixels. Drawn in the order of the fields.
struct Frame {
  SizePx size;
  float px_per_pt = 1.0F;
  PixelRect map_rect;  ///< the map and its marks are cut to it
  PixelRect map_room;  ///< of it what lies in the safe area: names stand in there
  MapView map;
  /// What is written on the map beside its labels: no label stands there.
  std::vector<PixelRect> kept_clear;
  std::optional<float> wipe_px;  ///< left of this whole pixel the map is another frame's
  std::optional<GlideDraw> glide;
  BaseMapDraw base;
  std::uint64_t selection_key = 0;  ///< which rows the draws of marks count; see model::Selection
  std::vector<GroundDraw> ground;   ///< on the land, under the base map's lines, from the lowest to the uppermost
  std::vector<AreasDraw> areas;
  std::vector<std::uint8_t> area_classes;
  std::vector<DensityDraw> densities;
  TextList names;                 ///< what the base map names, regions and places: under the marks, cut to the map
  std::vector<LayerDraw> layers;  ///< from the lowest to the uppermost; each lies whole on those before it
  std::vector<MarkDraw> marks;    ///< points
  std::vector<Shape> symbols;     ///< graduated circles, diamonds
  std::vector<model::RecordRef>
      symbol_records;             ///< what each of them stands for, as `PickTarget::record` has it; not drawn
  std::vector<Shape> edge_fades;  ///< what softens the map's cut edges
  TextList labels;                ///< of records, cut to the map
  std::vector<Shape> furniture;
  TextList furniture_text;
  std::optional<LogoDraw> logo;  ///< over all that, cards too
  std::vector<Shape> controls;   ///< what a kiosk's visitors touch: over everything, in no export
  TextList controls_text;
  std::optional<SpotlightDraw> spotlight;          ///< over all of the picture
  style::Vision seen_with = style::Vision::kFull;  ///< the whole picture as others see it

  // What the window needs to know of where things lie; not drawn.
  PixelRect strip_rect;         ///< from the axis' start to its end; a press there takes the playhead
  time::PlayRange strip_shown;  ///< the part of the axis between its sides
  PixelRect axis_labels_rect;   ///< below the axis: a drag there moves what is shown; empty where all is
  PixelRect stretch_from_rect,
      stretch_to_rect;                 ///< what moves the ends of the stretch that is played; empty without one
  PixelRect wipe_rect, wipe_day_rect;  ///< the line between two days, and the left day on the strip; empty without
  PixelRect play_button_rect;          ///< empty without a transport
  std::vector<MilestoneTarget> milestones;
  std::vector<PickTarget> targets;  ///< of circles and symbols; points are found by PickIndex

  FrameStorage storage;
};

}  // namespace spreadmap::scene
