#include "media/libav/converter.h"

#include <cstring>
#include <utility>

#include "base/assert.h"
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

/// 4:2:0 of images of 8 bits. Pairs of rows that did not change are copied from the frame before: to look takes a fifth of the time that it
/// takes to convert them.
class RowConverter final : public Converter {
 public:
  RowConverter(const FilmSpec& spec, AVPixelFormat pixels) : maker_(spec.width_px, spec.height_px, pixels) {}

  LibavFrame convert(Image& image) override {
    const bool has_before = before_frame_ != nullptr;
    const std::size_t pair_bytes = 2 * image.row_bytes();
    LibavFrame frame;
    for (int row = 0; row < image.height_px; row += 2) {
      const std::size_t at = static_cast<std::size_t>(row) * image.row_bytes();
      const bool is_same = has_before && std::memcmp(image.rgba.data() + at, before_.rgba.data() + at, pair_bytes) == 0;
      if (is_same && frame == nullptr) continue;  // until now nothing has changed
      if (frame == nullptr) {
        frame = maker_.make();
        if (has_before) copy_pairs(*frame, 0, row);
      }
      if (is_same) {
        copy_pairs(*frame, row, row + 2);
      } else {
        convert_row_pair(image, row, planes_of(*frame));
      }
    }
    if (frame != nullptr) before_frame_ = std::move(frame);
    std::swap(image, before_);
    return LibavFrame(av_frame_clone(before_frame_.get()));
  }

 private:
  static Yuv420Planes planes_of(const AVFrame& frame) {
    return {{frame.data[0], frame.linesize[0]},
            {frame.data[1], frame.linesize[1]},
            {frame.data[2], frame.linesize[2]},
            {frame.data[3], frame.linesize[3]}};
  }
  /// Rows [begin, end) of the frame before.
  void copy_pairs(const AVFrame& to, int begin, int end) const {
    for (std::size_t plane = 0; plane < 4 && to.data[plane] != nullptr; ++plane) {
      const int part = plane == 1 || plane == 2 ? 2 : 1;
      const std::ptrdiff_t stride = to.linesize[plane];
      std::memcpy(to.data[plane] + begin / part * stride, before_frame_->data[plane] + begin / part * stride,
                  static_cast<std::size_t>((end - begin) / part * stride));
    }
  }

  FrameMaker maker_;
  Image before_;
  LibavFrame before_frame_;
};

}  // namespace

std::unique_ptr<Converter> Converter::make(const FilmSpec& spec, AVPixelFormat pixels) {
  const bool is_420 = pixels == AV_PIX_FMT_YUV420P || pixels == AV_PIX_FMT_YUVA420P;
  if (is_420 && spec.depth == Depth::k8) return std::make_unique<RowConverter>(spec, pixels);
  return std::make_unique<ScalingConverter>(spec, pixels);
}

}  // namespace spreadmap::media
