#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/frame_pattern.h"
#include "media/frame_sink.h"
#include "media/pipeline.h"
#include "media/png.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

struct Job {
  int index = 0;
  Image image;
};

class PngSink final : public FrameSink {
 public:
  PngSink(FramePattern pattern, int threads, OnUnit on_unit)
      : pattern_(std::move(pattern)), on_unit_(std::move(on_unit)) {
    for (int i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
    syncer_ = std::thread([this] { sync(); });
  }
  PngSink(const PngSink&) = delete;
  PngSink& operator=(const PngSink&) = delete;
  ~PngSink() override {
    jobs_.discard();
    join();
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
      if (Result<void> written = write(job->index, png); !written) {
        error_.set(std::move(written.error()));
        jobs_.discard();
        return;
      }
      spares_.give(std::move(job->image));
    }
  }

  Result<void> write(int index, const std::vector<std::byte>& png) {
    const std::filesystem::path file = pattern_.file(index);
    const std::string sum = Sha256().add(png).hex();
    {
      const std::lock_guard lock(told_mutex_);
      if (Result<void> told = on_unit_({index, file, sum, png.size(), {sum}}); !told) return told;
    }
    Result<PendingFile> pending = PendingFile::create(file);
    if (!pending) return tl::unexpected(pending.error());
    if (Result<void> written = pending->write(png); !written) return written;
    pending->begin_sync();
    written_.push(std::move(*pending));
    return {};
  }

  /// Disks are waited for on a thread of their own, so that none that compresses stands still; and those written while one
  /// is waited for are on disk with the next.
  void sync() {
    while (std::optional<PendingFile> file = written_.pop()) {
      // The names are synced once, by finish().
      if (Result<void> committed = file->commit(FolderSync::kLater); !committed) {
        error_.set(std::move(committed.error()));
        jobs_.discard();
        written_.discard();
        return;
      }
    }
  }

  /// No more jobs come. What is written is put on disk, also when a later one failed.
  void join() {
    for (std::thread& worker : workers_) {
      if (worker.joinable()) worker.join();
    }
    written_.close();
    if (syncer_.joinable()) syncer_.join();
  }

  const FramePattern pattern_;
  const OnUnit on_unit_;
  std::mutex told_mutex_;
  bool any_ = false;
  BoundedQueue<Job> jobs_{1};              // one waits while each worker has one
  BoundedQueue<PendingFile> written_{16};  // of which a power cut takes no more than so many
  Spares<Image> spares_;
  FirstError error_;
  std::vector<std::thread> workers_;
  std::thread syncer_;
};

}  // namespace

std::unique_ptr<FrameSink> make_png_sink(const FramePattern& pattern, int threads, OnUnit on_unit) {
  SM_ASSERT(threads >= 1, "{} threads", threads);
  return std::make_unique<PngSink>(pattern, threads, std::move(on_unit));
}

}  // namespace spreadmap::media
