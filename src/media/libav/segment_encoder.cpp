#include "media/libav/segment_encoder.h"

#include "media/libav/errors.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace spreadmap::media {
namespace {

/// What a call that encodes said.
Error encoding_error(const FilmSpec& spec, int error) {
  return Error{fmt::format("{}: cannot be encoded by {}: {}; name another encoder with --encoder", spec.target.string(),
                           spec.encoder, LibavLog::instance().words(error))};
}

/// What every player takes: High profile, 4:2:0, bt709.
void describe(AVCodecContext& codec, const FilmSpec& spec) {
  codec.width = spec.width_px;
  codec.height = spec.height_px;
  codec.time_base = {spec.fps_den, spec.fps_num};
  codec.framerate = {spec.fps_num, spec.fps_den};
  codec.pix_fmt = AV_PIX_FMT_YUV420P;
  codec.color_range = AVCOL_RANGE_MPEG;
  codec.color_primaries = AVCOL_PRI_BT709;
  codec.color_trc = AVCOL_TRC_BT709;
  codec.colorspace = AVCOL_SPC_BT709;
  codec.chroma_sample_location = AVCHROMA_LOC_LEFT;
  codec.profile = FF_PROFILE_H264_HIGH;
  codec.gop_size = spec.segment_frames();
  codec.flags |= static_cast<int>(AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
  // x264 gives other bytes with another number of threads: one, and segments side by side.
  codec.thread_count = 1;
}

/// Constant quality where the encoder knows it, otherwise a generous rate: 0.15 bits a pixel.
void set_quality(AVCodecContext& codec, const FilmSpec& spec) {
  if (spec.encoder == "libx264") {
    av_opt_set(codec.priv_data, "preset", "veryfast", 0);
    av_opt_set(codec.priv_data, "crf", "18", 0);
    // The same bytes on every processor.
    av_opt_set(codec.priv_data, "x264-params", "cpu-independent=1", 0);
    return;
  }
  const std::int64_t pixels = std::int64_t{spec.width_px} * spec.height_px;
  codec.bit_rate = pixels * spec.fps_num / spec.fps_den * 15 / 100;
}

}  // namespace

std::string libavcodec_told() {
  const unsigned version = avcodec_version();
  return fmt::format("libavcodec {}.{}.{}", version >> 16U, version >> 8U & 0xffU, version & 0xffU);
}

Result<const AVCodec*> find_encoder(const std::string& name) {
  const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
  if (encoder != nullptr && encoder->id == AV_CODEC_ID_H264) return encoder;
  if (encoder != nullptr) {
    return fail("the encoder '{}' does not write H.264: name libx264 or another that does with --encoder", name);
  }
  return fail(
      "no H.264 encoder '{}' in {}: install Debian's libavcodec59 (it brings libx264), or name another with --encoder; "
      "`ffmpeg -encoders` lists them",
      name, libavcodec_told());
}

Result<std::unique_ptr<SegmentEncoder>> SegmentEncoder::open(const FilmSpec& spec,
                                                             const std::filesystem::path& target) {
  Result<PendingFile> file = PendingFile::create(target);
  if (!file) return tl::unexpected(file.error());
  std::unique_ptr<SegmentEncoder> encoder(new SegmentEncoder(spec, target, std::move(*file)));
  if (Result<void> opened = encoder->open_codec(); !opened) return tl::unexpected(opened.error());
  if (Result<void> opened = encoder->open_container(); !opened) return tl::unexpected(opened.error());
  return encoder;
}

Result<void> SegmentEncoder::open_codec() {
  const Result<const AVCodec*> encoder = find_encoder(spec_.encoder);
  if (!encoder) return tl::unexpected(encoder.error());
  codec_.reset(avcodec_alloc_context3(*encoder));
  describe(*codec_, spec_);
  set_quality(*codec_, spec_);
  if (const int error = avcodec_open2(codec_.get(), *encoder, nullptr); error < 0)
    return tl::unexpected(encoding_error(spec_, error));
  return {};
}

Result<void> SegmentEncoder::open_container() {
  // "file:" keeps libav from reading a protocol out of a name with a colon.
  const std::string url = "file:" + file_.temporary().string();
  AVFormatContext* made = nullptr;
  if (const int error = avformat_alloc_output_context2(&made, nullptr, "mp4", url.c_str()); error < 0)
    return tl::unexpected(writing_error(target_, error));
  container_.reset(made);
  // No creation time and no library versions: the bytes depend on the frames alone.
  container_->flags |= AVFMT_FLAG_BITEXACT;
  AVStream* stream = avformat_new_stream(made, nullptr);
  stream->time_base = codec_->time_base;
  stream->avg_frame_rate = codec_->framerate;
  int error = avcodec_parameters_from_context(stream->codecpar, codec_.get());
  if (error >= 0) error = avio_open(&made->pb, url.c_str(), AVIO_FLAG_WRITE);
  if (error >= 0) error = avformat_write_header(made, nullptr);
  if (error < 0) return tl::unexpected(writing_error(target_, error));
  return {};
}

Result<void> SegmentEncoder::encode(AVFrame* frame) {
  if (frame != nullptr) frame->pts = taken_++;
  int error = avcodec_send_frame(codec_.get(), frame);
  while (error >= 0) {
    error = avcodec_receive_packet(codec_.get(), packet_.get());
    if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return {};
    if (error < 0) break;
    packet_->stream_index = 0;
    packet_->duration = 1;
    av_packet_rescale_ts(packet_.get(), codec_->time_base, container_->streams[0]->time_base);
    const int writing = av_interleaved_write_frame(container_.get(), packet_.get());
    if (writing < 0) return tl::unexpected(writing_error(target_, writing));
  }
  return tl::unexpected(encoding_error(spec_, error));
}

Result<void> SegmentEncoder::end() {
  if (Result<void> rest = encode(nullptr); !rest) return rest;
  int error = av_write_trailer(container_.get());
  const int closing = avio_closep(&container_->pb);
  if (error >= 0) error = closing;
  if (error < 0) return tl::unexpected(writing_error(target_, error));
  return {};
}

}  // namespace spreadmap::media
