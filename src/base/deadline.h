// A time by which a piece of work must be done: looked at between its steps, so that an article that asks for too much ends by itself.
#pragma once

#include <chrono>
#include <exception>
#include <optional>

namespace banxin {

/// Thrown by Deadline::check() through all stages, and caught where the deadline was set.
class OutOfTime : public std::exception {
 public:
  const char* what() const noexcept override { return "out of time"; }
};

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  /// Never comes.
  Deadline() = default;
  explicit Deadline(Clock::duration from_now) : at_(Clock::now() + from_now) {}

  bool has_passed() const { return at_ && Clock::now() >= *at_; }
  void check() const {
    if (has_passed()) throw OutOfTime();
  }

 private:
  std::optional<Clock::time_point> at_;
};

}  // namespace banxin
