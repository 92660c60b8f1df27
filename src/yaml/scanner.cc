// The scanner's cursor, its findings and its main loop.
#include "yaml/scanner.h"

#include <algorithm>

#include "yaml/characters.h"
#include "yaml/encoding.h"

namespace banxin::yaml {

Scanner::Scanner(const SourceFile& file, const KnownKeys& known, Top top, const Limits& limits, DiagnosticSink& sink)
    : file_(file), known_(known), limits_(limits), sink_(sink), text_(file.text()), top_(top) {
  scan_.skeleton_begin = static_cast<std::uint32_t>(byte_order_mark_length(text_));
  scan_.skeleton.assign(text_.size() - scan_.skeleton_begin, ' ');
  for (std::size_t i = scan_.skeleton_begin; i < text_.size(); ++i) {
    if (text_[i] == '\n') scan_.skeleton[i - scan_.skeleton_begin] = '\n';
  }
}

Scan Scanner::run() {
  enter_line(scan_.skeleton_begin);
  do {
    scan_line();
  } while (!stopped_ && enter_next_line());
  while (!stopped_ && !open_.empty()) pop();
  if (stopped_) scan_.reliable = false;
  return std::move(scan_);
}

void Scanner::enter_line(std::size_t offset) {
  line_begin_ = at_ = offset;
  const std::size_t newline = text_.find('\n', offset);
  line_end_ = std::min(newline, text_.size());
  next_line_ = newline == std::string_view::npos ? newline : newline + 1;
  if (line_end_ > line_begin_ && text_[line_end_ - 1] == '\r') --line_end_;
}

bool Scanner::enter_next_line() {
  if (next_line_ == std::string_view::npos) return false;
  enter_line(next_line_);
  return true;
}

void Scanner::skip_blanks() {
  while (at_ < line_end_ && is_blank(text_[at_])) ++at_;
}

bool Scanner::blank_or_end(std::size_t offset) const { return offset >= line_end_ || is_blank(text_[offset]); }

std::size_t Scanner::trimmed_line_end() const {
  std::size_t end = line_end_;
  while (end > at_ && is_blank(text_[end - 1])) --end;
  return end;
}

SourceSpan Scanner::place(std::size_t begin, std::size_t end) const {
  return {&file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Diagnostic& Scanner::fault(std::string code, std::size_t begin, std::size_t end, MessageArguments arguments) {
  Diagnostic& told = sink_.error(std::move(code), place(begin, end), std::move(arguments));
  if (sink_.error_count() >= limits_.errors) stopped_ = true;
  return told;
}

Diagnostic* Scanner::structure_fault(std::string code, std::size_t begin, std::size_t end, MessageArguments arguments) {
  if (!scan_.reliable) return nullptr;
  scan_.reliable = false;
  return &fault(std::move(code), begin, end, std::move(arguments));
}

void Scanner::mark(std::size_t offset, std::string_view token) {
  std::copy(token.begin(), token.end(), scan_.skeleton.begin() + static_cast<std::ptrdiff_t>(offset - scan_.skeleton_begin));
}

bool Scanner::count_value(std::size_t offset) {
  if (++values_ <= limits_.values) return true;
  if (!stopped_) fault("yaml-too-many-values", offset, offset, {{"limit", std::to_string(limits_.values)}});
  stopped_ = true;
  return false;
}

ScannedScalar& Scanner::add_scalar(Value::ScalarStyle style, std::size_t begin, std::size_t end, SourceText text) {
  count_value(begin);
  mark(begin, style == Value::ScalarStyle::quoted && end - begin >= 2 ? "\"\"" : "x");
  ScannedScalar& scalar = scan_.scalars.emplace_back();
  scalar.style = style;
  scalar.begin = static_cast<std::uint32_t>(begin);
  scalar.end = static_cast<std::uint32_t>(end);
  scalar.text = std::move(text);
  return scalar;
}

namespace {

/// The last element of `sorted` that begins before `offset`, or null.
template <typename T>
const T* last_before(const std::vector<T>& sorted, std::uint64_t offset) {
  const auto after = std::partition_point(sorted.begin(), sorted.end(), [&](const T& element) { return element.begin < offset; });
  return after == sorted.begin() ? nullptr : &*std::prev(after);
}

template <typename T>
const T* beginning_at(const std::vector<T>& sorted, std::uint32_t begin) {
  const T* found = last_before(sorted, std::uint64_t{begin} + 1);
  return found && found->begin == begin ? found : nullptr;
}

}  // namespace

const ScannedScalar* Scan::scalar_at(std::uint32_t begin) const { return beginning_at(scalars, begin); }
const ScannedFlow* Scan::flow_at(std::uint32_t begin) const { return beginning_at(flows, begin); }
const ScannedScalar* Scan::scalar_before(std::uint32_t offset) const { return last_before(scalars, offset); }

Scan scan(const SourceFile& file, const KnownKeys& known, Top top, const Limits& limits, DiagnosticSink& sink) {
  return Scanner(file, known, top, limits, sink).run();
}

}  // namespace banxin::yaml
