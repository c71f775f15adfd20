#include "media/libav/sound.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "base/assert.h"
#include "media/ending.h"
#include "media/libav/errors.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
}

namespace spreadmap::media {
namespace {

constexpr int kRate_hz = 48000;  // the one that Opus has, and that films are cut with

/// Of the container that a film's ending stands for.
const char* encoder_of(std::string_view ending) {
  if (ending == ".webm") return "libopus";
  if (ending == ".mkv") return "flac";
  return ending == ".mov" ? "pcm_s16le" : "aac";
}

std::string description_of(const FrameReader& reader, const AVCodecContext& codec, double length_s) {
  constexpr double kFade_s = 0.5;
  constexpr int kFreeFrameSamples = 1024;  // of codecs that take any number
  std::array<char, 128> layout{};
  const AVCodecContext& from = reader.codec();
  av_channel_layout_describe(&from.ch_layout, layout.data(), layout.size());
  const int frame_samples = codec.frame_size > 0 ? codec.frame_size : kFreeFrameSamples;
  return fmt::format(
      "abuffer@in=sample_rate={}:sample_fmt={}:channel_layout={}:time_base=1/{},aresample={},"
      "aformat=sample_fmts={}:channel_layouts=stereo,atrim=duration={:.6f},afade=t=out:st={:.6f}:d={:.6f},"
      "asetnsamples=n={}:p=0,abuffersink@out",
      from.sample_rate, av_get_sample_fmt_name(from.sample_fmt), layout.data(), from.sample_rate, kRate_hz,
      av_get_sample_fmt_name(codec.sample_fmt), length_s, std::max(0.0, length_s - kFade_s),
      std::min(kFade_s, length_s), frame_samples);
}

Result<Codec> open_encoder(const std::filesystem::path& target) {
  const char* const name = encoder_of(ending_of(target));
  const AVCodec* encoder = avcodec_find_encoder_by_name(name);
  if (encoder == nullptr) {
    return fail("{}: no encoder '{}' in libavcodec for its sound: install Debian's libavcodec59", target.string(),
                name);
  }
  Codec codec(avcodec_alloc_context3(encoder));
  codec->sample_rate = kRate_hz;
  codec->sample_fmt = encoder->sample_fmts[0];
  av_channel_layout_default(&codec->ch_layout, 2);
  codec->time_base = {1, kRate_hz};
  codec->bit_rate = 192'000;
  codec->thread_count = 1;
  codec->flags |= static_cast<int>(AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
  if (const int error = avcodec_open2(codec.get(), encoder, nullptr); error < 0)
    return tl::unexpected(writing_error(target, error));
  return codec;
}

}  // namespace

Result<std::unique_ptr<Sound>> Sound::open(const std::filesystem::path& file, const std::filesystem::path& target,
                                           double length_s, OutputFile& film) {
  auto reader = FrameReader::open(file, AVMEDIA_TYPE_AUDIO);
  if (!reader) return tl::unexpected(reader.error());
  auto codec = open_encoder(target);
  if (!codec) return tl::unexpected(codec.error());
  auto graph = FilterGraph::make(description_of(*reader, **codec, length_s));
  if (!graph) return fail("{}: {}", file.string(), graph.error().message);
  AVStream& stream = film.add_sound();
  stream.time_base = (*codec)->time_base;
  if (const int error = avcodec_parameters_from_context(stream.codecpar, codec->get()); error < 0)
    return tl::unexpected(writing_error(target, error));
  return std::unique_ptr<Sound>(
      new Sound(std::move(*reader), std::move(*graph), std::move(*codec), film, stream.index));
}

Result<LibavFrame> Sound::next_frame() {
  while (true) {
    Result<LibavFrame> frame = graph_.next("abuffersink@out");
    if (!frame || *frame != nullptr || graph_.has_ended()) return frame;
    const Result<AVFrame*> read = reader_.next();
    if (!read) return tl::unexpected(read.error());
    // Times count from the file's first sample, wherever its own begin.
    if (*read != nullptr) (*read)->pts = AV_NOPTS_VALUE;
    if (Result<void> put = graph_.put("abuffer@in", *read); !put) return tl::unexpected(put.error());
  }
}

Result<void> Sound::encode(AVFrame* frame) {
  if (frame != nullptr) {
    frame->pts = sample_;
    sample_ += frame->nb_samples;
  }
  int error = avcodec_send_frame(codec_.get(), frame);
  while (error >= 0) {
    error = avcodec_receive_packet(codec_.get(), packet_.get());
    if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return {};
    if (error < 0) break;
    packet_->stream_index = stream_;
    av_packet_rescale_ts(packet_.get(), codec_->time_base, film_.stream(stream_).time_base);
    if (Result<void> written = film_.write(*packet_); !written) return written;
  }
  return fail("the sound cannot be encoded: {}", LibavLog::instance().words(error));
}

Result<void> Sound::write_until(double time_s) {
  while (static_cast<double>(sample_) < time_s * kRate_hz) {
    Result<LibavFrame> frame = next_frame();
    if (!frame) return tl::unexpected(frame.error());
    if (*frame == nullptr) return {};
    if (Result<void> encoded = encode(frame->get()); !encoded) return encoded;
  }
  return {};
}

Result<void> Sound::finish() {
  if (Result<void> rest = write_until(std::numeric_limits<double>::infinity()); !rest) return rest;
  return encode(nullptr);
}

}  // namespace spreadmap::media
