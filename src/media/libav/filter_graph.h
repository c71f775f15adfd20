#pragma once
#include <string>

#include "base/result.h"
#include "media/libav/handles.h"

extern "C" {
#include <libavfilter/avfilter.h>
}

namespace spreadmap::media {

struct FreeFilterGraph {
  void operator()(AVFilterGraph* graph) const { avfilter_graph_free(&graph); }
};

/// libavfilter's filters, in one thread. Its inputs are named `buffer@NAME` or `abuffer@NAME`, its output `buffersink@out` or `abuffersink@out`.
class FilterGraph {
 public:
  /// `description`: with all inputs and the output, as libavfilter reads it. Errors: what libav says.
  static Result<FilterGraph> make(const std::string& description);

  /// Takes the next frame of an input; nullptr: there are no more. The frame stays the caller's.
  Result<void> put(const std::string& input, AVFrame* frame);
  /// The next frame that comes out; nullptr: there is none until more is put in.
  Result<LibavFrame> next(const std::string& output);
  /// Nothing will come out any more.
  [[nodiscard]] bool has_ended() const { return has_ended_; }

 private:
  explicit FilterGraph(std::unique_ptr<AVFilterGraph, FreeFilterGraph> graph) : graph_(std::move(graph)) {}
  std::unique_ptr<AVFilterGraph, FreeFilterGraph> graph_;
  bool has_ended_ = false;
};

}  // namespace spreadmap::media
