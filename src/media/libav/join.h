#pragma once
#include "base/result.h"
#include "media/film.h"

namespace spreadmap::media {

/// See FilmModule::join.
Result<void> join_segments(const JoinSpec& spec);

}  // namespace spreadmap::media
