#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace spreadmap {

/// Calls `work(begin, end)` for parts that together are [0, count), one for each core, side by side; on this thread alone where a part would
/// be smaller than `least_part`. Parts must not write to the same objects. The first exception is passed on when all have ended.
template <class Work>
void for_each_part(std::size_t count, std::size_t least_part, const Work& work) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t parts = std::clamp<std::size_t>(count / std::max<std::size_t>(least_part, 1), 1, cores);
  const auto begin_of = [&](std::size_t part) { return count / parts * part + std::min(part, count % parts); };
  std::vector<std::future<void>> others;
  for (std::size_t part = 1; part < parts; ++part) {
    others.push_back(std::async(std::launch::async, [&, part] { work(begin_of(part), begin_of(part + 1)); }));
  }
  work(0, begin_of(1));
  for (std::future<void>& other : others) other.get();
}

/// Rows below which side_by_side() is not worth a thread: it costs some 20 us, and a pass over rows a few ns for each.
inline constexpr std::size_t kLeastRowsForThreads = 200'000;

/// Calls each of the works once, side by side where `rows` are many, else one after the other. They must not write to the same objects. The
/// first exception is passed on when all have ended.
template <class First, class... Others>
void side_by_side(std::size_t rows, const First& first, const Others&... others) {
  const auto policy = rows < kLeastRowsForThreads ? std::launch::deferred : std::launch::async;
  std::array<std::future<void>, sizeof...(Others)> futures{std::async(policy, std::cref(others))...};
  first();
  for (std::future<void>& other : futures) other.get();
}

}  // namespace spreadmap
