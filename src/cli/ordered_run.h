// Work shared among threads, its results taken in the order of the work.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <vector>

#include "base/parallel.h"

namespace banxin {

/// `jobs`, or one for each processor when it is 0; no more than there is work.
inline std::size_t worker_count(int jobs, std::size_t work) {
  const std::size_t wanted = jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
  return std::min(wanted, work);
}

/// Calls `work(i)` for 0 to `count` - 1 on `workers` threads, this one among them, and `take(i, result)` with each result, one at a time
/// and in order. No more results wait than four for each thread, so that memory does not grow with the work. The first exception that one
/// of them throws is thrown again when all threads have ended; what had not begun by then is left out.
template <typename Work, typename Take>
void run_in_order(std::size_t count, std::size_t workers, Work work, Take take) {
  using Result = decltype(work(std::size_t()));
  std::mutex mutex;
  std::condition_variable taken;
  std::map<std::size_t, Result> waiting;
  std::size_t next_work = 0, next_taken = 0;
  const std::size_t window = 4 * std::max<std::size_t>(workers, 1);
  std::exception_ptr thrown;
  const auto take_next = [&] {
    for (auto first = waiting.find(next_taken); first != waiting.end(); first = waiting.find(next_taken)) {
      take(first->first, std::move(first->second));
      waiting.erase(first);
      ++next_taken;
    }
  };
  const auto loop = [&] {
    std::unique_lock lock(mutex);
    try {
      while (next_work < count) {
        const std::size_t i = next_work++;
        taken.wait(lock, [&] { return thrown || i < next_taken + window; });
        if (thrown) return;
        lock.unlock();
        Result result = work(i);
        lock.lock();
        waiting.emplace(i, std::move(result));
        take_next();
        taken.notify_all();
      }
    } catch (...) {
      if (!lock.owns_lock()) lock.lock();
      if (!thrown) thrown = std::current_exception();
      next_work = count;
      taken.notify_all();
    }
  };
  {
    const std::vector<std::jthread> threads = start_threads(workers, loop);
    loop();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace banxin
