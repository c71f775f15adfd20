#include "media/libav/filter_graph.h"

#include "base/assert.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

namespace spreadmap::media {
namespace {

tl::unexpected<Error> filter_error(int error) {
  return fail("cannot be filtered: {}", LibavLog::instance().words(error));
}

}  // namespace

Result<FilterGraph> FilterGraph::make(const std::string& description) {
  std::unique_ptr<AVFilterGraph, FreeFilterGraph> graph(avfilter_graph_alloc());
  graph->nb_threads = 1;
  AVFilterInOut *inputs = nullptr, *outputs = nullptr;
  int error = avfilter_graph_parse2(graph.get(), description.c_str(), &inputs, &outputs);
  SM_ASSERT(inputs == nullptr && outputs == nullptr, "something is open in {}", description);
  if (error >= 0) error = avfilter_graph_config(graph.get(), nullptr);
  if (error < 0) return filter_error(error);
  return FilterGraph(std::move(graph));
}

Result<void> FilterGraph::put(const std::string& input, AVFrame* frame) {
  AVFilterContext* source = avfilter_graph_get_filter(graph_.get(), input.c_str());
  SM_ASSERT(source != nullptr, "no input {}", input);
  const int error = av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF);
  // A filter that cuts has had enough.
  if (error < 0 && error != AVERROR_EOF) return filter_error(error);
  return {};
}

Result<LibavFrame> FilterGraph::next(const std::string& output) {
  AVFilterContext* sink = avfilter_graph_get_filter(graph_.get(), output.c_str());
  SM_ASSERT(sink != nullptr, "no output {}", output);
  LibavFrame frame(av_frame_alloc());
  const int error = av_buffersink_get_frame(sink, frame.get());
  has_ended_ = error == AVERROR_EOF;
  if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return LibavFrame();
  if (error < 0) return filter_error(error);
  return frame;
}

}  // namespace spreadmap::media
