#pragma once
#include "media/film.h"

/// What `spreadmap-film.so` offers to the program that loads it. Both are built together; the number in the name
/// changes with the classes that both see, so that an older module is refused instead of called.
extern "C" spreadmap::media::FilmModule* spreadmap_film_module_5();

namespace spreadmap::media {
inline constexpr const char* kFilmModuleEntry = "spreadmap_film_module_5";
}
