#pragma once
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "media/libav/filter_graph.h"
#include "media/libav/frame_reader.h"
#include "media/libav/output_file.h"

namespace spreadmap::media {

/// The sound of a film: 48 kHz stereo, in the codec that the film's container is known for, cut to the film's length, where it fades.
class Sound {
 public:
  /// Adds a stream to `film`, which outlives it and has not begun. Errors: no sound in the file, or none that can be read.
  static Result<std::unique_ptr<Sound>> open(const std::filesystem::path& file, const std::filesystem::path& target,
                                             double length_s, OutputFile& film);
  /// Writes what is heard before that time; of a sound that is shorter all that there is.
  Result<void> write_until(double time_s);
  /// Writes the rest.
  Result<void> finish();

 private:
  Sound(FrameReader reader, FilterGraph graph, Codec codec, OutputFile& film, int stream)
      : reader_(std::move(reader)), graph_(std::move(graph)), codec_(std::move(codec)), film_(film), stream_(stream) {}
  /// Reads until a frame comes out of the graph; nullptr: there are no more.
  Result<LibavFrame> next_frame();
  Result<void> encode(AVFrame* frame);

  FrameReader reader_;
  FilterGraph graph_;
  Codec codec_;
  OutputFile& film_;
  int stream_;
  Packet packet_{av_packet_alloc()};
  std::int64_t sample_ = 0;  ///< how many have been encoded
};

}  // namespace spreadmap::media
