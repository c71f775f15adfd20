#include "app/export_job.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "app/export_fault.h"

namespace spreadmap::app {

using ui::ExportStage;

Result<void> ExportJob::start(std::vector<std::string> words, const model::ExportWish& wish) {
  words.insert(words.end(), {"--progress", "json"});
  progress_ = {};
  fault_said_.clear();
  said_.clear();
  progress_.file = wish.file;
  progress_.made = wish.made;
  auto started = platform::RunningProgram::start(file_, std::move(words));
  if (!started) {
    progress_.has_failed = true;
    progress_.cause = started.error().message;
    return tl::unexpected(started.error());
  }
  program_ = std::move(*started);
  progress_.stage = ExportStage::kRuns;
  return {};
}

bool ExportJob::look() {
  if (!program_) return false;
  const auto status = program_->status();
  const std::vector<std::string> lines = program_->take_lines();
  for (const std::string& line : lines) take_line(line);
  if (status) take_end(*status);
  return status || !lines.empty();
}

void ExportJob::take_line(const std::string& line) {
  const auto told = nlohmann::json::parse(line, nullptr, false);
  if (!told.is_object()) {
    constexpr std::string_view kProgram = "spreadmap: ";
    return said_.push_back(line.starts_with(kProgram) ? line.substr(kProgram.size()) : line);
  }
  // What it warns of, and in the end once more, for people, why it failed.
  if (told.contains("warning")) return said_.push_back(told.value("warning", ""));
  if (told.contains("error")) return said_.push_back(told.value("error", ""));
  if (told.contains("fault")) {
    progress_.fault = fault_named(told.value("fault", ""));
    fault_said_ = told.value("said", "");
    progress_.detail = told.value("detail", "");
    return;
  }
  // What begins, and what is looked at before and put together after, is not how far it is.
  const bool is_done = told.value("done", false);
  if (!is_done && (told.value("stage", "") != "frames" || !told.contains("frames"))) return;
  progress_.frames = told.value("frames", 0);
  progress_.frames_per_s = told.value("frames_per_s", 0.0);
  progress_.bytes = told.value("bytes", progress_.bytes);
  progress_.is_done = is_done;
  if (progress_.is_done) return;
  progress_.of = told.value("of", 0);
  progress_.seconds_left = told.value("seconds_left", 0.0);
}

void ExportJob::take_end(int status) {
  program_.reset();
  progress_.is_done = status == 0;
  progress_.has_failed = status != 0 && progress_.stage != ExportStage::kStops;
  progress_.status = status;
  // Why it ends is the last that it says, unless a signal has ended it.
  constexpr int kBySignal = 128;
  if (progress_.has_failed && status < kBySignal && !said_.empty()) {
    progress_.cause = std::move(said_.back());
    said_.pop_back();
  }
  // What it tells programs is without what people would have to type.
  if (progress_.has_failed && !fault_said_.empty()) progress_.cause = std::move(fault_said_);
  for (const std::string& line : said_) progress_.remarks += (progress_.remarks.empty() ? "" : "\n") + line;
  progress_.stage = ExportStage::kNone;
}

void ExportJob::pause_or_go_on() {
  if (!program_ || progress_.stage == ExportStage::kStops) return;
  program_->is_paused() ? program_->go_on() : program_->pause();
  progress_.stage = program_->is_paused() ? ExportStage::kPaused : ExportStage::kRuns;
}

void ExportJob::forget_failure() {
  if (!program_ && progress_.has_failed) progress_ = {};
}

void ExportJob::cancel() {
  if (!program_) return;
  program_->ask_to_stop();
  progress_.stage = ExportStage::kStops;
}

}  // namespace spreadmap::app
