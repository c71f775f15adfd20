#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/film.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// A film that is read packet by packet.
class PacketReader {
 public:
  /// Errors: it cannot be read; nothing of that kind is in it.
  static Result<PacketReader> open(const std::filesystem::path& film, AVMediaType kind = AVMEDIA_TYPE_VIDEO);
  /// Of its first stream of that kind.
  [[nodiscard]] const AVStream& stream() const { return *container_->streams[stream_]; }
  /// The next packet of that stream; null: there are no more. Valid until the next call.
  Result<AVPacket*> next();

 private:
  PacketReader(std::filesystem::path film, InputContainer container, int stream)
      : film_(std::move(film)), container_(std::move(container)), stream_(stream) {}
  std::filesystem::path film_;
  InputContainer container_;
  int stream_;
  Packet packet_{av_packet_alloc()};
};

/// See FilmModule::frame_sums.
Result<std::vector<std::string>> packet_sums(const std::filesystem::path& film, Rate rate);

}  // namespace spreadmap::media
