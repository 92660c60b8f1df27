// How many rounds a test on random inputs goes. Sanitizers make each many times as slow (the thread sanitizer some fifty times), and find
// in the first ones what they can find: they look at what the program does with memory and threads, not at whether its results are right.
// Tests that compare several threads with one keep their rounds.
#pragma once

#include <algorithm>

namespace banxin::test {

#if defined(__has_feature)  // clang, and gcc from 14 on
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool under_sanitizer = true;
#else
inline constexpr bool under_sanitizer = false;
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool under_sanitizer = true;
#else
inline constexpr bool under_sanitizer = false;
#endif

/// `full` in ordinary builds, a twentieth under a sanitizer, at least one.
template <typename Count>
constexpr Count random_rounds(Count full) {
  return under_sanitizer ? std::max<Count>(full / 20, 1) : full;
}

}  // namespace banxin::test
