#pragma once
#include <map>
#include <utility>

#include "media/image.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// New frames of one size and kind, whose memory is used again.
class FrameMaker {
 public:
  FrameMaker(int width_px, int height_px, AVPixelFormat pixels)
      : width_px_(width_px), height_px_(height_px), pixels_(pixels) {}
  FrameMaker(const FrameMaker&) = delete;
  FrameMaker& operator=(const FrameMaker&) = delete;
  ~FrameMaker() { av_buffer_pool_uninit(&pool_); }
  /// Its content is anything.
  LibavFrame make();

 private:
  int width_px_, height_px_;
  AVPixelFormat pixels_;
  AVBufferPool* pool_ = nullptr;  ///< lives until its last buffer is given back
};

/// Frames of one kind to frames of another, of the same size, through libswscale: bt709, exact, the same bytes on every processor.
class FrameScaler {
 public:
  FrameScaler(int width_px, int height_px, AVPixelFormat from, AVPixelFormat to);
  LibavFrame scaled(const AVFrame& frame);

 private:
  FrameMaker maker_;
  Scaler scaler_;
};

/// Pixels of an image.
struct Box {
  int left = 0, top = 0, width = 0, height = 0;
};

/// The same for a part of an image, into that part of a frame: for pixels that do not depend on their neighbours.
class BoxScaler {
 public:
  BoxScaler(AVPixelFormat from, AVPixelFormat to) : from_(from), to_(to) {}
  /// Whether there are no samples that several pixels share.
  static bool can_make(AVPixelFormat pixels);
  void scale(const Image& image, const Box& box, const AVFrame& to);

 private:
  AVPixelFormat from_, to_;
  std::map<std::pair<int, int>, Scaler> scalers_;  ///< by the sizes of boxes
};

}  // namespace spreadmap::media
