#include "media/libav/film_sink.h"

#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "media/libav/converter.h"
#include "media/libav/packets.h"
#include "media/libav/segment_encoder.h"
#include "media/pipeline.h"
#include "media/sha256.h"

extern "C" {
#include <libavutil/imgutils.h>
}

namespace spreadmap::media {
namespace {

/// How many converted frames may be in memory.
class Allowance {
 public:
  explicit Allowance(std::size_t most) : left_(most) {}
  /// Waits until there is room for one more. False: closed.
  bool take() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return is_closed_ || left_ > 0; });
    if (is_closed_) return false;
    --left_;
    return true;
  }
  void give() {
    const std::lock_guard lock(mutex_);
    ++left_;
    came_.notify_one();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    came_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::size_t left_;
  bool is_closed_ = false;
};

/// Frames in memory: enough that, when all encoders end a segment at once, each has begun the next, as long as that is a quarter of the machine's
/// memory at most.
std::size_t frames_in_memory(const FilmSpec& spec) {
  const int frame_bytes = av_image_get_buffer_size(pixels_of(spec.segment_format(), spec.has_alpha, spec.depth),
                                                   spec.width_px, spec.height_px, 1);
  const double quarter =
      0.25 * static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
  constexpr std::size_t kFewest = 4;
  const std::size_t wanted =
      static_cast<std::size_t>(spec.threads - 1) * static_cast<std::size_t>(spec.segment_frames()) + 2 * kFewest;
  return std::clamp(static_cast<std::size_t>(quarter / frame_bytes), kFewest, wanted);
}

struct Segment {
  explicit Segment(int which, std::size_t frame_count) : index(which), frames(frame_count) {}
  int index;
  BoundedQueue<LibavFrame> frames;
};

/// Converts in one thread, and encodes segments side by side in others, all beside the caller's rendering. Segments are taken up in
/// their order, so the frames of the earliest are always on their way out, and a full memory is no deadlock.
class SegmentSink final : public FrameSink {
 public:
  SegmentSink(const FilmSpec& spec, OnUnit on_unit)
      : spec_(spec),
        on_unit_(std::move(on_unit)),
        converter_(Converter::make(spec, pixels_of(spec.segment_format(), spec.has_alpha, spec.depth))),
        allowance_(frames_in_memory(spec)),
        segments_(static_cast<std::size_t>(spec.frame_count)) {
    threads_.emplace_back([this] { convert(); });
    for (int i = 0; i < spec.threads; ++i) threads_.emplace_back([this] { encode(); });
  }
  SegmentSink(const SegmentSink&) = delete;
  SegmentSink& operator=(const SegmentSink&) = delete;
  ~SegmentSink() override {
    stop();
    join();
  }

  Result<Image> put(int index, Image image) override;
  Result<void> finish() override;

 private:
  struct Job {
    int index = 0;
    Image image;
  };
  void convert();
  void encode();
  Result<void> encode(Segment& segment);
  /// Lets everything go that waits.
  void stop();
  void fail_with(Error error) {
    error_.set(std::move(error));
    stop();
  }
  void join() {
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  const FilmSpec spec_;
  const OnUnit on_unit_;
  std::unique_ptr<Converter> converter_;
  int next_ = -1;  ///< the frame that has to come; -1: the first of any segment
  BoundedQueue<Job> images_{1};
  Spares<Image> spare_images_;
  Allowance allowance_;
  BoundedQueue<std::shared_ptr<Segment>> segments_;
  std::mutex told_mutex_, current_mutex_;
  std::shared_ptr<Segment> current_;  ///< that frames are put into
  FirstError error_;
  std::vector<std::thread> threads_;
};

Result<Image> SegmentSink::put(int index, Image image) {
  const bool is_in_turn = next_ < 0 ? index % spec_.segment_frames() == 0 : index == next_;
  SM_ASSERT(is_in_turn && index < spec_.frame_count, "frame {} comes where {} should", index, next_);
  SM_ASSERT(image.depth == spec_.depth, "frame {} of another depth than the film", index);
  SM_ASSERT(image.width_px == spec_.width_px && image.height_px == spec_.height_px, "{} x {} in a film of {} x {}",
            image.width_px, image.height_px, spec_.width_px, spec_.height_px);
  const bool ends_segment = (index + 1) % spec_.segment_frames() == 0 || index + 1 == spec_.frame_count;
  next_ = ends_segment ? -1 : index + 1;
  if (images_.push({index, std::move(image)})) return spare_images_.take();
  const Result<void> so_far = error_.check();
  SM_ASSERT(!so_far, "frame {} comes after finish()", index);
  return tl::unexpected(so_far.error());
}

Result<void> SegmentSink::finish() {
  images_.close();
  join();
  return error_.check();
}

void SegmentSink::stop() {
  images_.discard();
  allowance_.close();
  segments_.discard();
  const std::lock_guard lock(current_mutex_);
  if (current_ != nullptr) current_->frames.discard();
}

void SegmentSink::convert() {
  while (std::optional<Job> job = images_.pop()) {
    if (!allowance_.take()) return;
    LibavFrame frame = converter_->convert(job->image);
    spare_images_.give(std::move(job->image));
    const int length = spec_.segment_frames();
    if (job->index % length == 0) {
      auto segment = std::make_shared<Segment>(job->index / length, static_cast<std::size_t>(length));
      {
        const std::lock_guard lock(current_mutex_);
        current_ = segment;
      }
      if (!segments_.push(std::move(segment))) return;
    }
    if (!current_->frames.push(std::move(frame))) return;
    if ((job->index + 1) % length == 0 || job->index + 1 == spec_.frame_count) current_->frames.close();
  }
  segments_.close();
}

void SegmentSink::encode() {
  while (const auto segment = segments_.pop()) {
    if (Result<void> encoded = encode(**segment); !encoded) return fail_with(std::move(encoded.error()));
  }
}

Result<void> SegmentSink::encode(Segment& segment) {
  MadeUnit made{.unit = segment.index, .file = spec_.segment(segment.index)};
  auto encoder = SegmentEncoder::open(spec_, made.file);
  if (!encoder) return tl::unexpected(encoder.error());
  const int first = segment.index * spec_.segment_frames();
  const int wanted = std::min(spec_.segment_frames(), spec_.frame_count - first);
  int count = 0;
  while (std::optional<LibavFrame> frame = segment.frames.pop()) {
    if (Result<void> encoded = (*encoder)->encode(**frame); !encoded) return encoded;
    frame->reset();
    allowance_.give();
    ++count;
  }
  if (count < wanted) return {};  // stopped on the way: an unfinished segment is not kept
  if (Result<void> ended = (*encoder)->end(); !ended) return ended;
  auto sums = packet_sums((*encoder)->temporary(), {spec_.fps_num, spec_.fps_den});
  if (!sums) return tl::unexpected(sums.error());
  if (static_cast<int>(sums->size()) != wanted)
    return fail("{}: holds {} frames instead of {}: name another encoder with --encoder", made.file.string(),
                sums->size(), wanted);
  made.frame_sha256 = std::move(*sums);
  auto sum = sha256_of_file((*encoder)->temporary());
  if (!sum) return tl::unexpected(sum.error());
  made.sha256 = std::move(*sum);
  std::error_code ignored;
  made.bytes = std::filesystem::file_size((*encoder)->temporary(), ignored);
  {
    const std::lock_guard lock(told_mutex_);
    if (Result<void> told = on_unit_(made); !told) return told;
  }
  return (*encoder)->commit();
}

}  // namespace

Result<std::unique_ptr<FrameSink>> make_segment_sink(const FilmSpec& spec, OnUnit on_unit) {
  if (Result<void> fine = checked(spec); !fine) return tl::unexpected(fine.error());
  // What cannot be encoded is said before a frame is drawn.
  if (auto tried = SegmentEncoder::open(spec, spec.segment(spec.first_segment)); !tried)
    return tl::unexpected(tried.error());
  return std::make_unique<SegmentSink>(spec, std::move(on_unit));
}

}  // namespace spreadmap::media
