#include "media/libav/segment_encoder.h"

#include "media/libav/errors.h"

namespace spreadmap::media {

Result<std::unique_ptr<SegmentEncoder>> SegmentEncoder::open(const FilmSpec& spec,
                                                             const std::filesystem::path& target) {
  auto encoder = Encoder::open(spec, spec.segment_format());
  if (!encoder) return tl::unexpected(encoder.error());
  auto file = OutputFile::create(target);
  if (!file) return tl::unexpected(file.error());
  AVStream& stream = file->add_pictures({spec.fps_num, spec.fps_den});
  if (const int error = avcodec_parameters_from_context(stream.codecpar, &encoder->codec()); error < 0)
    return tl::unexpected(writing_error(target, error));
  if (Result<void> begun = file->begin(); !begun) return tl::unexpected(begun.error());
  return std::unique_ptr<SegmentEncoder>(new SegmentEncoder(std::move(*encoder), std::move(*file)));
}

Result<void> SegmentEncoder::put(AVFrame* frame) {
  return encoder_.encode(frame, [this](AVPacket& packet) {
    packet.stream_index = 0;
    packet.duration = 1;
    av_packet_rescale_ts(&packet, encoder_.codec().time_base, file_.stream(0).time_base);
    return file_.write(packet);
  });
}

Result<void> SegmentEncoder::end() {
  if (Result<void> rest = put(nullptr); !rest) return rest;
  return file_.end();
}

}  // namespace spreadmap::media
