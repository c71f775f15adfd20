#include <dlfcn.h>

#include <system_error>

#include "media/film_module.h"
#include "media/frame_sink.h"

namespace spreadmap::media {
namespace {

constexpr int kLongestSide_px = 16384;  // of what x264 takes
constexpr int kMostFpsPart = 1'000'000;

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
  return {};
}

/// dlerror() as text; it is null only after a success.
std::string loader_says() {
  const char* words = ::dlerror();
  return words != nullptr ? words : "no reason given";
}

}  // namespace

Result<std::unique_ptr<FrameSink>> make_film_sink(const FilmSpec& spec, const std::filesystem::path& module_file) {
  if (Result<void> fine = checked(spec); !fine) return tl::unexpected(fine.error());
  std::error_code error_code;
  if (!std::filesystem::exists(module_file, error_code)) {
    return fail("{}: is missing, and without it no film can be made: install spreadmap again, or export frames as PNG",
                module_file.string());
  }
  // Never unloaded: the sink's code lives in it, and libav keeps threads' and callbacks' addresses.
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
  Error error;
  std::unique_ptr<FrameSink> film(reinterpret_cast<decltype(&spreadmap_open_film_1)>(entry)(&spec, &error));
  if (film == nullptr) return tl::unexpected(std::move(error));
  return film;
}

}  // namespace spreadmap::media
