#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/film_format.h"
#include "media/frame_sink.h"

namespace spreadmap::media {

/// How a film is made, beyond its frames.
struct FilmSpec {
  std::filesystem::path target;
  int width_px = 0;
  int height_px = 0;
  int fps_num = 30;  ///< frames a second as a fraction
  int fps_den = 1;
  const FilmFormat* format = find_film_format("h264");
  std::string encoder = {};          ///< a name that libavcodec knows, in place of the format's own; empty: that one
  std::optional<int> crf = {};       ///< how much may be lost: 0 little, 63 much; nullopt: as the format has it
  bool has_alpha = false;            ///< of the film; images without alpha are opaque
  Depth depth = Depth::k8;           ///< of the images
  std::filesystem::path sound = {};  ///< a file with the film's sound; empty: none
  int frame_count = 1;
  int first_segment = 0;  ///< the first of those that are made: whether it can be encoded is tried under its name
  int threads = 1;        ///< segments that are encoded side by side; changes no byte

  /// What its segments are: of a film that is made at the join, lossless ones.
  [[nodiscard]] const FilmFormat& segment_format() const {
    return format->is_made_at_join ? lossless_format() : *format;
  }
  /// Frames of each segment but the last, which begins with a key frame: about a second's, as far as the format allows so many.
  [[nodiscard]] int segment_frames() const;
  /// The file of a segment, among the film's parts.
  [[nodiscard]] std::filesystem::path segment(int index) const;
};

/// Frames a second as a fraction.
struct Rate {
  int num = 30, den = 1;
};

/// Where a film's segments lie until they are joined: `film.mp4.parts`.
std::filesystem::path parts_of(const std::filesystem::path& film);

/// Segments that are to be one film, in their order.
struct JoinSpec {
  struct Segment {
    std::filesystem::path file;
    int frame_count = 0;
  };
  std::filesystem::path target;
  std::vector<Segment> segments;
  int fps_num = 30;
  int fps_den = 1;
  const FilmFormat* format = find_film_format("h264");
  bool has_alpha = false;
  std::filesystem::path sound = {};  ///< empty: none
};

/// Errors: a size, a rate that no film has.
Result<void> checked(const FilmSpec& spec);

/// What `spreadmap-film.so` does: films through libav. A film is made of closed segments, each by an encoder of one thread, so that its
/// bytes depend on frames and spec alone, and so that a kill loses no more than the segments in work.
class FilmModule {
 public:
  virtual ~FilmModule() = default;
  FilmModule(const FilmModule&) = delete;
  FilmModule& operator=(const FilmModule&) = delete;

  /// Takes frames into segments of the film's format. The parts' folder exists. Errors: no such encoder, in words that say what to do; what
  /// libav says.
  virtual Result<std::unique_ptr<FrameSink>> make_sink(const FilmSpec& spec, OnUnit on_unit) = 0;
  /// Joins segments without encoding anew, with exactly as many frames as they are said to have, and with sound as long as they are; what is made at the
  /// join (FilmFormat::is_made_at_join) is made of them. Errors: a segment that is missing, that has others, or that another encoder made.
  virtual Result<void> join(const JoinSpec& spec) = 0;
  /// SHA-256 of each frame's packet, in the order in which they are shown; of a picture that is shown for several frames once for each of them.
  /// Errors: not a film; what libav says.
  virtual Result<std::vector<std::string>> frame_sums(const std::filesystem::path& film, Rate rate) = 0;
  /// How long the sound in a file lasts, read no further than `most_s`: from there on it is longer. Errors: no sound that can be read, and why.
  virtual Result<double> heard_s(const std::filesystem::path& sound, double most_s) = 0;
  /// The encoder and its library, as far as bytes depend on them: "libx264, libavcodec 59.37.100". Errors: as of make_sink.
  virtual Result<std::string> encoder_told(const FilmSpec& spec) = 0;

 protected:
  FilmModule() = default;
};

/// Errors: `sound` is not there, is no file, or holds none; empty: there is none to be checked.
Result<void> check_sound(FilmModule& module, const std::filesystem::path& sound);

/// Where a sound is shorter or longer than a film by more than is heard: that, and what becomes of it; empty: they fit. Errors: as above.
Result<std::string> misfit_of_sound(FilmModule& module, const std::filesystem::path& sound, double film_s);

/// Loads the module from its file, once. Errors: it is missing, or belongs to another version.
Result<FilmModule*> load_film_module(const std::filesystem::path& module_file);

}  // namespace spreadmap::media
