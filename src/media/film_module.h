#pragma once
#include "base/result.h"
#include "media/frame_sink.h"

/// What `spreadmap-film.so` offers to the program that loads it. Both are built together; the number in the name
/// changes with the signature or with FilmSpec, FrameSink, Image or Error, so that an older module is refused instead
/// of called. Returns an open film, which the caller owns (and deletes through its virtual destructor), or null with
/// `error` filled.
extern "C" spreadmap::media::FrameSink* spreadmap_open_film_1(const spreadmap::media::FilmSpec* spec,
                                                              spreadmap::Error* error);

namespace spreadmap::media {
inline constexpr const char* kFilmModuleEntry = "spreadmap_open_film_1";
}
