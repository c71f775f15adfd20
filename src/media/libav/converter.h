#pragma once
#include <array>
#include <cstdint>
#include <utility>

#include "base/assert.h"
#include "media/image.h"
#include "media/libav/handles.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace spreadmap::media {

/// The image's own pixels as libav's kind of frame, to be read only while the image lives.
inline LibavFrame frame_around(const Image& image) {
  LibavFrame frame(av_frame_alloc());
  frame->width = image.width_px;
  frame->height = image.height_px;
  frame->format = AV_PIX_FMT_RGBA;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): libav has no frames to be read only
  frame->data[0] = const_cast<std::uint8_t*>(image.rgba.data());
  frame->linesize[0] = 4 * image.width_px;
  frame->buf[0] = av_buffer_create(
      frame->data[0], image.rgba.size(), [](void*, std::uint8_t*) {}, nullptr, AV_BUFFER_FLAG_READONLY);
  return frame;
}

/// Image to YUV 4:2:0 with bt709's coefficients in its limited range.
class Converter {
 public:
  Converter(int width_px, int height_px) : width_(width_px), height_(height_px) {
    scaler_.reset(sws_alloc_context());
    const std::array<std::pair<const char*, int>, 10> options{{
        {"srcw", width_},
        {"srch", height_},
        {"src_format", AV_PIX_FMT_RGBA},
        {"src_range", 1},
        {"dstw", width_},
        {"dsth", height_},
        {"dst_format", AV_PIX_FMT_YUV420P},
        {"dst_range", 0},
        // Accurate and bit-exact: the same bytes on every processor; chroma from all columns, not from every second.
        {"sws_flags", SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP},
        {"threads", kSlices},
    }};
    for (const auto& [name, value] : options) av_opt_set_int(scaler_.get(), name, value, 0);
    const int error = sws_init_context(scaler_.get(), nullptr, nullptr);
    SM_ASSERT(error >= 0, "{} x {}: {}", width_, height_, error);
    // After the start: before it the slices' own contexts do not exist yet and would keep the default, bt601.
    const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int kUnchanged = 1 << 16;
    sws_setColorspaceDetails(scaler_.get(), bt709, 1, bt709, 0, 0, kUnchanged, kUnchanged);
  }

  /// `frame` is used again, or made if null.
  LibavFrame converted(const Image& image, LibavFrame frame) {
    if (frame == nullptr) {
      frame.reset(av_frame_alloc());
      frame->width = width_;
      frame->height = height_;
      frame->format = AV_PIX_FMT_YUV420P;
      const int error = av_frame_get_buffer(frame.get(), 0);
      SM_ASSERT(error >= 0, "no memory for a frame of {} x {}", width_, height_);
    }
    // The encoder may still hold the pixels of that frame.
    av_frame_make_writable(frame.get());
    LibavFrame rgba = frame_around(image);
    const int error = sws_scale_frame(scaler_.get(), frame.get(), rgba.get());
    SM_ASSERT(error >= 0, "{} x {}: {}", width_, height_, error);
    return frame;
  }

 private:
  static constexpr int kSlices = 4;  // converted side by side; their number does not change the pixels
  int width_, height_;
  Scaler scaler_;
};

}  // namespace spreadmap::media
