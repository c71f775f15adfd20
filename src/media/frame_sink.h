#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "media/image.h"

namespace spreadmap::media {

/// How a film is made, beyond its frames.
struct FilmSpec {
  std::filesystem::path target;
  int width_px = 0;
  int height_px = 0;
  int fps_num = 30;  ///< frames a second as a fraction
  int fps_den = 1;
  std::string encoder = "libx264";  ///< a name that libavcodec knows
};

/// Takes frames in order; several may be in work at once behind it. An error of an earlier frame is returned by a later
/// call.
class FrameSink {
 public:
  virtual ~FrameSink() = default;
  /// Takes frame `index` (0, 1, 2 …) with its pixels. Returns the buffer of an earlier frame for reuse (may be empty).
  virtual Result<Image> put(int index, Image image) = 0;
  /// Waits until all is on disk under its final name.
  virtual Result<void> finish() = 0;
};

/// A PNG for each frame; `pattern` holds one printf integer ("frames/%06d.png") or names one file. Missing folders are
/// made. `threads` (at least 1) encoders work side by side, at most one frame more is in memory. Without finish() whole
/// frames are left.
Result<std::unique_ptr<FrameSink>> make_png_sink(const std::string& pattern, int threads);

/// H.264 in MP4 (yuv420p, bt709 tags, faststart) through `spreadmap-film.so`, which is loaded here, from `module_file`.
/// The bytes depend on the frames and the spec alone, not on the number of cores. Without finish() nothing is left.
/// Errors: odd sizes; no such encoder, in words that say what to do; what libav says.
Result<std::unique_ptr<FrameSink>> make_film_sink(const FilmSpec& spec, const std::filesystem::path& module_file);

}  // namespace spreadmap::media
