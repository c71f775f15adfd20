#include "media/frame_pattern.h"

#include <cctype>
#include <string_view>

namespace spreadmap::media {
namespace {

constexpr int kMostDigits = 20;

/// What follows a percent sign: `06d`. The length is 0 if it is no integer conversion.
struct Conversion {
  std::size_t length = 0;
  int digits = 0;
  bool zero_filled = false;
};

Conversion read_conversion(std::string_view text) {
  Conversion read;
  std::size_t at = 0;
  if (at < text.size() && text[at] == '0') {
    read.zero_filled = true;
    ++at;
  }
  while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0 && read.digits <= kMostDigits) {
    read.digits = 10 * read.digits + (text[at++] - '0');
  }
  const bool integer = at < text.size() && std::string_view("diu").find(text[at]) != std::string_view::npos;
  if (integer && read.digits <= kMostDigits) read.length = at + 1;
  return read;
}

}  // namespace

Result<FramePattern> FramePattern::parsed(const std::string& text) {
  FramePattern pattern;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string& part = pattern.numbered_ ? pattern.after_ : pattern.before_;
    if (text[at] != '%') {
      part += text[at];
    } else if (text.compare(at, 2, "%%") == 0) {
      part += text[at++];
    } else {
      const Conversion read = read_conversion(std::string_view(text).substr(at + 1));
      if (read.length == 0) {
        return fail(
            "{}: the % at character {} begins no number: write %06d for the frame's number, %% for a percent sign",
            text, at + 1);
      }
      if (pattern.numbered_) return fail("{}: holds more than one number: keep one, write %% for a percent sign", text);
      pattern.numbered_ = true;
      pattern.digits_ = read.digits;
      pattern.zero_filled_ = read.zero_filled;
      at += read.length;
    }
  }
  if (pattern.after_.find('/') != std::string::npos) {
    return fail("{}: the frame's number stands in a folder's name: put it in the file's name, as in frames/%06d.png",
                text);
  }
  if (!pattern.file(0).has_filename()) return fail("{}: names no file: add one, as in frames/%06d.png", text);
  return pattern;
}

Result<std::string> name_without_number(const std::string& text) {
  std::string name;
  for (std::size_t at = 0; at < text.size(); ++at) {
    name += text[at];
    if (text[at] != '%') continue;
    const std::string_view rest = std::string_view(text).substr(at + 1);
    if (rest.starts_with('%')) {
      ++at;
    } else if (const Conversion number = read_conversion(rest); number.length > 0) {
      return fail(
          "{}: %{} stands for a frame's number, and one picture has none: leave it out, or write %% for a percent sign",
          text, rest.substr(0, number.length));
    }
  }
  return name;
}

std::filesystem::path FramePattern::file(int index) const {
  if (!numbered_) return before_;
  const std::string number =
      zero_filled_ ? fmt::format("{:0{}}", index, digits_) : fmt::format("{:{}}", index, digits_);
  return before_ + number + after_;
}

}  // namespace spreadmap::media
