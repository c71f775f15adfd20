#include "vector/svg_writer.h"

#include <cmath>

#include "text/code_points.h"
#include "vector/utf8.h"

namespace spreadmap::vector {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 16U;

/// The characters of XML 1.0 (https://www.w3.org/TR/xml/#charsets), of those that lines of text hold.
bool is_xml(std::uint32_t code_point) {
  return code_point >= 0x20 && code_point != 0xfffe && code_point != 0xffff &&
         (code_point < 0xd800 || code_point > 0xdfff) && code_point <= 0x10ffff;
}

}  // namespace

SvgWriter& SvgWriter::raw(std::string_view text) {
  buffer_ += text;
  flush_if_full();
  return *this;
}

SvgWriter& SvgWriter::escaped(std::string_view utf8) {
  for (const std::uint32_t code_point : text::code_points_of(utf8)) {
    switch (code_point) {
      case '<':
        buffer_ += "&lt;";
        break;
      case '>':
        buffer_ += "&gt;";
        break;
      case '&':
        buffer_ += "&amp;";
        break;
      case '"':
        buffer_ += "&quot;";
        break;
      default:
        append_utf8(buffer_, is_xml(code_point) ? code_point : 0xfffdU);
    }
  }
  flush_if_full();
  return *this;
}

SvgWriter& SvgWriter::number(std::string_view name, double value) {
  buffer_ += ' ';
  buffer_ += name;
  buffer_ += "=\"";
  put_hundredths(std::llround(value * kGridPerPx));
  buffer_ += '"';
  return *this;
}

SvgWriter& SvgWriter::share(std::string_view name, double value) {
  const std::int64_t thousandths = std::llround(value * 1000.0);
  buffer_ += fmt::format(" {}=\"{}\"", name, thousandths >= 1000 ? "1" : fmt::format(".{:03}", thousandths));
  return *this;
}

SvgWriter& SvgWriter::word(std::string_view name, std::string_view value) {
  raw(" ").raw(name).raw("=\"").escaped(value);
  return raw("\"");
}

SvgWriter& SvgWriter::colour(std::string_view name, Srgb8 colour) {
  if (colour.a == 0) return word(name, "none");
  buffer_ += fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", name, colour.r, colour.g, colour.b);
  if (colour.a < 255) share(fmt::format("{}-opacity", name), colour.a / 255.0);
  return *this;
}

SvgWriter& SvgWriter::fill_and_line(const Paint& paint) {
  colour("fill", paint.fill);
  if (paint.line.a > 0 && paint.line_px > 0.0) colour("stroke", paint.line).number("stroke-width", paint.line_px);
  return *this;
}

SvgWriter& SvgWriter::outline(const Path& path) {
  raw(" d=\"");
  GridPoint pen;
  std::uint32_t begin = 0;
  const auto to = [&](GridPoint point) {
    put_hundredths(point.x - pen.x);
    if (point.y >= pen.y) buffer_ += ' ';  // a minus sign parts numbers as well
    put_hundredths(point.y - pen.y);
    pen = point;
  };
  for (const std::uint32_t end : path.part_ends) {
    // A part begins from where the last one did if that is closed: back to there its pen goes.
    const GridPoint first = path.points[begin];
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i <= begin + 1) {
        buffer_ += i == begin ? 'm' : 'l';
      } else if (path.points[i].x >= pen.x) {
        buffer_ += ' ';
      }
      to(path.points[i]);
    }
    if (path.is_closed) {
      buffer_ += 'z';
      pen = first;
    }
    begin = end;
    flush_if_full();
  }
  return raw("\"");
}

void SvgWriter::put_hundredths(std::int64_t hundredths) {
  if (hundredths < 0) buffer_ += '-';
  const std::int64_t size = std::abs(hundredths), whole = size / 100, rest = size % 100;
  if (whole > 0 || rest == 0) buffer_ += std::to_string(whole);
  if (rest == 0) return;
  buffer_ += '.';
  buffer_ += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) buffer_ += static_cast<char>('0' + rest % 10);
}

void SvgWriter::flush_if_full() {
  if (buffer_.size() >= kBufferSize) flush();
}

SvgWriter& SvgWriter::base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view three = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8U | (i < three.size() ? static_cast<unsigned char>(three[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) buffer_ += i <= three.size() ? kLetters[bits >> (18U - 6U * i) & 0x3fU] : '=';
    flush_if_full();
  }
  return *this;
}

void SvgWriter::flush() {
  is_refused_ = is_refused_ || !sink_(buffer_);
  buffer_.clear();
}

}  // namespace spreadmap::vector
