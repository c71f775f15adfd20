#include "app/export_output.h"

#include <algorithm>
#include <thread>

#include "app/export_fault.h"
#include "app/export_still.h"

namespace spreadmap::app {

int threads_of(const ExportOptions& options) {
  return options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

Result<Output> output_of(const ExportOptions& options, const Places& places, Progress& progress) {
  Output output;
  if (options.kind == ExportKind::kRaw) return output;
  const bool is_film = options.kind == ExportKind::kFilm;
  std::error_code ignored;
  if (is_film && std::filesystem::is_directory(options.out, ignored))
    return fail("{}: is a folder; name a file for the film, or move the folder away", options.out);
  if (is_film) {
    output.spec = media::FilmSpec{.target = options.out,
                                  .width_px = options.size.width_px,
                                  .height_px = options.size.height_px,
                                  .fps_num = options.fps_num,
                                  .fps_den = options.fps_den,
                                  .format = options.film_format,
                                  .encoder = options.encoder,
                                  .crf = options.crf,
                                  .has_alpha = !picture_of(options).is_opaque(),
                                  .depth = picture_of(options).depth,
                                  .sound = options.soundtrack,
                                  .threads = threads_of(options)};
    if (auto fine = checked(*output.spec); !fine) return tl::unexpected(fine.error());
    const auto module = media::load_film_module(places.film_module);
    if (!module) return tl::unexpected(module.error());
    output.film = *module;
    if (auto heard = media::check_sound(*output.film, options.soundtrack); !heard) return tl::unexpected(heard.error());
  } else if (options.kind == ExportKind::kFrames) {
    auto pattern = media::FramePattern::parsed(options.out);
    if (!pattern) return tl::unexpected(pattern.error());
    output.pattern = std::move(*pattern);
  }
  const bool is_still = options.kind == ExportKind::kStill;
  auto folder = media::OutputFolder::make(is_film    ? media::parts_of(options.out)
                                          : is_still ? std::filesystem::path(options.out).parent_path()
                                                     : output.pattern.folder());
  if (!folder) return tl::unexpected(folder.error());
  output.folder.emplace(std::move(*folder));
  if (is_still) return output;
  auto claim = media::Claim::take(output.folder->path(), options.shard);
  if (!claim) return told_refusal(progress, claim.error());
  output.claim.emplace(std::move(*claim));
  return output;
}

}  // namespace spreadmap::app
