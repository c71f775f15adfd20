#include "exhibit/load_exhibit.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "exhibit/schema_exhibit.h"
#include "exhibit/utf8.h"

namespace spreadmap::exhibit {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Result<Exhibit> parse_exhibit(std::string_view toml, const std::filesystem::path& file) {
  if (is_blank(toml)) return fail("{}: the file is empty", file.string());
  if (const std::size_t valid = utf8_prefix(toml); valid < toml.size()) {
    const auto line = 1 + std::count(toml.begin(), toml.begin() + static_cast<std::ptrdiff_t>(valid), '\n');
    return fail("{}:{}: not UTF-8; save the file with that encoding", file.string(), line);
  }
  Exhibit exhibit;
  exhibit.file = file;
  try {
    const toml::table table = toml::parse(toml);
    const At root{exhibit.file, exhibit.language, ""};
    if (Result<void> read = read_value(root, table, exhibit); !read) return tl::unexpected(read.error());
  } catch (const toml::parse_error& error) {
    return fail("{}:{}: not TOML: {}", file.string(), error.source().begin.line, error.description());
  }
  return exhibit;
}

Result<Exhibit> load_exhibit(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error))
    return fail("{}: is a folder; name the exhibit file in it", file.string());
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail("{}: cannot be opened: {}", file.string(), std::strerror(errno));
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (stream.bad()) return fail("{}: cannot be read: {}", file.string(), std::strerror(errno));
  return parse_exhibit(text, file);
}

}  // namespace spreadmap::exhibit
