#include "driver/why.h"

#include <algorithm>

namespace banxin {

namespace {

bool stands_at(const Galley& galley, const SourceFile& file, std::size_t line) {
  return std::any_of(galley.lines.begin(), galley.lines.end(), [&](const Line& set) {
    const SourceSpan span = galley.text->text.span(set.text_begin, set.text_end);
    return span.file == &file && span.end > span.begin && file.line_of(span.begin) <= line && line <= file.line_of(span.end - 1);
  });
}

}  // namespace

std::vector<ExplainedText> explain_source_line(const TypesetResult& result, std::size_t line) {
  std::vector<ExplainedText> texts;
  for (const Galley& galley : result.galleys) {
    if (!stands_at(galley, result.sources.front(), line)) continue;
    texts.push_back({&galley, galley.rules ? explain_lines(galley) : std::vector<LineExplanation>()});
  }
  return texts;
}

}  // namespace banxin
