#pragma once
#include <filesystem>
#include <string_view>

namespace spreadmap::app {

/// What a file of the user's is, by the XDG Base Directory Specification.
enum class UserFile { kData, kState, kConfig };

/// Where the program keeps one of that name; empty where there is no home.
std::filesystem::path user_file(UserFile kind, std::string_view name);

}  // namespace spreadmap::app
