#include "app/export_beside.h"

#include <algorithm>

#include "app/film_texts.h"
#include "app/record_table.h"
#include "media/sha256.h"
#include "media/whole_film.h"

namespace spreadmap::app {

namespace fs = std::filesystem;

std::vector<fs::path> names_beside(const ExportOptions& options, const fs::path& folder) {
  std::vector<fs::path> names;
  if (options.part == PicturePart::kMatte) names.push_back(record_table_beside(options));
  if (options.captions) {
    const FilmTextFiles texts = film_text_files(options, folder);
    names.insert(names.end(), {texts.captions, texts.seconds});
  }
  return names;
}

std::vector<TextFile> files_beside(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                                   const fs::path& folder) {
  std::vector<TextFile> files;
  if (options.part == PicturePart::kMatte) files.push_back(record_table(options, stage.world()));
  if (!options.captions) return files;
  for (TextFile& text : film_texts(stage, plan, film_text_files(options, folder))) files.push_back(std::move(text));
  return files;
}

Result<void> put_beside_again(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                              const fs::path& folder) {
  const auto there = media::read_manifest(media::manifest_beside(options.out));
  if (!there) return tl::unexpected(there.error());
  const auto is_as_listed = [&](const fs::path& file) {
    const auto listed = there->beside.find(file.filename().string());
    const auto sum = media::sha256_of_file(file);
    return listed == there->beside.end() || (sum && *sum == listed->second);
  };
  if (std::ranges::all_of(names_beside(options, folder), is_as_listed)) return {};
  for (const TextFile& file : files_beside(stage, plan, options, folder)) {
    if (auto written = write(file); !written) return written;
  }
  return {};
}

}  // namespace spreadmap::app
