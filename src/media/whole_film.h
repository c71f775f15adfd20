#pragma once
#include <filesystem>

#include "base/result.h"
#include "media/film.h"
#include "media/manifest.h"

namespace spreadmap::media {

/// The manifest that stands beside a film: `film.mp4.frames.json`.
std::filesystem::path manifest_beside(const std::filesystem::path& film);

/// Joins a film's segments, which `parts` holds and its manifest lists, writes the manifest beside the film and takes the parts away. Errors:
/// segments that are not there yet, or that are not what was written; another sound than that which they were made for; what libav says.
/// `sound`: a file; empty: none.
Result<void> finish_film(FilmModule& module, const Manifest& manifest, const std::filesystem::path& parts,
                         const std::filesystem::path& film, const std::filesystem::path& sound);

/// Errors: the first frame of the film that is not what its manifest says; there is no manifest.
Result<Manifest> verify_film(FilmModule& module, const std::filesystem::path& film);
/// The same of the files in a folder. Errors also: frames that are not there.
Result<Manifest> verify_folder(const std::filesystem::path& folder);

}  // namespace spreadmap::media
