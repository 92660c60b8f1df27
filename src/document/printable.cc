#include "document/printable.h"

#include <fmt/format.h>

#include <map>

#include "base/utf8.h"
#include "text/scripts.h"
#include "yaml/fold.h"

namespace banxin {

namespace {

enum class Treatment { keep, leave_out, line_break, tab };

bool is_noncharacter(char32_t c) { return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe; }

Treatment treatment_of(char32_t c) {
  if (c == '\n') return Treatment::keep;
  if (c == '\t') return Treatment::tab;
  if (c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029) return Treatment::line_break;
  // The direction of writing is the program's: such marks hide from readers what a text says.
  const bool turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  const bool control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
  // Byte order mark, interlinear annotations, the mark for an object that was lost in copying.
  const bool without_shape = c == 0xfeff || (c >= 0xfff9 && c <= 0xfffc);
  return control || turns || without_shape || is_noncharacter(c) ? Treatment::leave_out : Treatment::keep;
}

class Cleaner {
 public:
  Cleaner(const SourceText& text, DiagnosticSink& sink) : source_(text), sink_(sink) {}

  SourceText clean() {
    const std::string_view text = source_.view();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = utf8::decode(text, at);
      treat(c, treatment_of(c), begin, at);
      head_of_line_ = treatment_of(c) == Treatment::line_break || c == '\n' || (head_of_line_ && is_white_space(c));
    }
    result_.append(source_, kept_, text.size());
    for (const auto& [c, place] : left_out_) {
      sink_.warning("document-character-left-out", place, {{"character", fmt::format("U+{:04X}", static_cast<std::uint32_t>(c))}});
    }
    return std::move(result_);
  }

 private:
  void treat(char32_t c, Treatment treatment, std::size_t begin, std::size_t end) {
    if (treatment == Treatment::keep) return;
    const SourceSpan place = source_.span(begin, end);
    result_.append(source_, kept_, begin);
    kept_ = end;
    if (treatment == Treatment::leave_out) {
      left_out_.emplace(c, place);
    } else {
      const std::string_view instead = treatment == Treatment::line_break ? "\n" : head_of_line_ ? "    " : " ";
      result_.append(source_.file(), instead, place.begin, place.end - place.begin);
    }
  }

  const SourceText& source_;
  DiagnosticSink& sink_;
  SourceText result_;
  std::size_t kept_ = 0;  ///< what lies before is in the result, or left out
  bool head_of_line_ = true;
  std::map<char32_t, SourceSpan> left_out_;
};

}  // namespace

SourceText printable(const SourceText& text, DiagnosticSink& sink) { return Cleaner(text, sink).clean(); }

std::size_t leading_space(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && is_white_space(utf8::decode(text, at));) end = at;
  return end;
}

std::string_view without_trailing_space(std::string_view text) {
  std::size_t end = text.size();
  for (std::size_t at = end; at > 0 && is_white_space(utf8::decode_before(text, at));) end = at;
  return text.substr(0, end);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!is_white_space(c) && !is_ignorable(c)) return false;
  }
  return true;
}

void join_line(SourceText& text, const SourceText& source, std::size_t break_begin, std::size_t line_begin, std::size_t line_end) {
  const std::string_view line = source.view().substr(line_begin, line_end - line_begin);
  if (!text.empty() && !line.empty() && !yaml::joins_without_space(text.view(), line)) {
    const SourceSpan place = source.span(break_begin, line_begin);
    text.append(source.file(), " ", place.begin, place.end - place.begin);
  }
  text.append(source, line_begin, line_end);
}

}  // namespace banxin
