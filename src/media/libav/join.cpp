#include "media/libav/join.h"

#include <optional>
#include <string_view>

#include "media/atomic_file.h"
#include "media/libav/errors.h"
#include "media/libav/packets.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace spreadmap::media {
namespace {

/// The film that segments are put into one after another.
class Joined {
 public:
  explicit Joined(const JoinSpec& spec) : spec_(spec) {}

  Result<void> open(const PacketReader& first) {
    Result<PendingFile> file = PendingFile::create(spec_.target);
    if (!file) return tl::unexpected(file.error());
    file_.emplace(std::move(*file));
    const std::string url = "file:" + file_->temporary().string();
    AVFormatContext* made = nullptr;
    int error = avformat_alloc_output_context2(&made, nullptr, "mp4", url.c_str());
    if (error < 0) return tl::unexpected(writing_error(spec_.target, error));
    container_.reset(made);
    container_->flags |= AVFMT_FLAG_BITEXACT;
    AVStream* stream = avformat_new_stream(made, nullptr);
    stream->time_base = frame_time();
    stream->avg_frame_rate = {spec_.fps_num, spec_.fps_den};
    error = avcodec_parameters_copy(stream->codecpar, first.stream().codecpar);
    if (error >= 0) error = avio_open(&made->pb, url.c_str(), AVIO_FLAG_WRITE);
    // The index comes first, so that a film starts to play before it is all there.
    if (error >= 0) error = av_opt_set(made->priv_data, "movflags", "+faststart", 0);
    if (error >= 0) error = avformat_write_header(made, nullptr);
    if (error < 0) return tl::unexpected(writing_error(spec_.target, error));
    return {};
  }

  /// Frames of a segment that begins with frame `first`. Returns how many it has.
  Result<int> add(PacketReader& segment, int first) {
    int count = 0;
    std::optional<std::int64_t> begins;
    while (true) {
      const Result<AVPacket*> read = segment.next();
      if (!read) return tl::unexpected(read.error());
      AVPacket* packet = *read;
      if (packet == nullptr) return count;
      // A closed segment begins with the frame that is shown first.
      if (!begins) begins = packet->pts;
      const auto frame_at = [&](std::int64_t time) {
        return first + av_rescale_q(time - *begins, segment.stream().time_base, frame_time());
      };
      AVStream* stream = container_->streams[0];
      packet->pts = av_rescale_q(frame_at(packet->pts), frame_time(), stream->time_base);
      packet->dts = av_rescale_q(frame_at(packet->dts), frame_time(), stream->time_base);
      packet->duration = av_rescale_q(1, frame_time(), stream->time_base);
      packet->stream_index = 0;
      packet->pos = -1;
      const int error = av_interleaved_write_frame(container_.get(), packet);
      if (error < 0) return tl::unexpected(writing_error(spec_.target, error));
      ++count;
    }
  }

  /// Whether a segment can be told from those before by its head.
  [[nodiscard]] bool is_like(const PacketReader& segment) const {
    const AVCodecParameters &ours = *container_->streams[0]->codecpar, &its = *segment.stream().codecpar;
    const auto head = [](const AVCodecParameters& of) {
      return std::string_view(reinterpret_cast<const char*>(of.extradata), static_cast<std::size_t>(of.extradata_size));
    };
    return ours.codec_id == its.codec_id && ours.width == its.width && ours.height == its.height &&
           head(ours) == head(its);
  }

  Result<void> commit() {
    int error = av_write_trailer(container_.get());
    const int closing = avio_closep(&container_->pb);
    if (error >= 0) error = closing;
    if (error < 0) return tl::unexpected(writing_error(spec_.target, error));
    return file_->commit();
  }

 private:
  [[nodiscard]] AVRational frame_time() const { return {spec_.fps_den, spec_.fps_num}; }
  const JoinSpec& spec_;
  std::optional<PendingFile> file_;
  Container container_;
};

}  // namespace

Result<void> join_segments(const JoinSpec& spec) {
  Joined film(spec);
  int first = 0;
  for (const JoinSpec::Segment& each : spec.segments) {
    auto segment = PacketReader::open(each.file);
    if (!segment) return tl::unexpected(segment.error());
    if (first == 0) {
      if (Result<void> opened = film.open(*segment); !opened) return opened;
    } else if (!film.is_like(*segment)) {
      return fail("{}: was made by another encoder than those before; take it away and go on with --resume",
                  each.file.string());
    }
    const Result<int> count = film.add(*segment, first);
    if (!count) return tl::unexpected(count.error());
    if (*count != each.frame_count) {
      return fail("{}: holds {} frames instead of {}; take it away and go on with --resume", each.file.string(), *count,
                  each.frame_count);
    }
    first += *count;
  }
  if (first == 0) return fail("{}: a film needs at least one frame", spec.target.string());
  return film.commit();
}

}  // namespace spreadmap::media
