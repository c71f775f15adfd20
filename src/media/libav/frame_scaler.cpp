#include "media/libav/frame_scaler.h"

#include <array>
#include <utility>

#include "base/assert.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace spreadmap::media {
namespace {

constexpr int kAlign = 64;  // of rows, for the widest registers
constexpr int kSlices = 4;  // converted side by side; their number does not change the pixels

bool is_limited(AVPixelFormat pixels) {
  const AVPixFmtDescriptor* told = av_pix_fmt_desc_get(pixels);
  return (told->flags & static_cast<unsigned>(AV_PIX_FMT_FLAG_RGB)) == 0 && told->nb_components >= 3;
}

}  // namespace

LibavFrame FrameMaker::make() {
  LibavFrame frame(av_frame_alloc());
  frame->width = width_px_;
  frame->height = height_px_;
  frame->format = pixels_;
  const int bytes = av_image_get_buffer_size(pixels_, width_px_, height_px_, kAlign);
  SM_ASSERT(bytes > 0, "{} x {}", width_px_, height_px_);
  // Encoders read a little beyond the end.
  if (pool_ == nullptr)
    pool_ = av_buffer_pool_init(static_cast<std::size_t>(bytes) + AV_INPUT_BUFFER_PADDING_SIZE, nullptr);
  frame->buf[0] = pool_ == nullptr ? nullptr : av_buffer_pool_get(pool_);
  if (frame->buf[0] == nullptr) throw std::bad_alloc();
  av_image_fill_arrays(frame->data, frame->linesize, frame->buf[0]->data, pixels_, width_px_, height_px_, kAlign);
  return frame;
}

FrameScaler::FrameScaler(int width_px, int height_px, AVPixelFormat from, AVPixelFormat to)
    : maker_(width_px, height_px, to), scaler_(sws_alloc_context()) {
  const std::array<std::pair<const char*, int>, 10> options{{
      {"srcw", width_px},
      {"srch", height_px},
      {"src_format", from},
      {"src_range", is_limited(from) ? 0 : 1},
      {"dstw", width_px},
      {"dsth", height_px},
      {"dst_format", to},
      {"dst_range", is_limited(to) ? 0 : 1},
      // Accurate and bit-exact: the same bytes on every processor; chroma from all columns, not from every second.
      {"sws_flags", SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP},
      {"threads", kSlices},
  }};
  for (const auto& [name, value] : options) av_opt_set_int(scaler_.get(), name, value, 0);
  const int error = sws_init_context(scaler_.get(), nullptr, nullptr);
  SM_ASSERT(error >= 0, "{} x {}: {}", width_px, height_px, error);
  // After the start: before it the slices' own contexts do not exist yet and would keep the default, bt601.
  const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
  constexpr int kUnchanged = 1 << 16;
  sws_setColorspaceDetails(scaler_.get(), bt709, is_limited(from) ? 0 : 1, bt709, is_limited(to) ? 0 : 1, 0, kUnchanged,
                           kUnchanged);
}

LibavFrame FrameScaler::scaled(const AVFrame& frame) {
  LibavFrame made = maker_.make();
  const int error = sws_scale_frame(scaler_.get(), made.get(), &frame);
  SM_ASSERT(error >= 0, "{} x {}: {}", frame.width, frame.height, error);
  return made;
}

}  // namespace spreadmap::media
