#include "vector/bitmap.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace spreadmap::vector {

Bitmap bitmap_of(const scene::Logo& picture) {
  Bitmap bitmap(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width_px, picture.height_px));
  cairo_surface_flush(bitmap.get());
  unsigned char* const bytes = cairo_image_surface_get_data(bitmap.get());
  if (bytes == nullptr) return bitmap;
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(bitmap.get()));
  const std::uint8_t* from = picture.rgba.data();
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height_px); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width_px); ++x, from += 4) {
      const std::uint32_t alpha = from[3];
      const auto premultiplied = [&](std::size_t sample) { return (from[sample] * alpha + 127U) / 255U; };
      const std::uint32_t argb = alpha << 24U | premultiplied(0) << 16U | premultiplied(1) << 8U | premultiplied(2);
      std::memcpy(bytes + y * stride + 4 * x, &argb, sizeof argb);
    }
  }
  cairo_surface_mark_dirty(bitmap.get());
  return bitmap;
}

std::string png_of(const scene::Logo& picture) {
  std::string png;
  const auto take = [](void* all, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(all)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
  };
  const Bitmap bitmap = bitmap_of(picture);
  if (cairo_surface_write_to_png_stream(bitmap.get(), take, &png) != CAIRO_STATUS_SUCCESS) png.clear();
  return png;
}

}  // namespace spreadmap::vector
