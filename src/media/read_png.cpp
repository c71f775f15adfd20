#include <png.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "media/png.h"

namespace spreadmap::media {
namespace {

struct Reader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string message;
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
  static_cast<Reader*>(png_get_error_ptr(png))->message = message;
  png_longjmp(png, 1);
}

/// Reads all of it, or leaves a message. Nothing here may need destroying: libpng leaves by longjmp.
bool read_all(Reader& reader, std::FILE* file, int most_side_px, Image& image, std::vector<png_bytep>& rows) {
  if (setjmp(png_jmpbuf(reader.png)) != 0) return false;  // NOLINT(cert-err52-cpp): libpng's way to say an error
  png_init_io(reader.png, file);
  png_read_info(reader.png, reader.info);
  image.width_px = static_cast<int>(png_get_image_width(reader.png, reader.info));
  image.height_px = static_cast<int>(png_get_image_height(reader.png, reader.info));
  if (image.width_px > most_side_px || image.height_px > most_side_px) {
    reader.message =
        fmt::format("it has {}x{} pixels, and {} a side is the most", image.width_px, image.height_px, most_side_px);
    return false;
  }
  image.depth = png_get_bit_depth(reader.png, reader.info) == 16 ? Depth::k16 : Depth::k8;
  image.has_alpha = (png_get_color_type(reader.png, reader.info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                    png_get_valid(reader.png, reader.info, PNG_INFO_tRNS) != 0;
  png_set_expand(reader.png);
  png_set_gray_to_rgb(reader.png);
  png_set_add_alpha(reader.png, 0xffff, PNG_FILLER_AFTER);
  png_set_swap(reader.png);
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  image.fit();
  for (int row = 0; row < image.height_px; ++row) {
    rows.push_back(image.rgba.data() + static_cast<std::size_t>(row) * image.row_bytes());
  }
  png_read_image(reader.png, rows.data());
  png_read_end(reader.png, nullptr);
  return true;
}

}  // namespace

Result<Image> read_png(const std::string& file, int most_side_px) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(std::fopen(file.c_str(), "rbe"), &std::fclose);
  if (opened == nullptr) return fail("{}: cannot be read as PNG: it cannot be opened: {}", file, std::strerror(errno));
  Reader reader;
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, [](png_structp, png_const_charp) {});
  reader.info = png_create_info_struct(reader.png);
  Image image;
  std::vector<png_bytep> rows;
  if (!read_all(reader, opened.get(), most_side_px, image, rows))
    return fail("{}: cannot be read as PNG: {}", file, reader.message);
  return image;
}

}  // namespace spreadmap::media
