// How many frames a second an encoder makes of a film's frames that are in memory: what an export can reach at most. Frames are those of the built-in
// exhibit at 1080p, encoded as an export does (one thread a segment, segments side by side), without drawing, converting and hashing.
//
//   encoder_alone FORMAT FRAMES      FORMAT: png, rgba (copy and read back), or one of the film formats
//
// Writes frames a second, and milliseconds of a core a frame.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "../app/offscreen_stage.h"
#include "media/libav/converter.h"
#include "media/libav/join.h"
#include "media/libav/segment_encoder.h"
#include "media/png.h"
#include "time/playback.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kSize{1920, 1080};
constexpr int kFilmFrames = 300;  // as an export of ten seconds has them
constexpr int kThreads = 2;

template <class Value>
Value value_of(Result<Value> result) {
  if (result) {
    if constexpr (!std::is_void_v<Value>) return std::move(*result);
  } else {
    std::fprintf(stderr, "encoder_alone: %s\n", result.error().message.c_str());
    std::exit(1);
  }
}

/// What work took: on the clock, and of all cores together.
struct Took {
  double clock_s = 0.0, cores_s = 0.0;
};

Took took_by(const std::function<void()>& work) {
  const std::clock_t cores = std::clock();
  const auto started = std::chrono::steady_clock::now();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count(),
          static_cast<double>(std::clock() - cores) / CLOCKS_PER_SEC};
}

void in_threads(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

class Film {
 public:
  explicit Film(int frames) : frames_(frames), stage_(value_of(offscreen_stage())), view_(stage_->first_view()) {}

  [[nodiscard]] int frames() const { return frames_; }
  Stage& stage() { return *stage_; }
  void draw(int index, media::Image& image) {
    view_.playhead_d = time::playhead_of_frame(stage_->world().story->axis().film(), index, kFilmFrames);
    stage_->picture(view_, {.size = kSize}, image);
  }

 private:
  int frames_;
  std::unique_ptr<Stage> stage_;
  model::ViewState view_;
};

Took png(Film& film) {
  std::vector<media::Image> images(static_cast<std::size_t>(film.frames()));
  for (int i = 0; i < film.frames(); ++i) film.draw(i, images[static_cast<std::size_t>(i)]);
  return took_by([&] {
    in_threads(kThreads, [&](int thread) {
      media::PngEncoder encoder;
      for (std::size_t i = static_cast<std::size_t>(thread); i < images.size(); i += kThreads)
        encoder.encode(images[i]);
    });
  });
}

Took read_back(Film& film) {
  Stage& stage = film.stage();
  stage.draw(stage.first_view(), kSize, 1.0);
  const gpu::Target& target = stage.target();
  media::Image image{kSize.width_px, kSize.height_px, {}};
  image.fit();
  gpu::Target copy("copy", target.width_px(), target.height_px());
  return took_by([&] {
    for (int i = 0; i < film.frames(); ++i) {
      target.copy_to(copy, {0, 0, target.width_px(), target.height_px()});
      copy.read(image.rgba);
    }
  });
}

Took film_of(Film& film, const media::FilmFormat& format, const std::filesystem::path& folder) {
  media::FilmSpec spec{.target = folder / fmt::format("film{}", format.endings.front()),
                       .width_px = kSize.width_px,
                       .height_px = kSize.height_px,
                       .format = &format,
                       .frame_count = film.frames(),
                       .threads = kThreads};
  std::filesystem::create_directories(media::parts_of(spec.target));
  const auto converter = media::Converter::make(spec, media::pixels_of(spec.segment_format(), false, media::Depth::k8));
  std::vector<media::LibavFrame> frames;
  media::Image image;
  for (int i = 0; i < film.frames(); ++i) {
    film.draw(i, image);
    frames.push_back(converter->convert(image));
  }
  const int length = spec.segment_frames(), segments = (film.frames() + length - 1) / length;
  std::atomic<int> next = 0;
  const Took encoding = took_by([&] {
    in_threads(kThreads, [&](int) {
      for (int segment = next++; segment < segments; segment = next++) {
        auto encoder = value_of(media::SegmentEncoder::open(spec, spec.segment(segment)));
        const int end = std::min((segment + 1) * length, film.frames());
        for (int i = segment * length; i < end; ++i) value_of(encoder->encode(*frames[static_cast<std::size_t>(i)]));
        value_of(encoder->end());
        value_of(encoder->commit());
      }
    });
  });
  if (!format.is_made_at_join) return encoding;
  // Of what is made at the join the encoder is there; its frames come out of lossless segments, which is quick.
  media::JoinSpec join{.target = spec.target, .segments = {}, .format = &format};
  for (int segment = 0; segment < segments; ++segment)
    join.segments.push_back({spec.segment(segment), std::min(length, film.frames() - segment * length)});
  return took_by([&] { value_of(media::join_segments(join)); });
}

int run(const std::string& name, int frame_count) {
  media::LibavLog::instance();  // keeps libav off standard error
  Film film(frame_count);
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("spreadmap-alone-{}", ::getpid());
  Took took;
  if (name == "png") {
    took = png(film);
  } else if (name == "rgba") {
    took = read_back(film);
  } else {
    const media::FilmFormat* format = media::find_film_format(name);
    if (format == nullptr) {
      std::fprintf(stderr, "encoder_alone: no format '%s'\n", name.c_str());
      return 2;
    }
    took = film_of(film, *format, folder);
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  std::printf("%.2f %.2f\n", frame_count / took.clock_s, 1000 * took.cores_s / frame_count);
  return 0;
}

}  // namespace
}  // namespace spreadmap::app

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: encoder_alone FORMAT FRAMES\n");
    return 2;
  }
  return spreadmap::app::run(argv[1], std::atoi(argv[2]));
}
