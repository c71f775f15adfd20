#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "media/atomic_file.h"
#include "media/film.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// The encoder that a film's spec names. Errors: there is none of that name, or it makes something else.
Result<const AVCodec*> find_encoder(const std::string& name);
/// "libavcodec 59.37.100"
std::string libavcodec_told();

/// Encodes the frames of one segment, in one thread. Without commit() nothing is left.
class SegmentEncoder {
 public:
  static Result<std::unique_ptr<SegmentEncoder>> open(const FilmSpec& spec, const std::filesystem::path& target);
  SegmentEncoder(const SegmentEncoder&) = delete;
  SegmentEncoder& operator=(const SegmentEncoder&) = delete;

  /// Takes the next frame, or with null what the encoder still holds back.
  Result<void> encode(AVFrame* frame);
  /// Encodes what is held back, and ends the container.
  Result<void> end();
  /// Where the segment lies until it is committed.
  [[nodiscard]] const std::filesystem::path& temporary() const { return file_.temporary(); }
  /// Syncs and renames what has ended.
  Result<void> commit() { return file_.commit(); }

 private:
  SegmentEncoder(const FilmSpec& spec, std::filesystem::path target, PendingFile file)
      : spec_(spec), target_(std::move(target)), file_(std::move(file)) {}
  Result<void> open_codec();
  Result<void> open_container();

  const FilmSpec& spec_;
  std::filesystem::path target_;
  PendingFile file_;
  Codec codec_;
  Container container_;
  Packet packet_{av_packet_alloc()};
  std::int64_t taken_ = 0;
};

}  // namespace spreadmap::media
