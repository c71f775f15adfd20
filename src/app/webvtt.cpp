#include "app/webvtt.h"

#include <fmt/format.h>

#include <cmath>

namespace spreadmap::app {
namespace {

std::string timestamp(long long ms) {
  return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/// A line of cue text: no markup, and no line break, since an empty line would end the caption.
std::string plain(const std::string& text) {
  std::string line;
  for (const char c : text) {
    switch (c) {
      case '&':
        line += "&amp;";
        break;
      case '<':
        line += "&lt;";
        break;
      case '>':
        line += "&gt;";
        break;
      case '\n':
      case '\r':
        line += ' ';
        break;
      default:
        line += c;
    }
  }
  return line;
}

}  // namespace

std::string webvtt_of(const std::vector<Caption>& captions) {
  std::string file = kWebVttBeginning;
  std::string note;
  for (const Caption& caption : captions) {
    const long long from_ms = std::llround(caption.from_s * 1000.0), to_ms = std::llround(caption.to_s * 1000.0);
    std::string lines;
    for (const std::string& line : caption.lines) {
      if (line.find_first_not_of(" \t\r\n") != std::string::npos) lines += plain(line) + "\n";
    }
    if (lines.empty() || to_ms <= from_ms) continue;
    if (!caption.note.empty() && caption.note != note) file += fmt::format("\nNOTE {}\n", plain(caption.note));
    note = caption.note;
    file += fmt::format("\n{} --> {}\n{}", timestamp(from_ms), timestamp(to_ms), lines);
  }
  return file;
}

}  // namespace spreadmap::app
