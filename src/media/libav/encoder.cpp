#include "media/libav/encoder.h"

#include "base/assert.h"
#include "media/libav/errors.h"

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace spreadmap::media {
namespace {

Error encoding_error(const std::string& target, const std::string& encoder, int error) {
  return Error{fmt::format("{}: cannot be encoded by {}: {}; name another encoder with --encoder", target, encoder,
                           LibavLog::instance().words(error))};
}

void describe_colours(AVCodecContext& codec) {
  const AVPixFmtDescriptor* pixels = av_pix_fmt_desc_get(codec.pix_fmt);
  codec.color_primaries = AVCOL_PRI_BT709;  // those of sRGB
  if ((pixels->flags & static_cast<unsigned>(AV_PIX_FMT_FLAG_RGB)) != 0 || codec.pix_fmt == AV_PIX_FMT_PAL8) {
    codec.color_range = AVCOL_RANGE_JPEG;
    codec.color_trc = AVCOL_TRC_IEC61966_2_1;
    codec.colorspace = AVCOL_SPC_RGB;
    return;
  }
  codec.color_range = AVCOL_RANGE_MPEG;
  codec.color_trc = AVCOL_TRC_BT709;
  codec.colorspace = AVCOL_SPC_BT709;
  if (pixels->log2_chroma_h > 0) codec.chroma_sample_location = AVCHROMA_LOC_LEFT;
}

/// Constant quality where the encoder is the format's own, otherwise a generous rate: 0.15 bits a pixel.
void set_options(AVCodecContext& codec, const FilmSpec& spec, const FilmFormat& format, bool is_own) {
  if (!is_own) {
    const std::int64_t pixels = std::int64_t{spec.width_px} * spec.height_px;
    codec.bit_rate = pixels * spec.fps_num / spec.fps_den * 15 / 100;
    return;
  }
  for (const auto& [name, value] : format.options) {
    const int error = av_opt_set(&codec, std::string(name).c_str(), std::string(value).c_str(), AV_OPT_SEARCH_CHILDREN);
    SM_ASSERT(error >= 0, "{}: no option {} of value {}", format.name, name, value);
  }
  if (spec.crf) av_opt_set_int(&codec, "crf", *spec.crf, AV_OPT_SEARCH_CHILDREN);
}

}  // namespace

std::string libavcodec_told() {
  const unsigned version = avcodec_version();
  return fmt::format("libavcodec {}.{}.{}", version >> 16U, version >> 8U & 0xffU, version & 0xffU);
}

Result<const AVCodec*> find_encoder(const FilmFormat& format, const std::string& name) {
  const AVCodecDescriptor* wanted = avcodec_descriptor_get_by_name(std::string(format.codec).c_str());
  SM_ASSERT(wanted != nullptr, "libavcodec knows no {}", format.codec);
  const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
  if (encoder != nullptr && encoder->id == wanted->id) return encoder;
  if (encoder != nullptr) {
    return fail("the encoder '{}' does not write {}: name {} or another that does with --encoder", name, format.told,
                format.encoder);
  }
  return fail(
      "no {} encoder '{}' in {}: install Debian's libavcodec59 (it brings {}), or name another with --encoder; "
      "`ffmpeg -encoders` lists them",
      format.told, name, libavcodec_told(), format.encoder);
}

AVPixelFormat pixels_of(const FilmFormat& format, bool has_alpha, Depth depth) {
  const auto& pixels = format.pixels;
  std::string_view name = has_alpha ? pixels.alpha : pixels.opaque;
  if (depth == Depth::k16 && !pixels.deep_opaque.empty()) name = has_alpha ? pixels.deep_alpha : pixels.deep_opaque;
  const AVPixelFormat found = av_get_pix_fmt(std::string(name).c_str());
  SM_ASSERT(found != AV_PIX_FMT_NONE, "{} of {}", name, format.name);
  return found;
}

Result<Encoder> Encoder::open(const FilmSpec& spec, const FilmFormat& format) {
  // What a caller names in place of the format's own is of the film, not of lossless segments.
  const bool is_own = spec.encoder.empty() || spec.encoder == format.encoder || &format != spec.format;
  const std::string name = is_own ? std::string(format.encoder) : spec.encoder;
  const Result<const AVCodec*> encoder = find_encoder(format, name);
  if (!encoder) return tl::unexpected(encoder.error());
  Codec codec(avcodec_alloc_context3(*encoder));
  codec->width = spec.width_px;
  codec->height = spec.height_px;
  codec->time_base = {spec.fps_den, spec.fps_num};
  codec->framerate = {spec.fps_num, spec.fps_den};
  codec->pix_fmt = pixels_of(format, spec.has_alpha, spec.depth);
  codec->gop_size = spec.segment_frames();
  codec->flags |= static_cast<int>(AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
  // x264 gives other bytes with another number of threads: one, and segments side by side.
  codec->thread_count = 1;
  describe_colours(*codec);
  set_options(*codec, spec, format, is_own);
  if (const int error = avcodec_open2(codec.get(), *encoder, nullptr); error < 0)
    return tl::unexpected(encoding_error(spec.target.string(), name, error));
  return Encoder(spec.target.string(), name, std::move(codec));
}

Result<void> Encoder::encode(AVFrame* frame, const OnPacket& on_packet) {
  if (frame != nullptr) {
    frame->pts = taken_++;
    // Some encoders ask each frame, not their own settings.
    frame->color_primaries = codec_->color_primaries;
    frame->color_trc = codec_->color_trc;
    frame->colorspace = codec_->colorspace;
    frame->color_range = codec_->color_range;
    frame->chroma_location = codec_->chroma_sample_location;
  }
  int error = avcodec_send_frame(codec_.get(), frame);
  while (error >= 0) {
    error = avcodec_receive_packet(codec_.get(), packet_.get());
    if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return {};
    if (error < 0) break;
    if (Result<void> taken = on_packet(*packet_); !taken) return taken;
  }
  return tl::unexpected(encoding_error(target_, name_, error));
}

}  // namespace spreadmap::media
