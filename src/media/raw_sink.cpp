#include <unistd.h>

#include <cerrno>
#include <span>
#include <thread>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/frame_sink.h"
#include "media/pipeline.h"

namespace spreadmap::media {
namespace {

class RawSink final : public FrameSink {
 public:
  RawSink(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)), writer_([this] { work(); }) {}
  RawSink(const RawSink&) = delete;
  RawSink& operator=(const RawSink&) = delete;
  ~RawSink() override {
    images_.discard();
    join();
  }

  Result<Image> put(int index, Image image) override {
    SM_ASSERT(index == next_, "frame {} comes where {} should", index, next_);
    ++next_;
    if (images_.push(std::move(image))) return spares_.take();
    const Result<void> so_far = error_.check();
    SM_ASSERT(!so_far, "frame {} comes after finish()", index);
    return tl::unexpected(so_far.error());
  }

  Result<void> finish() override {
    images_.close();
    join();
    return error_.check();
  }

 private:
  void work() {
    while (std::optional<Image> image = images_.pop()) {
      if (Result<void> written = write(image->rgba); !written) {
        error_.set(std::move(written.error()));
        images_.discard();
        return;
      }
      spares_.give(std::move(*image));
    }
  }

  Result<void> write(std::span<const std::uint8_t> bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count > 0) {
        bytes = bytes.subspan(static_cast<std::size_t>(count));
      } else if (errno == EPIPE) {
        return fail("{}: whoever read the frames has ended; look at what it says", name_);
      } else if (errno != EINTR) {
        return tl::unexpected(write_error(name_, errno));
      }
    }
    return {};
  }

  void join() {
    if (writer_.joinable()) writer_.join();
  }

  const int descriptor_;
  const std::string name_;
  int next_ = 0;
  BoundedQueue<Image> images_{1};
  Spares<Image> spares_;
  FirstError error_;
  std::thread writer_;  // the last, since it uses the others
};

}  // namespace

std::unique_ptr<FrameSink> make_raw_sink(int descriptor, std::string name) {
  return std::make_unique<RawSink>(descriptor, std::move(name));
}

}  // namespace spreadmap::media
