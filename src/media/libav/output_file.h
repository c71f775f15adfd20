#pragma once
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "media/atomic_file.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// A container that is written aside, and then synced and renamed. Its bytes depend on what is put into it alone: no times, no versions.
class OutputFile {
 public:
  /// `target`'s ending says which container. Errors: it cannot be written.
  static Result<OutputFile> create(const std::filesystem::path& target);

  /// A stream of pictures at so many frames a second, whose `codecpar` the caller fills. Before `begin`.
  AVStream& add_pictures(AVRational frames_a_second);
  /// A stream of sound.
  AVStream& add_sound();
  /// The index comes first, so that a film starts to play before it is all there. Before `begin`.
  void set_index_first();
  /// For how long it repeats. Before `begin`.
  void set_endless();
  /// For how many hundredths of a second a GIF shows its last picture; other containers know it from the packet. Before `end`.
  void set_last_delay(std::int64_t hundredths);
  /// Errors: of all that follow, what the system or libav says.
  Result<void> begin();
  /// Takes the packet's content; its times are those of its stream.
  Result<void> write(AVPacket& packet);
  Result<void> end();
  /// Where it lies until it is committed.
  [[nodiscard]] const std::filesystem::path& temporary() const { return file_.temporary(); }
  Result<void> commit() { return file_.commit(); }
  [[nodiscard]] const AVStream& stream(int index) const { return *container_->streams[index]; }

 private:
  OutputFile(std::filesystem::path target, PendingFile file, Container container)
      : target_(std::move(target)), file_(std::move(file)), container_(std::move(container)) {}
  std::filesystem::path target_;
  PendingFile file_;
  Container container_;
};

}  // namespace spreadmap::media
