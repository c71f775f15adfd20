#include "media/libav/animation.h"

#include <functional>
#include <optional>

#include "media/libav/encoder.h"
#include "media/libav/errors.h"
#include "media/libav/filter_graph.h"
#include "media/libav/frame_reader.h"
#include "media/libav/frame_scaler.h"
#include "media/libav/output_file.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace spreadmap::media {
namespace {

using OnFrame = std::function<Result<void>(AVFrame&)>;

/// All frames of the segments, one after another, their times counting frames.
Result<void> for_each_frame(const JoinSpec& spec, const OnFrame& on_frame) {
  int index = 0;
  for (const JoinSpec::Segment& segment : spec.segments) {
    auto reader = FrameReader::open(segment.file);
    if (!reader) return tl::unexpected(reader.error());
    int count = 0;
    while (true) {
      const Result<AVFrame*> frame = reader->next();
      if (!frame) return tl::unexpected(frame.error());
      if (*frame == nullptr) break;
      (*frame)->pts = index++;
      if (Result<void> taken = on_frame(**frame); !taken) return taken;
      ++count;
    }
    if (count != segment.frame_count) {
      return fail("{}: holds {} frames instead of {}; take it away and go on with --resume", segment.file.string(),
                  count, segment.frame_count);
    }
  }
  return {};
}

std::string source(std::string_view name, const AVFrame& like, const JoinSpec& spec) {
  return fmt::format("buffer@{}=video_size={}x{}:pix_fmt={}:time_base={}/{}:pixel_aspect=1/1", name, like.width,
                     like.height, av_get_pix_fmt_name(static_cast<AVPixelFormat>(like.format)), spec.fps_den,
                     spec.fps_num);
}

/// A picture with the 256 colours that the film is best shown with.
Result<LibavFrame> palette_of(const JoinSpec& spec) {
  std::optional<FilterGraph> graph;
  auto read = for_each_frame(spec, [&](AVFrame& frame) -> Result<void> {
    if (!graph) {
      auto made = FilterGraph::make(source("in", frame, spec) + ",palettegen=stats_mode=full,buffersink@out");
      if (!made) return tl::unexpected(made.error());
      graph.emplace(std::move(*made));
    }
    return graph->put("buffer@in", &frame);
  });
  if (!read) return tl::unexpected(read.error());
  if (Result<void> ended = graph->put("buffer@in", nullptr); !ended) return tl::unexpected(ended.error());
  return graph->next("buffersink@out");
}

/// Frames in the film's palette. Bayer's matrix lies still where error diffusion would crawl while the picture rests.
class Palette {
 public:
  static Result<Palette> make(const JoinSpec& spec) {
    auto colours = palette_of(spec);
    if (!colours) return tl::unexpected(colours.error());
    return Palette(spec, std::move(*colours));
  }
  Result<LibavFrame> applied(AVFrame& frame) {
    if (!graph_) {
      auto made =
          FilterGraph::make(fmt::format("{}[a];{}[b];[a][b]paletteuse=dither=bayer:bayer_scale=5,buffersink@out",
                                        source("in", frame, spec_), source("palette", *colours_, spec_)));
      if (!made) return tl::unexpected(made.error());
      graph_.emplace(std::move(*made));
      colours_->pts = 0;
      if (Result<void> put = graph_->put("buffer@palette", colours_.get()); !put) return tl::unexpected(put.error());
      if (Result<void> put = graph_->put("buffer@palette", nullptr); !put) return tl::unexpected(put.error());
    }
    if (Result<void> put = graph_->put("buffer@in", &frame); !put) return tl::unexpected(put.error());
    return graph_->next("buffersink@out");
  }
  /// What the graph still holds back; nullptr: nothing more.
  Result<LibavFrame> rest() {
    if (Result<void> ended = graph_->put("buffer@in", nullptr); !ended) return tl::unexpected(ended.error());
    return graph_->next("buffersink@out");
  }

 private:
  Palette(const JoinSpec& spec, LibavFrame colours) : spec_(spec), colours_(std::move(colours)) {}
  const JoinSpec& spec_;
  LibavFrame colours_;
  std::optional<FilterGraph> graph_;
};

class Animation {
 public:
  explicit Animation(const JoinSpec& spec) : spec_(spec) {}

  Result<void> make() {
    if (spec_.format->pixels.opaque == "pal8") {
      auto palette = Palette::make(spec_);
      if (!palette) return tl::unexpected(palette.error());
      palette_.emplace(std::move(*palette));
    }
    auto put = for_each_frame(spec_, [this](AVFrame& frame) { return take(frame); });
    if (!put) return put;
    if (palette_) {
      auto rest = palette_->rest();
      if (!rest) return tl::unexpected(rest.error());
      if (*rest != nullptr) {
        if (auto encoded = encode(rest->get()); !encoded) return encoded;
      }
    }
    if (auto encoded = encode(nullptr); !encoded) return encoded;
    if (auto ended = file_->end(); !ended) return ended;
    return file_->commit();
  }

 private:
  Result<void> open(const AVFrame& like) {
    FilmSpec film{.target = spec_.target,
                  .width_px = like.width,
                  .height_px = like.height,
                  .fps_num = spec_.fps_num,
                  .fps_den = spec_.fps_den,
                  .format = spec_.format,
                  .has_alpha = spec_.has_alpha};
    auto encoder = Encoder::open(film, *spec_.format);
    if (!encoder) return tl::unexpected(encoder.error());
    encoder_.emplace(std::move(*encoder));
    auto file = OutputFile::create(spec_.target);
    if (!file) return tl::unexpected(file.error());
    file_.emplace(std::move(*file));
    AVStream& stream = file_->add_pictures({spec_.fps_num, spec_.fps_den});
    if (const int error = avcodec_parameters_from_context(stream.codecpar, &encoder_->codec()); error < 0)
      return tl::unexpected(writing_error(spec_.target, error));
    file_->set_endless();
    if (!palette_) {
      scaler_.emplace(like.width, like.height, static_cast<AVPixelFormat>(like.format),
                      pixels_of(*spec_.format, spec_.has_alpha, Depth::k8));
    }
    return file_->begin();
  }

  Result<void> take(AVFrame& frame) {
    if (!file_) {
      if (auto opened = open(frame); !opened) return opened;
    }
    if (!palette_) return encode(scaler_->scaled(frame).get());
    auto painted = palette_->applied(frame);
    if (!painted) return tl::unexpected(painted.error());
    return *painted == nullptr ? Result<void>{} : encode(painted->get());
  }

  Result<void> encode(AVFrame* frame) {
    return encoder_->encode(frame, [this](AVPacket& packet) {
      packet.stream_index = 0;
      if (packet.duration == 0) packet.duration = 1;
      // Ends where the next one begins, so that a clock that is coarser than the film's rate adds up to the film's length.
      const AVRational from = encoder_->codec().time_base, clock = file_->stream(0).time_base;
      const std::int64_t end = av_rescale_q(packet.pts + packet.duration, from, clock);
      av_packet_rescale_ts(&packet, from, clock);
      packet.duration = end - packet.pts;
      file_->set_last_delay(packet.duration);
      return file_->write(packet);
    });
  }

  const JoinSpec& spec_;
  std::optional<Palette> palette_;
  std::optional<FrameScaler> scaler_;
  std::optional<Encoder> encoder_;
  std::optional<OutputFile> file_;
};

}  // namespace

Result<void> make_animation(const JoinSpec& spec) { return Animation(spec).make(); }

}  // namespace spreadmap::media
