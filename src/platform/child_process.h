#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "base/result.h"

namespace spreadmap::platform {

/// Runs a program, hands it `input` on its standard input, and returns what it wrote to its standard output. Waits until it ends.
/// What it writes to standard error goes to ours. Errors: it cannot be started, it was killed (by which signal), it left with a
/// non-zero status.
Result<std::vector<std::byte>> run_child(const std::filesystem::path& program, std::span<const std::byte> input);

}  // namespace spreadmap::platform
