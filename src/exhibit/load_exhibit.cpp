#include "exhibit/load_exhibit.h"

#include "exhibit/read_toml.h"
#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Result<Exhibit> parse_exhibit(std::string_view toml, const std::filesystem::path& file) {
  if (is_blank(toml)) return fail("{}: the file is empty", file.string());
  const Result<toml::table> table = parse_toml(toml, file);
  if (!table) return tl::unexpected(table.error());
  Exhibit exhibit;
  exhibit.file = file;
  const At root{exhibit.file, exhibit.language, ""};
  if (Result<void> read = read_value(root, *table, exhibit); !read) return tl::unexpected(read.error());
  return exhibit;
}

Result<Exhibit> load_exhibit(const std::filesystem::path& file) {
  const Result<std::string> text = read_text(file, "the exhibit file");
  return text ? parse_exhibit(*text, file) : tl::unexpected(text.error());
}

}  // namespace spreadmap::exhibit
