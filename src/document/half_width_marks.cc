#include "document/half_width_marks.h"

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
  void count(const std::vector<RichText>& texts) {
    for (const RichText& text : texts) count(text);
  }
  void count(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) count(block);
  }

  void report(DiagnosticSink& sink) const {
    if (count_ > 0) sink.warning("document-half-width-marks", first_, {{"count", std::to_string(count_)}});
  }

 private:
  void count(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      count(paragraph->text);
    } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
      count(heading->text);
    } else if (const auto* figure = std::get_if<Figure>(&block.content)) {
      count(figure->caption);
      count(figure->credit);
    } else if (const auto* quote = std::get_if<Quote>(&block.content)) {
      for (const Paragraph& part : quote->paragraphs) count(part.text);
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      for (const std::vector<Block>& item : list->items) count(item);
    }
  }

  std::size_t count_ = 0;
  SourceSpan first_;
};

}  // namespace

void report_half_width_marks(const Article& article, DiagnosticSink& sink) {
  MarkCounter counter;
  for (const std::vector<RichText>* lines : {&article.kicker, &article.title, &article.subtitle, &article.deck, &article.byline})
    counter.count(*lines);
  counter.count(article.body);
  counter.count(article.credits);
  counter.report(sink);
}

}  // namespace banxin
