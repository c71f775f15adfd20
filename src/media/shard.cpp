#include "media/shard.h"

#include <algorithm>
#include <cstdint>
#include <system_error>

#include "base/assert.h"
#include "media/atomic_file.h"

namespace spreadmap::media {

Shard::Range Shard::of(int unit_count) const {
  SM_ASSERT(number >= 1 && number <= count, "{} of {}", number, count);
  const auto end_of = [&](std::int64_t share) { return static_cast<int>(share * unit_count / count); };
  return {end_of(number - 1), end_of(number)};
}

std::filesystem::path journal_of(const std::filesystem::path& folder, Shard shard) {
  return folder / (shard.is_whole() ? fmt::format("frames{}", kJournalEnd)
                                    : fmt::format("frames.{}-of-{}{}", shard.number, shard.count, kJournalEnd));
}

Result<std::vector<std::filesystem::path>> journals_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with("frames") && name.ends_with(kJournalEnd)) found.push_back(at->path());
  }
  if (error) return tl::unexpected(folder_error(folder, error));
  std::ranges::sort(found);
  return found;
}

}  // namespace spreadmap::media
