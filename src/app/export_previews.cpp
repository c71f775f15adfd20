#include "app/export_previews.h"

#include "app/export.h"
#include "app/export_still.h"
#include "app/film_plan.h"

namespace spreadmap::app {
namespace {

/// The picture of an export, as large as a panel shows it.
PictureSpec small(const ExportOptions& options) {
  constexpr double kLongest_px = 640.0;
  PictureSpec spec = picture_of(options);
  const auto [size, share] = shrunk(spec.size, kLongest_px);
  spec.size = size;
  spec.px_per_pt *= share;
  spec.supersample = 1;
  spec.depth = media::Depth::k8;
  return spec;
}

}  // namespace

void ExportPreviews::draw_one(std::size_t index, Stage& stage, const ExportOptions& options,
                              const model::ViewState& view) {
  media::Image image;
  const PictureSpec spec = small(options);
  stage.picture(view, spec, image);
  textures_.at(index).emplace(image.rgba, image.width_px, image.height_px, image.has_alpha);
  const std::uintptr_t name = textures_.at(index)->texture();
  pictures_.at(index) = {reinterpret_cast<ImTextureID>(name),  // NOLINT: as ImGui's OpenGL half takes it
                         stage.language(view.language).medium_day(stage.world().story->axis().day_at(view.playhead_d))};
}

Result<void> ExportPreviews::draw(Stage& stage, const ExportOptions& options, const Places& places) {
  pictures_ = {};
  auto view = export_view(stage, options, places);
  if (!view) return tl::unexpected(view.error());
  if (options.day) {
    const auto playhead_d = position_in_timeline("--day", *options.day, stage.world().story->axis());
    if (!playhead_d) return tl::unexpected(playhead_d.error());
    view->playhead_d = *playhead_d;
    draw_one(0, stage, options, *view);
    return {};
  }
  const auto plan = FilmPlan::make(stage, places, options, *view);
  if (!plan) return tl::unexpected(plan.error());
  const int last = plan->frame_count() - 1;
  draw_one(0, stage, options, plan->view_at(0));
  draw_one(1, stage, options, plan->view_at(last / 2));
  draw_one(2, stage, options, plan->view_at(last));
  return {};
}

}  // namespace spreadmap::app
