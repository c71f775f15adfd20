#include "base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <utility>

namespace spreadmap {
namespace {

class SentSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit SentSink(TakeLogged take) : take_(std::move(take)) {}

 private:
  void sink_it_(const spdlog::details::log_msg& logged) override {
    const bool is_error = logged.level >= spdlog::level::err;
    take_(is_error                              ? "error"
          : logged.level == spdlog::level::warn ? "warning"
                                                : "detail",
          {logged.payload.data(), logged.payload.size()});
  }
  void flush_() override {}

  TakeLogged take_;
};

}  // namespace

void set_up_log(bool verbose) {
  auto logger = std::make_shared<spdlog::logger>("spreadmap", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("spreadmap: %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

void send_log_to(TakeLogged take) { spdlog::default_logger()->sinks() = {std::make_shared<SentSink>(std::move(take))}; }

void log_error(std::string_view text) { spdlog::error(text); }
void log_warning(std::string_view text) { spdlog::warn(text); }
void log_detail(std::string_view text) { spdlog::debug(text); }

bool is_log_verbose() { return spdlog::should_log(spdlog::level::debug); }

}  // namespace spreadmap
