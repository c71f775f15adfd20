#pragma once
#include <algorithm>
#include <filesystem>
#include <string>

namespace spreadmap::media {

/// The ending of a file's name, in small letters as all endings here are named: ".mp4" of film.MP4; empty: it has none.
inline std::string ending_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  // Whatever the machine's language is.
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

}  // namespace spreadmap::media
