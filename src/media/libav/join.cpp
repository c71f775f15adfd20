#include "media/libav/join.h"

#include <optional>
#include <string_view>

#include "media/libav/animation.h"
#include "media/libav/errors.h"
#include "media/libav/output_file.h"
#include "media/libav/packets.h"
#include "media/libav/sound.h"

namespace spreadmap::media {
namespace {

/// The film that segments are put into one after another.
class Joined {
 public:
  explicit Joined(const JoinSpec& spec) : spec_(spec) {}

  Result<void> open(const PacketReader& first) {
    Result<OutputFile> file = OutputFile::create(spec_.target);
    if (!file) return tl::unexpected(file.error());
    file_.emplace(std::move(*file));
    AVStream& stream = file_->add_pictures({spec_.fps_num, spec_.fps_den});
    if (const int error = avcodec_parameters_copy(stream.codecpar, first.stream().codecpar); error < 0)
      return tl::unexpected(writing_error(spec_.target, error));
    // WebM says so of the stream, not of each packet.
    av_dict_copy(&stream.metadata, first.stream().metadata, 0);
    file_->set_index_first();
    if (!spec_.sound.empty()) {
      auto sound = Sound::open(spec_.sound, spec_.target, length_s(), *file_);
      if (!sound) return tl::unexpected(sound.error());
      sound_ = std::move(*sound);
    }
    return file_->begin();
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
      const AVRational clock = file_->stream(0).time_base;
      packet->dts =
          av_rescale_q(frame_at(packet->dts == AV_NOPTS_VALUE ? packet->pts : packet->dts), frame_time(), clock);
      packet->pts = av_rescale_q(frame_at(packet->pts), frame_time(), clock);
      packet->duration = av_rescale_q(1, frame_time(), clock);
      packet->stream_index = 0;
      packet->pos = -1;
      if (Result<void> written = file_->write(*packet); !written) return tl::unexpected(written.error());
      ++count;
      if (sound_ == nullptr) continue;
      if (Result<void> heard = sound_->write_until((first + count) * av_q2d(frame_time())); !heard)
        return tl::unexpected(heard.error());
    }
  }

  /// Whether a segment can be told from those before by its head.
  [[nodiscard]] bool is_like(const PacketReader& segment) const {
    const AVCodecParameters &ours = *file_->stream(0).codecpar, &its = *segment.stream().codecpar;
    const auto head = [](const AVCodecParameters& of) {
      return std::string_view(reinterpret_cast<const char*>(of.extradata), static_cast<std::size_t>(of.extradata_size));
    };
    return ours.codec_id == its.codec_id && ours.width == its.width && ours.height == its.height &&
           head(ours) == head(its);
  }

  Result<void> commit() {
    if (sound_ != nullptr) {
      if (Result<void> rest = sound_->finish(); !rest) return rest;
    }
    if (Result<void> ended = file_->end(); !ended) return ended;
    return file_->commit();
  }

 private:
  [[nodiscard]] AVRational frame_time() const { return {spec_.fps_den, spec_.fps_num}; }
  [[nodiscard]] double length_s() const {
    int frames = 0;
    for (const JoinSpec::Segment& segment : spec_.segments) frames += segment.frame_count;
    return frames * av_q2d(frame_time());
  }
  const JoinSpec& spec_;
  std::optional<OutputFile> file_;
  std::unique_ptr<Sound> sound_;
};

tl::unexpected<Error> wrong_count(const JoinSpec::Segment& segment, int count) {
  return fail("{}: holds {} frames instead of {}; take it away and go on with --resume", segment.file.string(), count,
              segment.frame_count);
}

Result<void> copied(const JoinSpec& spec) {
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
    if (*count != each.frame_count) return wrong_count(each, *count);
    first += *count;
  }
  return film.commit();
}

}  // namespace

Result<void> join_segments(const JoinSpec& spec) {
  if (spec.segments.empty()) return fail("{}: a film needs at least one frame", spec.target.string());
  return spec.format->is_made_at_join ? make_animation(spec) : copied(spec);
}

}  // namespace spreadmap::media
