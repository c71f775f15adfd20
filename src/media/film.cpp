#include "media/film.h"

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "media/film_module.h"

namespace spreadmap::media {
namespace {

constexpr int kMostFpsPart = 1'000'000;

/// dlerror() as text; it is null only after a success.
std::string loader_says() {
  const char* words = ::dlerror();
  return words != nullptr ? words : "no reason given";
}

}  // namespace

int FilmSpec::segment_frames() const {
  constexpr int kFewest = 12;  // shorter ones cost bytes, since each begins with a key frame
  const auto of_a_second = static_cast<int>(std::lround(static_cast<double>(fps_num) / fps_den));
  return std::min(std::max(of_a_second, kFewest), segment_format().most_segment_frames);
}

std::filesystem::path parts_of(const std::filesystem::path& film) { return std::filesystem::path(film) += ".parts"; }

std::filesystem::path FilmSpec::segment(int index) const {
  // Of a joined film that of the film itself, so that packets are the same in both.
  const std::string ending =
      format->is_made_at_join ? std::string(lossless_format().endings.front()) : target.extension().string();
  return parts_of(target) / fmt::format("{:06}{}", index, ending);
}

Result<void> checked(const FilmSpec& spec) {
  const std::string target = spec.target.string();
  const FilmFormat& format = *spec.format;
  const int longest = format.longest_side_px, multiple = format.least_multiple_px;
  if (spec.width_px < 2 || spec.height_px < 2 || spec.width_px > longest || spec.height_px > longest) {
    return fail("{}: a film of {} x {} pixels cannot be made as {}: use 2 to {} pixels a side", target, spec.width_px,
                spec.height_px, format.told, longest);
  }
  if (spec.width_px % multiple != 0 || spec.height_px % multiple != 0) {
    return fail("{}: a film of {} x {} pixels cannot be made: {} needs even sizes, use {} x {}", target, spec.width_px,
                spec.height_px, format.told, spec.width_px + spec.width_px % 2, spec.height_px + spec.height_px % 2);
  }
  if (spec.fps_num < 1 || spec.fps_den < 1 || spec.fps_num > kMostFpsPart || spec.fps_den > kMostFpsPart) {
    return fail("{}: a film cannot have {}/{} frames a second: use numbers from 1 to {}, as 30 or 30000/1001", target,
                spec.fps_num, spec.fps_den, kMostFpsPart);
  }
  if (static_cast<double>(spec.fps_num) / spec.fps_den > format.most_fps) {
    return fail("{}: {} cannot show more than {} frames a second: use --fps 25, or another format", target, format.told,
                format.most_fps);
  }
  if (spec.has_alpha && format.pixels.alpha.empty()) {
    return fail("{}: {} has no alpha: use VP9 (.webm), ProRes 4444 (.mov), FFV1 (.mkv), APNG, WebP, or PNG", target,
                format.told);
  }
  if (spec.crf && format.most_crf < format.least_crf)
    return fail("{}: {} has no --crf; leave it out", target, format.told);
  if (spec.crf && (*spec.crf < format.least_crf || *spec.crf > format.most_crf)) {
    return fail("{}: {} takes --crf {} to {}, not {}", target, format.told, format.least_crf, format.most_crf,
                *spec.crf);
  }
  if (!spec.sound.empty() && !format.may_have_sound)
    return fail("{}: {} has no sound: use .mp4, .webm, .mov or .mkv, or leave --soundtrack out", target, format.told);
  if (spec.frame_count < 1) return fail("{}: a film needs at least one frame", target);
  return {};
}

Result<void> check_sound(FilmModule& module, const std::filesystem::path& sound) {
  if (sound.empty()) return {};
  std::error_code error;
  const auto status = std::filesystem::status(sound, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return fail("{}: is not there; name a file with sound, as WAV, FLAC, MP3 or M4A", sound.string());
  if (std::filesystem::is_directory(status))
    return fail("{}: is a folder; name a file with sound in it", sound.string());
  if (error) return fail("{}: cannot be read: {}; name another file", sound.string(), error.message());
  return module.heard_s(sound, 0.0).map([](double) {});
}

Result<std::string> misfit_of_sound(FilmModule& module, const std::filesystem::path& sound, double film_s) {
  // Encoders add silence of so little at either end.
  constexpr double kUnheard_s = 0.15;
  const auto heard_s = module.heard_s(sound, film_s + 2.0 * kUnheard_s);
  if (!heard_s) return tl::unexpected(heard_s.error());
  if (*heard_s < film_s - kUnheard_s) {
    return fmt::format("{}: lasts {:.1f} s, and the film {:.1f} s: what comes after is silent", sound.string(),
                       *heard_s, film_s);
  }
  if (*heard_s > film_s + kUnheard_s) {
    return fmt::format("{}: lasts longer than the film's {:.1f} s: it fades and is cut there", sound.string(), film_s);
  }
  return std::string();
}

Result<FilmModule*> load_film_module(const std::filesystem::path& module_file) {
  std::error_code error_code;
  if (!std::filesystem::exists(module_file, error_code)) {
    return fail("{}: is missing, and without it no film can be made: install spreadmap again, or export frames as PNG",
                module_file.string());
  }
  // Never unloaded: the sinks' code lives in it, and libav keeps threads' and callbacks' addresses.
  void* module = ::dlopen(std::filesystem::absolute(module_file).c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (module == nullptr) {
    return fail(
        "{}: cannot be loaded: {}; install Debian's libavformat59, libavcodec59, libavfilter8 and libswscale6, or "
        "export frames as "
        "PNG",
        module_file.string(), loader_says());
  }
  void* entry = ::dlsym(module, kFilmModuleEntry);
  if (entry == nullptr) {
    return fail("{}: belongs to another version of spreadmap: {}; install spreadmap again", module_file.string(),
                loader_says());
  }
  return reinterpret_cast<decltype(&spreadmap_film_module_5)>(entry)();
}

}  // namespace spreadmap::media
