#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/refused.h"

namespace spreadmap::media {

inline constexpr int kManifestFormat = 1;  ///< of the file; a later one is refused by an older program

/// One of the things that an export's bytes depend on: the program's version, the exhibit's hash, the size.
struct Fact {
  std::string name, value;
  bool operator==(const Fact&) const = default;
};

/// Names of the facts that a film is joined by: "30000/1001"; a name of film_formats(); kYes; the sum of the file with its sound.
inline constexpr const char* kRateFact = "frames a second";
inline constexpr const char* kFormatFact = "format";
inline constexpr const char* kAlphaFact = "alpha";
inline constexpr const char* kSoundFact = "soundtrack";
inline constexpr const char* kYes = "yes";
inline constexpr const char* kPictures = "png";  ///< the format of an export that is no film

/// How many records of a layer there are in a frame: surely, and at most.
struct LayerCount {
  std::string layer;
  std::int64_t surely = 0;
  std::int64_t possibly = 0;
  bool operator==(const LayerCount&) const = default;
};

struct FrameRecord {
  int index = 0;
  std::string day;                 ///< ISO 8601, of the playhead
  std::vector<LayerCount> counts;  ///< of the layers with records that are shown
  std::string sha256;              ///< of its file, or in a film of its packet
  bool operator==(const FrameRecord&) const = default;
};

/// What is written, synced and renamed as one: the file of a frame, or a segment of a film.
struct UnitRecord {
  int unit = 0;
  std::string file;  ///< its name in the folder
  std::string sha256;
  std::vector<FrameRecord> frames;
  bool operator==(const UnitRecord&) const = default;
};

/// What an export is and what there is of it: `frames.json`, and line by line a journal. It holds no time and no machine but what its
/// facts name, so that the same export gives the same bytes.
struct Manifest {
  std::vector<Fact> facts;
  int frame_count = 0;
  int unit_frames = 1;  ///< frames of each unit; the last may have fewer
  std::map<int, UnitRecord> units;
  std::map<std::string, std::string> beside =
      {};                           ///< SHA-256 of files that come along, by name; empty: not written yet
  bool is_without_own_sum = false;  ///< read of a list that an earlier version wrote
  bool operator==(const Manifest&) const = default;

  [[nodiscard]] int unit_count() const { return (frame_count + unit_frames - 1) / unit_frames; }
  [[nodiscard]] int first_frame_of(int unit) const { return unit * unit_frames; }
  [[nodiscard]] int frames_in(int unit) const;
  /// Whether all units are there, and all that comes along.
  [[nodiscard]] bool is_whole() const;
  /// The first unit that is not there; nullopt: all are.
  [[nodiscard]] std::optional<int> first_missing_unit() const;
};

/// Where two manifests are not of the same export: "renderer: 'llvmpipe' there, 'NVIDIA' here"; nullopt: nowhere.
std::optional<std::string> first_difference(const Manifest& there, const Manifest& here);

/// Errors: what `file` holds is of another export than what is wanted: what differs, and what to do.
OrRefused<void> check_same_export(const std::filesystem::path& file, const Manifest& there, const Manifest& wanted);

/// Where files that come along lie, with `folder` that of the units: of a film's parts beside the film, of frames among them.
std::filesystem::path folder_of_beside(const Manifest& manifest, const std::filesystem::path& folder);

/// What begins the last line of what is written: the SHA-256 of all lines above it, so that `head -n -1 frames.json | sha256sum` gives it too.
inline constexpr std::string_view kOwnSumBegins = R"( "sha256_above": ")";
inline constexpr std::string_view kOwnSumEnds = "\"}\n";
/// Whether it is looked whether a list is what was written.
enum class OwnSum { kChecked, kIgnored };

/// The whole as JSON, a unit a line.
std::string written(const Manifest& manifest);
/// Of a file of that text (media/read_manifest.cpp). Errors: what of it is damaged, `file:line: what, and what to do`; that it was changed.
Result<Manifest> read_manifest(const std::filesystem::path& file, OwnSum own_sum = OwnSum::kChecked);

/// The lines of a journal: what the export is, and then each unit when it is made, and each file that comes along; with their ends.
std::string journal_head(const Manifest& manifest);
std::string journal_line(const UnitRecord& unit);
std::string journal_line_beside(const std::string& file, const std::string& sha256);
/// A last line that was cut off is left out; without even a first one the manifest has no frames. Errors as above.
Result<Manifest> read_journal(const std::filesystem::path& file);

}  // namespace spreadmap::media
