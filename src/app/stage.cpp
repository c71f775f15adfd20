#include "app/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "base/log.h"
#include "exhibit/nearest.h"
#include "gpu/context.h"
#include "style/theme.h"

namespace spreadmap::app {

Stage::Stage(platform::GlWindow window, text::FontSet fonts, Gl gl, gpu::ShaderLibrary shaders)
    : window_(std::move(window)), fonts_(std::move(fonts)), gl_(std::move(gl)), shaders_(std::move(shaders)) {}

Result<Stage::Gl> Stage::make_gl(const gpu::ShaderLibrary& shaders) {
  auto renderer = render::FrameRenderer::create(shaders);
  if (!renderer) return tl::unexpected(renderer.error());
  auto pictures = Pictures::create(shaders);
  if (!pictures) return tl::unexpected(pictures.error());
  renderer->set_keeping(gpu::is_software_renderer());
  return Gl{std::move(*renderer), std::move(*pictures), {}};
}

namespace {

Result<text::FontSet> fonts_for(const exhibit::Exhibit& exhibit, const Places& places) {
  const auto own = [&](const exhibit::SourceSpec& font, const char* key) {
    return text::OwnFont{font.file, fmt::format("{}:{}: '{}'", exhibit.file.string(), font.line, key)};
  };
  const exhibit::BrandSpec& brand = exhibit.brand;
  return text::FontSet::load(places.fonts, own(brand.font, "brand.font"), own(brand.font_bold, "brand.font_bold"));
}

}  // namespace

Result<std::unique_ptr<Stage>> Stage::create(const platform::WindowSpec& spec,
                                             const std::filesystem::path& exhibit_file, const Places& places,
                                             const gpu::ShaderLibrary& shaders, bool strict, const std::string& crs) {
  // Reading waits for another process and then computes; making a context waits for the driver. Neither needs the other.
  auto loading = std::async(std::launch::async, [&] { return load_world(exhibit_file, places, strict, crs); });
  auto window = platform::GlWindow::create(spec);
  if (!window) {
    // What is wrong with the exhibit stays wrong on a machine that has a display.
    const auto world = loading.get();
    return tl::unexpected(world ? window.error() : world.error());
  }
  log_detail(fmt::format("drawn by {}", gpu::renderer_name()));
  auto gl = make_gl(shaders);
  if (!gl) return tl::unexpected(gl.error());
  auto loaded = loading.get();
  if (!loaded) return tl::unexpected(loaded.error());
  auto fonts = fonts_for(loaded->world->exhibit, places);
  if (!fonts) return tl::unexpected(fonts.error());
  std::unique_ptr<Stage> stage(new Stage(std::move(*window), std::move(*fonts), std::move(*gl), shaders));
  stage->world_ = std::move(loaded->world);
  stage->sheets_ = std::move(loaded->sheets);
  stage->first_crs_ = std::move(loaded->crs);
  stage->languages_.emplace(places.translations, stage->world_->exhibit);
  stage->area_loader_.emplace(*stage->world_, places);
  stage->areas_.resize(stage->world_->exhibit.layers.size());
  stage->area_counts_.resize(stage->areas_.size());
  stage->placed_areas_.resize(stage->areas_.size());
  stage->densities_.emplace(*stage->world_, *stage->sheets_);
  stage->glides_.emplace(*stage->sheets_);
  stage->selector_.emplace(*stage->world_->story);
  return stage;
}

scene::SceneInputs Stage::inputs(const model::ViewState& view) {
  const MapSheet& sheet = this->sheet(view);
  const model::Selection& selection = select(view);
  count_in_areas(selection);
  bring_areas_to_sheet(view);
  densities_->bring(view, selection);
  return {world_->shown_in(view.looks.theme),
          world_->tables,
          *world_->story,
          selection,
          sheet.geometry,
          world_->theme(view.looks.theme),
          fonts_,
          language(view.language),
          sheet.projection,
          view.glide ? &sheets_->at(view.glide->from_crs).geometry : nullptr,
          nullptr,
          label_plans_,
          areas_,
          densities_->inputs(),
          sources_for(view),
          world_->logo(view.looks.theme)};
}

const std::vector<scene::LayerSources>* Stage::sources_for(const model::ViewState& view) {
  if (!view.cue || view.cue->card_ground <= 0.0) return nullptr;
  if (!sources_ || sources_language_ != view.language) {
    sources_ = scene::sources_of(world_->exhibit, world_->tables, view.language);
    sources_language_ = view.language;
  }
  return &*sources_;
}

Result<void> Stage::prepare(const model::ViewState& view) {
  area_loader_->want(view);
  const auto used = use_areas(area_loader_->wait());
  return used ? Result<void>() : tl::unexpected(used.error());
}

Result<bool> Stage::bring(const model::ViewState& view) {
  area_loader_->want(view);
  return use_areas(area_loader_->take());
}

Result<bool> Stage::use_areas(const Result<std::vector<std::size_t>>& come) {
  if (!come) return tl::unexpected(come.error());
  for (const std::size_t layer : *come) {
    areas_[layer].layer = area_loader_->areas(layer);
  }
  if (!come->empty()) counted_selection_.reset();
  return !come->empty();
}

void Stage::bring_areas_to_sheet(const model::ViewState& view) {
  for (std::size_t layer = 0; layer < areas_.size(); ++layer) {
    PlacedAreas& placed = placed_areas_[layer];
    if (areas_[layer].layer == nullptr || placed.crs == view.crs) continue;
    placed.crs = view.crs;
    const MapSheet& sheet = this->sheet(view);
    auto geometry = scene::build_area_geometry(areas_[layer].layer->table, sheet.projection, sheet.geometry.origin);
    areas_[layer].geometry = geometry ? &placed.geometry : nullptr;
    if (geometry) {
      placed.geometry = *std::move(geometry);
    } else {
      placed.geometry = {};
      log_error(fmt::format("layer '{}': {}", world_->exhibit.layers[layer].id, geometry.error().message));
    }
    gl_.renderer.upload_areas(layer, placed.geometry, sheet.geometry.origin);
    glides_->forget_uploads();
  }
}

void Stage::count_in_areas(const model::Selection& selection) {
  if (counted_selection_ == selection.key()) return;
  counted_selection_ = selection.key();
  for (std::size_t layer = 0; layer < areas_.size(); ++layer) {
    if (areas_[layer].layer == nullptr) continue;
    const std::size_t counted = areas_[layer].layer->counted_layer;
    area_counts_[layer] =
        model::area_counts(*areas_[layer].layer, world_->story->rows(counted), selection.layer(counted));
    areas_[layer].counts = &*area_counts_[layer];
  }
}

namespace {

/// Every value must be one that some record has; a slip of the pen would leave an empty map.
Result<void> check_known(const char* option, const std::vector<std::string>& wanted, std::vector<std::string> known) {
  for (const std::string& value : wanted) {
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::erase(known, "");
    return fail("{} {}: there is none; {}", option, value, exhibit::suggestion(value, known));
  }
  return {};
}

}  // namespace

Result<model::ViewState> Stage::opening_view(const CommonOptions& options) const {
  auto language = languages_->first(options.language);
  if (!language) return tl::unexpected(language.error());
  const model::Story& story = *world_->story;
  std::vector<std::string> regions, kinds;
  for (std::size_t layer = 0; layer < story.layer_count(); ++layer) {
    const auto& values = story.rows(layer).region.values;
    regions.insert(regions.end(), values.begin(), values.end());
  }
  if (story.counted_layer()) kinds = story.rows(*story.counted_layer()).kind.values;
  if (auto checked = check_known("--regions", options.filter.regions, regions); !checked) {
    return tl::unexpected(checked.error());
  }
  if (auto checked = check_known("--kinds", options.kinds, kinds); !checked) return tl::unexpected(checked.error());
  std::vector<std::string> ids;
  for (const auto& layer : world_->exhibit.layers) ids.push_back(layer.id);
  if (auto checked = check_known("--layers", options.layers, ids); !checked) return tl::unexpected(checked.error());
  model::ViewState view = first_view();
  for (std::size_t layer = 0; layer < ids.size() && !options.layers.empty(); ++layer) {
    view.layers[layer].visible =
        std::find(options.layers.begin(), options.layers.end(), ids[layer]) != options.layers.end();
  }
  view.language = *language;
  if (options.theme) view.looks.theme = *options.theme;
  view.looks.reduces_motion = options.reduces_motion;
  view.looks.seen_with = options.seen_with;
  view.looks.text_scale = options.text_scale;
  view.filter = options.filter;
  view.playback.is_directed = options.is_directed.value_or(view.playback.is_directed);
  if (story.counted_layer()) {
    model::LayerView& counted = view.layers[*story.counted_layer()];
    counted.kinds = options.kinds;
    counted.window_days = options.window_days.value_or(counted.window_days);
  }
  return view;
}

Result<void> Stage::reload_shaders() {
  auto gl = make_gl(shaders_);
  if (!gl) return tl::unexpected(gl.error());
  gl_ = std::move(*gl);
  for (PlacedAreas& placed : placed_areas_) placed.crs.clear();
  uploaded_crs_.clear();
  uploaded_glide_crs_.clear();
  uploaded_selection_.reset();
  densities_->forget_uploads();
  glides_->forget_uploads();
  return {};
}

Result<void> Stage::renew_context() {
  if (auto renewed = window_.renew_context(); !renewed) return renewed;
  log_detail(fmt::format("drawn by {}", gpu::renderer_name()));
  return reload_shaders();
}

FramePair Stage::frames_of(const model::ViewState& view, scene::SizePx size, double px_per_pt) {
  scene::SceneInputs inputs = this->inputs(view);
  inputs.graticule = graticule_of(inputs, view, size, px_per_pt);
  scene::build_frame(inputs, view, size, px_per_pt, frame_);
  if (view.wipe) scene::build_frame(inputs, scene::left_of_wipe(view), size, px_per_pt, left_frame_, frame_.kept_clear);
  return {&frame_, view.wipe ? &left_frame_ : nullptr};
}

void Stage::draw_into(gpu::Target& target, const model::ViewState& view, scene::SizePx size, double px_per_pt,
                      const AddControls& add_controls) {
  if (target.width_px() != size.width_px || target.height_px() != size.height_px) {
    target = gpu::Target("picture", size.width_px, size.height_px);
  }
  const FramePair frames = lay_out(view, size, px_per_pt);
  if (add_controls) add_controls(frame_);
  gl_.renderer.draw(target, *frames.frame, fonts_, frames.left);
}

void Stage::picture(const model::ViewState& view, const PictureSpec& spec, media::Image& image) {
  gl_.pictures.draw(gl_.renderer, fonts_, lay_out(view, spec.size, spec.px_per_pt), spec, image);
}

Result<void> Stage::picture_bands(const model::ViewState& view, const PictureSpec& spec, const OnBand& on_band) {
  return gl_.pictures.draw_bands(gl_.renderer, fonts_, lay_out(view, spec.size, spec.px_per_pt), spec, on_band);
}

FramePair Stage::lay_out(const model::ViewState& view, scene::SizePx size, double px_per_pt) {
  const FramePair frames = frames_of(view, size, px_per_pt);
  bring_uploads_up_to_date(view);
  constexpr std::size_t kMostRememberedLines = 4096;
  fonts_.trim(kMostRememberedLines);
  return frames;
}

const scene::Graticule* Stage::graticule_of(const scene::SceneInputs& inputs, const model::ViewState& view,
                                            scene::SizePx size, double px_per_pt) {
  if (!view.graticule) return nullptr;
  const MapSheet& sheet = this->sheet(view);
  const scene::MapLook look = scene::map_look(inputs, view, size, px_per_pt);
  const scene::GraticuleSpec spec = scene::graticule_spec(sheet.projection, look.map, look.cut);
  if (!graticule_ || graticule_->spec != spec || graticule_crs_ != view.crs) {
    graticule_ = scene::build_graticule(sheet.projection, sheet.geometry.origin, spec);
    graticule_crs_ = view.crs;
  }
  return &*graticule_;
}

void Stage::bring_uploads_up_to_date(const model::ViewState& view) {
  if (uploaded_crs_ != view.crs) {
    gl_.renderer.upload_geometry(sheet(view).geometry);
    uploaded_crs_ = view.crs;
    uploaded_graticule_ = 0;
    uploaded_selection_.reset();
  }
  if (frame_.base.graticule_key != 0 && uploaded_graticule_ != frame_.base.graticule_key) {
    gl_.renderer.upload_graticule(*graticule_);
    uploaded_graticule_ = frame_.base.graticule_key;
  }
  const bool has_marks = uploaded_selection_ == frame_.selection_key;
  const model::Selection& selection = selector_->selection();
  if (!has_marks) gl_.renderer.upload_marks(mark_vertices_of(*world_, sheet(view).geometry, selection));
  uploaded_selection_ = frame_.selection_key;
  if (!view.glide) {
    uploaded_glide_crs_.clear();
  } else if (!has_marks || uploaded_glide_crs_ != view.glide->from_crs) {
    const scene::MapGeometry& from = sheets_->at(view.glide->from_crs).geometry;
    gl_.renderer.upload_glide_marks(mark_points_of(*world_, from, selection), from.origin);
    uploaded_glide_crs_ = view.glide->from_crs;
  }
  glides_->upload(view, frame_, areas_, frame_.base.graticule_key != 0 ? &*graticule_ : nullptr, gl_.renderer);
  densities_->upload(view, gl_.renderer);
}

}  // namespace spreadmap::app
