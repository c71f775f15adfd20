// What spreadmap-film.so gives to the program.
#include "media/film_module.h"

#include "media/libav/film_sink.h"
#include "media/libav/frame_reader.h"
#include "media/libav/join.h"
#include "media/libav/packets.h"
#include "media/libav/segment_encoder.h"

namespace spreadmap::media {
namespace {

class LibavModule final : public FilmModule {
 public:
  LibavModule() { LibavLog::instance(); }
  Result<std::unique_ptr<FrameSink>> make_sink(const FilmSpec& spec, OnUnit on_unit) override {
    return make_segment_sink(spec, std::move(on_unit));
  }
  Result<void> join(const JoinSpec& spec) override { return join_segments(spec); }
  Result<std::vector<std::string>> frame_sums(const std::filesystem::path& film, Rate rate) override {
    return packet_sums(film, rate);
  }
  Result<double> heard_s(const std::filesystem::path& sound, double most_s) override {
    auto reader = FrameReader::open(sound, AVMEDIA_TYPE_AUDIO);
    if (!reader) return tl::unexpected(reader.error());
    // A head alone is easily mistaken for that of a file with sound.
    double heard_s = 0.0;
    do {
      const Result<AVFrame*> frame = reader->next();
      if (!frame) return tl::unexpected(frame.error());
      if (*frame == nullptr && heard_s == 0.0) return fail("{}: holds no sound; name another file", sound.string());
      if (*frame == nullptr) break;
      heard_s += static_cast<double>((*frame)->nb_samples) / reader->codec().sample_rate;
    } while (heard_s < most_s);
    return heard_s;
  }
  Result<std::string> encoder_told(const FilmSpec& spec) override {
    const std::string name = spec.encoder.empty() ? std::string(spec.format->encoder) : spec.encoder;
    const auto encoder = find_encoder(*spec.format, name);
    if (!encoder) return tl::unexpected(encoder.error());
    return fmt::format("{}, {}", name, libavcodec_told());
  }
};

}  // namespace
}  // namespace spreadmap::media

extern "C" spreadmap::media::FilmModule* spreadmap_film_module_5() {
  static spreadmap::media::LibavModule module;
  return &module;
}
