#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>

namespace spreadmap {

void set_up_log(bool verbose) {
  auto logger = std::make_shared<spdlog::logger>("spreadmap", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("spreadmap: %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace spreadmap
