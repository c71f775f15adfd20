#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace spreadmap::platform {

/// What a machine is, a line each, without its name or that of anybody: kernel, distribution, processors, memory.
std::vector<std::string> machine_facts();

/// How much is free where a folder lies, as a class of size: "10 to 100 GB"; "unknown" where that cannot be told.
std::string free_disk_class(const std::filesystem::path& folder);

/// What SDL sees of the displays, a line each. Opens no window.
std::vector<std::string> display_facts();

}  // namespace spreadmap::platform
