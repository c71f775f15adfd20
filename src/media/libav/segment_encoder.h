#pragma once
#include <memory>

#include "base/result.h"
#include "media/libav/encoder.h"
#include "media/libav/output_file.h"

namespace spreadmap::media {

/// Encodes the frames of one segment, in one thread. Without commit() nothing is left.
class SegmentEncoder {
 public:
  static Result<std::unique_ptr<SegmentEncoder>> open(const FilmSpec& spec, const std::filesystem::path& target);

  /// Takes the next frame.
  Result<void> encode(AVFrame& frame) { return put(&frame); }
  /// Encodes what is held back, and ends the container.
  Result<void> end();
  /// Where the segment lies until it is committed.
  [[nodiscard]] const std::filesystem::path& temporary() const { return file_.temporary(); }
  /// Syncs and renames what has ended.
  Result<void> commit() { return file_.commit(); }

 private:
  SegmentEncoder(Encoder encoder, OutputFile file) : encoder_(std::move(encoder)), file_(std::move(file)) {}
  Result<void> put(AVFrame* frame);

  Encoder encoder_;
  OutputFile file_;
};

}  // namespace spreadmap::media
