#include "media/ledger.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

constexpr const char* kJournalEnd = ".journal";

fs::path journal_of(const fs::path& folder, Shard shard) {
  return folder / (shard.is_whole() ? fmt::format("frames{}", kJournalEnd)
                                    : fmt::format("frames.{}-of-{}{}", shard.number, shard.count, kJournalEnd));
}

/// In order, so that the same is found first each time.
Result<std::vector<fs::path>> journals_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with("frames") && name.ends_with(kJournalEnd)) found.push_back(at->path());
  }
  if (error) return fail("{}: cannot be read: {}", folder.string(), error.message());
  std::ranges::sort(found);
  return found;
}

bool is_there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

/// What each of the files holds, with the file.
Result<std::vector<std::pair<fs::path, Manifest>>> all_in(const fs::path& folder) {
  std::vector<std::pair<fs::path, Manifest>> all;
  if (const fs::path whole = folder / Ledger::kManifestName; is_there(whole)) {
    auto read = read_manifest(whole);
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

/// Files of an earlier export that the new one would not write over must not be taken for its own.
Result<void> remove_older(const fs::path& folder) {
  const auto all = all_in(folder);
  // What cannot be read names no files; it goes itself.
  if (all) {
    for (const auto& [file, manifest] : *all) {
      for (const auto& [index, unit] : manifest.units) remove_if_there(folder / unit.file);
    }
  }
  return remove_manifests_in(folder);
}

/// Appended as one write, so that a kill cuts it off at most.
Result<void> append(const Descriptor& file, const fs::path& name, const std::string& line) {
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t count = ::write(file.number(), rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return tl::unexpected(write_error(name, count < 0 ? errno : EIO));
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
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

Shard::Range Shard::of(int unit_count) const {
  SM_ASSERT(number >= 1 && number <= count, "{} of {}", number, count);
  const auto end_of = [&](std::int64_t share) { return static_cast<int>(share * unit_count / count); };
  return {end_of(number - 1), end_of(number)};
}

Result<std::unique_ptr<Ledger>> Ledger::open(const fs::path& folder, const Manifest& wanted, Shard shard, Older older) {
  std::unique_ptr<Ledger> ledger(new Ledger(folder, wanted));
  const fs::path own = journal_of(folder, shard);
  if (older == Older::kGoOn) {
    const auto all = all_in(folder);
    if (!all) return tl::unexpected(all.error());
    for (const auto& [file, there] : *all) {
      if (auto same = check_same_export(file, there, wanted); !same) return tl::unexpected(same.error());
      for (UnitRecord& unit : sound_units(folder, there)) {
        ledger->found_.insert(unit.unit);
        const int index = unit.unit;
        ledger->manifest_.units.insert_or_assign(index, std::move(unit));
      }
    }
  } else {
    const auto journals = journals_in(folder);
    if (!journals) return tl::unexpected(journals.error());
    // Other shards of the same export may be at work beside this one.
    const bool is_unfinished = shard.is_whole() ? !journals->empty() : is_there(own);
    if (older == Older::kRefuse && is_unfinished) {
      return fail("{}: holds an unfinished export; go on with it with --resume, or replace it with --overwrite",
                  (shard.is_whole() ? folder : own).string());
    }
    if (shard.is_whole()) {
      if (const auto removed = remove_older(folder); !removed) return tl::unexpected(removed.error());
    }
  }
  // Anew, with the units that were found sound: a line that was cut off must not be gone on with.
  std::string begin = journal_head(wanted);
  if (is_there(own) && older == Older::kGoOn) {
    const auto there = read_journal(own);
    if (!there) return tl::unexpected(there.error());
    for (const auto& [index, unit] : there->units) {
      if (ledger->found_.contains(index)) begin += journal_line(unit);
    }
  }
  if (auto put = write_file_atomically(own, std::as_bytes(std::span(begin))); !put) return tl::unexpected(put.error());
  ledger->journal_file_ = own;
  ledger->journal_.emplace(::open(own.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  if (ledger->journal_->number() < 0) return tl::unexpected(write_error(own, errno));
  return ledger;
}

Ledger::~Ledger() {
  if (!has_any_file()) remove_if_there(journal_file_);
}

bool Ledger::has_any_file() const {
  return std::ranges::any_of(manifest_.units,
                             [this](const auto& unit) { return is_there(folder_ / unit.second.file); });
}

Result<void> Ledger::add(UnitRecord unit) {
  const std::lock_guard lock(mutex_);
  if (auto added = append(*journal_, journal_file_, journal_line(unit)); !added) return added;
  const int index = unit.unit;
  manifest_.units.insert_or_assign(index, std::move(unit));
  return {};
}

Result<void> Ledger::finish() {
  if (!manifest_.is_whole()) return {};
  return write_manifest_in(folder_, manifest_);
}

Result<void> remove_manifests_in(const fs::path& folder) {
  const auto journals = journals_in(folder);
  if (!journals) return tl::unexpected(journals.error());
  remove_if_there(folder / Ledger::kManifestName);
  for (const fs::path& file : *journals) remove_if_there(file);
  return {};
}

Result<void> write_manifest_in(const fs::path& folder, const Manifest& manifest) {
  const std::string text = written(manifest);
  if (auto put = write_file_atomically(folder / Ledger::kManifestName, std::as_bytes(std::span(text))); !put)
    return put;
  const auto journals = journals_in(folder);
  if (!journals) return tl::unexpected(journals.error());
  for (const fs::path& file : *journals) remove_if_there(file);
  return {};
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
  }
  return whole;
}

}  // namespace spreadmap::media
