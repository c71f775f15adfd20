#pragma once
#include <functional>
#include <string>

#include "base/result.h"
#include "media/film.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// The encoder of a format, or the other one that the spec names. Errors: there is none of that name, or it makes something else.
Result<const AVCodec*> find_encoder(const FilmFormat& format, const std::string& name);
/// "libavcodec 59.37.100"
std::string libavcodec_told();

/// What an encoder is given, in libav's terms.
AVPixelFormat pixels_of(const FilmFormat& format, bool has_alpha, Depth depth);

/// One encoder of one thread, from frames to packets.
class Encoder {
 public:
  /// Packets have no stream yet; their times count frames. Returns an error of its own, which ends the encoding.
  using OnPacket = std::function<Result<void>(AVPacket&)>;

  /// `format`: of the film, or of its segments. Errors: as of `find_encoder`; what libav says.
  static Result<Encoder> open(const FilmSpec& spec, const FilmFormat& format);

  /// Takes the next frame, or with null what the encoder still holds back.
  Result<void> encode(AVFrame* frame, const OnPacket& on_packet);
  [[nodiscard]] const AVCodecContext& codec() const { return *codec_; }

 private:
  Encoder(std::string target, std::string name, Codec codec)
      : target_(std::move(target)), name_(std::move(name)), codec_(std::move(codec)) {}
  std::string target_, name_;
  Codec codec_;
  Packet packet_{av_packet_alloc()};
  std::int64_t taken_ = 0;
};

}  // namespace spreadmap::media
