#include <filesystem>
#include <system_error>
#include <thread>
#include <vector>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/frame_pattern.h"
#include "media/frame_sink.h"
#include "media/pipeline.h"
#include "media/png.h"

namespace spreadmap::media {
namespace {

struct Job {
  int index = 0;
  Image image;
};

class PngSink final : public FrameSink {
 public:
  PngSink(FramePattern pattern, std::vector<std::filesystem::path> made, int threads)
      : pattern_(std::move(pattern)), made_(std::move(made)) {
    for (int i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }
  PngSink(const PngSink&) = delete;
  PngSink& operator=(const PngSink&) = delete;
  ~PngSink() override {
    jobs_.discard();
    join();
    // Folders that were made for frames which never came; one that holds anything stays.
    std::error_code ignored;
    for (const std::filesystem::path& folder : made_) std::filesystem::remove(folder, ignored);
  }

  Result<Image> put(int index, Image image) override {
    if (pattern_.names_one_file() && any_) {
      return fail(
          "{}: names one file, but there are more frames: put their number into the name, as in frames/%06d.png",
          pattern_.file(0).string());
    }
    any_ = true;
    if (jobs_.push({index, std::move(image)})) return spares_.take();
    const Result<void> so_far = error_.check();
    SM_ASSERT(!so_far, "frame {} comes after finish()", index);
    return tl::unexpected(so_far.error());
  }

  Result<void> finish() override {
    jobs_.close();
    join();
    if (Result<void> so_far = error_.check(); !so_far) return so_far;
    return sync_folder(pattern_.folder());
  }

 private:
  void work() {
    PngEncoder encoder;
    while (std::optional<Job> job = jobs_.pop()) {
      const std::vector<std::byte>& png = encoder.encode(job->image);
      // The names are synced once, by finish().
      if (Result<void> written = write_file_atomically(pattern_.file(job->index), png, FolderSync::kLater); !written) {
        error_.set(std::move(written.error()));
        jobs_.discard();
        return;
      }
      spares_.give(std::move(job->image));
    }
  }

  void join() {
    for (std::thread& worker : workers_) {
      if (worker.joinable()) worker.join();
    }
  }

  const FramePattern pattern_;
  const std::vector<std::filesystem::path> made_;  ///< folders, the innermost first
  bool any_ = false;
  BoundedQueue<Job> jobs_{1};  // one waits while each worker has one
  Spares<Image> spares_;
  FirstError error_;
  std::vector<std::thread> workers_;
};

}  // namespace

Result<std::unique_ptr<FrameSink>> make_png_sink(const std::string& pattern, int threads) {
  SM_ASSERT(threads >= 1, "{} threads", threads);
  Result<FramePattern> parsed = FramePattern::parsed(pattern);
  if (!parsed) return tl::unexpected(parsed.error());
  std::vector<std::filesystem::path> made;
  if (const std::filesystem::path folder = parsed->folder(); !folder.empty()) {
    std::error_code error;
    for (std::filesystem::path missing = folder; !missing.empty() && !std::filesystem::exists(missing, error);
         missing = missing.parent_path()) {
      made.push_back(missing);
    }
    std::filesystem::create_directories(folder, error);
    if (error) return fail("{}: cannot be made: {}; name another folder", folder.string(), error.message());
  }
  return std::make_unique<PngSink>(std::move(*parsed), std::move(made), threads);
}

}  // namespace spreadmap::media
