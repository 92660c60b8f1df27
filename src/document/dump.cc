#include "document/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace banxin {

namespace {

std::string markup_letters(const InlineMarkup& markup) {
  std::string letters;
  if (markup.strong) letters += 's';
  if (markup.emphasis) letters += 'e';
  if (markup.code) letters += 'c';
  if (markup.marked) letters += 'm';
  if (markup.superscript) letters += '^';
  if (markup.subscript) letters += '_';
  if (markup.name_line.form == NameLine::Form::straight) letters += 'u';
  if (markup.name_line.form == NameLine::Form::wavy) letters += 'w';
  const auto add = [&](char letter, const std::string& value) {
    if (value.empty()) return;
    if (!letters.empty()) letters += ' ';
    letters += letter;
    letters += '=' + value;
  };
  add('l', markup.link);
  add('L', markup.language);
  add('f', markup.footnote);
  return letters;
}

/// Writes an article line by line.
class Dumper {
 public:
  std::string dump(const Article& article);

 private:
  void line(std::string_view name, std::string_view value = {}) {
    result_.append(2 * depth_, ' ').append(name);
    if (!value.empty()) result_.append(": ").append(value);
    result_ += '\n';
  }
  void text(std::string_view name, const RichText& value) {
    if (!value.runs.empty()) line(name, dump_rich_text(value));
  }
  void texts(std::string_view name, const std::vector<RichText>& values) {
    for (const RichText& value : values) text(name, value);
  }
  void words(std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values) line(name, value);
  }
  void blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit([this](const auto& content) { (*this)(content); }, block.content);
  }
  void rich_texts(std::string_view name, const std::vector<RichText>& lines) {
    for (const RichText& value : lines) line(name, dump_rich_text(value));
  }
  void paragraphs(const std::vector<Paragraph>& paragraphs) {
    for (const Paragraph& paragraph : paragraphs) (*this)(paragraph);
  }
  void span(const ColumnSpan& span) {
    if (span.all) line("span", "all");
    if (span.columns > 0) line("span", fmt::format("{}", span.columns));
  }
  void columns(const Table& table);
  void official(const OfficialMatter& official);
  void date(std::string_view name, const DateText& date);
  void masthead(const Masthead& masthead);

 public:
  void operator()(const Paragraph& paragraph) { line("paragraph", dump_rich_text(paragraph.text)); }
  void operator()(const Heading& heading) { line(fmt::format("heading {}", heading.level), dump_rich_text(heading.text)); }
  void operator()(const Figure& figure);
  void operator()(const Quote& quote);
  void operator()(const List& list);
  void operator()(const Table& table);
  void operator()(const Box& box);
  void operator()(const Verse& verse);
  void operator()(const CodeBlock& code);
  void operator()(const PullQuote& quote);
  void operator()(const QrCode& code);
  void operator()(const Question& question);
  void operator()(const ThematicRule&) { line("rule"); }
  void operator()(const Break& to) {
    line(to.to == Break::To::column ? "break column" : to.to == Break::To::page ? "break page" : "break frame");
  }
  void operator()(const Space& space) { line(fmt::format("space {}", space.lines)); }

 private:
  std::string result_;
  std::size_t depth_ = 0;
};

void Dumper::operator()(const Figure& figure) {
  line(figure.placeholder ? "placeholder" : "image", figure.path.view());
  ++depth_;
  if (figure.page != 1) line("page", fmt::format("{}", figure.page));
  text("label", figure.label);
  text("caption", figure.caption);
  text("credit", figure.credit);
  if (figure.alt) line("alt", *figure.alt);
  if (figure.ratio) line("ratio", fmt::format("{}:{}", figure.ratio->width, figure.ratio->height));
  span(figure.span);
  constexpr std::string_view places[] = {"", "here", "top", "bottom", "page"};
  if (figure.place != Figure::Place::automatic) line("place", places[static_cast<std::size_t>(figure.place)]);
  if (figure.fit == Figure::Fit::cover) line("fit", "cover");
  if (figure.focus != PictureFocus{}) line("focus", fmt::format("{}% {}%", figure.focus.x, figure.focus.y));
  --depth_;
}

void Dumper::operator()(const Quote& quote) {
  line("quote");
  ++depth_;
  for (const Paragraph& paragraph : quote.paragraphs) (*this)(paragraph);
  text("by", quote.by);
  --depth_;
}

void Dumper::operator()(const List& list) {
  line(list.ordered ? "ordered list" : "list");
  ++depth_;
  for (const ListItem& item : list.items) {
    line("item", dump_rich_text(item.mark));
    ++depth_;
    blocks(item.blocks);
    --depth_;
  }
  --depth_;
}

void Dumper::columns(const Table& table) {
  constexpr std::string_view alignments[] = {"auto", "start", "centre", "end", "decimal"};
  std::string align, widths;
  for (const Table::Alignment alignment : table.alignment) align += fmt::format(" {}", alignments[static_cast<std::size_t>(alignment)]);
  for (const auto& width : table.widths) {
    constexpr std::string_view units[] = {"", "mm", "cm", "in", "pt", "pc", "Q", "em", "lh", "%"};
    widths +=
        width ? fmt::format(" {}e-{}{}", width->number.digits, width->number.scale, units[static_cast<std::size_t>(width->unit)]) : " auto";
  }
  line("align", align.substr(std::min<std::size_t>(align.size(), 1)));
  if (widths.find_first_of("0123456789") != std::string::npos) line("widths", widths.substr(1));
}

void Dumper::operator()(const Table& table) {
  line(fmt::format("table of {} columns, {} header rows", table.columns, table.header_rows));
  ++depth_;
  text("caption", table.caption);
  columns(table);
  constexpr std::string_view rules[] = {"", "three-line", "full"};
  if (table.rules != Table::Rules::automatic) line("rules", rules[static_cast<std::size_t>(table.rules)]);
  span(table.span);
  for (const std::vector<TableCell>& row : table.rows) {
    std::string cells;
    for (const TableCell& cell : row) {
      cells += fmt::format("{}{}", cells.empty() ? "" : " | ", cell.column);
      if (cell.columns > 1 || cell.rows > 1) cells += fmt::format(" {}x{}", cell.columns, cell.rows);
      for (const RichText& text : cell.lines) cells += ": " + dump_rich_text(text);
    }
    line("row", cells);
  }
  --depth_;
}

void Dumper::operator()(const Box& box) {
  line("box");
  ++depth_;
  text("title", box.title);
  span(box.span);
  blocks(box.blocks);
  --depth_;
}

void Dumper::operator()(const Verse& verse) {
  line("verse");
  ++depth_;
  rich_texts("line", verse.lines);
  --depth_;
}

void Dumper::operator()(const CodeBlock& code) {
  line("code", code.language);
  ++depth_;
  rich_texts("line", code.lines);
  --depth_;
}

void Dumper::operator()(const PullQuote& quote) {
  line("pull quote");
  ++depth_;
  rich_texts("line", quote.lines);
  text("by", quote.by);
  span(quote.span);
  --depth_;
}

void Dumper::operator()(const QrCode& code) {
  line("qr", code.text.view());
  ++depth_;
  text("caption", code.caption);
  --depth_;
}

void Dumper::operator()(const Question& question) {
  line("question");
  ++depth_;
  paragraphs(question.paragraphs);
  text("marks", question.marks);
  if (question.lines > 0) line("lines", fmt::format("{}", question.lines));
  rich_texts("choice", question.choices);
  if (question.squares > 0) line("squares", fmt::format("{}", question.squares));
  --depth_;
}

void Dumper::date(std::string_view name, const DateText& date) {
  text(name, date.written);
  if (date.date) line("calendar date", fmt::format("{:04}-{:02}-{:02}", date.date->year, date.date->month, date.date->day));
}

void Dumper::official(const OfficialMatter& official) {
  texts("issuer", official.issuer);
  text("number", official.number);
  text("addressee", official.addressee);
  texts("signed", official.signed_by);
  if (official.sealed) line("sealed");
  texts("attachment", official.attachments);
  text("remark", official.remark);
  text("copies", official.copies);
  text("printed by", official.printed_by);
  date("printed date", official.printed_date);
}

void Dumper::masthead(const Masthead& masthead) {
  line("masthead");
  ++depth_;
  text("name", masthead.name);
  text("issue", masthead.issue);
  text("date", masthead.date);
  text("column", masthead.column);
  text("slogan", masthead.slogan);
  --depth_;
}

std::string Dumper::dump(const Article& article) {
  line("lang", article.language);
  if (article.style) line("style", article.style->view());
  texts("kicker", article.kicker);
  texts(article.title_is_list ? "title line" : "title", article.title);
  texts("subtitle", article.subtitle);
  texts("deck", article.deck);
  texts("byline", article.byline);
  text("source", article.source);
  text("dateline", article.dateline);
  date("date", article.date);
  text("section", article.section);
  text("column", article.column);
  if (article.masthead) masthead(*article.masthead);
  official(article.official);
  texts("field", article.worksheet.fields);
  text("instruction", article.worksheet.instruction);
  text("time", article.worksheet.time);
  line("body");
  ++depth_;
  blocks(article.body);
  --depth_;
  for (const Footnote& note : article.footnotes) {
    line("footnote", note.mark.view());
    ++depth_;
    paragraphs(note.paragraphs);
    --depth_;
  }
  texts("credit", article.credits);
  text("link", article.link);
  words("keyword", article.keywords);
  words("author", article.author);
  if (!article.description.empty()) line("description", article.description);
  for (const SourceText& file : article.embedded_files) line("attach", file.view());
  return std::move(result_);
}

}  // namespace

std::string dump_rich_text(const RichText& text) {
  std::string result;
  for (const InlineRun& run : text.runs) {
    const std::string part = text.plain().substr(run.begin, run.end - run.begin);
    const std::string letters = markup_letters(run.markup);
    result += letters.empty() ? part : fmt::format("⟨{}:{}⟩", letters, part);
  }
  return result;
}

std::string dump_article(const Article& article) { return Dumper().dump(article); }

}  // namespace banxin
