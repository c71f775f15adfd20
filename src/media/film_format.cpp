#include "media/film_format.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace spreadmap::media {
namespace {

// Measured on this program's frames at 1080p (60 frames of Ring): x264 veryfast at CRF 18, libvpx at 30 and libaom at 30 come to the same size and
// look (50 to 56 dB where little moves). The slower speeds of libvpx and libaom take 8 and 6 times as long for three quarters of the bytes.
const std::vector<FilmFormat>& table() {
  static const std::vector<FilmFormat> kTable{
      {.name = "h264",
       .told = "H.264",
       .endings = {".mp4", ".mov"},
       .codec = "h264",
       .encoder = "libx264",
       // The same bytes on every processor.
       .options = {{"preset", "veryfast"}, {"crf", "18"}, {"profile", "high"}, {"x264-params", "cpu-independent=1"}},
       .pixels = {"yuv420p", "", "", ""},
       .least_multiple_px = 2,
       .least_crf = 1,  // 0 loses nothing, which is another profile
       .most_crf = 51,
       .may_have_sound = true},
      {.name = "vp9",
       .told = "VP9",
       .endings = {".webm", ".mp4", ".mkv"},
       .codec = "vp9",
       .encoder = "libvpx-vp9",
       .options = {{"deadline", "realtime"}, {"cpu-used", "6"}, {"crf", "30"}, {"b", "0"}},
       .pixels = {"yuv420p", "yuva420p", "", ""},
       .least_multiple_px = 2,
       .most_crf = 63,
       .may_have_sound = true},
      {.name = "av1",
       .told = "AV1",
       .endings = {".mp4", ".webm", ".mkv"},
       // Not SVT-AV1: it writes to standard error and has threads of its own whatever it is told.
       .codec = "av1",
       .encoder = "libaom-av1",
       .options = {{"usage", "realtime"}, {"cpu-used", "8"}, {"crf", "30"}, {"b", "0"}},
       .pixels = {"yuv420p", "", "", ""},
       .least_multiple_px = 2,
       .most_crf = 63,
       .may_have_sound = true},
      {.name = "prores-4444",
       .told = "ProRes 4444",
       .endings = {".mov"},
       .codec = "prores",
       .encoder = "prores_ks",
       // One quantiser (4 times libavutil's 118) for all blocks: to search for each takes four times as long for the same look (52 dB).
       .options = {{"profile", "4444"}, {"vendor", "apl0"}, {"flags", "+qscale"}, {"global_quality", "472"}},
       .pixels = {"yuv444p10le", "yuva444p10le", "yuv444p10le", "yuva444p10le"},
       .least_multiple_px = 2,
       .may_have_sound = true,
       // Each frame stands alone, and is large: fewer in memory are a tenth less work.
       .most_segment_frames = 8},
      {.name = "ffv1",
       .told = "FFV1",
       .endings = {".mkv"},
       .codec = "ffv1",
       .encoder = "ffv1",
       .options = {{"level", "3"}, {"slices", "4"}, {"slicecrc", "1"}, {"g", "1"}},
       .pixels = {"bgr0", "bgra", "gbrp16le", "gbrap16le"},
       .may_have_sound = true},
      {.name = "gif",
       .told = "GIF",
       .endings = {".gif"},
       .codec = "gif",
       .encoder = "gif",
       .options = {},
       .pixels = {"pal8", "", "", ""},
       .most_fps = 50.0,  // players take a hundredth for ten
       .clock_hz = 100,
       .is_made_at_join = true},
      {.name = "apng",
       .told = "APNG",
       .endings = {".apng"},
       .codec = "apng",
       .encoder = "apng",
       .options = {{"pred", "none"}},
       .pixels = {"rgb24", "rgba", "", ""},
       .is_made_at_join = true},
      {.name = "webp",
       .told = "WebP",
       .endings = {".webp"},
       .codec = "webp",
       .encoder = "libwebp_anim",
       .options = {{"lossless", "1"}, {"compression_level", "2"}, {"quality", "50"}},
       .pixels = {"bgra", "bgra", "", ""},
       .longest_side_px = 16383,
       .is_made_at_join = true},
  };
  return kTable;
}

}  // namespace

std::span<const FilmFormat> film_formats() { return table(); }

const FilmFormat* find_film_format(std::string_view name) {
  const auto found = std::ranges::find(table(), name, &FilmFormat::name);
  return found == table().end() ? nullptr : &*found;
}

const FilmFormat* film_format_of_ending(std::string_view ending) {
  // What an ending of several formats stands for is the one that has it first of all.
  for (const bool must_be_usual : {true, false}) {
    for (const FilmFormat& format : table()) {
      const bool is_it =
          must_be_usual ? format.endings.front() == ending : std::ranges::count(format.endings, ending) > 0;
      if (is_it) return &format;
    }
  }
  return nullptr;
}

const FilmFormat& lossless_format() {
  // Run lengths of what changed: a tenth of FFV1's time for flat pictures that hardly change, and disk is cheap for a while.
  static const FilmFormat kLossless{.name = "lossless",
                                    .told = "lossless segments",
                                    .endings = {".mov"},
                                    .codec = "qtrle",
                                    .encoder = "qtrle",
                                    .options = {},
                                    .pixels = {"rgb24", "argb", "", ""}};
  return kLossless;
}

std::string_view container_of_ending(std::string_view ending) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kContainers{{{".mp4", "mp4"},
                                                                                      {".mov", "mov"},
                                                                                      {".webm", "webm"},
                                                                                      {".mkv", "matroska"},
                                                                                      {".gif", "gif"},
                                                                                      {".apng", "apng"},
                                                                                      {".webp", "webp"}}};
  const auto* const found =
      std::ranges::find(kContainers, ending, &std::pair<std::string_view, std::string_view>::first);
  SM_ASSERT(found != kContainers.end(), "no film ends with {}", ending);
  return found->second;
}

}  // namespace spreadmap::media
