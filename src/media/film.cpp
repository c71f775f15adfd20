#include "media/film.h"

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "media/film_module.h"

namespace spreadmap::media {
namespace {

constexpr int kLongestSide_px = 16384;  // of what x264 takes
constexpr int kMostFpsPart = 1'000'000;

/// dlerror() as text; it is null only after a success.
std::string loader_says() {
  const char* words = ::dlerror();
  return words != nullptr ? words : "no reason given";
}

}  // namespace

int FilmSpec::segment_frames() const {
  // Shorter ones cost bytes, since each begins with a key frame; longer ones cost memory where many are encoded side by side.
  constexpr int kFewest = 12, kMost = 60;
  return std::clamp(static_cast<int>(std::lround(static_cast<double>(fps_num) / fps_den)), kFewest, kMost);
}

std::filesystem::path parts_of(const std::filesystem::path& film) { return std::filesystem::path(film) += ".parts"; }

std::filesystem::path FilmSpec::segment(int index) const {
  return parts_of(target) / fmt::format("{:06}{}", index, target.extension().string());
}

Result<void> checked(const FilmSpec& spec) {
  const std::string target = spec.target.string();
  if (spec.width_px < 2 || spec.height_px < 2 || spec.width_px > kLongestSide_px || spec.height_px > kLongestSide_px) {
    return fail("{}: a film of {} x {} pixels cannot be made: use 2 to {} pixels a side", target, spec.width_px,
                spec.height_px, kLongestSide_px);
  }
  if (spec.width_px % 2 != 0 || spec.height_px % 2 != 0) {
    return fail("{}: a film of {} x {} pixels cannot be made: H.264 needs even sizes, use {} x {}", target,
                spec.width_px, spec.height_px, spec.width_px + spec.width_px % 2, spec.height_px + spec.height_px % 2);
  }
  if (spec.fps_num < 1 || spec.fps_den < 1 || spec.fps_num > kMostFpsPart || spec.fps_den > kMostFpsPart) {
    return fail("{}: a film cannot have {}/{} frames a second: use numbers from 1 to {}, as 30 or 30000/1001", target,
                spec.fps_num, spec.fps_den, kMostFpsPart);
  }
  if (spec.frame_count < 1) return fail("{}: a film needs at least one frame", target);
  return {};
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
        "{}: cannot be loaded: {}; install Debian's libavformat59, libavcodec59 and libswscale6, or export frames as "
        "PNG",
        module_file.string(), loader_says());
  }
  void* entry = ::dlsym(module, kFilmModuleEntry);
  if (entry == nullptr) {
    return fail("{}: belongs to another version of spreadmap: {}; install spreadmap again", module_file.string(),
                loader_says());
  }
  return reinterpret_cast<decltype(&spreadmap_film_module_2)>(entry)();
}

}  // namespace spreadmap::media
