#include "document/article_texts.h"

#include <utility>

namespace banxin {

namespace {

using Use = std::function<void(const RichText&)>;

class Walk {
 public:
  explicit Walk(const Use& use) : use_(use) {}

  template <typename... Parts>
  void all(const Parts&... parts) {
    (add(parts), ...);
  }

 private:
  void add(const RichText& text) { use_(text); }
  void add(const Paragraph& paragraph) { use_(paragraph.text); }
  void add(const Heading& heading) { use_(heading.text); }
  void add(const Figure& figure) { all(figure.label, figure.caption, figure.credit); }
  void add(const Quote& quote) { all(quote.paragraphs, quote.by); }
  void add(const ListItem& item) { all(item.mark, item.blocks); }
  void add(const List& list) { add(list.items); }
  void add(const TableCell& cell) { add(cell.lines); }
  void add(const Table& table) { all(table.caption, table.rows); }
  void add(const Box& box) { all(box.title, box.blocks); }
  void add(const Verse& verse) { add(verse.lines); }
  void add(const PullQuote& quote) { all(quote.lines, quote.by); }
  void add(const QrCode& code) { add(code.caption); }
  void add(const Question& question) { all(question.paragraphs, question.marks, question.choices); }
  void add(const CodeBlock&) {}
  void add(const ThematicRule&) {}
  void add(const Break&) {}
  void add(const Space&) {}
  void add(const Footnote& note) { add(note.paragraphs); }
  void add(const Block& block) {
    std::visit([this](const auto& content) { add(content); }, block.content);
  }
  template <typename Part>
  void add(const std::vector<Part>& parts) {
    for (const Part& part : parts) add(part);
  }

  const Use& use_;
};

}  // namespace

void for_each_text(const Article& article, const Use& use) {
  Walk walk(use);
  if (article.masthead) {
    walk.all(article.masthead->name, article.masthead->issue, article.masthead->date, article.masthead->column, article.masthead->slogan);
  }
  walk.all(article.worksheet.fields, article.worksheet.instruction, article.worksheet.time, article.official.issuer,
           article.official.number, article.section, article.column, article.kicker, article.title, article.subtitle, article.deck,
           article.source, article.byline, article.date.written, article.official.addressee, article.dateline, article.body,
           article.footnotes);
  walk.all(article.official.attachments, article.official.signed_by, article.official.remark, article.official.copies,
           article.official.printed_by, article.official.printed_date.written, article.credits);
}

}  // namespace banxin
