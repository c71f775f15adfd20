#pragma once
#include <optional>

#include "app/options.h"
#include "app/places.h"
#include "app/progress.h"
#include "media/claim.h"
#include "media/film.h"
#include "media/frame_pattern.h"
#include "media/output_folder.h"

namespace spreadmap::app {

/// Where an export goes: a folder of pictures, a picture, the segments of a film, or standard output.
struct Output {
  std::optional<media::OutputFolder> folder;  ///< nullopt: standard output
  std::optional<media::Claim> claim;          ///< to the folder; nullopt: a still, or standard output
  media::FramePattern pattern;                ///< of frames
  media::FilmModule* film = nullptr;          ///< nullptr: no film
  std::optional<media::FilmSpec> spec;        ///< of the film
};

/// Makes its folder and claims it. Before anything is loaded, so that what cannot be written or encoded, and what another process is writing, is said at once.
Result<Output> output_of(const ExportOptions& options, const Places& places, Progress& progress);

/// Encoders side by side.
int threads_of(const ExportOptions& options);

}  // namespace spreadmap::app
