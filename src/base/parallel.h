#pragma once
#include <algorithm>
#include <cstddef>
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

}  // namespace spreadmap
