// What to look for: every result once and in order, whatever the threads do, and no run ahead of the slowest.
#include "cli/ordered_run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <stdexcept>
#include <thread>

namespace banxin {
namespace {

TEST(OrderedRun, GivesEveryResultOnceAndInOrder) {
  for (const std::size_t workers : {1u, 2u, 7u}) {
    std::vector<std::size_t> taken;
    run_in_order(
        300, workers,
        [](std::size_t i) {
          if (i % 37 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
          return i * i;
        },
        [&](std::size_t i, std::size_t square) {
          EXPECT_EQ(square, i * i);
          taken.push_back(i);
        });
    ASSERT_EQ(taken.size(), 300u);
    for (std::size_t i = 0; i < taken.size(); ++i) EXPECT_EQ(taken[i], i);
  }
}

TEST(OrderedRun, NoResultWaitsBehindASlowOneBeyondTheWindow) {
  constexpr std::size_t workers = 3;
  std::atomic<std::size_t> furthest = 0, taken = 0;
  run_in_order(
      200, workers,
      [&](std::size_t i) {
        if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (taken == 0) furthest = std::max(furthest.load(), i);
        return i;
      },
      [&](std::size_t, std::size_t) { ++taken; });
  EXPECT_LT(furthest, 4 * workers);
  EXPECT_EQ(taken, 200u);
}

TEST(OrderedRun, AnExceptionEndsItWithoutWaitingForEver) {
  for (const std::size_t workers : {1u, 4u}) {
    std::atomic<std::size_t> begun = 0;
    const auto fail_at_ten = [&](std::size_t i) {
      ++begun;
      if (i == 10) throw std::runtime_error("no room");
      return i;
    };
    EXPECT_THROW(run_in_order(100'000, workers, fail_at_ten, [](std::size_t, std::size_t) {}), std::runtime_error);
    EXPECT_LT(begun, 100u);
    EXPECT_THROW(run_in_order(
                     9, workers, [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { throw std::bad_alloc(); }),
                 std::bad_alloc);
  }
}

TEST(OrderedRun, OfNothingIsDone) {
  run_in_order(
      0, worker_count(4, 0), [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace banxin
