#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "media/film.h"
#include "media/manifest.h"

namespace spreadmap::media {

/// The manifest that stands beside a film: `film.mp4.frames.json`.
std::filesystem::path manifest_beside(const std::filesystem::path& film);

/// Joins a film's segments, which `parts` holds and its manifest lists, writes the manifest beside the film and takes the parts away. Errors:
/// segments that are not there yet, or that are not what was written; another sound than that which they were made for; what libav says.
/// `sound`: a file; empty: none. `again`: the command that joins them, which is told where all are there and what comes of them cannot be written; empty: the
/// caller tells it.
Result<void> finish_film(FilmModule& module, const Manifest& manifest, const std::filesystem::path& parts,
                         const std::filesystem::path& film, const std::filesystem::path& sound,
                         const std::string& again = {});

/// Takes away what the manifest names and what was being written under a temporary name, and the folder when nothing else is in it. The manifests go last:
/// what is cut off here can be told from parts that are not yet there. Errors: the folder cannot be read.
Result<void> remove_parts(const std::filesystem::path& parts, const Manifest& manifest);

/// Whether the film is there, whole and as `wanted`, and what lies in `parts` is what a join that was cut off has left of them: it is taken away then. What is of
/// another export stays, and is nobody's rest. Errors: what cannot be read.
Result<bool> is_joined(const Manifest& wanted, const std::filesystem::path& parts, const std::filesystem::path& film);

/// Errors: the first frame of the film that is not what its manifest says; there is no manifest, or it was changed.
Result<Manifest> verify_film_alone(FilmModule& module, const std::filesystem::path& film);
/// The same, and what comes along with it. Errors also: the first of these files that is missing or not what was written.
Result<Manifest> verify_film(FilmModule& module, const std::filesystem::path& film);
/// The same of the files in a folder. Errors also: frames that are not there.
Result<Manifest> verify_folder(const std::filesystem::path& folder);
/// Names of files in a folder of frames that its export has not written, in their order; temporaries and hidden files are nobody's.
std::vector<std::string> strangers_in(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace spreadmap::media
