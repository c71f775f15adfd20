#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace spreadmap {

void set_up_log(bool verbose) {
  auto logger = std::make_shared<spdlog::logger>("spreadmap", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("spreadmap: %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

void log_error(std::string_view text) { spdlog::error(text); }
void log_warning(std::string_view text) { spdlog::warn(text); }
void log_detail(std::string_view text) { spdlog::debug(text); }

bool is_log_verbose() { return spdlog::should_log(spdlog::level::debug); }

}  // namespace spreadmap
