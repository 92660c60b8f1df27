#include "support/article_texts.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/invariants.h"

namespace banxin {

namespace {

class Collector {
 public:
  void add_head(const Article& article) {
    for (const auto* lines : {&article.kicker, &article.title, &article.subtitle, &article.deck, &article.byline}) {
      for (const RichText& line : *lines) texts.other.push_back(line.plain());
    }
    texts.other.push_back(article.source.plain());
  }

  void add_official_matter(const OfficialMatter& official) {
    texts.other.push_back(official.addressee.plain());
    for (const auto* lines : {&official.attachments, &official.signed_by}) {
      for (const RichText& line : *lines) texts.other.push_back(line.plain());
    }
    for (const RichText* text : {&official.remark, &official.copies, &official.printed_by}) texts.other.push_back(text->plain());
  }

  void add(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      std::visit([this](const auto& content) { add(content); }, block.content);
    }
  }

  ArticleTexts texts;

 private:
  void add(const Paragraph& paragraph) { texts.flow.push_back(paragraph.text.plain()); }
  void add(const Heading& heading) { texts.flow.push_back(heading.text.plain()); }
  void add(const Figure& figure) {
    texts.other.push_back(figure.caption.plain());
    texts.other.push_back(figure.credit.plain());
  }
  void add(const Quote& quote) {
    for (const Paragraph& paragraph : quote.paragraphs) add(paragraph);
    texts.flow.push_back(quote.by.plain());
  }
  void add(const List& list) {
    for (const ListItem& item : list.items) {
      // A mark of the author's own; others are the program's.
      if (item.mark.text.file() != nullptr) texts.flow.push_back(item.mark.plain());
      add(item.blocks);
    }
  }
  void add(const Question& question) {
    for (const Paragraph& paragraph : question.paragraphs) add(paragraph);
    texts.other.push_back(question.marks.plain());
    for (const RichText& choice : question.choices) texts.flow.push_back(choice.plain());
  }
  void add_to_flow(const std::vector<RichText>& lines) {
    for (const RichText& line : lines) texts.flow.push_back(line.plain());
  }
  void add(const Table& table) {
    texts.flow.push_back(table.caption.plain());
    for (const std::vector<TableCell>& row : table.rows) {
      for (const TableCell& cell : row) add_to_flow(cell.lines);
    }
  }
  void add(const Box& box) {
    texts.flow.push_back(box.title.plain());
    add(box.blocks);
  }
  void add(const Verse& verse) { add_to_flow(verse.lines); }
  void add(const CodeBlock& code) { add_to_flow(code.lines); }
  void add(const PullQuote& quote) {
    add_to_flow(quote.lines);
    texts.flow.push_back(quote.by.plain());
  }
  void add(const QrCode& code) { texts.flow.push_back(code.caption.plain()); }
  template <typename NoText>
  void add(const NoText&) {}
};

}  // namespace

std::string ArticleTexts::everything() const {
  std::string result;
  for (const auto* texts : {&flow, &other}) {
    for (const std::string& text : *texts) result += text;
  }
  return result;
}

ArticleTexts texts_of(const Article& article) {
  Collector collector;
  collector.add_head(article);
  collector.add_official_matter(article.official);
  collector.add(article.body);
  for (const Footnote& note : article.footnotes) {
    for (const Paragraph& paragraph : note.paragraphs) collector.texts.other.push_back(paragraph.text.plain());
  }
  return std::move(collector.texts);
}

std::string printed_text(const PagedDocument& document) {
  using Type = StructureNode::Type;
  const std::vector<std::string> texts = text_by_node(document);
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const StructureNode& node = document.structure[i];
    const Type type = node.type;
    const bool of_program = type == Type::label && document.structure[static_cast<std::size_t>(node.parent)].type != Type::list_item;
    if (type != Type::figure && !of_program && !document.structure[i].is_furniture) result += texts[i];
  }
  return result;
}

std::string table_numbers(const Article& article, const std::string& pattern) {
  std::string numbers;
  int count = 0;
  const auto add = [&](const auto& add_these, const std::vector<Block>& blocks) -> void {
    for (const Block& block : blocks) {
      if (const auto* box = std::get_if<Box>(&block.content)) add_these(add_these, box->blocks);
      const auto* table = std::get_if<Table>(&block.content);
      if (table == nullptr || table->caption.empty() || pattern.empty()) continue;
      const std::size_t at = pattern.find('#');
      numbers += pattern.substr(0, at) + std::to_string(++count) + pattern.substr(at + 1);
    }
  };
  add(add, article.body);
  return numbers;
}

std::string without_note_marks(const std::string& text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    const bool is_mark = (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㉟') || (c >= U'㊱' && c <= U'㊿');
    if (!is_mark) utf8::append(result, c);
  }
  return result;
}

std::string all_text(const Page& page) {
  std::string text;
  for (const PageItem& item : page.items) {
    if (const auto* run = std::get_if<GlyphRunItem>(&item.content)) text += run->text;
  }
  return text;
}

PagedDocument without_head_block(PagedDocument document, const std::string& first_text) {
  const std::vector<std::string> texts = text_by_node(document);
  const auto first =
      std::find_if(texts.begin(), texts.end(), [&](const std::string& text) { return !text.empty() && first_text.starts_with(text); });
  const auto first_node = static_cast<int>(first - texts.begin());
  for (Page& page : document.pages) {
    std::erase_if(page.items, [&](const PageItem& item) { return item.tag.node >= 0 && item.tag.node < first_node; });
  }
  return document;
}

std::map<char32_t, int> han_counts(const std::string& text) {
  std::map<char32_t, int> counts;
  for (const char32_t c : utf8::decode_all(text)) {
    if (c >= 0x4e00 && c < 0xa000) ++counts[c];
  }
  return counts;
}

std::string without_blanks(const std::string& text) {
  std::string result;
  for (const char32_t c : utf8::decode_all(text)) {
    if (c != U' ' && c != U'\n' && c != U'\u3000') utf8::append(result, c);
  }
  return result;
}

}  // namespace banxin
