// The one file of spreadmap-film.so: H.264 in MP4 by libavcodec, libavformat and libswscale.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <thread>
#include <utility>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/film_converter.h"
#include "media/film_module.h"
#include "media/libav_handles.h"
#include "media/pipeline.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace spreadmap::media {
namespace {

/// The values of libavutil's AVERROR down to minus this are the system's errno.
constexpr int kLastSystemError = 4096;
constexpr int kThreads = 8;

/// What a call that encodes said.
Error encoding_error(const FilmSpec& spec, int error) {
  return Error{fmt::format("{}: cannot be encoded by {}: {}; name another encoder with --encoder", spec.target.string(),
                           spec.encoder, LibavLog::instance().words(error))};
}

/// What a call that writes said.
Error writing_error(const FilmSpec& spec, int error) {
  const std::string words = LibavLog::instance().words(error);
  if (-error < kLastSystemError && -error != EINVAL) return write_error(spec.target, -error);
  return Error{fmt::format("{}: cannot be written: {}", spec.target.string(), words)};
}

std::string libavcodec_version() {
  const unsigned version = avcodec_version();
  return fmt::format("{}.{}.{}", version >> 16U, version >> 8U & 0xffU, version & 0xffU);
}

Result<const AVCodec*> find_encoder(const std::string& name) {
  const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
  if (encoder != nullptr && encoder->id == AV_CODEC_ID_H264) return encoder;
  if (encoder != nullptr) {
    return fail("the encoder '{}' does not write H.264: name libx264 or another that does with --encoder", name);
  }
  return fail(
      "no H.264 encoder '{}' in libavcodec {}: install Debian's libavcodec59 (it brings libx264), or name another with "
      "--encoder; `ffmpeg -encoders` lists them",
      name, libavcodec_version());
}

/// What every player takes: High profile, 4:2:0, bt709. A key frame every two seconds, so that seeking is quick.
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
  codec.gop_size = std::max(1, 2 * spec.fps_num / spec.fps_den);
  codec.flags |= static_cast<int>(AV_CODEC_FLAG_CLOSED_GOP | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
  // x264 gives other bytes with another number of threads, but the same with the same number, whatever the number of
  // cores: so it is fixed. 8 take a fifth more work than 1, are as fast on two cores, and encode at once on more.
  codec.thread_count = kThreads;
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

/// The encoder, the container and the file, one frame after another. Not for several threads.
class FilmWriter {
 public:
  static Result<std::unique_ptr<FilmWriter>> open(const FilmSpec& spec);

  /// Encodes the frame, or with null what the encoder still holds back.
  Result<void> encode(const AVFrame* frame);
  /// Ends the container, syncs and renames.
  Result<void> commit();

 private:
  FilmWriter(FilmSpec spec, PendingFile file) : spec_(std::move(spec)), file_(std::move(file)) {}
  Result<void> open_codec();
  Result<void> open_container();

  FilmSpec spec_;
  PendingFile file_;
  Codec codec_;
  Container container_;
  Packet packet_{av_packet_alloc()};
};

Result<std::unique_ptr<FilmWriter>> FilmWriter::open(const FilmSpec& spec) {
  Result<PendingFile> file = PendingFile::create(spec.target);
  if (!file) return tl::unexpected(file.error());
  std::unique_ptr<FilmWriter> writer(new FilmWriter(spec, std::move(*file)));
  if (Result<void> opened = writer->open_codec(); !opened) return tl::unexpected(opened.error());
  if (Result<void> opened = writer->open_container(); !opened) return tl::unexpected(opened.error());
  return writer;
}

Result<void> FilmWriter::open_codec() {
  const Result<const AVCodec*> encoder = find_encoder(spec_.encoder);
  if (!encoder) return tl::unexpected(encoder.error());
  codec_.reset(avcodec_alloc_context3(*encoder));
  describe(*codec_, spec_);
  set_quality(*codec_, spec_);
  if (const int error = avcodec_open2(codec_.get(), *encoder, nullptr); error < 0) {
    return tl::unexpected(encoding_error(spec_, error));
  }
  return {};
}

Result<void> FilmWriter::open_container() {
  // "file:" keeps libav from reading a protocol out of a name with a colon.
  const std::string url = "file:" + file_.temporary().string();
  AVFormatContext* made = nullptr;
  if (const int error = avformat_alloc_output_context2(&made, nullptr, "mp4", url.c_str()); error < 0) {
    return tl::unexpected(writing_error(spec_, error));
  }
  container_.reset(made);
  // No creation time and no library versions: the bytes depend on the frames alone.
  container_->flags |= AVFMT_FLAG_BITEXACT;
  AVStream* stream = avformat_new_stream(made, nullptr);
  stream->time_base = codec_->time_base;
  stream->avg_frame_rate = codec_->framerate;
  int error = avcodec_parameters_from_context(stream->codecpar, codec_.get());
  if (error >= 0) error = avio_open(&made->pb, url.c_str(), AVIO_FLAG_WRITE);
  // The index comes first, so that a film starts to play before it is all there.
  if (error >= 0) error = av_opt_set(made->priv_data, "movflags", "+faststart", 0);
  if (error >= 0) error = avformat_write_header(made, nullptr);
  if (error < 0) return tl::unexpected(writing_error(spec_, error));
  return {};
}

Result<void> FilmWriter::encode(const AVFrame* frame) {
  int error = avcodec_send_frame(codec_.get(), frame);
  while (error >= 0) {
    error = avcodec_receive_packet(codec_.get(), packet_.get());
    if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return {};
    if (error < 0) break;
    packet_->stream_index = 0;
    packet_->duration = 1;
    av_packet_rescale_ts(packet_.get(), codec_->time_base, container_->streams[0]->time_base);
    const int writing = av_interleaved_write_frame(container_.get(), packet_.get());
    if (writing < 0) return tl::unexpected(writing_error(spec_, writing));
  }
  return tl::unexpected(encoding_error(spec_, error));
}

Result<void> FilmWriter::commit() {
  int error = av_write_trailer(container_.get());
  const int closing = avio_closep(&container_->pb);
  if (error >= 0) error = closing;
  if (error < 0) return tl::unexpected(writing_error(spec_, error));
  return file_.commit();
}

/// Converts in one thread and encodes in another, both beside the caller's rendering.
class FilmSink final : public FrameSink {
 public:
  FilmSink(const FilmSpec& spec, std::unique_ptr<FilmWriter> writer)
      : spec_(spec),
        writer_(std::move(writer)),
        converter_(spec.width_px, spec.height_px),
        threads_{std::thread([this] { convert(); }), std::thread([this] { encode(); })} {}
  FilmSink(const FilmSink&) = delete;
  FilmSink& operator=(const FilmSink&) = delete;
  ~FilmSink() override {
    images_.discard();
    frames_.discard();
    join();
  }

  Result<Image> put(int index, Image image) override;
  Result<void> finish() override;

 private:
  void convert();
  void encode();
  void join() {
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  const FilmSpec spec_;
  std::unique_ptr<FilmWriter> writer_;
  Converter converter_;
  int count_ = 0;
  BoundedQueue<Image> images_{1};
  BoundedQueue<LibavFrame> frames_{1};
  Spares<Image> spare_images_;
  Spares<LibavFrame> spare_frames_;
  FirstError error_;
  std::array<std::thread, 2> threads_;
};

Result<Image> FilmSink::put(int index, Image image) {
  SM_ASSERT(index == count_, "frame {} comes after {} frames", index, count_);
  SM_ASSERT(image.width_px == spec_.width_px && image.height_px == spec_.height_px, "{} x {} in a film of {} x {}",
            image.width_px, image.height_px, spec_.width_px, spec_.height_px);
  ++count_;
  if (images_.push(std::move(image))) return spare_images_.take();
  const Result<void> so_far = error_.check();
  SM_ASSERT(!so_far, "frame {} comes after finish()", index);
  return tl::unexpected(so_far.error());
}

Result<void> FilmSink::finish() {
  images_.close();
  join();
  if (count_ == 0) return fail("{}: a film needs at least one frame", spec_.target.string());
  if (Result<void> so_far = error_.check(); !so_far) return so_far;
  if (Result<void> rest = writer_->encode(nullptr); !rest) return rest;
  return writer_->commit();
}

void FilmSink::convert() {
  while (std::optional<Image> image = images_.pop()) {
    LibavFrame frame = converter_.converted(*image, spare_frames_.take());
    spare_images_.give(std::move(*image));
    if (!frames_.push(std::move(frame))) return;
  }
  frames_.close();
}

void FilmSink::encode() {
  for (std::int64_t time = 0; std::optional<LibavFrame> frame = frames_.pop(); ++time) {
    (*frame)->pts = time;
    if (Result<void> encoded = writer_->encode(frame->get()); !encoded) {
      error_.set(std::move(encoded.error()));
      frames_.discard();
      images_.discard();
      return;
    }
    spare_frames_.give(std::move(*frame));
  }
}

}  // namespace
}  // namespace spreadmap::media

extern "C" spreadmap::media::FrameSink* spreadmap_open_film_1(const spreadmap::media::FilmSpec* spec,
                                                              spreadmap::Error* error) {
  using spreadmap::media::FilmSink, spreadmap::media::FilmWriter;
  spreadmap::media::LibavLog::instance();
  auto writer = FilmWriter::open(*spec);
  if (!writer) {
    *error = std::move(writer.error());
    return nullptr;
  }
  return new FilmSink(*spec, std::move(*writer));
}
