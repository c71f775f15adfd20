#pragma once
#include <filesystem>
#include <vector>

#include "app/film_plan.h"
#include "app/progress.h"
#include "app/text_file.h"
#include "media/frame_pattern.h"
#include "media/manifest.h"
#include "media/refused.h"

namespace spreadmap::app {

/// The files that come along with frames or a film: captions, the list of seconds, of a matte the table of its numbers. `folder`: that of the frames, or
/// of the film's parts.
std::vector<std::filesystem::path> names_beside(const ExportOptions& options, const std::filesystem::path& folder);

/// The same with what they hold, which follows from exhibit and options alone.
std::vector<TextFile> files_beside(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                                   const std::filesystem::path& folder);

/// Errors, unless what is there is to be replaced: a film of that name beside which no list names it, or a picture of one of the numbers that the lists of
/// its folder do not name. What an export was cut off in is asked for elsewhere.
media::OrRefused<void> check_own_names(const ExportOptions& options, const media::Manifest& wanted,
                                       const media::FramePattern& pattern, const std::filesystem::path& folder);
/// Errors: a file that comes along has the name of one that no export wrote.
media::OrRefused<void> check_own_texts(const ExportOptions& options, const std::filesystem::path& folder);

/// Warns where such a file is that of another film in the folder, which its list names, and holds something else than what replaces it now.
void warn_of_replaced(const ExportOptions& options, const std::vector<TextFile>& files, Progress& progress);

/// Warns, once, of what an earlier export under the same name loses that is there whole: frames beyond the last one now, or all of another exhibit.
void warn_of_earlier(const ExportOptions& options, const media::Manifest& wanted, const std::filesystem::path& folder,
                     Progress& progress);

/// Writes them where those of a film that is there are not what its list says; where that names none nothing is written. Errors: what cannot be read or
/// written.
Result<void> put_beside_again(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                              const std::filesystem::path& folder, Progress& progress);

}  // namespace spreadmap::app
