#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <map>
#include <set>

#include "media/film.h"
#include "media/media_testing.h"
#include "media/sha256.h"
#include "media/yuv420.h"

namespace spreadmap::media {
namespace {

using testing::contents;
using testing::dotted_image;
using testing::flat_image;
using testing::Folder;
using testing::noise_image;
using testing::output_of;

const std::filesystem::path kModule = SPREADMAP_BUILD_DIR "/spreadmap-film.so";

FilmSpec spec_of(const std::filesystem::path& target, int width_px = 320, int height_px = 180) {
  return {.target = target, .width_px = width_px, .height_px = height_px, .threads = 2};
}

FilmModule& module() {
  static const auto kLoaded = load_film_module(kModule);
  return **kLoaded;
}

Result<std::unique_ptr<FrameSink>> sink_of(
    const FilmSpec& spec, OnUnit on_unit = [](const MadeUnit&) { return Result<void>{}; }) {
  std::error_code ignored;
  std::filesystem::create_directories(parts_of(spec.target), ignored);
  auto sink = module().make_sink(spec, std::move(on_unit));
  if (!sink) std::filesystem::remove(parts_of(spec.target), ignored);
  return sink;
}

/// Joins all segments, and takes them away.
void join(const FilmSpec& spec) {
  JoinSpec join{spec.target, {}, spec.fps_num, spec.fps_den, spec.format, spec.has_alpha, spec.sound};
  for (int first = 0; first < spec.frame_count; first += spec.segment_frames()) {
    join.segments.push_back(
        {spec.segment(first / spec.segment_frames()), std::min(spec.segment_frames(), spec.frame_count - first)});
  }
  const Result<void> joined = module().join(join);
  ASSERT_TRUE(joined) << joined.error().message;
  std::filesystem::remove_all(parts_of(spec.target));
}

void write_film(FilmSpec spec, int frames) {
  spec.frame_count = frames;
  auto film = sink_of(spec);
  ASSERT_TRUE(film) << film.error().message;
  for (int i = 0; i < frames; ++i) {
    ASSERT_TRUE((*film)->put(i, dotted_image(spec.width_px, spec.height_px, static_cast<unsigned>(i / 3))));
  }
  const Result<void> finished = (*film)->finish();
  ASSERT_TRUE(finished) << finished.error().message;
  join(spec);
}

/// ffprobe's `name=value` lines about the picture stream.
std::string probe(const std::filesystem::path& film, const std::string& options) {
  return output_of("ffprobe -v error -select_streams v:0 " + options + " -of default=noprint_wrappers=1 '" +
                   film.string() + "'");
}

TEST(Film, HasTheFramesAndTheTags) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "film.mp4");
  spec.fps_num = 30000;
  spec.fps_den = 1001;
  write_film(spec, 67);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"film.mp4"});
  const std::string told = probe(folder / "film.mp4", "-count_frames -show_streams");
  for (const char* line :
       {"codec_name=h264", "profile=High", "width=320", "height=180", "pix_fmt=yuv420p", "color_range=tv",
        "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709", "r_frame_rate=30000/1001",
        "avg_frame_rate=30000/1001", "nb_frames=67", "nb_read_frames=67", "start_pts=0"}) {
    EXPECT_NE(told.find(std::string(line) + "\n"), std::string::npos) << line << " is not in\n" << told;
  }
  EXPECT_EQ(told.find("creation_time"), std::string::npos);
}

TEST(Film, OneFrameIsAFilm) {
  const Folder folder;
  write_film(spec_of(folder / "one.mp4", 2, 2), 1);
  EXPECT_NE(probe(folder / "one.mp4", "-count_frames -show_streams").find("nb_read_frames=1\n"), std::string::npos);
}

TEST(Film, StartsToPlayBeforeItIsAllThere) {
  const Folder folder;
  write_film(spec_of(folder / "film.mp4"), 5);
  const std::string bytes = contents(folder / "film.mp4");
  ASSERT_NE(bytes.find("moov"), std::string::npos);
  EXPECT_LT(bytes.find("moov"), bytes.find("mdat"));
}

TEST(Film, SameFramesSameBytes) {
  const Folder folder;
  write_film(spec_of(folder / "a.mp4", 640, 360), 50);
  write_film(spec_of(folder / "b.mp4", 640, 360), 50);
  EXPECT_TRUE(contents(folder / "a.mp4") == contents(folder / "b.mp4"));
  // Nor do they depend on the number of cores.
  const pid_t child = ::fork();
  if (child == 0) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
    ::sched_setaffinity(0, sizeof one, &one);
    write_film(spec_of(folder / "c.mp4", 640, 360), 50);
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(contents(folder / "a.mp4") == contents(folder / "c.mp4"));
}

TEST(Film, ColoursComeBack) {
  const Folder folder;
  for (const std::array<std::uint8_t, 3> rgb : {std::array<std::uint8_t, 3>{255, 180, 84},
                                                {11, 14, 24},
                                                {255, 255, 255},
                                                {0, 0, 0},
                                                {200, 30, 30},
                                                {30, 200, 30},
                                                {40, 60, 220}}) {
    FilmSpec spec = spec_of(folder / "flat.mp4", 64, 256);
    spec.frame_count = 4;
    auto film = sink_of(spec);
    ASSERT_TRUE(film);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE((*film)->put(i, flat_image(64, 256, rgb)));
    ASSERT_TRUE((*film)->finish());
    join(spec);
    // The decoder takes matrix and range from the film's own tags.
    const std::string pixels = output_of(
        "ffmpeg -v error -i '" + spec.target.string() +
        "' -vf scale=in_color_matrix=auto:flags=accurate_rnd+full_chroma_int -frames:v 1 -f rawvideo -pix_fmt rgb24 -");
    ASSERT_EQ(pixels.size(), 64U * 256U * 3U);
    int furthest = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      furthest = std::max(furthest, std::abs(static_cast<unsigned char>(pixels[i]) - static_cast<int>(rgb[i % 3])));
    }
    EXPECT_LE(furthest, 3) << int{rgb[0]} << " " << int{rgb[1]} << " " << int{rgb[2]};
  }
}

TEST(Film, BytesDoNotDependOnHowManySegmentsAreMadeAtOnceNorInWhichOrder) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "one.mp4");
  spec.threads = 1;
  write_film(spec, 100);
  spec = spec_of(folder / "four.mp4");
  spec.threads = 4;
  spec.frame_count = 100;
  // In two shares, the later one first.
  for (const auto& [from, to] : {std::pair{60, 100}, {0, 60}}) {
    auto film = sink_of(spec);
    ASSERT_TRUE(film) << film.error().message;
    for (int i = from; i < to; ++i) ASSERT_TRUE((*film)->put(i, dotted_image(320, 180, static_cast<unsigned>(i / 3))));
    ASSERT_TRUE((*film)->finish());
  }
  join(spec);
  EXPECT_TRUE(contents(folder / "one.mp4") == contents(folder / "four.mp4"));
}

/// What a frame of yuv420p is made of, plane after plane.
std::string converted_alone(const Image& image) {
  const std::size_t pixels = image.rgba.size() / 4;
  std::string planes(pixels * 3 / 2, 0);
  auto* const y = reinterpret_cast<std::uint8_t*>(planes.data());
  const int width = image.width_px;
  const Yuv420Planes told{{y, width}, {y + pixels, width / 2}, {y + pixels + pixels / 4, width / 2}, {}};
  for (int row = 0; row < image.height_px; row += 2) convert_row_pair(image, row, {0, width}, told);
  return planes;
}

std::string rgb_of(const Image& image) {
  std::string rgb;
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    if (i % 4 != 3) rgb += static_cast<char>(image.rgba[i]);
  }
  return rgb;
}

/// Of a film without loss, in the encoder's pixels.
void expect_frames_as_alone(std::string_view encoded, const std::string& shown_as, std::string (*alone)(const Image&)) {
  const Folder folder;
  FilmFormat lossless = *find_film_format("ffv1");
  lossless.pixels.opaque = encoded;
  FilmSpec spec = spec_of(folder / "film.mkv", 200, 136);
  spec.format = &lossless;
  spec.frame_count = 40;
  auto film = sink_of(spec);
  ASSERT_TRUE(film) << film.error().message;
  Image image = noise_image(200, 136, 5);
  std::string wanted;
  std::mt19937 random(6);
  for (std::uint64_t frame = 0; frame < 40; ++frame) {
    // Pixels in few tiles, many of them at an edge of one; told by stamps, for some frames by none, and at times nothing changes.
    if (frame % 7 == 0) image.tile_stamps.clear();
    if (frame % 7 == 1) image.tile_stamps.assign(image.tile_columns() * 3, frame);
    for (int change = 0; change < static_cast<int>(frame % 5); ++change) {
      const std::size_t edge = 64 * (random() % 4), row = random() % 136;
      const std::size_t column = std::min<std::size_t>(edge + random() % 3 - std::min<std::size_t>(edge, 1), 199);
      for (std::size_t i = 0; i < 3; ++i) image.rgba[row * image.row_bytes() + 4 * column + i] ^= 0xa5U;
      if (!image.tile_stamps.empty())
        image.tile_stamps[row / 64 * image.tile_columns() + column / 64] = 100 * frame + random() % 50;
    }
    wanted += alone(image);
    ASSERT_TRUE((*film)->put(static_cast<int>(frame), image));
  }
  ASSERT_TRUE((*film)->finish());
  join(spec);
  const std::string shown =
      output_of("ffmpeg -v error -i '" + spec.target.string() + "' -f rawvideo -pix_fmt " + shown_as + " -");
  ASSERT_EQ(shown.size(), wanted.size());
  const std::size_t first =
      static_cast<std::size_t>(std::mismatch(shown.begin(), shown.end(), wanted.begin()).first - shown.begin());
  EXPECT_EQ(first, shown.size()) << "frame " << 40 * first / shown.size() << ", byte " << first % (shown.size() / 40);
}

TEST(Film, AFrameIsWhatItsImageIsAloneWhateverCameBefore) {
  expect_frames_as_alone("yuv420p", "yuv420p", converted_alone);
  expect_frames_as_alone("bgr0", "rgb24", rgb_of);
}

TEST(Film, TellsTheSumOfEachFrameWhichTheFilmHasToo) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "film.mp4");
  spec.frame_count = 70;
  std::map<int, MadeUnit> units;
  auto film = sink_of(spec, [&units](const MadeUnit& done) {
    units.emplace(done.unit, done);
    return Result<void>{};
  });
  ASSERT_TRUE(film);
  for (int i = 0; i < 70; ++i) ASSERT_TRUE((*film)->put(i, dotted_image(320, 180, static_cast<unsigned>(i))));
  ASSERT_TRUE((*film)->finish());
  std::vector<std::string> told;
  for (const auto& [index, unit] : units) {
    EXPECT_EQ(unit.sha256, *sha256_of_file(unit.file));
    told.insert(told.end(), unit.frame_sha256.begin(), unit.frame_sha256.end());
  }
  ASSERT_EQ(told.size(), 70U);
  EXPECT_EQ(std::set<std::string>(told.begin(), told.end()).size(), 70U);
  join(spec);
  EXPECT_EQ(*module().frame_sums(folder / "film.mp4", Rate{}), told);
}

TEST(Film, ASegmentThatIsMissingOrAnothersIsNotJoined) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "film.mp4");
  spec.frame_count = 60;
  auto film = sink_of(spec);
  for (int i = 0; i < 60; ++i) ASSERT_TRUE((*film)->put(i, dotted_image(320, 180, 1)));
  ASSERT_TRUE((*film)->finish());
  const auto said = [&](int frames) {
    const auto joined = module().join({spec.target, {{spec.segment(0), 30}, {spec.segment(1), frames}}, 30, 1});
    return joined ? std::string() : joined.error().message;
  };
  EXPECT_NE(said(29).find("000001.mp4: holds 30 frames instead of 29"), std::string::npos) << said(29);
  EXPECT_EQ(said(30), "");
  std::filesystem::resize_file(spec.segment(1), 2000);
  EXPECT_NE(said(30).find("000001.mp4"), std::string::npos) << said(30);
  std::filesystem::remove(spec.segment(1));
  EXPECT_NE(said(30).find("000001.mp4: cannot be read as a film: No such file"), std::string::npos) << said(30);
}

TEST(Film, UnfinishedLeavesWholeSegmentsOnly) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "film.mp4");
  spec.frame_count = 300;
  {
    auto film = sink_of(spec);
    ASSERT_TRUE(film);
    for (int i = 0; i < 100; ++i) ASSERT_TRUE((*film)->put(i, noise_image(320, 180, static_cast<unsigned>(i))));
  }
  for (const auto& entry : std::filesystem::directory_iterator(parts_of(spec.target))) {
    ASSERT_NE(entry.path().filename().string().front(), '.');
    EXPECT_EQ(module().frame_sums(entry.path(), Rate{})->size(), 30U) << entry.path();
  }
}

TEST(Film, AFullDiskIsSaidAndLeavesNothingHalf) {
  const Folder folder;
  // Both while it is encoded and when the encoder gives what it held back.
  for (const rlim_t most : {rlim_t{200'000}, rlim_t{2'000}}) {
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{most, most};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      FilmSpec spec = spec_of(folder / "film.mp4");
      spec.frame_count = 200;
      auto film = sink_of(spec);
      int index = 0;
      while (index < 200 && (*film)->put(index, noise_image(320, 180, static_cast<unsigned>(index)))) ++index;
      const Result<void> finished = (*film)->finish();
      if (finished) ::_exit(1);
      const bool clear =
          finished.error().message.find(".mp4: cannot be written: File too large; raise") != std::string::npos;
      film->reset();
      ::_exit(clear ? 0 : 2);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0) << most;
    for (const auto& entry : std::filesystem::directory_iterator(parts_of(folder / "film.mp4")))
      EXPECT_EQ(module().frame_sums(entry.path(), Rate{})->size(), 30U) << entry.path();
  }
}

std::string refusal(const FilmSpec& spec) {
  const auto film = sink_of(spec);
  return film ? "was not refused" : film.error().message;
}

std::string refusal_of_module(const std::filesystem::path& file) {
  const auto loaded = load_film_module(file);
  return loaded ? "was not refused" : loaded.error().message;
}

TEST(Film, RefusalsSayWhatToDo) {
  const Folder folder;
  const std::string target = (folder / "film.mp4").string();
  EXPECT_EQ(refusal(spec_of(target, 321, 180)),
            target + ": a film of 321 x 180 pixels cannot be made: H.264 needs even sizes, use 322 x 180");
  EXPECT_NE(refusal(spec_of(target, 0, 180)).find("use 2 to 16384 pixels a side"), std::string::npos);
  FilmSpec spec = spec_of(target);
  spec.fps_num = 2'000'000;
  EXPECT_NE(refusal(spec).find("cannot have 2000000/1 frames a second"), std::string::npos);
  spec.fps_num = 30;
  spec.fps_den = 0;
  EXPECT_NE(refusal(spec).find("cannot have 30/0 frames a second"), std::string::npos);
  spec = spec_of(target);
  spec.encoder = "foo";
  EXPECT_EQ(refusal(spec).find("no H.264 encoder 'foo' in libavcodec 59."), 0U) << refusal(spec);
  EXPECT_NE(refusal(spec).find("or name another with --encoder"), std::string::npos);
  spec.encoder = "mpeg4";
  EXPECT_EQ(refusal(spec).find("the encoder 'mpeg4' does not write H.264"), 0U) << refusal(spec);
  EXPECT_NE(refusal(spec_of("/proc/none/film.mp4")).find("No such file or directory; make the folder"),
            std::string::npos);
  EXPECT_TRUE(folder.names().empty());
}

TEST(Film, AnEncoderThatIsThereButCannotStartIsQuoted) {
  const Folder folder;
  FilmSpec spec = spec_of(folder / "film.mp4");
  spec.encoder = "h264_v4l2m2m";
  const std::string said = refusal(spec);
  EXPECT_NE(said, "was not refused");
  EXPECT_EQ(said.find(spec.target.string() + ": cannot be encoded by h264_v4l2m2m: "), 0U) << said;
  EXPECT_EQ(said.find("0x"), std::string::npos) << said;
  EXPECT_TRUE(folder.names().empty());
}

TEST(Film, AMissingOrForeignModuleIsSaid) {
  const Folder folder;
  const std::string missing = (folder / "spreadmap-film.so").string();
  EXPECT_EQ(
      refusal_of_module(missing),
      missing + ": is missing, and without it no film can be made: install spreadmap again, or export frames as PNG");
  std::ofstream(missing) << "no library";
  EXPECT_NE(refusal_of_module(missing).find("cannot be loaded: "), std::string::npos) << refusal_of_module(missing);
  EXPECT_NE(refusal_of_module("/lib/x86_64-linux-gnu/libdeflate.so.0").find("belongs to another version"),
            std::string::npos);
}

}  // namespace
}  // namespace spreadmap::media
