#include "media/libav/output_file.h"

#include "media/ending.h"
#include "media/film_format.h"
#include "media/libav/errors.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace spreadmap::media {

Result<OutputFile> OutputFile::create(const std::filesystem::path& target) {
  Result<PendingFile> file = PendingFile::create(target);
  if (!file) return tl::unexpected(file.error());
  // "file:" keeps libav from reading a protocol out of a name with a colon.
  const std::string url = "file:" + file->temporary().string();
  const std::string container(container_of_ending(ending_of(target)));
  AVFormatContext* made = nullptr;
  if (const int error = avformat_alloc_output_context2(&made, nullptr, container.c_str(), url.c_str()); error < 0)
    return tl::unexpected(writing_error(target, error));
  made->flags |= AVFMT_FLAG_BITEXACT;
  // MP4 and MOV say which colours they hold; other containers know no such option.
  av_opt_set(made->priv_data, "movflags", "+write_colr", 0);
  return OutputFile(target, std::move(*file), Container(made));
}

AVStream& OutputFile::add_pictures(AVRational frames_a_second) {
  AVStream* stream = avformat_new_stream(container_.get(), nullptr);
  stream->time_base = av_inv_q(frames_a_second);
  stream->avg_frame_rate = frames_a_second;
  return *stream;
}

AVStream& OutputFile::add_sound() { return *avformat_new_stream(container_.get(), nullptr); }

void OutputFile::set_index_first() {
  av_opt_set(container_->priv_data, "movflags", "+faststart", 0);
  av_opt_set(container_->priv_data, "cues_to_front", "1", 0);
}

void OutputFile::set_endless() {
  av_opt_set(container_->priv_data, "loop", "0", 0);   // GIF, WebP
  av_opt_set(container_->priv_data, "plays", "0", 0);  // APNG
}

void OutputFile::set_last_delay(std::int64_t hundredths) {
  if (std::string_view(container_->oformat->name) == "gif")
    av_opt_set_int(container_->priv_data, "final_delay", hundredths, 0);
}

Result<void> OutputFile::begin() {
  int error = avio_open(&container_->pb, container_->url, AVIO_FLAG_WRITE);
  if (error >= 0) error = avformat_write_header(container_.get(), nullptr);
  if (error < 0) return tl::unexpected(writing_error(target_, error));
  return {};
}

Result<void> OutputFile::write(AVPacket& packet) {
  const int error = av_interleaved_write_frame(container_.get(), &packet);
  if (error < 0) return tl::unexpected(writing_error(target_, error));
  return {};
}

Result<void> OutputFile::end() {
  int error = av_write_trailer(container_.get());
  const int closing = avio_closep(&container_->pb);
  if (error >= 0) error = closing;
  if (error < 0) return tl::unexpected(writing_error(target_, error));
  return {};
}

}  // namespace spreadmap::media
