// PostScript calculator functions (ISO 32000-2, 7.10.5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace banxin {

class CalculatorStack;

class Calculator {
 public:
  /// Throws `UnreadableFigure`: unknown operators, braces that do not match, a program out of all proportion.
  explicit Calculator(std::string_view program);

  /// An upper bound of what one run takes: no operator goes back.
  std::size_t steps() const { return program_.size(); }

  /// What is on the stack at the end, `operands` below it at the beginning; booleans are 0 and 1. What has no value (a quotient by 0) is 0.
  /// Throws `UnreadableFigure` when the stack runs empty or over.
  std::vector<double> run(std::span<const double> operands) const;

 private:
  using Operation = void (*)(CalculatorStack&);
  struct Step {
    enum class Kind { push, apply, jump, jump_unless } kind = Kind::push;
    double number = 0;
    Operation operation = nullptr;
    std::size_t target = 0;
  };
  class Compiler;

  std::vector<Step> program_;
};

}  // namespace banxin
