#include "media/libav/frame_scaler.h"

#include <sys/mman.h>

#include <array>
#include <cstdlib>
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
constexpr int kSlices = 4;

bool is_limited(AVPixelFormat pixels) {
  const AVPixFmtDescriptor* told = av_pix_fmt_desc_get(pixels);
  return (told->flags & static_cast<unsigned>(AV_PIX_FMT_FLAG_RGB)) == 0 && told->nb_components >= 3;
}

/// `slices`: converted side by side; their number does not change the pixels.
Scaler make_scaler(int width_px, int height_px, AVPixelFormat from, AVPixelFormat to, int slices) {
  Scaler scaler(sws_alloc_context());
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
      {"threads", slices},
  }};
  for (const auto& [name, value] : options) av_opt_set_int(scaler.get(), name, value, 0);
  const int error = sws_init_context(scaler.get(), nullptr, nullptr);
  SM_ASSERT(error >= 0, "{} x {}: {}", width_px, height_px, error);
  // After the start: before it the slices' own contexts do not exist yet and would keep the default, bt601.
  const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
  constexpr int kUnchanged = 1 << 16;
  sws_setColorspaceDetails(scaler.get(), bt709, is_limited(from) ? 0 : 1, bt709, is_limited(to) ? 0 : 1, 0, kUnchanged,
                           kUnchanged);
  return scaler;
}

/// Memory in pages as large as the system has them, as far as they are filled: many frames wait at once, and each page costs at its first touch.
AVBufferRef* frame_memory(std::size_t bytes) {
  constexpr std::size_t kLargePage_bytes = std::size_t{2} << 20U;
  void* memory = nullptr;
  if (::posix_memalign(&memory, kLargePage_bytes, bytes) != 0) return nullptr;
  // Where there are none, it does nothing.
  ::madvise(memory, bytes / kLargePage_bytes * kLargePage_bytes, MADV_HUGEPAGE);
  const auto free_memory = [](void*, std::uint8_t* freed) { std::free(freed); };
  AVBufferRef* buffer = av_buffer_create(static_cast<std::uint8_t*>(memory), bytes, free_memory, nullptr, 0);
  if (buffer == nullptr) std::free(memory);
  return buffer;
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
    pool_ = av_buffer_pool_init(static_cast<std::size_t>(bytes) + AV_INPUT_BUFFER_PADDING_SIZE, frame_memory);
  frame->buf[0] = pool_ == nullptr ? nullptr : av_buffer_pool_get(pool_);
  if (frame->buf[0] == nullptr) throw std::bad_alloc();
  av_image_fill_arrays(frame->data, frame->linesize, frame->buf[0]->data, pixels_, width_px_, height_px_, kAlign);
  return frame;
}

FrameScaler::FrameScaler(int width_px, int height_px, AVPixelFormat from, AVPixelFormat to)
    : maker_(width_px, height_px, to), scaler_(make_scaler(width_px, height_px, from, to, kSlices)) {}

LibavFrame FrameScaler::scaled(const AVFrame& frame) {
  LibavFrame made = maker_.make();
  const int error = sws_scale_frame(scaler_.get(), made.get(), &frame);
  SM_ASSERT(error >= 0, "{} x {}: {}", frame.width, frame.height, error);
  return made;
}

bool BoxScaler::can_make(AVPixelFormat pixels) {
  const AVPixFmtDescriptor* told = av_pix_fmt_desc_get(pixels);
  return told->log2_chroma_w == 0 && told->log2_chroma_h == 0;
}

void BoxScaler::scale(const Image& image, const Box& box, const AVFrame& to) {
  Scaler& scaler = scalers_[{box.width, box.height}];
  if (scaler == nullptr) scaler = make_scaler(box.width, box.height, from_, to_, 1);
  const std::array<const std::uint8_t*, 4> rows{image.rgba.data() +
                                                static_cast<std::size_t>(box.top) * image.row_bytes() +
                                                static_cast<std::size_t>(box.left) * image.pixel_bytes()};
  const std::array<int, 4> stride{static_cast<int>(image.row_bytes())};
  std::array<std::uint8_t*, 4> planes{};
  for (std::size_t plane = 0; plane < planes.size() && to.data[plane] != nullptr; ++plane) {
    const int left_bytes = av_image_get_linesize(to_, box.left, static_cast<int>(plane));
    planes[plane] = to.data[plane] + std::ptrdiff_t{to.linesize[plane]} * box.top + left_bytes;
  }
  sws_scale(scaler.get(), rows.data(), stride.data(), 0, box.height, planes.data(), to.linesize);
}

}  // namespace spreadmap::media
