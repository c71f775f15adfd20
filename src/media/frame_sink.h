#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/frame_pattern.h"
#include "media/image.h"

namespace spreadmap::media {

/// A frame's file, or a film's segment, that is about to be on disk under its name.
struct MadeUnit {
  int unit = 0;
  std::filesystem::path file;
  std::string sha256 = {};  ///< of the file
  std::uint64_t bytes = 0;  ///< of the file
  std::vector<std::string> frame_sha256 =
      {};  ///< of each of its frames: the file's, or in a segment of the frame's packet
};
/// Called from any thread, for one unit at a time, before its file has its name: so no file is there that nobody was told of. An error keeps it
/// from being there.
using OnUnit = std::function<Result<void>(const MadeUnit&)>;

/// Takes frames; several may be in work at once behind it. An error of an earlier frame is returned by a later call.
class FrameSink {
 public:
  virtual ~FrameSink() = default;
  /// Takes frame `index` with its pixels. Those of a unit come one after another from its first to its last; units may be left out.
  /// Returns the buffer of an earlier frame for reuse (may be empty).
  virtual Result<Image> put(int index, Image image) = 0;
  /// Waits until all is on disk under its final name.
  virtual Result<void> finish() = 0;
};

/// A PNG for each frame, named by `pattern`, whose folder exists. `threads` (at least 1) encoders work side by side, at most one frame more
/// is in memory. Without finish() whole frames are left.
std::unique_ptr<FrameSink> make_png_sink(const FramePattern& pattern, int threads, OnUnit on_unit);

/// Pixels as they are, one frame after another from frame 0 on, to an open file or pipe, beside the caller's work; sizes and depth are not told. `name`: of
/// the file, for errors. Errors: whoever reads has gone; what the system says.
std::unique_ptr<FrameSink> make_raw_sink(int descriptor, std::string name);

}  // namespace spreadmap::media
