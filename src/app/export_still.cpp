#include "app/export_still.h"

#include <algorithm>

#include "app/record_table.h"
#include "media/png_file.h"
#include "platform/signals.h"
#include "scene/layout.h"

namespace spreadmap::app {

PictureSpec picture_of(const ExportOptions& options) {
  return {.size = options.size,
          .px_per_pt = scene::px_per_pt_of(options.size, options.least_type_scale, options.safe_area),
          .supersample = options.supersample,
          .has_alpha = options.has_alpha,
          .part = options.part,
          .depth = options.bits == 16 ? media::Depth::k16 : media::Depth::k8};
}

std::size_t pixels_held(const ExportOptions& options) {
  const PictureSpec spec = picture_of(options);
  if (options.kind == ExportKind::kStill) return pixels_at_once(in_bands(spec));
  const auto frame = static_cast<std::size_t>(spec.size.width_px) * static_cast<std::size_t>(spec.size.height_px);
  return std::max(pixels_at_once(spec), frame);
}

Result<void> export_still(Stage& stage, const ExportOptions& options, model::ViewState view, Progress& progress) {
  const auto playhead_d = position_in_timeline("--day", *options.day, stage.world().story->axis());
  if (!playhead_d) return tl::unexpected(playhead_d.error());
  view.playhead_d = *playhead_d;
  const PictureSpec spec = picture_of(options);
  auto png = media::PngFile::create(options.out, spec.image_of(options.size.height_px));
  if (!png) return tl::unexpected(png.error());
  int rows = 0;
  progress.start(Work::kRows, options.size.height_px);
  auto drawn = stage.picture_bands(view, spec, [&](const media::Image& band) -> Result<void> {
    if (platform::stop_asked()) return fail("stopped before the picture was made");
    progress.done(rows += band.height_px, 0);
    return png->add(band);
  });
  if (!drawn) return drawn;
  if (options.part == PicturePart::kMatte) {
    if (auto told = write(record_table(options, stage.world())); !told) return told;
  }
  if (auto made = png->commit(); !made) return made;
  progress.made(options.out);
  return {};
}

}  // namespace spreadmap::app
