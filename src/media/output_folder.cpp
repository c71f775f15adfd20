#include "media/output_folder.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "media/atomic_file.h"

namespace spreadmap::media {

Result<OutputFolder> OutputFolder::make(const std::filesystem::path& folder) {
  OutputFolder made;
  made.path_ = folder.empty() ? std::filesystem::path(".") : folder;
  std::error_code error;
  for (std::filesystem::path missing = folder; !missing.empty() && !std::filesystem::exists(missing, error);
       missing = missing.parent_path()) {
    made.made_.push_back(missing);
  }
  std::filesystem::create_directories(made.path_, error);
  if (error) return fail("{}: cannot be made: {}; name another folder", made.path_.string(), error.message());
  // Whether anything can be written is said now, and not after the first frame.
  if (::access(made.path_.c_str(), W_OK | X_OK) != 0) return tl::unexpected(write_error(made.path_, errno));
  return made;
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  for (const std::filesystem::path& folder : made_) std::filesystem::remove(folder, ignored);
}

}  // namespace spreadmap::media
