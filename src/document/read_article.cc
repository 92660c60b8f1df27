#include "document/read_article.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "document/article_texts.h"
#include "document/calendar_date.h"
#include "document/fields.h"
#include "document/half_width_marks.h"
#include "document/inline.h"
#include "document/language_tag.h"
#include "document/printable.h"
#include "document/read_blocks.h"
#include "document/texts.h"
#include "yaml/read.h"

namespace banxin {

namespace {

using yaml::Entry;
using yaml::Value;

constexpr const char* title_missing = "document-title-missing";

/// Adds the parts of `line` between commas and semicolons of either width, blank ones left out.
void add_parts(std::string_view line, std::vector<std::string>& parts) {
  constexpr std::u32string_view separators = U",;，、；";
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view part = without_trailing_space(line.substr(begin, end - begin));
    if (!is_blank(part)) parts.emplace_back(part.substr(leading_space(part)));
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t separator = at;
    if (separators.find(utf8::decode(line, at)) == std::u32string_view::npos) continue;
    add(separator);
    begin = at;
  }
  add(line.size());
}

class ArticleReader {
 public:
  ArticleReader(const SourceFile& file, const Value& root, const FieldValues* fields, DiagnosticSink& sink)
      : file_(file), root_(root), context_(sink) {
    context_.fields = fields;
  }

  Article read();

 private:
  void read_settings(Article& article);
  void read_head(Article& article);
  void read_masthead(Article& article);
  void read_official_matter(OfficialMatter& official);
  void read_worksheet_matter(WorksheetMatter& worksheet);
  void read_footnotes(Article& article);
  void report_notes_within(const RichText& note);
  void read_metadata(Article& article);
  void check_title(const Article& article);

  const Value* value(std::string_view key) const;
  RichText text(const Value* value) { return value ? read_text(value->text, context_) : RichText(); }
  RichText text(std::string_view key) { return text(value(key)); }
  std::vector<RichText> lines(std::string_view key);
  std::vector<std::string> plain_lines(std::string_view key);
  DateText date(const Value* value);
  RichText link(std::string_view key);
  std::vector<std::string> keywords(std::string_view key);
  bool boolean(std::string_view key);

  const SourceFile& file_;
  const Value& root_;
  MarkupContext context_;
};

Article ArticleReader::read() {
  Article article;
  article.span = {&file_, 0, static_cast<std::uint32_t>(file_.text().size())};
  read_settings(article);
  read_head(article);
  read_masthead(article);
  read_official_matter(article.official);
  read_worksheet_matter(article.worksheet);
  check_title(article);
  if (const Value* body = value("body")) article.body = read_body(*body, context_);
  article.credits = lines("credits");
  read_footnotes(article);
  article.link = link("link");
  read_metadata(article);
  return article;
}

/// The value under `key`, or null when there is none or it is empty.
const Value* ArticleReader::value(std::string_view key) const {
  const Value* found = root_.find(key);
  return found && !found->is_null() ? found : nullptr;
}

void ArticleReader::read_settings(Article& article) {
  if (const Value* lang = value("lang")) {
    if (auto tag = read_language_tag(read_plain(lang->text, context_.sink), context_.sink)) article.language = std::move(*tag);
  }
  if (const Value* style = value("style")) article.style = read_plain(style->text, context_.sink);
  context_.join_lines = boolean("wrap");
  if (const Value* footnotes = value("footnotes")) {
    for (const Entry& note : footnotes->entries) context_.footnotes.insert(note.key.text());
  }
}

void ArticleReader::read_head(Article& article) {
  article.kicker = lines("kicker");
  article.title = lines("title");
  const Value* title = value("title");
  article.title_is_list = title && (title->is_sequence() || article.title.size() > 1);
  article.subtitle = lines("subtitle");
  article.deck = lines("deck");
  article.byline = lines("byline");
  article.source = text("source");
  article.date = date(value("date"));
  article.dateline = text("dateline");
  article.section = text("section");
  article.column = text("column");
}

void ArticleReader::read_masthead(Article& article) {
  const Value* masthead = value("masthead");
  if (!masthead) return;
  article.masthead = Masthead{text(masthead->find("name")), text(masthead->find("issue")), text(masthead->find("date")),
                              text(masthead->find("column")), text(masthead->find("slogan"))};
}

void ArticleReader::read_official_matter(OfficialMatter& official) {
  official.issuer = lines("issuer");
  official.number = text("number");
  official.addressee = text("addressee");
  official.signed_by = lines("signed");
  official.sealed = boolean("sealed");
  official.attachments = lines("attachments");
  official.remark = text("remark");
  official.copies = text("copies");
  const Value* printed = value("printed");
  if (!printed) return;
  official.printed_by = text(printed->find("by"));
  official.printed_date = date(printed->find("date"));
}

/// One text may name several fields, parted by blanks.
void ArticleReader::read_worksheet_matter(WorksheetMatter& worksheet) {
  worksheet.instruction = text("instruction");
  worksheet.time = text("time");
  const Value* fields = value("fields");
  if (!fields) return;
  if (fields->is_sequence()) {
    worksheet.fields = lines("fields");
  } else {
    for (const SourceText& field : split_at_blanks(fields->text)) worksheet.fields.push_back(read_text(field, context_));
  }
}

/// The notes, and whether each has its mark. A note has no notes of its own.
void ArticleReader::read_footnotes(Article& article) {
  std::set<std::string, std::less<>> marks;
  for_each_text(article, [&](const RichText& text) {
    for (const InlineRun& run : text.runs) {
      if (!run.markup.footnote.empty()) marks.insert(run.markup.footnote);
    }
  });
  const Value* footnotes = value("footnotes");
  if (!footnotes) return;
  for (const Entry& entry : footnotes->entries) {
    Footnote note{entry.key, {}};
    for (RichText& line : read_text_lines(entry.value.text, context_)) note.paragraphs.push_back({std::move(line)});
    if (note.paragraphs.empty()) context_.sink.error("document-empty", entry.key.span(), {{"key", entry.key.text()}});
    for (const Paragraph& paragraph : note.paragraphs) report_notes_within(paragraph.text);
    // Beside an error it would be noise: the mark may stand in what could not be read.
    if (!marks.contains(entry.key.text()) && !context_.sink.has_errors()) {
      context_.sink.warning("document-footnote-unused", entry.key.span(), {{"mark", entry.key.text()}});
    }
    article.footnotes.push_back(std::move(note));
  }
}

void ArticleReader::report_notes_within(const RichText& note) {
  for (const InlineRun& run : note.runs) {
    if (run.markup.footnote.empty()) continue;
    context_.sink.error("document-footnote-nested", note.text.span(run.begin, run.end), {{"mark", run.markup.footnote}});
  }
}

/// A title is what readers and viewers call the article by: the mark of a note alone is none.
void ArticleReader::check_title(const Article& article) {
  if (std::any_of(article.title.begin(), article.title.end(), [](const RichText& line) { return !is_blank(line.plain()); })) return;
  const Value* title = root_.find("title");
  context_.sink.error(title_missing, title ? title->span : SourceSpan{&file_, 0, 0});
}

void ArticleReader::read_metadata(Article& article) {
  article.keywords = keywords("keywords");
  article.description = text("description").plain();
  if (const Value* files = value("attach")) {
    const std::span<const Value> paths = files->is_sequence() ? std::span(files->items) : std::span(files, 1);
    for (const Value& path : paths) article.embedded_files.push_back(filled(read_plain(path.text, context_.sink), context_));
  }
  article.author = plain_lines("author");
  if (!article.author.empty()) return;
  for (const RichText& line : article.byline) article.author.push_back(line.plain());
}

/// The lines of a text, or the texts of a list, each a line.
std::vector<RichText> ArticleReader::lines(std::string_view key) {
  const Value* found = value(key);
  if (!found) return {};
  if (!found->is_sequence()) return read_text_lines(found->text, context_);
  std::vector<RichText> result;
  for (const Value& item : found->items) {
    RichText line = read_text(item.text, context_);
    if (!line.empty()) result.push_back(std::move(line));
  }
  return result;
}

std::vector<std::string> ArticleReader::plain_lines(std::string_view key) {
  std::vector<std::string> result;
  for (const RichText& line : lines(key)) result.push_back(line.plain());
  return result;
}

DateText ArticleReader::date(const Value* value) {
  DateText result{text(value), std::nullopt};
  const DateReading reading = read_calendar_date(result.written.plain());
  if (reading.impossible) {
    context_.sink.warning("document-date-impossible", result.written.text.span(), {{"date", result.written.plain()}});
  }
  result.date = reading.date;
  return result;
}

/// An address holds no markup: its tildes and asterisks are its own.
RichText ArticleReader::link(std::string_view key) {
  const Value* found = value(key);
  if (!found) return {};
  RichText result = read_literal(filled(read_plain(found->text, context_.sink), context_));
  const std::string& address = result.plain();
  if (address.starts_with("http://") || address.starts_with("https://")) result.runs.front().markup.link = address;
  return result;
}

/// One text may name several keywords, parted by commas or semicolons.
std::vector<std::string> ArticleReader::keywords(std::string_view key) {
  std::vector<std::string> lines = plain_lines(key);
  const Value* found = value(key);
  if (!found || found->is_sequence()) return lines;
  std::vector<std::string> words;
  for (const std::string& line : lines) add_parts(line, words);
  return words;
}

bool ArticleReader::boolean(std::string_view key) {
  const Value* found = value(key);
  if (!found) return false;
  const SourceText written = read_plain(found->text, context_.sink);
  if (written.view() != "true" && written.view() != "false") {
    context_.sink.error("document-boolean", found->span, {{"key", std::string(key)}, {"value", written.text()}});
  }
  return written.view() == "true";
}

/// Adds the faults of the content to those of the YAML, but not on lines where the YAML is at fault already: there they would only say it
/// again. A title can be missing because its key is misspelt.
void add_content_faults(const SourceFile& file, const DiagnosticSink& content, DiagnosticSink& faults) {
  std::set<std::size_t> faulty_lines;
  for (const Diagnostic& fault : faults.all()) {
    if (fault.severity == Severity::error) faulty_lines.insert(file.line_of(fault.span.begin));
  }
  for (const Diagnostic& fault : content.all()) {
    const bool consequence = !faulty_lines.empty() && fault.message.code == title_missing;
    if (!consequence && !faulty_lines.contains(file.line_of(fault.span.begin))) faults.add(fault);
  }
}

}  // namespace

std::optional<Article> read_article(const SourceFile& file, DiagnosticSink& sink, yaml::Value* set, const FieldValues* fields) {
  DiagnosticSink faults, content;
  std::optional<Article> article;
  if (const std::optional<Value> root = yaml::read_despite_faults(file, article_schema(), yaml::Limits{}, faults)) {
    article = ArticleReader(file, *root, fields, content).read();
    // Beside an error it would be noise: the marks may be those of markup that failed.
    if (!faults.has_errors() && !content.has_errors()) report_half_width_marks(*article, content);
    if (const Value* values = root->find("set"); values && set) *set = *values;
  }
  add_content_faults(file, content, faults);
  faults.sort_by_place();
  sink.append(faults);
  if (faults.has_errors()) return std::nullopt;
  return article;
}

}  // namespace banxin
