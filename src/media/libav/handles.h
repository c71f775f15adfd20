#pragma once
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libavutil/log.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <memory>
#include <mutex>
#include <string>

namespace spreadmap::media {

/// Frees what libav allocated, each kind with its own function.
struct FreeLibav {
  void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
  void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
  void operator()(AVFormatContext* container) const {
    avio_closep(&container->pb);
    avformat_free_context(container);
  }
};
/// Frees what libav opened to read.
struct CloseLibav {
  void operator()(AVFormatContext* container) const { avformat_close_input(&container); }
};
using InputContainer = std::unique_ptr<AVFormatContext, CloseLibav>;
using Codec = std::unique_ptr<AVCodecContext, FreeLibav>;
using LibavFrame = std::unique_ptr<AVFrame, FreeLibav>;
using Packet = std::unique_ptr<AVPacket, FreeLibav>;
using Scaler = std::unique_ptr<SwsContext, FreeLibav>;
using Container = std::unique_ptr<AVFormatContext, FreeLibav>;

/// Keeps libav off standard error and remembers its last error line, to be quoted. libav's log has no user pointer, so
/// there is one for the process.
class LibavLog {
 public:
  static LibavLog& instance() {
    static LibavLog log;
    return log;
  }

  /// What libav means by its error number, and the line that it logged, if any: `Invalid argument: can't configure
  /// encoder`.
  std::string words(int error) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    const std::lock_guard lock(mutex_);
    std::string said = text.data();
    if (!last_line_.empty()) said += ": " + last_line_;
    last_line_.clear();
    return said;
  }

 private:
  LibavLog() { av_log_set_callback(&LibavLog::take_line); }

  static void take_line(void* source, int level, const char* format, va_list values) {
    if (level > AV_LOG_ERROR) return;
    std::array<char, 512> line{};
    int print_prefix = 0;  // it would hold an address
    av_log_format_line2(source, level, format, values, line.data(), line.size(), &print_prefix);
    std::string text = line.data();
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    const std::lock_guard lock(instance().mutex_);
    instance().last_line_ = std::move(text);
  }

  std::mutex mutex_;
  std::string last_line_;
};

}  // namespace spreadmap::media
