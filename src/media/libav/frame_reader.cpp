#include "media/libav/frame_reader.h"

#include "media/libav/errors.h"

namespace spreadmap::media {

Result<FrameReader> FrameReader::open(const std::filesystem::path& file, AVMediaType kind) {
  auto packets = PacketReader::open(file, kind);
  if (!packets) return tl::unexpected(packets.error());
  const AVStream& stream = packets->stream();
  const AVCodec* decoder = avcodec_find_decoder(stream.codecpar->codec_id);
  if (decoder == nullptr)
    return fail("{}: cannot be read: {} has no decoder for {}; convert it first", file.string(), "libavcodec",
                avcodec_get_name(stream.codecpar->codec_id));
  Codec codec(avcodec_alloc_context3(decoder));
  int error = avcodec_parameters_to_context(codec.get(), stream.codecpar);
  codec->pkt_timebase = stream.time_base;
  codec->thread_count = 1;
  if (error >= 0) error = avcodec_open2(codec.get(), decoder, nullptr);
  if (error < 0) return tl::unexpected(reading_error(file, error, kind));
  return FrameReader(file, std::move(*packets), std::move(codec));
}

Result<AVFrame*> FrameReader::next() {
  while (true) {
    const int error = avcodec_receive_frame(codec_.get(), frame_.get());
    if (error == 0) return frame_.get();
    if (error == AVERROR_EOF) return nullptr;
    if (error != AVERROR(EAGAIN) || has_ended_) return tl::unexpected(reading_error(file_, error, codec_->codec_type));
    const Result<AVPacket*> packet = packets_.next();
    if (!packet) return tl::unexpected(packet.error());
    has_ended_ = *packet == nullptr;
    if (const int sent = avcodec_send_packet(codec_.get(), *packet); sent < 0)
      return tl::unexpected(reading_error(file_, sent, codec_->codec_type));
  }
}

}  // namespace spreadmap::media
