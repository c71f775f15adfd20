#include "media/output_folder.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

bool is_not_allowed(int system_error) {
  return system_error == EACCES || system_error == EPERM || system_error == EROFS;
}

/// What to do where a folder cannot be made in `there`, the nearest one that is.
std::string advice_on_making(const fs::path& there, int system_error) {
  const std::string named = there.empty() ? "." : there.string();
  if (is_not_allowed(system_error)) return fmt::format("allow writing to the folder {} or name another", named);
  if (system_error == ENOTDIR) return fmt::format("{} is no folder; name another", named);
  return "name another folder";
}

}  // namespace

Result<OutputFolder> OutputFolder::make(const fs::path& folder) {
  OutputFolder made;
  made.path_ = folder.empty() ? fs::path(".") : folder;
  std::error_code error;
  for (fs::path missing = folder; !missing.empty() && !fs::exists(missing, error); missing = missing.parent_path()) {
    made.made_.push_back(missing);
  }
  fs::create_directories(made.path_, error);
  if (error) {
    const fs::path there = made.made_.empty() ? made.path_ : made.made_.back().parent_path();
    return fail("{}: cannot be made: {}; {}", made.path_.string(), error.message(),
                advice_on_making(there, error.value()));
  }
  // Whether anything can be written is said now, and not after the first frame.
  if (::access(made.path_.c_str(), W_OK | X_OK) != 0) {
    const int why = errno;
    return fail("{}: cannot be written to: {}; {}", made.path_.string(), std::generic_category().message(why),
                is_not_allowed(why) ? "allow writing to it or name another folder" : "name another folder");
  }
  return made;
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  for (const fs::path& folder : made_) fs::remove(folder, ignored);
}

}  // namespace spreadmap::media
