#pragma once
#include <string>
#include <vector>

namespace spreadmap::app {

/// Words that stand below a film for a while, in seconds of it.
struct Caption {
  double from_s = 0.0, to_s = 0.0;
  std::vector<std::string> lines;
  std::string note = {};  ///< what holds for it, for those who read the file; empty: there is nothing to say
};

/// What every captions file of this program begins with.
inline constexpr const char* kWebVttBeginning = "WEBVTT\n\nNOTE Made by spreadmap\n";

/// A WebVTT file (https://www.w3.org/TR/webvtt1/) of captions in their order. Times are rounded to its milliseconds. Captions without words, or
/// of no length, are left out. A note stands before the caption with which it begins.
std::string webvtt_of(const std::vector<Caption>& captions);

}  // namespace spreadmap::app
