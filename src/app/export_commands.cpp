#include "app/export_commands.h"

#include <cstdio>
#include <system_error>

#include "media/film.h"
#include "media/frame_pattern.h"
#include "media/ledger.h"
#include "media/whole_film.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

Result<media::Manifest> verified(const fs::path& path, const Places& places) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return media::verify_folder(path);
  if (!fs::exists(path, ignored)) return fail("{}: is not there: name a film or a folder of frames", path.string());
  const auto module = media::load_film_module(places.film_module);
  if (!module) return tl::unexpected(module.error());
  return media::verify_film(**module, path);
}

}  // namespace

Result<void> run_join(const JoinOptions& options, const Places& places) {
  if (options.out.ends_with(".png")) {
    const auto pattern = media::FramePattern::parsed(options.out);
    if (!pattern) return tl::unexpected(pattern.error());
    const fs::path folder = pattern->folder().empty() ? fs::path(".") : pattern->folder();
    const auto manifest = media::verify_folder(folder);
    if (!manifest) return tl::unexpected(manifest.error());
    return media::write_manifest_in(folder, *manifest);
  }
  const fs::path parts = media::parts_of(options.out);
  std::error_code ignored;
  if (!fs::exists(parts, ignored) && fs::exists(options.out, ignored)) {
    // The share that came last has found all others there, and has joined them.
    return verified(options.out, places).map([](const media::Manifest&) {});
  }
  const auto manifest = media::manifest_in(parts);
  if (!manifest) return tl::unexpected(manifest.error());
  const auto module = media::load_film_module(places.film_module);
  if (!module) return tl::unexpected(module.error());
  return media::finish_film(**module, *manifest, parts, options.out, options.soundtrack);
}

Result<void> run_verify(const VerifyOptions& options, const Places& places) {
  const auto manifest = verified(options.path, places);
  if (!manifest) return tl::unexpected(manifest.error());
  fmt::print("{}: {} {} as written\n", options.path.string(), manifest->frame_count,
             manifest->frame_count == 1 ? "frame is" : "frames are");
  return {};
}

}  // namespace spreadmap::app
