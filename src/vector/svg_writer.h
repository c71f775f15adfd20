#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/colour.h"
#include "vector/canvas.h"
#include "vector/path.h"

namespace spreadmap::vector {

/// Writes well-formed XML in small pieces. Numbers are written by integers, so that they are the same everywhere.
class SvgWriter {
 public:
  explicit SvgWriter(Sink sink) : sink_(std::move(sink)) {}

  SvgWriter& raw(std::string_view text);
  /// Text as XML holds it: markup escaped, what XML does not know (control characters, ill-formed bytes) as U+FFFD or a space.
  SvgWriter& escaped(std::string_view utf8);
  /// ` name="value"`, with at most two, or for shares three, figures after the point.
  SvgWriter& number(std::string_view name, double value);
  SvgWriter& share(std::string_view name, double value);
  SvgWriter& word(std::string_view name, std::string_view value);
  /// ` name="#rrggbb"` and ` name-opacity`, which a colour that is seen through has; `none` for one that is not there.
  SvgWriter& colour(std::string_view name, Srgb8 colour);
  SvgWriter& fill_and_line(const Paint& paint);
  /// ` d="…"`: from point to point by how far it is.
  SvgWriter& outline(const Path& path);
  /// Bytes as RFC 4648 writes them in letters.
  SvgWriter& base64(std::string_view bytes);
  void flush();

 private:
  void put_hundredths(std::int64_t hundredths);
  void flush_if_full();
  Sink sink_;
  std::string buffer_;
  bool is_refused_ = false;
};

}  // namespace spreadmap::vector
