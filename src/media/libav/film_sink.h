#pragma once
#include <memory>

#include "base/result.h"
#include "media/film.h"

namespace spreadmap::media {

/// See FilmModule::make_sink.
Result<std::unique_ptr<FrameSink>> make_segment_sink(const FilmSpec& spec, OnUnit on_unit);

}  // namespace spreadmap::media
