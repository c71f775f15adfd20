#include "media/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "media/file_lock.h"

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

fs::path temporary_of(const fs::path& target) {
  return folder_of(target) / fmt::format(".{}.part", target.filename().string());
}

/// 0, or why a rename over the target must not be tried: as root it would replace even /dev/null.
int refusal(const fs::path& target) {
  struct stat status {};
  if (!target.has_filename()) return EISDIR;
  if (::stat(target.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return 0;
  return S_ISDIR(status.st_mode) ? EISDIR : EEXIST;
}

/// Opened for writing, locked and emptied; a left-over of a killed run is used again, a link laid there by someone else is not
/// followed. Errors: the value of errno.
tl::expected<Descriptor, int> open_temporary(const fs::path& temporary) {
  auto opened = open_locked(temporary, O_WRONLY);
  if (opened && ::ftruncate(opened->number(), 0) != 0) return tl::unexpected(errno);
  return opened;
}

std::string advice(const fs::path& target, int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space or write to another disk";
    case EFBIG:
      return "raise the limit on the size of files (ulimit -f) or write to another disk";
    case ENOENT:
    case ENOTDIR:
      return fmt::format("make the folder {} or name another", folder_of(target).string());
    case EACCES:
    case EPERM:
    case EROFS:
      return fmt::format("allow writing to the folder {} or name another", folder_of(target).string());
    case EISDIR:
      return "it is a folder: name a file";
    case EEXIST:
      return "what is there is a device or a pipe: name a file";
    case ENAMETOOLONG:
      return "choose a shorter name";
    case EMFILE:
      return "raise the limit on open files (ulimit -n)";
    default:
      return "try another folder or disk";
  }
}

}  // namespace

int write_all(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : EIO;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return 0;
}

Error write_error(const fs::path& target, int system_error) {
  return Error{fmt::format("{}: cannot be written: {}; {}", target.string(),
                           std::generic_category().message(system_error), advice(target, system_error))};
}

Error folder_error(const fs::path& folder, const std::error_code& error) {
  return Error{fmt::format("{}: cannot be read: {}; put the folder back and do the same again, or name another",
                           folder.string(), error.message())};
}

Result<void> sync_folder(const fs::path& folder) {
  const fs::path named = folder.empty() ? fs::path(".") : folder;
  const Descriptor opened(::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() < 0) return tl::unexpected(write_error(named, errno));
  // Some network file systems cannot sync a folder and say so with EINVAL; there is nothing more to be done for them.
  if (::fsync(opened.number()) != 0 && errno != EINVAL) return tl::unexpected(write_error(named, errno));
  return {};
}

Result<void> write_file_atomically(const fs::path& target, std::span<const std::byte> bytes, FolderSync folder_sync) {
  Result<PendingFile> pending = PendingFile::create(target);
  if (!pending) return tl::unexpected(pending.error());
  if (auto written = pending->write(bytes); !written) return written;
  return pending->commit(folder_sync);
}

bool is_temporary(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with('.') && name.ends_with(".part");
}

Result<void> remove_temporaries_in(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  std::vector<fs::path> found;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (is_temporary(at->path()) && !is_locked(at->path())) found.push_back(at->path());
  }
  if (error) return tl::unexpected(folder_error(folder, error));
  for (const fs::path& file : found) fs::remove(file, error);
  return {};
}

Result<PendingFile> PendingFile::create(const fs::path& target) {
  if (const int error = refusal(target); error != 0) return tl::unexpected(write_error(target, error));
  fs::path temporary = temporary_of(target);
  auto file = open_temporary(temporary);
  if (file) return PendingFile(target, std::move(temporary), std::move(*file));
  if (file.error() == EWOULDBLOCK)
    return fail("{}: is being written by another process; wait until it ends, or name another file", target.string());
  return tl::unexpected(write_error(target, file.error()));
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)) {}

PendingFile& PendingFile::operator=(PendingFile&& other) noexcept {
  if (this != &other) {
    remove();
    target_ = std::move(other.target_);
    temporary_ = std::exchange(other.temporary_, {});
    file_ = std::move(other.file_);
  }
  return *this;
}

PendingFile::~PendingFile() { remove(); }

void PendingFile::remove() noexcept {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

Result<void> PendingFile::write(std::span<const std::byte> bytes) {
  if (const int error = write_all(file_.number(), bytes); error != 0)
    return tl::unexpected(write_error(target_, error));
  return {};
}

void PendingFile::begin_sync() const {
  // A hint: what fails here fails again, and is told, when it is synced.
  ::sync_file_range(file_.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
}

Result<void> PendingFile::commit(FolderSync folder_sync) {
  int error = ::fsync(file_.number()) == 0 ? 0 : errno;
  if (error == 0 && ::rename(temporary_.c_str(), target_.c_str()) != 0) error = errno;
  if (error != 0) {
    remove();
    return tl::unexpected(write_error(target_, error));
  }
  temporary_.clear();
  return folder_sync == FolderSync::kNow ? sync_folder(folder_of(target_)) : Result<void>();
}

Result<Descriptor> PendingFile::commit_held() {
  if (auto committed = commit(); !committed) return tl::unexpected(committed.error());
  return std::move(file_);
}

}  // namespace spreadmap::media
