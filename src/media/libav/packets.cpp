#include "media/libav/packets.h"

#include <algorithm>
#include <span>
#include <utility>

#include "media/libav/errors.h"
#include "media/sha256.h"

namespace spreadmap::media {

Result<PacketReader> PacketReader::open(const std::filesystem::path& film) {
  const std::string url = "file:" + film.string();
  AVFormatContext* opened = nullptr;
  if (const int error = avformat_open_input(&opened, url.c_str(), nullptr, nullptr); error < 0)
    return tl::unexpected(reading_error(film, error));
  InputContainer container(opened);
  const int stream = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (stream < 0) return fail("{}: holds no pictures", film.string());
  return PacketReader(film, std::move(container), stream);
}

Result<AVPacket*> PacketReader::next() {
  while (true) {
    av_packet_unref(packet_.get());
    const int error = av_read_frame(container_.get(), packet_.get());
    if (error == AVERROR_EOF) return nullptr;
    if (error < 0) return tl::unexpected(reading_error(film_, error));
    if (packet_->stream_index == stream_) return packet_.get();
  }
}

Result<std::vector<std::string>> packet_sums(const std::filesystem::path& film) {
  auto reader = PacketReader::open(film);
  if (!reader) return tl::unexpected(reader.error());
  std::vector<std::pair<std::int64_t, std::string>> by_time;
  Sha256 sum;
  while (true) {
    const Result<AVPacket*> packet = reader->next();
    if (!packet) return tl::unexpected(packet.error());
    if (*packet == nullptr) break;
    sum.add(std::as_bytes(std::span((*packet)->data, static_cast<std::size_t>((*packet)->size))));
    by_time.emplace_back((*packet)->pts, sum.hex());
  }
  std::ranges::sort(by_time);
  std::vector<std::string> sums;
  for (auto& [time, told] : by_time) sums.push_back(std::move(told));
  return sums;
}

}  // namespace spreadmap::media
