#pragma once
#include <cerrno>

#include "base/result.h"
#include "media/atomic_file.h"
#include "media/libav/handles.h"

namespace spreadmap::media {

/// What a call that writes a file said.
inline Error writing_error(const std::filesystem::path& file, int error) {
  constexpr int kLastSystemError = 4096;  // AVERROR's values down to minus this are the system's errno
  const std::string words = LibavLog::instance().words(error);
  if (-error < kLastSystemError && -error != EINVAL) return write_error(file, -error);
  return Error{fmt::format("{}: cannot be written: {}", file.string(), words)};
}

/// What a call that reads pictures or sound from a file said.
inline Error reading_error(const std::filesystem::path& file, int error, AVMediaType kind) {
  const std::string words = LibavLog::instance().words(error);
  if (kind != AVMEDIA_TYPE_AUDIO)
    return Error{fmt::format("{}: cannot be read as a film: {}; make it anew", file.string(), words)};
  return Error{fmt::format("{}: no sound can be read from it: {}; name a file with sound, as WAV, FLAC, MP3 or M4A",
                           file.string(), words)};
}

}  // namespace spreadmap::media
