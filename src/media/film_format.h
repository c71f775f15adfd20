#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace spreadmap::media {

/// How one kind of film is encoded and kept. Names of encoders, containers, pixels and options are libav's.
struct FilmFormat {
  using Options = std::vector<std::pair<std::string_view, std::string_view>>;

  std::string_view name;                  ///< as the command line has it: "h264"
  std::string_view told;                  ///< as people say it: "H.264"
  std::vector<std::string_view> endings;  ///< of the files that hold it, the usual one first: ".mp4"
  std::string_view codec;                 ///< what it is to libav: "h264"
  std::string_view encoder;
  Options options;  ///< of the encoder
  /// Pixels that the encoder is given: opaque, with alpha (empty: it has none), and the same of 16-bit images (empty: as those of 8).
  struct Pixels {
    std::string_view opaque, alpha, deep_opaque, deep_alpha;
  } pixels;
  int least_multiple_px = 1;    ///< of both sides: 2 where colour has a sample for two pixels
  int longest_side_px = 16384;  ///< of what the encoder takes
  double most_fps = 240.0;
  int clock_hz = 0;                  ///< of a coarse clock, to which frames are rounded; 0: it holds any rate
  int least_crf = 0, most_crf = -1;  ///< what --crf may be; the most below the least: it has none
  bool may_have_sound = false;
  int most_segment_frames = 60;  ///< longer segments cost memory where many are encoded side by side
  /// What is not cut into segments: it is made in one go when all frames are there, which lie in lossless segments until then.
  bool is_made_at_join = false;
};

/// All that there are. Of two with the same ending the first is what that ending stands for.
std::span<const FilmFormat> film_formats();
/// nullptr: there is none of that name.
const FilmFormat* find_film_format(std::string_view name);
/// What a file's ending stands for; nullptr: no film.
const FilmFormat* film_format_of_ending(std::string_view ending);
/// What films that are made at the join lie in until then.
const FilmFormat& lossless_format();

/// The container that libav makes for a file's ending.
std::string_view container_of_ending(std::string_view ending);

}  // namespace spreadmap::media
