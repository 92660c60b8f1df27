// Work that falls into parts which do not depend on one another.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace banxin {

/// Threads that run `work` beside the one that calls this, so that there are `count` together: fewer when the machine has no more.
template <typename Work>
std::vector<std::jthread> start_threads(std::size_t count, const Work& work) {
  std::vector<std::jthread> threads;
  try {
    for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  } catch (const std::system_error&) {
    // those that are there do all the work
  }
  return threads;
}

/// Calls `work(i)` once for each i below `count`, from up to `threads` threads (this one among them), in no certain order. The first
/// exception that `work` throws is thrown again when all threads have ended; what had not begun by then is left out.
template <typename Work>
void for_each_index(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr thrown;
  std::mutex thrown_mutex;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      next = count;
      const std::scoped_lock lock(thrown_mutex);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    const std::vector<std::jthread> others = start_threads(std::min<std::size_t>(threads, count), run);
    run();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace banxin
