#include "media/claim.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "media/atomic_file.h"
#include "media/file_lock.h"

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Refused> is_at_work(const fs::path& folder, const char* who) {
  return refused(Refusal::kBusy,
                 fail("{}: {} is being written there by another process; wait until it ends, or name another --out",
                      folder.string(), who));
}

/// "frames.2-of-8.journal" of a share of so many.
bool is_of_as_many(const fs::path& journal, Shard shard) {
  return !shard.is_whole() && journal.filename().string().ends_with(fmt::format("-of-{}{}", shard.count, kJournalEnd));
}

}  // namespace

Claim::Claim(fs::path folder, Shard shard, Descriptor held)
    : folder_(std::move(folder)), journal_(journal_of(folder_, shard)), shard_(shard), held_(std::move(held)) {}

OrRefused<Claim> Claim::take(const fs::path& folder, Shard shard) {
  // One that was just killed holds its locks until the system has taken it down: 50 ms were seen with a film's memory to give back.
  constexpr int kTries = 10;
  constexpr std::chrono::milliseconds kPause{30};
  for (int tries = 1;; ++tries) {
    auto claim = take_at_once(folder, shard);
    if (claim || claim.error().kind != Refusal::kBusy || tries == kTries) return claim;
    std::this_thread::sleep_for(kPause);
  }
}

OrRefused<Claim> Claim::take_at_once(const fs::path& folder, Shard shard) {
  const fs::path own = journal_of(folder, shard);
  auto held = open_locked(own, O_RDWR | O_APPEND);
  if (!held) {
    if (held.error() == EWOULDBLOCK) return is_at_work(folder, shard.is_whole() ? "an export" : "this share");
    return tl::unexpected(write_error(own, held.error()));
  }
  Claim claim(folder, shard, std::move(*held));
  // Its own first: of two that come at once one at least sees the other.
  const auto journals = journals_in(folder);
  if (!journals) return tl::unexpected(journals.error());
  for (const fs::path& journal : *journals) {
    if (journal == own || is_of_as_many(journal, shard)) continue;
    if (is_locked(journal)) return is_at_work(folder, shard.is_whole() ? "a share of an export" : "another export");
  }
  return claim;
}

Claim::~Claim() {
  if (held_.number() < 0) return;
  std::error_code ignored;
  if (fs::is_empty(journal_, ignored)) drop_journal();
}

Result<void> Claim::begin_journal(const std::string& text) {
  auto pending = PendingFile::create(journal_);
  if (!pending) return tl::unexpected(pending.error());
  if (auto written = pending->write(std::as_bytes(std::span(text))); !written) return written;
  auto held = pending->commit_held();
  if (!held) return tl::unexpected(held.error());
  // Both stay locked: somebody may have opened the first just before.
  if (first_.number() < 0) first_ = std::move(held_);
  held_ = std::move(*held);
  return {};
}

Result<void> Claim::append(const std::string& line) {
  const off_t before = ::lseek(held_.number(), 0, SEEK_END);
  const int error = write_all(held_.number(), std::as_bytes(std::span(line)));
  if (error == 0) return {};
  // Of a full disk it may hold a part, and what came behind that would be lost with it.
  if (before >= 0 && ::ftruncate(held_.number(), before) != 0)
    return fail("{}; what it holds of the last line has to be cut off by hand", write_error(journal_, errno).message);
  return tl::unexpected(write_error(journal_, error));
}

void Claim::drop_journal() {
  std::error_code ignored;
  if (names(journal_, held_)) fs::remove(journal_, ignored);
}

bool holds_nothing(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (is_temporary(at->path())) continue;
    if (at->path().extension() != kJournalEnd || (at->file_size(gone) > 0 && !gone)) return false;
  }
  return true;
}

}  // namespace spreadmap::media
