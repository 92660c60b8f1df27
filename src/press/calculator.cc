#include "press/calculator.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numbers>

#include "press/figure_limits.h"

namespace banxin {

/// Values and whether they are booleans, whose `and`, `or` and `not` are those of logic.
class CalculatorStack {
 public:
  struct Value {
    double number = 0;
    bool is_boolean = false;
  };

  void push(double number, bool is_boolean = false) {
    if (size_ == values_.size()) throw UnreadableFigure();
    values_[size_++] = {std::isfinite(number) ? number : 0, is_boolean};
  }
  Value pop() {
    if (size_ == 0) throw UnreadableFigure();
    return values_[--size_];
  }
  double number() { return pop().number; }
  /// Within what an integer of PostScript holds.
  std::int32_t integer() {
    return static_cast<std::int32_t>(std::clamp(std::trunc(number()), double{std::numeric_limits<std::int32_t>::min()},
                                                double{std::numeric_limits<std::int32_t>::max()}));
  }
  /// The value that lies so deep, from 0.
  Value at(std::int32_t depth) const {
    if (depth < 0 || static_cast<std::size_t>(depth) >= size_) throw UnreadableFigure();
    return values_[size_ - 1 - static_cast<std::size_t>(depth)];
  }
  void push(Value value) { push(value.number, value.is_boolean); }
  /// The upper `count` values moved up by `by`, those at the top to the bottom.
  void roll(std::int32_t count, std::int32_t by) {
    if (count < 0 || static_cast<std::size_t>(count) > size_) throw UnreadableFigure();
    if (count == 0) return;
    const std::int32_t turn = ((by % count) + count) % count;
    const auto end = values_.begin() + static_cast<std::ptrdiff_t>(size_);
    std::rotate(end - count, end - turn, end);
  }
  std::vector<double> numbers() const {
    std::vector<double> out;
    for (std::size_t i = 0; i < size_; ++i) out.push_back(values_[i].number);
    return out;
  }

 private:
  std::array<Value, 100> values_{};  // annex C of ISO 32000-1
  std::size_t size_ = 0;
};

namespace {

using Stack = CalculatorStack;
using Operation = void (*)(Stack&);

constexpr double degree = std::numbers::pi / 180;
constexpr std::size_t longest_program = 50'000;
constexpr int deepest_braces = 32;

template <typename Function>
void unary(Stack& stack, Function function) {
  stack.push(function(stack.number()));
}

template <typename Function>
void binary(Stack& stack, Function function) {
  const double right = stack.number(), left = stack.number();
  stack.push(function(left, right));
}

template <typename Function>
void compare(Stack& stack, Function function) {
  const double right = stack.number(), left = stack.number();
  stack.push(function(left, right) ? 1 : 0, true);
}

template <typename Function>
void bitwise(Stack& stack, Function function) {
  const bool is_boolean = stack.at(0).is_boolean;
  const std::int32_t right = stack.integer(), left = stack.integer();
  stack.push(function(left, right), is_boolean);
}

double angle(double numerator, double denominator) {
  const double degrees = std::atan2(numerator, denominator) / degree;
  return degrees < 0 ? degrees + 360 : degrees;
}

double shifted(double number, double by) { return std::trunc(number) * std::exp2(std::clamp(std::trunc(by), -32.0, 31.0)); }

void copy(Stack& stack) {
  const std::int32_t count = stack.integer();
  if (count < 0) throw UnreadableFigure();
  for (std::int32_t i = 0; i < count; ++i) stack.push(stack.at(count - 1));
}

void invert(Stack& stack) {
  const bool is_boolean = stack.at(0).is_boolean;
  const std::int32_t value = stack.integer();
  stack.push(is_boolean ? (value == 0 ? 1 : 0) : ~value, is_boolean);
}

void roll(Stack& stack) {
  const std::int32_t by = stack.integer(), count = stack.integer();
  stack.roll(count, by);
}

void exchange(Stack& stack) { stack.roll(2, 1); }

const std::map<std::string_view, Operation> operations = {
    {"abs", [](Stack& s) { unary(s, [](double x) { return std::abs(x); }); }},
    {"add", [](Stack& s) { binary(s, std::plus<>()); }},
    {"and", [](Stack& s) { bitwise(s, std::bit_and<>()); }},
    {"atan", [](Stack& s) { binary(s, angle); }},
    {"bitshift", [](Stack& s) { binary(s, [](double x, double by) { return std::floor(shifted(x, by)); }); }},
    {"ceiling", [](Stack& s) { unary(s, [](double x) { return std::ceil(x); }); }},
    {"copy", copy},
    {"cos", [](Stack& s) { unary(s, [](double x) { return std::cos(x * degree); }); }},
    {"cvi", [](Stack& s) { unary(s, [](double x) { return std::trunc(x); }); }},
    {"cvr", [](Stack& s) { unary(s, [](double x) { return x; }); }},
    {"div", [](Stack& s) { binary(s, std::divides<>()); }},
    {"dup", [](Stack& s) { s.push(s.at(0)); }},
    {"eq", [](Stack& s) { compare(s, std::equal_to<>()); }},
    {"exch", exchange},
    {"exp", [](Stack& s) { binary(s, [](double base, double exponent) { return std::pow(base, exponent); }); }},
    {"false", [](Stack& s) { s.push(0, true); }},
    {"floor", [](Stack& s) { unary(s, [](double x) { return std::floor(x); }); }},
    {"ge", [](Stack& s) { compare(s, std::greater_equal<>()); }},
    {"gt", [](Stack& s) { compare(s, std::greater<>()); }},
    {"idiv", [](Stack& s) { binary(s, [](double x, double y) { return std::trunc(x / y); }); }},
    {"index", [](Stack& s) { s.push(s.at(s.integer())); }},
    {"le", [](Stack& s) { compare(s, std::less_equal<>()); }},
    {"ln", [](Stack& s) { unary(s, [](double x) { return std::log(x); }); }},
    {"log", [](Stack& s) { unary(s, [](double x) { return std::log10(x); }); }},
    {"lt", [](Stack& s) { compare(s, std::less<>()); }},
    {"mod", [](Stack& s) { binary(s, [](double x, double y) { return std::fmod(x, y); }); }},
    {"mul", [](Stack& s) { binary(s, std::multiplies<>()); }},
    {"ne", [](Stack& s) { compare(s, std::not_equal_to<>()); }},
    {"neg", [](Stack& s) { unary(s, std::negate<>()); }},
    {"not", invert},
    {"or", [](Stack& s) { bitwise(s, std::bit_or<>()); }},
    {"pop", [](Stack& s) { s.pop(); }},
    {"roll", roll},
    {"round", [](Stack& s) { unary(s, [](double x) { return std::floor(x + 0.5); }); }},
    {"sin", [](Stack& s) { unary(s, [](double x) { return std::sin(x * degree); }); }},
    {"sqrt", [](Stack& s) { unary(s, [](double x) { return std::sqrt(x); }); }},
    {"sub", [](Stack& s) { binary(s, std::minus<>()); }},
    {"true", [](Stack& s) { s.push(1, true); }},
    {"truncate", [](Stack& s) { unary(s, [](double x) { return std::trunc(x); }); }},
    {"xor", [](Stack& s) { bitwise(s, std::bit_xor<>()); }},
};

/// Words and braces, one after the other; comments are left out.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  /// Empty at the end.
  std::string_view next() {
    skip_blanks();
    std::size_t length = 0;
    while (length < text_.size() && !ends_word(text_[length])) ++length;
    if (length == 0 && !text_.empty()) length = 1;  // a brace
    const std::string_view word = text_.substr(0, length);
    text_.remove_prefix(length);
    return word;
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }
  static bool ends_word(char c) { return is_blank(c) || c == '{' || c == '}' || c == '%'; }
  void skip_blanks() {
    while (!text_.empty() && (is_blank(text_.front()) || text_.front() == '%')) {
      if (text_.front() == '%') text_.remove_prefix(std::min(text_.find_first_of("\r\n"), text_.size() - 1));
      text_.remove_prefix(1);
    }
  }

  std::string_view text_;
};

double number_of(std::string_view word) {
  if (word.starts_with('+')) word.remove_prefix(1);
  double number = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (fault != std::errc() || end != word.data() + word.size()) throw UnreadableFigure();
  return number;
}

}  // namespace

/// Braces become jumps: `{…} if` skips what is between them unless the condition, which lies on the stack already, holds.
class Calculator::Compiler {
 public:
  Compiler(std::string_view text, std::vector<Step>& program) : words_(text), program_(program) {}

  void compile() {
    if (words_.next() != "{") throw UnreadableFigure();
    block(0);
  }

 private:
  /// Up to the brace that closes it.
  void block(int depth) {
    if (depth > deepest_braces) throw UnreadableFigure();
    for (std::string_view word = words_.next(); word != "}"; word = words_.next()) {
      if (word.empty() || program_.size() > longest_program) throw UnreadableFigure();
      if (word == "{")
        condition(depth + 1);
      else
        step(word);
    }
  }

  void condition(int depth) {
    const std::size_t choice = add({.kind = Step::Kind::jump_unless});
    block(depth);
    std::string_view word = words_.next();
    if (word != "{") {
      if (word != "if") throw UnreadableFigure();
      program_[choice].target = program_.size();
      return;
    }
    const std::size_t end = add({.kind = Step::Kind::jump});
    program_[choice].target = program_.size();
    block(depth);
    program_[end].target = program_.size();
    word = words_.next();
    if (word != "ifelse") throw UnreadableFigure();
  }

  void step(std::string_view word) {
    if (const auto known = operations.find(word); known != operations.end())
      add({.kind = Step::Kind::apply, .operation = known->second});
    else
      add({.kind = Step::Kind::push, .number = number_of(word)});
  }

  std::size_t add(Step step) {
    program_.push_back(step);
    return program_.size() - 1;
  }

  Words words_;
  std::vector<Step>& program_;
};

Calculator::Calculator(std::string_view program) { Compiler(program, program_).compile(); }

std::vector<double> Calculator::run(std::span<const double> operands) const {
  CalculatorStack stack;
  for (const double operand : operands) stack.push(operand);
  for (std::size_t at = 0; at < program_.size();) {
    const Step& step = program_[at++];
    switch (step.kind) {
      case Step::Kind::push:
        stack.push(step.number);
        break;
      case Step::Kind::apply:
        step.operation(stack);
        break;
      case Step::Kind::jump:
        at = step.target;
        break;
      case Step::Kind::jump_unless:
        if (stack.number() == 0) at = step.target;
        break;
    }
  }
  return stack.numbers();
}

}  // namespace banxin
