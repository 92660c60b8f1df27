// How far a batch is, on the last line of a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace banxin {

/// Shows nothing when standard error is no terminal or there is only one thing to do.
class ProgressLine {
 public:
  explicit ProgressLine(std::size_t count);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Takes the line away, before something else is printed.
  void clear();
  /// Ten times a second at most.
  void show(std::size_t done, std::size_t failed);

 private:
  std::size_t count_;
  bool visible_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace banxin
