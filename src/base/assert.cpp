#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace spreadmap {

void assertion_failed(const char* expression, const std::string& values, std::source_location where) {
  fmt::print(stderr, "spreadmap: {}:{}: {}: '{}' does not hold: {}\n", where.file_name(), where.line(), where.function_name(),
             expression, values);
  std::fflush(stderr);
  std::abort();
}

}  // namespace spreadmap
