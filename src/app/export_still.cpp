#include "app/export_still.h"

#include "media/png_file.h"
#include "platform/signals.h"
#include "scene/layout.h"

namespace spreadmap::app {

PictureSpec picture_of(const ExportOptions& options) {
  return {.size = options.size,
          .px_per_pt = scene::px_per_pt_of(options.size, options.least_type_scale),
          .supersample = options.supersample,
          .has_alpha = options.has_alpha,
          .part = options.part,
          .depth = options.bits == 16 ? media::Depth::k16 : media::Depth::k8};
}

Result<void> export_still(Stage& stage, const ExportOptions& options, const std::filesystem::path& file,
                          model::ViewState view) {
  const auto playhead_d = position_in_timeline("--day", *options.day, stage.world().story->axis());
  if (!playhead_d) return tl::unexpected(playhead_d.error());
  view.playhead_d = *playhead_d;
  const PictureSpec spec = picture_of(options);
  auto png = media::PngFile::create(file, spec.image_of(options.size.height_px));
  if (!png) return tl::unexpected(png.error());
  const auto drawn = stage.picture_bands(view, spec, [&](const media::Image& band) -> Result<void> {
    if (platform::stop_asked()) return fail("stopped before the picture was made");
    return png->add(band);
  });
  if (!drawn) return drawn;
  return png->commit();
}

}  // namespace spreadmap::app
