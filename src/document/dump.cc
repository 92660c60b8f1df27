#include "document/dump.h"

#include <fmt/format.h>

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
  void date(const DateText& date);
  void masthead(const Masthead& masthead);

 public:
  void operator()(const Paragraph& paragraph) { line("paragraph", dump_rich_text(paragraph.text)); }
  void operator()(const Heading& heading) { line(fmt::format("heading {}", heading.level), dump_rich_text(heading.text)); }
  void operator()(const Figure& figure);
  void operator()(const Quote& quote);
  void operator()(const List& list);
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
  text("label", figure.label);
  text("caption", figure.caption);
  text("credit", figure.credit);
  if (figure.alt) line("alt", *figure.alt);
  if (figure.ratio) line("ratio", fmt::format("{}:{}", figure.ratio->width, figure.ratio->height));
  if (figure.span_all) line("span", "all");
  if (figure.span > 0) line("span", fmt::format("{}", figure.span));
  constexpr std::string_view places[] = {"", "here", "top", "bottom", "page"};
  if (figure.place != Figure::Place::automatic) line("place", places[static_cast<std::size_t>(figure.place)]);
  if (figure.fit == Figure::Fit::cover) line("fit", "cover");
  if (!figure.focus.empty()) line("focus", figure.focus);
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
  line(list.ordered ? fmt::format("ordered list from {}", list.first_number) : "list");
  ++depth_;
  for (const std::vector<Block>& item : list.items) {
    line("item");
    ++depth_;
    blocks(item);
    --depth_;
  }
  --depth_;
}

void Dumper::date(const DateText& date) {
  text("date", date.written);
  if (date.date) line("calendar date", fmt::format("{:04}-{:02}-{:02}", date.date->year, date.date->month, date.date->day));
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
  date(article.date);
  text("section", article.section);
  text("column", article.column);
  if (article.masthead) masthead(*article.masthead);
  line("body");
  ++depth_;
  blocks(article.body);
  --depth_;
  texts("credit", article.credits);
  text("link", article.link);
  words("keyword", article.keywords);
  words("author", article.author);
  if (!article.description.empty()) line("description", article.description);
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
