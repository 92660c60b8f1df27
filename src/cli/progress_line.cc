#include "cli/progress_line.h"

#include <fmt/core.h>
#include <unistd.h>

namespace banxin {

ProgressLine::ProgressLine(std::size_t count) : count_(count), visible_(count > 1 && ::isatty(STDERR_FILENO)) {}

void ProgressLine::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\033[K");
  shown_ = false;
}

void ProgressLine::show(std::size_t done, std::size_t failed) {
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || (now - last_ < std::chrono::milliseconds(100) && last_ != std::chrono::steady_clock::time_point())) return;
  last_ = now;
  fmt::print(stderr, "\r\033[K{} / {}", done, count_);
  if (failed > 0) fmt::print(stderr, ", {} ✗", failed);
  std::fflush(stderr);
  shown_ = true;
}

}  // namespace banxin
