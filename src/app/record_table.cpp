#include "app/record_table.h"

namespace spreadmap::app {
namespace {

/// A field of a CSV (RFC 4180): in quotes where it must be.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char letter : text) quoted.append(letter == '"' ? 2 : 1, letter);
  return quoted + '"';
}

}  // namespace

std::filesystem::path record_table_beside(const ExportOptions& options) {
  std::filesystem::path beside = options.out;
  if (options.kind == ExportKind::kStill) return beside.replace_extension(".csv");
  return beside.replace_filename("records.csv");
}

TextFile record_table(const ExportOptions& options, const World& world) {
  std::string text = "layer_number,record_number,layer,name,source,line\n";
  const std::filesystem::path home = world.exhibit.file.parent_path();
  for (std::size_t layer = 0; layer < world.tables.layers.size(); ++layer) {
    const data::PointTable& table = world.tables.layers[layer];
    const exhibit::LayerSpec& spec = world.exhibit.layers[layer];
    const std::string source = field(spec.source.file.lexically_proximate(home).string());
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      text += fmt::format("{},{},{},{},{},{}\n", layer + 1, row + 1, field(spec.id), field(table.name[row]), source,
                          table.line[row]);
    }
  }
  return {record_table_beside(options), std::move(text)};
}

}  // namespace spreadmap::app
