#include "exhibit/read_toml.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "exhibit/utf8.h"

namespace spreadmap::exhibit {

Result<std::string> read_text(const std::filesystem::path& file, std::string_view called) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) return fail("{}: is a folder; name {} in it", file.string(), called);
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail("{}: cannot be opened: {}", file.string(), std::strerror(errno));
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (stream.bad()) return fail("{}: cannot be read: {}", file.string(), std::strerror(errno));
  return text;
}

Result<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file) {
  if (const std::size_t valid = utf8_prefix(text); valid < text.size()) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(valid), '\n');
    return fail("{}:{}: not UTF-8; save the file with that encoding", file.string(), line);
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return fail("{}:{}: not TOML: {}", file.string(), error.source().begin.line, error.description());
  }
}

}  // namespace spreadmap::exhibit
