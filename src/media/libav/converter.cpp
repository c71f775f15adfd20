#include "media/libav/converter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "media/libav/frame_scaler.h"
#include "media/yuv420.h"

namespace spreadmap::media {
namespace {

/// What an image is to libav. Without alpha its fourth samples say nothing.
AVPixelFormat pixels_of_images(const FilmSpec& spec) {
  if (spec.depth == Depth::k16) return AV_PIX_FMT_RGBA64;
  return spec.has_alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB0;
}

class ScalingConverter final : public Converter {
 public:
  ScalingConverter(const FilmSpec& spec, AVPixelFormat pixels)
      : from_(pixels_of_images(spec)), scaler_(spec.width_px, spec.height_px, from_, pixels) {}

  LibavFrame convert(Image& image) override {
    const LibavFrame frame(av_frame_alloc());
    frame->width = image.width_px;
    frame->height = image.height_px;
    frame->format = from_;
    frame->data[0] = image.rgba.data();
    frame->linesize[0] = static_cast<int>(image.row_bytes());
    // The image owns its pixels; libav wants a buffer all the same.
    frame->buf[0] = av_buffer_create(
        image.rgba.data(), image.rgba.size(), [](void*, std::uint8_t*) {}, nullptr, AV_BUFFER_FLAG_READONLY);
    return scaler_.scaled(*frame);
  }

 private:
  AVPixelFormat from_;
  FrameScaler scaler_;
};

/// Whether two images of one size have the same pixels in the tile at `left`, `top`.
bool have_same_tile(const Image& one, const Image& other, int left, int top) {
  const auto stamps = one.stamps_of_row(static_cast<std::size_t>(top));
  const auto other_stamps = other.stamps_of_row(static_cast<std::size_t>(top));
  const auto column = static_cast<std::size_t>(left / kImageTile_px);
  if (!stamps.empty() && !other_stamps.empty() && is_same_tile(stamps, other_stamps, column)) return true;
  const std::size_t bytes = static_cast<std::size_t>(std::min(kImageTile_px, one.width_px - left)) * one.pixel_bytes();
  for (int row = top; row < std::min(top + kImageTile_px, one.height_px); ++row) {
    const std::size_t at =
        static_cast<std::size_t>(row) * one.row_bytes() + static_cast<std::size_t>(left) * one.pixel_bytes();
    if (std::memcmp(one.rgba.data() + at, other.rgba.data() + at, bytes) != 0) return false;
  }
  return true;
}

/// How the pixels of a box are converted.
class BoxConverter {
 public:
  BoxConverter() = default;
  BoxConverter(const BoxConverter&) = delete;
  BoxConverter& operator=(const BoxConverter&) = delete;
  virtual ~BoxConverter() = default;
  virtual void convert(const Image& image, const Box& box, AVFrame& frame) = 0;
};

/// 4:2:0 of images of 8 bits.
class Yuv420Boxes final : public BoxConverter {
 public:
  void convert(const Image& image, const Box& box, AVFrame& frame) override {
    const auto plane = [&](int i) { return Yuv420Planes::Plane{frame.data[i], frame.linesize[i]}; };
    const Yuv420Planes planes{plane(0), plane(1), plane(2), plane(3)};
    // Colour of the column after a box depends on its last one.
    const Columns columns{box.left, std::min(box.left + box.width + 2, image.width_px)};
    for (int row = box.top; row < box.top + box.height; row += 2) convert_row_pair(image, row, columns, planes);
  }
};

class ScaledBoxes final : public BoxConverter {
 public:
  ScaledBoxes(const FilmSpec& spec, AVPixelFormat pixels) : scaler_(pixels_of_images(spec), pixels) {}
  void convert(const Image& image, const Box& box, AVFrame& frame) override { scaler_.scale(image, box, frame); }

 private:
  BoxScaler scaler_;
};

/// Only tiles that changed are converted; of the others the frame before is copied.
class TileConverter final : public Converter {
 public:
  TileConverter(const FilmSpec& spec, AVPixelFormat pixels, std::unique_ptr<BoxConverter> boxes)
      : maker_(spec.width_px, spec.height_px, pixels), boxes_(std::move(boxes)) {}

  LibavFrame convert(Image& image) override {
    LibavFrame frame;
    for (int top = 0; top < image.height_px; top += kImageTile_px) {
      for (int left = 0; left < image.width_px; left += kImageTile_px) {
        const int begin = left;
        while (left < image.width_px && !is_as_before(image, left, top)) left += kImageTile_px;
        if (left == begin) continue;
        if (frame == nullptr) frame = copy_of_frame_before();
        const int width = std::min(left, image.width_px) - begin;
        boxes_->convert(image, {begin, top, width, std::min(kImageTile_px, image.height_px - top)}, *frame);
      }
    }
    if (frame != nullptr) before_frame_ = std::move(frame);
    std::swap(image, before_);
    return LibavFrame(av_frame_clone(before_frame_.get()));
  }

 private:
  [[nodiscard]] bool is_as_before(const Image& image, int left, int top) const {
    return before_frame_ != nullptr && have_same_tile(image, before_, left, top);
  }
  /// A frame with the pixels of the one before, if there is one.
  LibavFrame copy_of_frame_before() {
    LibavFrame frame = maker_.make();
    if (before_frame_ != nullptr) av_frame_copy(frame.get(), before_frame_.get());
    return frame;
  }

  FrameMaker maker_;
  std::unique_ptr<BoxConverter> boxes_;
  Image before_;
  LibavFrame before_frame_;
};

}  // namespace

std::unique_ptr<Converter> Converter::make(const FilmSpec& spec, AVPixelFormat pixels) {
  const bool is_420 = pixels == AV_PIX_FMT_YUV420P || pixels == AV_PIX_FMT_YUVA420P;
  if (is_420 && spec.depth == Depth::k8)
    return std::make_unique<TileConverter>(spec, pixels, std::make_unique<Yuv420Boxes>());
  if (BoxScaler::can_make(pixels))
    return std::make_unique<TileConverter>(spec, pixels, std::make_unique<ScaledBoxes>(spec, pixels));
  return std::make_unique<ScalingConverter>(spec, pixels);
}

}  // namespace spreadmap::media
