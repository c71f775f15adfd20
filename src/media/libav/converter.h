#pragma once
#include <memory>

#include "media/film.h"
#include "media/image.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// Images to the pixels that an encoder takes. What a frame holds depends on its image alone; what did not change since the one before is not
/// converted again where that costs more than to look.
class Converter {
 public:
  /// For images of the film's depth. `pixels`: as of `pixels_of`.
  static std::unique_ptr<Converter> make(const FilmSpec& spec, AVPixelFormat pixels);
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  virtual ~Converter() = default;

  /// A frame that nobody writes to any more; several may share memory. `image` stays with the converter, which gives back another, or an empty one.
  virtual LibavFrame convert(Image& image) = 0;
};

}  // namespace spreadmap::media
