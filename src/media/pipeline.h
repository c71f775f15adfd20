#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/result.h"

namespace spreadmap::media {

/// Hands values from one thread to others, first in, first out, and makes the giver wait while `capacity` of them wait
/// already.
template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False, and the value is dropped, once the queue is closed.
  bool push(T value) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return closed_ || waiting_.size() < capacity_; });
    if (closed_) return false;
    waiting_.push_back(std::move(value));
    lock.unlock();
    work_.notify_one();
    return true;
  }

  /// Waits for a value. Nothing once the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    std::optional<T> value(std::move(waiting_.front()));
    waiting_.pop_front();
    lock.unlock();
    room_.notify_one();
    return value;
  }

  /// No more values will come; what waits is still handed out.
  void close() {
    const std::lock_guard lock(mutex_);
    close_locked();
  }

  /// Closes, and drops what waits.
  void discard() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    close_locked();
  }

 private:
  void close_locked() {
    closed_ = true;
    work_.notify_all();
    room_.notify_all();
  }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable work_, room_;
  std::deque<T> waiting_;
  bool closed_ = false;
};

/// Used buffers on their way back to whoever fills them.
template <class T>
class Spares {
 public:
  void give(T value) {
    const std::lock_guard lock(mutex_);
    spares_.push_back(std::move(value));
  }
  /// A default value if there is none.
  T take() {
    const std::lock_guard lock(mutex_);
    if (spares_.empty()) return T{};
    T value = std::move(spares_.back());
    spares_.pop_back();
    return value;
  }

 private:
  std::mutex mutex_;
  std::vector<T> spares_;
};

/// The error that came first of several threads.
class FirstError {
 public:
  void set(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  /// The error, if there is one.
  [[nodiscard]] Result<void> check() const {
    const std::lock_guard lock(mutex_);
    if (error_) return tl::unexpected(*error_);
    return {};
  }

 private:
  mutable std::mutex mutex_;
  std::optional<Error> error_;
};

}  // namespace spreadmap::media
