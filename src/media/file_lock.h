#pragma once
#include <filesystem>
#include <tl/expected.hpp>

#include "base/descriptor.h"

namespace spreadmap::media {

/// Opens a file, makes it where it is missing, and locks it until the descriptor is closed, so that a process that is killed leaves no lock behind. The
/// file that has the name is the one that is locked, also where others take it away or put another in its place. File systems without locks go without.
/// `flags`: O_WRONLY or O_RDWR, and more. Errors: the value of errno; EWOULDBLOCK: somebody else holds it.
tl::expected<Descriptor, int> open_locked(const std::filesystem::path& file, int flags);

/// Whether somebody else holds it.
bool is_locked(const std::filesystem::path& file);

/// Whether the name is still that of the file that is open.
bool names(const std::filesystem::path& file, const Descriptor& opened);

}  // namespace spreadmap::media
