#pragma once
#include <filesystem>

#include "base/result.h"
#include "media/libav/handles.h"
#include "media/libav/packets.h"

namespace spreadmap::media {

/// A film, or the sound in a file, that is read frame by frame.
class FrameReader {
 public:
  /// Errors: it cannot be read; nothing of that kind is in it; libav cannot decode it.
  static Result<FrameReader> open(const std::filesystem::path& file, AVMediaType kind = AVMEDIA_TYPE_VIDEO);
  /// nullptr: there are no more. Valid until the next call.
  Result<AVFrame*> next();
  [[nodiscard]] const AVCodecContext& codec() const { return *codec_; }
  [[nodiscard]] const AVStream& stream() const { return packets_.stream(); }

 private:
  FrameReader(std::filesystem::path file, PacketReader packets, Codec codec)
      : file_(std::move(file)), packets_(std::move(packets)), codec_(std::move(codec)) {}
  std::filesystem::path file_;
  PacketReader packets_;
  Codec codec_;
  LibavFrame frame_{av_frame_alloc()};
  bool has_ended_ = false;
};

}  // namespace spreadmap::media
