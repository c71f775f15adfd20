#include "media/libav/packets.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "media/ending.h"
#include "media/libav/errors.h"
#include "media/sha256.h"

namespace spreadmap::media {

Result<PacketReader> PacketReader::open(const std::filesystem::path& film, AVMediaType kind) {
  const std::string url = "file:" + film.string();
  AVFormatContext* opened = nullptr;
  if (const int error = avformat_open_input(&opened, url.c_str(), nullptr, nullptr); error < 0)
    return tl::unexpected(reading_error(film, error, kind));
  InputContainer container(opened);
  // What the head of a film says is enough; sound of some kinds is known by its packets alone.
  if (kind == AVMEDIA_TYPE_AUDIO) avformat_find_stream_info(opened, nullptr);
  const int stream = av_find_best_stream(opened, kind, -1, -1, nullptr, 0);
  if (stream < 0)
    return fail("{}: holds no {}; name another file", film.string(), kind == AVMEDIA_TYPE_AUDIO ? "sound" : "pictures");
  return PacketReader(film, std::move(container), stream);
}

Result<AVPacket*> PacketReader::next() {
  while (true) {
    av_packet_unref(packet_.get());
    const int error = av_read_frame(container_.get(), packet_.get());
    if (error == AVERROR_EOF) return nullptr;
    if (error < 0) return tl::unexpected(reading_error(film_, error, stream().codecpar->codec_type));
    if (packet_->stream_index == stream_) return packet_.get();
  }
}

namespace {

/// What a packet holds beside its data: alpha in WebM.
void add_packet(Sha256& sum, const AVPacket& packet) {
  sum.add(std::as_bytes(std::span(packet.data, static_cast<std::size_t>(packet.size))));
  std::size_t size = 0;
  const std::uint8_t* beside = av_packet_get_side_data(&packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, &size);
  if (beside != nullptr) sum.add(std::as_bytes(std::span(beside, size)));
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < length; ++i) number |= std::size_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

/// Of the `ANMF` chunk of a WebP file (RFC 9649, section 2.7) that is shown for each frame.
Result<std::vector<std::string>> picture_sums(const std::filesystem::path& film, Rate rate) {
  std::ifstream file(film, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::string_view all = bytes;
  constexpr std::size_t kHead = 8, kFileHead = 12;
  if (!file || all.size() < kFileHead || all.substr(0, 4) != "RIFF" || all.substr(8, 4) != "WEBP")
    return fail("{}: cannot be read as WebP", film.string());
  std::vector<std::string> sums;
  std::size_t ends_ms = 0;
  for (std::size_t at = kFileHead; at + kHead <= all.size();) {
    const std::size_t size = number_at(all, at + 4, 4);
    constexpr std::size_t kPlaceBytes = 12, kDurationBytes = 3;  // of the picture, before it
    if (all.substr(at, 4) == "ANMF" && size >= kPlaceBytes + kDurationBytes && at + kHead + size <= all.size()) {
      ends_ms += number_at(all, at + kHead + kPlaceBytes, kDurationBytes);
      const std::string sum = Sha256().add(all.substr(at, kHead + size)).hex();
      const double frames = static_cast<double>(ends_ms) * rate.num / rate.den / 1000.0;
      sums.resize(std::max(sums.size(), static_cast<std::size_t>(std::lround(frames))), sum);
    }
    at += kHead + size + size % 2;
  }
  return sums;
}

}  // namespace

Result<std::vector<std::string>> packet_sums(const std::filesystem::path& film, Rate rate) {
  if (ending_of(film) == ".webp") return picture_sums(film, rate);
  auto reader = PacketReader::open(film);
  if (!reader) return tl::unexpected(reader.error());
  std::vector<std::pair<std::int64_t, std::string>> by_time;
  Sha256 sum;
  while (true) {
    const Result<AVPacket*> packet = reader->next();
    if (!packet) return tl::unexpected(packet.error());
    if (*packet == nullptr) break;
    add_packet(sum, **packet);
    by_time.emplace_back((*packet)->pts, sum.hex());
  }
  std::ranges::sort(by_time);
  std::vector<std::string> sums;
  sums.reserve(by_time.size());
  for (auto& [time, told] : by_time) sums.push_back(std::move(told));
  return sums;
}

}  // namespace spreadmap::media
