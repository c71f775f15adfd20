#include "app/export_beside.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "app/export_facts.h"
#include "app/film_texts.h"
#include "app/record_table.h"
#include "media/claim.h"
#include "media/ledger.h"
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

namespace {

tl::unexpected<media::Refused> written_over(const fs::path& file) {
  return tl::unexpected(not_ours(file, "--overwrite"));
}

}  // namespace

media::OrRefused<void> check_own_names(const ExportOptions& options, const media::Manifest& wanted,
                                       const media::FramePattern& pattern, const fs::path& folder) {
  if (options.older == media::Older::kReplace) return {};
  std::error_code ignored;
  if (options.kind == ExportKind::kFilm) {
    const bool is_named = !fs::exists(options.out, ignored) || !media::holds_nothing(folder) ||
                          fs::exists(media::manifest_beside(options.out), ignored);
    return is_named ? media::OrRefused<void>() : written_over(options.out);
  }
  std::optional<Result<std::set<std::string>>> listed;
  const auto [first, last] = options.shard.of(wanted.unit_count());
  for (int frame = wanted.first_frame_of(first); frame < wanted.first_frame_of(last); ++frame) {
    const fs::path file = pattern.file(frame);
    if (!fs::exists(file, ignored)) continue;
    if (!listed) listed = media::files_listed_in(folder);
    if (!*listed)
      return {};  // what an export left cannot be read: what becomes of that is decided where it is gone on with
    if (!(*listed)->contains(file.filename().string())) return written_over(file);
  }
  return {};
}

media::OrRefused<void> check_own_texts(const ExportOptions& options, const fs::path& folder) {
  return options.captions ? check_ours(film_text_files(options, folder)) : media::OrRefused<void>();
}

void warn_of_replaced(const ExportOptions& options, const std::vector<TextFile>& files, Progress& progress) {
  if (options.kind != ExportKind::kFilm) return;
  const fs::path film(options.out), own = media::manifest_beside(film).filename();
  const std::string ending = media::manifest_beside({}).string();
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(film.has_parent_path() ? film.parent_path() : ".", ignored)) {
    const std::string list = entry.path().filename().string();
    if (!list.ends_with(ending) || list == own) continue;
    const auto other = media::read_manifest(entry.path(), media::OwnSum::kIgnored);
    if (!other) continue;
    std::string names;
    for (const TextFile& file : files) {
      const std::string name = file.file.filename().string();
      const auto listed = other->beside.find(name);
      if (listed == other->beside.end() || listed->second == media::Sha256().add(file.text).hex()) continue;
      const auto sum = media::sha256_of_file(file.file);
      if (sum && *sum == listed->second) names += (names.empty() ? "" : " and ") + name;
    }
    if (names.empty()) continue;
    progress.warn(
        fmt::format("{}: {} of {} are replaced by those of this film; to keep both give one film another name",
                    options.out, names, list.substr(0, list.size() - ending.size())));
  }
}

namespace {

/// What exhibits are told apart by: one that was edited since reads the same files.
std::set<std::string> data_of(const media::Manifest& manifest) {
  std::set<std::string> names;
  for (const media::Fact& fact : manifest.facts) {
    if (fact.name.starts_with(kDataFact)) names.insert(fact.name.substr(kDataFact.size()));
  }
  return names;
}

}  // namespace

void warn_of_earlier(const ExportOptions& options, const media::Manifest& wanted, const fs::path& folder,
                     Progress& progress) {
  // Whoever wrote --overwrite knows.
  if (options.older != media::Older::kRefuse || !options.shard.is_whole()) return;
  const bool is_film = options.kind == ExportKind::kFilm;
  const fs::path list = is_film ? media::manifest_beside(options.out) : folder / media::Ledger::kManifestName;
  std::error_code ignored;
  if (!fs::exists(list, ignored) || (is_film && !fs::exists(options.out, ignored))) return;
  const auto there = media::read_manifest(list, media::OwnSum::kIgnored);
  if (!there || there->units.empty()) return;
  const std::string where = is_film ? options.out : folder.string();
  const std::set<std::string> data = data_of(*there);
  if (data != data_of(wanted)) {
    progress.warn(
        fmt::format("{}: {} of another exhibit (its data: {}) {} replaced; to keep both give one another --out", where,
                    is_film ? "a film" : fmt::format("{} frames", there->frame_count), fmt::join(data, ", "),
                    is_film ? "is" : "are"));
    return;
  }
  const int gone = there->frame_count - wanted.frame_count;
  if (is_film || gone <= 0) return;
  progress.warn(
      fmt::format("{}: of {} frames of an earlier export the last {}, up to {}, are taken away; to keep them "
                  "give one export another folder",
                  where, there->frame_count, gone, there->units.rbegin()->second.file));
}

Result<void> put_beside_again(Stage& stage, const FilmPlan& plan, const ExportOptions& options, const fs::path& folder,
                              Progress& progress) {
  const auto there = media::read_manifest(media::manifest_beside(options.out));
  if (!there) return tl::unexpected(there.error());
  const auto is_as_listed = [&](const fs::path& file) {
    const auto listed = there->beside.find(file.filename().string());
    const auto sum = media::sha256_of_file(file);
    return listed == there->beside.end() || (sum && *sum == listed->second);
  };
  if (std::ranges::all_of(names_beside(options, folder), is_as_listed)) return {};
  const std::vector<TextFile> files = files_beside(stage, plan, options, folder);
  warn_of_replaced(options, files, progress);
  for (const TextFile& file : files) {
    if (auto written = write(file); !written) return written;
  }
  return {};
}

}  // namespace spreadmap::app
