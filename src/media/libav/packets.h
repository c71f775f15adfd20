#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// A film that is read packet by packet.
class PacketReader {
 public:
  static Result<PacketReader> open(const std::filesystem::path& film);
  /// Of its first picture stream.
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

/// SHA-256 of the packet of each frame, in the order in which they are shown.
Result<std::vector<std::string>> packet_sums(const std::filesystem::path& film);

}  // namespace spreadmap::media
