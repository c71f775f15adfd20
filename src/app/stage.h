#pragma once
#include <memory>
#include <optional>

#include "app/area_loader.h"
#include "app/densities.h"
#include "app/glides.h"
#include "app/languages.h"
#include "app/options.h"
#include "app/pictures.h"
#include "app/world.h"
#include "base/result.h"
#include "gpu/target.h"
#include "model/selector.h"
#include "platform/gl_window.h"
#include "render/frame_renderer.h"
#include "scene/build_frame.h"
#include "text/fonts.h"

namespace spreadmap::app {

/// A context, a renderer and a world: what every mode draws with. Makes the context and loads the world side by side.
class Stage {
 public:
  static Result<std::unique_ptr<Stage>> create(const platform::WindowSpec& spec,
                                               const std::filesystem::path& exhibit_file, const Places& places,
                                               const gpu::ShaderLibrary& shaders, bool strict,
                                               const std::string& crs = "");

  [[nodiscard]] const World& world() const { return *world_; }
  /// Other cues of the exhibit, while they are edited; tracks of those before are no longer theirs.
  void set_cues(const std::vector<exhibit::CueSpec>& cues) {
    world_->set_cues(cues);
    ++cues_version_;
  }
  /// To be asked before the tables of places, which are many and read by another process.
  [[nodiscard]] KnownPlaces& known_places() { return known_places_; }
  /// Another number whenever the cues are others.
  [[nodiscard]] int cues_version() const { return cues_version_; }
  [[nodiscard]] MapSheets& sheets() { return *sheets_; }
  /// The tables on the plane of the view's CRS, which has been brought.
  [[nodiscard]] const MapSheet& sheet(const model::ViewState& view) const { return sheets_->at(view.crs); }
  /// Of the CRS that the stage was made with.
  [[nodiscard]] const MapSheet& first_sheet() const { return sheets_->at(first_crs_); }
  [[nodiscard]] platform::GlWindow& window() { return window_; }
  [[nodiscard]] const text::FontSet& fonts() const { return fonts_; }
  /// The language of a tag, made when first asked for.
  const language::Language& language(const std::string& tag) { return languages_->in(tag); }
  /// Tags of the languages that there are to choose from.
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_->choice(); }
  /// What a frame of this view is made from.
  [[nodiscard]] scene::SceneInputs inputs(const model::ViewState& view);
  /// Waits until all that the view shows has been read. Errors: a source that cannot be.
  Result<void> prepare(const model::ViewState& view);
  /// Begins to read what the view shows and is not there; true when something has come that was not there before. What is not there is not
  /// drawn. Errors: a source that cannot be read; said once.
  Result<bool> bring(const model::ViewState& view);
  [[nodiscard]] bool is_bringing() const { return area_loader_->is_loading(); }
  /// Makes what glides from the view's sheet to another, which has been brought, before the clock of a glide begins.
  void prepare_glide(const model::ViewState& view, const std::string& to_crs) {
    glides_->bring(view.crs, to_crs, areas_);
  }
  /// What the view's filter leaves.
  const model::Selection& select(const model::ViewState& view) { return selector_->select(view); }
  /// Of the view that was selected or drawn last.
  [[nodiscard]] const model::Selector& selector() const { return *selector_; }
  [[nodiscard]] model::ViewState first_view() const {
    model::ViewState view = world_->story->first_view(world_->exhibit, first_sheet().fit().centre);
    view.crs = first_crs_;
    return view;
  }
  /// The view that a command begins with: the first one, in the language and with the filter that were asked for. Errors: a
  /// language that nobody speaks; a region or kind that no record has.
  [[nodiscard]] Result<model::ViewState> opening_view(const CommonOptions& options) const;
  [[nodiscard]] const scene::Frame& frame() const { return frame_; }
  /// Of the view that was drawn last, what is left of its wipe.
  [[nodiscard]] const scene::Frame& left_frame() const { return left_frame_; }
  [[nodiscard]] const gpu::Target& target() const { return gl_.target; }
  render::FrameRenderer& renderer() { return gl_.renderer; }

  /// Makes the programs anew from the library that the stage was made with. Errors: a shader that does not compile; the
  /// programs stay what they were.
  Result<void> reload_shaders();
  /// Another context in place of one that is lost, and all that the stage had in it; what was loaded stays. Errors: the driver gives none.
  Result<void> renew_context();
  /// The view's frame, and what is left of its wipe; draws and uploads nothing.
  FramePair frames_of(const model::ViewState& view, scene::SizePx size, double px_per_pt);
  /// Of the frame, where it has one.
  [[nodiscard]] const scene::Graticule* graticule() const { return graticule_ ? &*graticule_ : nullptr; }
  /// What puts controls onto a frame that has been laid out: `Frame::controls` and their text.
  using AddControls = std::function<void(scene::Frame&)>;
  /// Draws the view into the stage's target, which takes that size.
  void draw(const model::ViewState& view, scene::SizePx size, double px_per_pt, const AddControls& add_controls = {}) {
    draw_into(gl_.target, view, size, px_per_pt, add_controls);
  }
  /// The same into another.
  void draw_into(gpu::Target& target, const model::ViewState& view, scene::SizePx size, double px_per_pt,
                 const AddControls& add_controls = {});
  /// The view as a file has it, into an image whose storage is reused. For frames, which fit in memory.
  void picture(const model::ViewState& view, const PictureSpec& spec, media::Image& image);
  /// The same picture of any size, some rows at a time. Errors: those of `on_band`.
  Result<void> picture_bands(const model::ViewState& view, const PictureSpec& spec, const OnBand& on_band);

 private:
  Result<bool> use_areas(const Result<std::vector<std::size_t>>& come);
  /// The triangles of the areas that are there, on the view's sheet.
  void bring_areas_to_sheet(const model::ViewState& view);
  /// How many records the selection leaves in each area.
  void count_in_areas(const model::Selection& selection);
  /// All that owns names of GL's. What is uploaded is known beside it, and goes there again when it is made anew.
  struct Gl {
    render::FrameRenderer renderer;
    Pictures pictures;
    gpu::Target target;
  };
  /// For the context that is current. Errors: a shader that does not compile.
  static Result<Gl> make_gl(const gpu::ShaderLibrary& shaders);
  Stage(platform::GlWindow window, text::FontSet fonts, Gl gl, gpu::ShaderLibrary shaders);

  platform::GlWindow window_;  // the context outlives every GL object below
  text::FontSet fonts_;
  scene::LabelPlans label_plans_;
  std::optional<Languages> languages_;
  Gl gl_;
  gpu::ShaderLibrary shaders_;
  std::unique_ptr<World> world_;
  int cues_version_ = 0;
  KnownPlaces known_places_;
  std::optional<AreaLoader> area_loader_;
  std::vector<scene::AreaInput> areas_;
  struct PlacedAreas {
    scene::AreaGeometry geometry;
    std::string crs;  ///< of the sheet; empty: of none
  };
  std::vector<PlacedAreas> placed_areas_;
  std::vector<std::optional<model::Facet>> area_counts_;
  std::optional<std::uint64_t> counted_selection_;  ///< key of the selection that `area_counts_` are of
  std::optional<model::Selector> selector_;
  std::unique_ptr<MapSheets> sheets_;
  std::optional<Densities> densities_;
  std::optional<Glides> glides_;
  std::string first_crs_;
  /// That of the view, made where it is another than the last; nullptr where the view wants none.
  const scene::Graticule* graticule_of(const scene::SceneInputs& inputs, const model::ViewState& view,
                                       scene::SizePx size, double px_per_pt);
  std::optional<scene::Graticule> graticule_;
  /// In the view's language, made when a card of credits first lists them; nullptr where none does.
  const std::vector<scene::LayerSources>* sources_for(const model::ViewState& view);
  std::optional<std::vector<scene::LayerSources>> sources_;
  std::string sources_language_;
  std::string graticule_crs_;
  std::uint64_t uploaded_graticule_ = 0;  ///< key; 0: none
  /// The view's frames, and all that they are drawn with uploaded.
  FramePair lay_out(const model::ViewState& view, scene::SizePx size, double px_per_pt);
  void bring_uploads_up_to_date(const model::ViewState& view);
  std::string uploaded_crs_, uploaded_glide_crs_;    ///< of the sheets that the renderer has; empty: none
  std::optional<std::uint64_t> uploaded_selection_;  ///< key of the selection whose marks the renderer has
  scene::Frame frame_, left_frame_;
};

}  // namespace spreadmap::app
