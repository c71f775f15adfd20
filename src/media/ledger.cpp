#include "media/ledger.h"

#include <algorithm>
#include <system_error>

#include "media/atomic_file.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

/// What each of the files holds, with the file.
Result<std::vector<std::pair<fs::path, Manifest>>> all_in(const fs::path& folder, OwnSum own_sum = OwnSum::kChecked) {
  std::vector<std::pair<fs::path, Manifest>> all;
  if (const fs::path whole = folder / Ledger::kManifestName; is_there(whole)) {
    auto read = read_manifest(whole, own_sum);
    if (!read) return tl::unexpected(read.error());
    all.emplace_back(whole, std::move(*read));
  }
  const auto journals = journals_in(folder);
  if (!journals) return tl::unexpected(journals.error());
  for (const fs::path& file : *journals) {
    auto read = read_journal(file);
    if (!read) return tl::unexpected(read.error());
    if (read->frame_count > 0) all.emplace_back(file, std::move(*read));
  }
  return all;
}

void remove_if_there(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

/// All but one.
Result<void> remove_journals_in(const fs::path& folder, const fs::path& kept = {}) {
  const auto journals = journals_in(folder);
  if (!journals) return tl::unexpected(journals.error());
  for (const fs::path& file : *journals) {
    if (file != kept) remove_if_there(file);
  }
  return {};
}

/// The manifest, and all journals but one.
Result<void> remove_manifests(const fs::path& folder, const fs::path& kept = {}) {
  remove_if_there(folder / Ledger::kManifestName);
  return remove_journals_in(folder, kept);
}

Result<void> write_manifest(const fs::path& folder, const Manifest& manifest) {
  const std::string text = written(manifest);
  return write_file_atomically(folder / Ledger::kManifestName, std::as_bytes(std::span(text)));
}

/// Files of an earlier export that the new one would not write over must not be taken for its own. The claim's journal stays, since its lock does.
Result<void> remove_older(const Claim& claim) {
  // What cannot be read names none, and goes itself.
  if (const auto files = files_listed_in(claim.folder())) {
    for (const std::string& file : *files) remove_if_there(claim.folder() / file);
  }
  return remove_manifests(claim.folder(), claim.journal());
}

/// An export that was cut off: journals in which anything stands. Other shares of the same export may be at work beside this one.
Result<bool> is_unfinished(const Claim& claim) {
  const auto journals = journals_in(claim.folder());
  if (!journals) return tl::unexpected(journals.error());
  return std::ranges::any_of(*journals, [&](const fs::path& file) {
    std::error_code gone;
    return (claim.shard().is_whole() || file == claim.journal()) && fs::file_size(file, gone) > 0 && !gone;
  });
}

/// The units of `there` whose files hold what they held.
std::vector<UnitRecord> sound_units(const fs::path& folder, const Manifest& there) {
  std::vector<UnitRecord> sound;
  for (const auto& [index, unit] : there.units) {
    const auto sum = sha256_of_file(folder / unit.file);
    if (sum && *sum == unit.sha256) sound.push_back(unit);
  }
  return sound;
}

}  // namespace

OrRefused<std::unique_ptr<Ledger>> Ledger::open(Claim claim, const Manifest& wanted, Older older) {
  std::unique_ptr<Ledger> ledger(new Ledger(std::move(claim), wanted));
  Claim& held = ledger->claim_;
  if (older == Older::kGoOn) {
    const auto all = all_in(held.folder());
    if (!all) return tl::unexpected(all.error());
    for (const auto& [file, there] : *all) {
      if (auto same = check_same_export(file, there, wanted); !same) return tl::unexpected(same.error());
      ledger->take(there);
    }
  } else {
    const auto unfinished = is_unfinished(held);
    if (!unfinished) return tl::unexpected(unfinished.error());
    if (older == Older::kRefuse && *unfinished) {
      const fs::path& there = held.shard().is_whole() ? held.folder() : held.journal();
      return refused(Refusal::kUnfinished,
                     fail("{}: holds an unfinished export; go on with it with --resume, or replace it with --overwrite",
                          there.string()));
    }
    if (held.shard().is_whole()) {
      if (const auto removed = remove_older(held); !removed) return tl::unexpected(removed.error());
    }
  }
  // Anew, with the units that were found sound: a line that was cut off must not be gone on with.
  std::string begin = journal_head(ledger->manifest_);
  if (older == Older::kGoOn) {
    const auto there = read_journal(held.journal());
    if (!there) return tl::unexpected(there.error());
    for (const auto& [index, unit] : there->units) {
      if (ledger->found_.contains(index)) begin += journal_line(unit);
    }
  }
  if (auto begun = held.begin_journal(begin); !begun) return tl::unexpected(begun.error());
  ledger->is_begun_ = true;
  return ledger;
}

void Ledger::take(const Manifest& there) {
  for (UnitRecord& unit : sound_units(folder(), there)) {
    found_.insert(unit.unit);
    const int index = unit.unit;
    manifest_.units.insert_or_assign(index, std::move(unit));
  }
  const fs::path beside = folder_of_beside(manifest_, folder());
  for (const auto& [file, written] : there.beside) {
    const auto sum = sha256_of_file(beside / file);
    if (!written.empty() && sum && *sum == written) manifest_.beside.insert_or_assign(file, written);
  }
}

Ledger::~Ledger() {
  if (is_finished_ || (is_begun_ && !has_any_file())) claim_.drop_journal();
}

bool Ledger::has_any_file() const {
  const fs::path beside = folder_of_beside(manifest_, folder());
  return std::ranges::any_of(manifest_.units,
                             [this](const auto& unit) { return is_there(folder() / unit.second.file); }) ||
         std::ranges::any_of(manifest_.beside,
                             [&](const auto& file) { return !file.second.empty() && is_there(beside / file.first); });
}

Result<void> Ledger::add(UnitRecord unit) {
  const std::lock_guard lock(mutex_);
  if (auto added = claim_.append(journal_line(unit)); !added) return added;
  const int index = unit.unit;
  manifest_.units.insert_or_assign(index, std::move(unit));
  return {};
}

Result<void> Ledger::add_beside(const std::string& file, const std::string& sha256) {
  const std::lock_guard lock(mutex_);
  if (auto added = claim_.append(journal_line_beside(file, sha256)); !added) return added;
  manifest_.beside.insert_or_assign(file, sha256);
  return {};
}

Result<void> Ledger::finish() {
  if (!manifest_.is_whole()) return {};
  if (auto written = write_manifest(folder(), manifest_); !written) return written;
  is_finished_ = true;
  return remove_journals_in(folder(), claim_.journal());
}

Result<void> remove_manifests_in(const fs::path& folder) { return remove_manifests(folder); }

Result<void> write_manifest_in(const fs::path& folder, const Manifest& manifest) {
  if (auto written = write_manifest(folder, manifest); !written) return written;
  return remove_journals_in(folder);
}

Result<std::set<std::string>> files_listed_in(const fs::path& folder) {
  std::set<std::string> files;
  const auto all = all_in(folder, OwnSum::kIgnored);
  if (!all) return tl::unexpected(all.error());
  for (const auto& [list, manifest] : *all) {
    for (const auto& [index, unit] : manifest.units) files.insert(unit.file);
  }
  return files;
}

Result<Manifest> manifest_in(const fs::path& folder) {
  auto all = all_in(folder);
  if (!all) return tl::unexpected(all.error());
  if (all->empty()) return fail("{}: holds no export: neither frames.json nor a journal is there", folder.string());
  Manifest whole = all->front().second;
  for (const auto& [file, there] : *all) {
    if (const auto difference = first_difference(there, whole)) {
      return fail("{}: is of another export than {}: {}; take one of them away", file.string(),
                  all->front().first.string(), *difference);
    }
    for (const auto& [index, unit] : there.units) whole.units.insert_or_assign(index, unit);
    for (const auto& [name, sum] : there.beside) {
      if (!sum.empty() || !whole.beside.contains(name)) whole.beside.insert_or_assign(name, sum);
    }
  }
  return whole;
}

}  // namespace spreadmap::media
