#pragma once
#include <optional>
#include <utility>

#include "base/result.h"
#include "gpu/target.h"
#include "render/areas_pass.h"
#include "render/base_map_pass.h"
#include "render/density_pass.h"
#include "render/glide_pass.h"
#include "render/logo_pass.h"
#include "render/marks_pass.h"
#include "render/numbers_pass.h"
#include "render/over_pass.h"
#include "render/pass.h"
#include "render/shapes_pass.h"
#include "render/spotlight_pass.h"
#include "render/text_pass.h"
#include "render/tiles.h"
#include "render/vision_pass.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Draws frames. Keeps the base map, and the base map with the marks that have come to rest, in targets of their own; a cache never
/// changes a pixel.
class FrameRenderer {
 public:
  /// Errors: a shader that does not compile.
  static Result<FrameRenderer> create(const gpu::ShaderLibrary& shaders);

  /// Once for each projection: the base map, and where its local space lies.
  void upload_geometry(const scene::MapGeometry& geometry);
  /// Once for each graticule, after its geometry.
  void upload_graticule(const scene::Graticule& graticule) { base_.upload_graticule(graticule); }
  /// Once for each projection, for each layer of areas that is shown.
  void upload_areas(std::size_t layer, const scene::AreaGeometry& geometry, geo::MapOrigin origin);
  /// Once for each selection and projection, for each layer of density that is shown; see DensityPass.
  void upload_density(std::size_t layer, const std::vector<scene::DensityPoint>& points, geo::MapOrigin origin);
  void upload_density_glide(std::size_t layer, const std::vector<scene::DensityPlace>& places, geo::MapOrigin origin);
  [[nodiscard]] const DensityPass& density() const { return density_; }
  /// Once for each selection: for each layer its marks, by entry.
  void upload_marks(const std::vector<std::vector<MarkVertex>>& marks);

  /// The base map on both sheets of a glide, and where the marks lie on the one that it leaves; until `end_glide`.
  void upload_glide(const scene::GlideMap& map);
  void upload_glide_marks(const std::vector<std::vector<geo::LocalPoint>>& marks, geo::MapOrigin from);
  void upload_glide_graticules(const scene::GlideLine& from, const scene::GlideLine& to);
  void upload_glide_areas(std::size_t layer, const scene::GlideMesh& mesh, geo::MapOrigin from, geo::MapOrigin to);
  void end_glide();

  /// On: a frame is drawn onto the one before it in the same target, and only on the tiles that differ. Worth its trouble where pixels
  /// are dear: on software renderers. Before the first upload.
  void set_keeping(bool keeps) {
    keeps_ = keeps;
    marks_.set_culling(keeps);
  }
  /// The parts of the target that were drawn since this was last asked.
  TileSet take_drawn() { return std::exchange(drawn_, TileSet()); }

  /// Off: every frame is drawn from nothing. For the test that caches change no pixel.
  void set_caching(bool caches) { caches_ = caches; }

  /// The next frame is drawn from nothing, as the first one is.
  void forget_caches() {
    forget_days();
    plain_key_.reset();
  }

  /// All uploads of a frame, then all its draws, into a target that holds the picture or a part of it, whose pixels are those that the whole
  /// has there. `fonts` are those that it was shaped with. `left`: the frame whose map is shown left of `Frame::wipe_px`, with the same camera
  /// and size; nullptr: none. Its pixels there are those that it has alone. A ground whose alpha is 0 is not drawn. Returns the tiles of the
  /// target that were drawn: on all others it holds what it did.
  TileSet draw(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts,
               const scene::Frame* left = nullptr, Pass pass = Pass::kWhole);

  /// The marks of a frame as the numbers of their records, into a target of numbers, which holds the picture or a part of it: each pixel whose
  /// middle lies in a mark has the layer's and the row's, both counted from 1, of the uppermost that hides what lies under it (a point with its rim,
  /// an outline, a diamond), or else of the uppermost inside that lets it through. Hollow insides have none. Rings that spread are no marks.
  void draw_numbers(const gpu::Target& target, const scene::Frame& frame, const scene::Frame* left = nullptr);

 private:
  /// What lies still in the picture of one day: the base map with its ground, and on it its names and the marks that have come to rest.
  struct Day {
    gpu::Target base;
    std::optional<std::uint64_t> base_key;  ///< of what it holds, but for what follows
    std::vector<std::uint8_t> area_classes;
    std::vector<std::uint32_t> density_ends;  ///< for each surface: its records that are in it
    gpu::Target settled;
    std::optional<std::uint64_t> settled_key;  ///< of the names and marks in it, but for how many these are
    std::vector<std::uint32_t> counts;         ///< for each draw of points in it: rows that lie there
  };
  /// The tiles of the base map that changed. `target`: that which is drawn; the base map's is like it.
  TileSet bring_base_up_to_date(const gpu::Target& target, const scene::Frame& frame, Day& day, Pass pass);
  /// Where what the base map holds is not yet what areas and surfaces show on the frame's day; all else being equal.
  TileSet ground_changes(const scene::Frame& frame, const Day& day) const;
  void bring_plain_up_to_date(const gpu::Target& target, const scene::Frame& frame);
  /// What `bring_settled_up_to_date` did: how many layers of the frame, from the lowest, lie in the settled target, of the last one only
  /// what has come to rest; and the tiles that changed there.
  struct Rested {
    std::size_t layer_count = 0;
    TileSet changed;
  };
  Rested bring_settled_up_to_date(const gpu::Target& target, const scene::Frame& frame, Day& day, Pass pass,
                                  TileSet base_changed);
  /// What a target was left with, to draw the next frame onto.
  struct Kept {
    GLuint framebuffer = 0;  ///< of the target; 0: nothing is known of any
    TileContents contents;
    TileSet moving;  ///< where marks lie that have not come to rest
  };
  /// The frame but for its spotlight, and the eyes that it is seen with.
  TileSet draw_unlit(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts,
                     const scene::Frame* left, Pass pass);
  /// The tiles on which the target does not hold the frame yet; and from here on it does.
  TileSet tiles_to_draw(const gpu::Target& target, const scene::Frame& frame, const Rested& rested);
  /// `may_keep`: only what differs from what the target holds may be drawn.
  TileSet draw_map(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts, Day& day,
                   Pass pass, bool may_keep);
  /// The base map and the marks as far as the pass has them; the tiles that were drawn.
  TileSet draw_under_labels(const gpu::Target& target, const scene::Frame& frame, Day& day, Pass pass, bool may_keep);
  TileSet with_nothing(const gpu::Target& target, const scene::Frame& frame);
  void draw_numbers_in(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& room);
  /// Whether marks that have come to rest are drawn too.
  enum class Rest { kWithout, kWith };
  void draw_layer(const gpu::Target& target, const scene::Frame& frame, const scene::LayerDraw& layer, Rest rest);

  /// Only the pixels in `part`. `side`: whose places are drawn while the map glides; nullopt: it rests.
  void draw_ground(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& part,
                   std::optional<scene::GlideSide> side = std::nullopt);
  void draw_gliding(const gpu::Target& target, const scene::Frame& frame, scene::GlideSide side);

  explicit FrameRenderer(BaseMapPass base, GlidePass glide, AreasPass areas, DensityPass density, OverPass over,
                         MarksPass marks, NumbersPass numbers, ShapesPass shapes, TextPass text, LogoPass logo,
                         SpotlightPass spotlight, VisionPass vision);
  BaseMapPass base_;
  GlidePass glide_;
  AreasPass areas_;
  DensityPass density_;
  OverPass over_;
  MarksPass marks_;
  NumbersPass numbers_;
  ShapesPass shapes_;
  TextPass text_;
  LogoPass logo_;
  SpotlightPass spotlight_;
  VisionPass vision_;

  bool caches_ = true;
  void forget_days() { day_.base_key = left_day_.base_key = std::nullopt; }

  gpu::Target glide_target_, left_target_;
  gpu::Target land_target_, lines_target_;  ///< of the base map, where a layer lies between them
  std::optional<std::uint64_t> plain_key_;  ///< of what both hold
  bool keeps_ = false;
  Kept kept_;
  TileSet drawn_;
  Day day_, left_day_;  ///< of the frame, and of what is left of a wipe
};

}  // namespace spreadmap::render
