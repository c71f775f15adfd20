#include <png.h>

#include "media/png.h"

namespace spreadmap::media {

Result<Image> read_png(const std::string& file) {
  png_image reader{};
  reader.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&reader, file.c_str()) == 0) {
    return fail("{}: cannot be read as PNG: {}", file, reader.message);
  }
  reader.format = PNG_FORMAT_RGBA;
  Image image{static_cast<int>(reader.width), static_cast<int>(reader.height), {}};
  image.rgba.resize(PNG_IMAGE_SIZE(reader));
  // libpng frees what it holds in this call, also after an error.
  if (png_image_finish_read(&reader, nullptr, image.rgba.data(), 0, nullptr) == 0) {
    return fail("{}: cannot be read as PNG: {}", file, reader.message);
  }
  return image;
}

}  // namespace spreadmap::media
