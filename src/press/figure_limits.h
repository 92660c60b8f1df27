// How far a figure of foreign making is followed before it is left as it is.
#pragma once

#include <cstddef>
#include <exception>

namespace banxin {

/// What a figure holds is damaged, unknown or out of all proportion: thrown where it is met, caught where the figure was asked for.
struct UnreadableFigure : std::exception {
  const char* what() const noexcept override { return "figure cannot be made gray"; }
};

/// Steps that one figure may take in all, so that a small file made to harm does not keep a machine busy.
class WorkLimit {
 public:
  explicit WorkLimit(std::size_t steps) : left_(steps) {}

  void spend(std::size_t steps) {
    if (steps > left_) throw UnreadableFigure();
    left_ -= steps;
  }

 private:
  std::size_t left_;
};

}  // namespace banxin
