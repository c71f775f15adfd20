#pragma once
#include <filesystem>
#include <string>

#include "base/descriptor.h"
#include "base/result.h"
#include "media/refused.h"
#include "media/shard.h"

namespace spreadmap::media {

/// That one process alone writes a share of an export into a folder: it holds a lock on the share's journal. Shares of one export go together; the whole, and
/// a join, go with none. The lock ends with the process, however that ends.
class Claim {
 public:
  /// The folder exists; an empty journal is made where there is none. Waits a moment for a process that
  /// is there. Errors: another process is at work there; nothing can be written there.
  static OrRefused<Claim> take(const std::filesystem::path& folder, Shard shard);
  Claim(Claim&& other) noexcept = default;
  Claim& operator=(Claim&& other) = delete;
  /// A journal in which nothing stands goes.
  ~Claim();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const std::filesystem::path& journal() const { return journal_; }
  [[nodiscard]] Shard shard() const { return shard_; }
  /// Writes a journal with this text in place of what is there, in one step; the lock passes on to it.
  Result<void> begin_journal(const std::string& text);
  /// Appended as one write, so that a kill cuts it off at most.
  Result<void> append(const std::string& line);
  /// Takes the journal away, if it is still this one's.
  void drop_journal();

 private:
  Claim(std::filesystem::path folder, Shard shard, Descriptor held);
  static OrRefused<Claim> take_at_once(const std::filesystem::path& folder, Shard shard);
  std::filesystem::path folder_, journal_;
  Shard shard_;
  Descriptor first_, held_;  ///< the journal that was found, and the one that was put in its place
};

/// Whether a folder holds nothing but journals in which nothing stands, those of processes that have just begun, and temporary files. One that is not there
/// holds nothing.
bool holds_nothing(const std::filesystem::path& folder);

}  // namespace spreadmap::media
