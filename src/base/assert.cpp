#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace spreadmap {

void assertion_failed(const char* expression, const std::string& values, SourcePlace where) {
  fmt::print(stderr, "spreadmap: {}:{}: {}: '{}' does not hold: {}\n", where.file, where.line, where.function,
             expression, values);
  std::fflush(stderr);
  std::abort();
}

}  // namespace spreadmap
