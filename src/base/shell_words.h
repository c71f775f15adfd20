#pragma once
#include <span>
#include <string>

namespace spreadmap {

/// A command line that a shell reads as these words.
std::string quoted_for_shell(std::span<const std::string> words);

}  // namespace spreadmap
