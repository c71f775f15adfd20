#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/film_plan.h"
#include "app/text_file.h"
#include "app/webvtt.h"
#include "media/refused.h"

namespace spreadmap::app {

/// What a film says: on each second the day and the counter (of two days side by side both, with their sides), as the picture writes them, and what the cue or the card says; as a note what the counted
/// records are filtered by, of how many where it stands over one day. Captions begin and end with a frame; one stays while its words do, and one begins at most each second and where another
/// cue is told. Without cues the last second's tells of the last frame.
std::vector<Caption> captions_of(Stage& stage, const FilmPlan& plan);

/// What every list of seconds begins with, also one of an earlier version.
inline constexpr const char* kSecondsBeginning =
    "second,frame,cue,day,layer,label,certain,possible,certain_usd,possible_usd,sources";

/// A CSV file: what is visible on the first frame of each second, and on the last frame of all with the time at which it stands (4.36), a row for each layer of records that is shown: how many
/// surely and possibly exist, their known amounts, who vouches for those on the map, as `Name <address>`, with ` | ` between them, and what they are
/// filtered by, as the picture says it; nothing: by nothing. Of two days side by side each has its rows, `left` and `right`. A second on which a card covers
/// the map has one row without a layer.
std::string seconds_of(Stage& stage, const FilmPlan& plan);

/// The files of both beside an export: of a film its name with .vtt and .csv, of frames `frames.vtt` and `frames.csv` in their folder.
struct FilmTextFiles {
  std::filesystem::path captions, seconds;
};
FilmTextFiles film_text_files(const ExportOptions& options, const std::filesystem::path& folder);

/// Why a file that no export wrote stands in the way; `option` is what has the export go on all the same.
media::Refused not_ours(const std::filesystem::path& file, std::string_view option);
/// Errors: a file of that name which none of this program's exports wrote; a film may stand beside the table that it shows.
media::OrRefused<void> check_ours(const FilmTextFiles& files);
/// Both. They follow from exhibit and options alone, so of an export's shares the first writes them for all.
std::vector<TextFile> film_texts(Stage& stage, const FilmPlan& plan, const FilmTextFiles& files);

}  // namespace spreadmap::app
