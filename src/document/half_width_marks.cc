#include "document/half_width_marks.h"

#include "document/article_texts.h"
#include "text/half_width_marks.h"

namespace banxin {

namespace {

class MarkCounter {
 public:
  void count(const RichText& text) {
    std::vector<TextRange> literal;
    for (const InlineRun& run : text.runs) {
      if (run.markup.code || run.markup.superscript || run.markup.subscript) literal.push_back({run.begin, run.end});
    }
    const std::vector<WideMark> marks = find_half_width_marks(text.plain(), literal);
    if (count_ == 0 && !marks.empty()) first_ = text.text.span(marks.front().begin, marks.front().begin + 1);
    count_ += marks.size();
  }

  void report(DiagnosticSink& sink) const {
    if (count_ > 0) sink.warning("document-half-width-marks", first_, {{"count", std::to_string(count_)}});
  }

 private:
  std::size_t count_ = 0;
  SourceSpan first_;
};

}  // namespace

void report_half_width_marks(const Article& article, DiagnosticSink& sink) {
  MarkCounter counter;
  for_each_text(article, [&](const RichText& text) { counter.count(text); });
  counter.report(sink);
}

}  // namespace banxin
