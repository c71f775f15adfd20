#pragma once
#include "base/result.h"
#include "media/film.h"

namespace spreadmap::media {

/// GIF, APNG or WebP of lossless segments. GIF's palette is made from all of the film's pictures. Errors: as of FilmModule::join.
Result<void> make_animation(const JoinSpec& spec);

}  // namespace spreadmap::media
