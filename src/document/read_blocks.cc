#include "document/read_blocks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "base/limits.h"
#include "document/block_kinds.h"
#include "document/fields.h"
#include "document/figure_options.h"
#include "document/inline.h"
#include "document/list_marks.h"
#include "document/markdown.h"
#include "document/printable.h"
#include "document/read_question.h"
#include "document/read_table.h"
#include "document/texts.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

using yaml::Entry;
using yaml::Value;

constexpr std::size_t longest_qr_text = 1000;  // a code of more is too fine for an office printer
constexpr int usual_heading = 2;               // as `##` of a Markdown body

/// Reads list-form blocks; `lists` lists stand around them.
class BlockReader {
 public:
  explicit BlockReader(MarkupContext& context, int lists = 0) : context_(context), lists_(lists) {}

  void read(const Value& item, std::vector<Block>& blocks);
  void read_paragraphs(const Value& text, std::vector<Block>& blocks);

  /// The entry that says which block a mapping is; a mapping with none or several is reported.
  const Entry* kind_of(const Value& mapping);

 private:
  using Reader = bool (BlockReader::*)(const Entry& kind, const Value& mapping, Block& block);
  static Reader reader_of(std::string_view key);
  void report_without_kind(SourceSpan place);

  bool heading(const Entry& kind, const Value& mapping, Block& block);
  bool image(const Entry& kind, const Value& mapping, Block& block);
  bool placeholder(const Entry& kind, const Value& mapping, Block& block);
  bool quote(const Entry& kind, const Value& mapping, Block& block);
  bool list(const Entry& kind, const Value& mapping, Block& block);
  bool rule(const Entry& kind, const Value& mapping, Block& block);
  bool column_break(const Entry& kind, const Value& mapping, Block& block);
  bool space(const Entry& kind, const Value& mapping, Block& block);
  bool table(const Entry& kind, const Value& mapping, Block& block);
  bool box(const Entry& kind, const Value& mapping, Block& block);
  bool verse(const Entry& kind, const Value& mapping, Block& block);
  bool code(const Entry& kind, const Value& mapping, Block& block);
  bool pull_quote(const Entry& kind, const Value& mapping, Block& block);
  bool qr_code(const Entry& kind, const Value& mapping, Block& block);
  bool question(const Entry& kind, const Value& mapping, Block& block);

  NumberMark first_mark(const Value& mapping, List& list);
  void check_options(const BlockKind& kind, const Value& mapping);
  void set_options(Figure& figure, const Value& mapping);
  ColumnSpan span_of(const Value& mapping);
  std::vector<Block> list_item_blocks(const Value& item);
  SourceText token(const Value& value) { return read_plain(value.text, context_.sink); }
  bool empty(const Entry& entry) {
    context_.sink.error("document-empty", entry.key.span(), {{"key", entry.key.text()}});
    return false;
  }

  MarkupContext& context_;
  int lists_;
};

BlockReader::Reader BlockReader::reader_of(std::string_view key) {
  static constexpr std::pair<std::string_view, Reader> readers[] = {{"heading", &BlockReader::heading},
                                                                    {"image", &BlockReader::image},
                                                                    {"placeholder", &BlockReader::placeholder},
                                                                    {"quote", &BlockReader::quote},
                                                                    {"list", &BlockReader::list},
                                                                    {"ordered", &BlockReader::list},
                                                                    {"rule", &BlockReader::rule},
                                                                    {"break", &BlockReader::column_break},
                                                                    {"space", &BlockReader::space},
                                                                    {"pullquote", &BlockReader::pull_quote},
                                                                    {"table", &BlockReader::table},
                                                                    {"box", &BlockReader::box},
                                                                    {"verse", &BlockReader::verse},
                                                                    {"code", &BlockReader::code},
                                                                    {"qr", &BlockReader::qr_code},
                                                                    {"question", &BlockReader::question}};
  return std::find_if(std::begin(readers), std::end(readers), [&](const auto& entry) { return entry.first == key; })->second;
}

void BlockReader::read_paragraphs(const Value& text, std::vector<Block>& blocks) {
  if (const std::size_t indent = leading_space(text.text.view()); indent > 0 && !is_blank(text.text.view())) {
    note_dropped_indent(context_, text.text.span(0, indent));
  }
  for (RichText& line : read_text_lines(text.text, context_)) {
    const SourceSpan place = line.text.span();
    blocks.push_back({Paragraph{std::move(line)}, place});
  }
}

void BlockReader::read(const Value& item, std::vector<Block>& blocks) {
  if (item.is_scalar()) return read_paragraphs(item, blocks);
  if (!item.is_mapping()) return report_without_kind(item.span);
  const Entry* entry = kind_of(item);
  if (!entry) return;
  const BlockKind& kind = *find_block_kind(entry->key.view());
  check_options(kind, item);
  Block block{Paragraph{}, item.span};
  if ((this->*reader_of(kind.key))(*entry, item, block)) blocks.push_back(std::move(block));
}

const Entry* BlockReader::kind_of(const Value& mapping) {
  const Entry* found = nullptr;
  for (const Entry& entry : mapping.entries) {
    if (!find_block_kind(entry.key.view())) continue;
    if (found) {
      context_.sink.error("document-block-kind-twice", entry.key.span(), {{"first", found->key.text()}, {"second", entry.key.text()}});
      return nullptr;
    }
    found = &entry;
  }
  if (!found) report_without_kind(mapping.span);
  return found;
}

void BlockReader::report_without_kind(SourceSpan place) {
  std::string names;
  for (const BlockKind& kind : block_kinds()) names += (names.empty() ? "" : ", ") + std::string(kind.key);
  context_.sink.error("document-block-kind-missing", place, {{"kinds", names}});
}

void BlockReader::check_options(const BlockKind& kind, const Value& mapping) {
  for (const Entry& entry : mapping.entries) {
    const std::string_view key = entry.key.view();
    if (key == kind.key || std::find(kind.options.begin(), kind.options.end(), key) != kind.options.end()) continue;
    context_.sink.error("document-option-misplaced", entry.key.span(), {{"option", entry.key.text()}, {"block", std::string(kind.key)}});
  }
}

bool BlockReader::heading(const Entry& kind, const Value& mapping, Block& block) {
  Heading heading{usual_heading, read_text(kind.value.text, context_)};
  if (heading.text.runs.empty()) return empty(kind);
  if (const Value* level = mapping.find("level"); level && !level->is_null()) {
    const SourceText written = token(*level);
    heading.level = read_number(written.view(), heading_level_form.least, heading_level_form.most).value_or(0);
    if (heading.level == 0) context_.sink.error("document-heading-level", level->span, {{"value", written.text()}});
  }
  block.content = std::move(heading);
  return true;
}

void BlockReader::set_options(Figure& figure, const Value& mapping) {
  for (const Entry& entry : mapping.entries) {
    if (!entry.value.is_null()) set_figure_option(figure, entry.key.view(), entry.value.text, context_);
  }
}

bool BlockReader::image(const Entry& kind, const Value& mapping, Block& block) {
  Figure figure;
  figure.path = filled(read_plain(kind.value.text, context_.sink), context_);
  set_options(figure, mapping);
  if (figure.path.empty()) return empty(kind);
  block.content = std::move(figure);
  return true;
}

bool BlockReader::placeholder(const Entry& kind, const Value& mapping, Block& block) {
  Figure figure;
  figure.placeholder = true;
  set_options(figure, mapping);
  figure.label = read_text(kind.value.text, context_);
  block.content = std::move(figure);
  return true;
}

bool BlockReader::quote(const Entry& kind, const Value& mapping, Block& block) {
  Quote quote;
  const std::span<const Value> texts = kind.value.is_sequence() ? std::span(kind.value.items) : std::span(&kind.value, 1);
  for (const Value& text : texts) {
    for (RichText& line : read_text_lines(text.text, context_)) quote.paragraphs.push_back({std::move(line)});
  }
  if (quote.paragraphs.empty()) return empty(kind);
  if (const Value* by = mapping.find("by")) quote.by = read_text(by->text, context_);
  block.content = std::move(quote);
  return true;
}

bool BlockReader::list(const Entry& kind, const Value& mapping, Block& block) {
  if (lists_ >= limits::list_nesting) {
    context_.sink.error("document-list-too-deep", kind.key.span());
    return false;
  }
  List list;
  list.ordered = kind.key.view() == "ordered";
  BlockReader inner(context_, lists_ + 1);
  for (const Value& item : kind.value.items) {
    std::vector<Block> blocks = inner.list_item_blocks(item);
    // A list as an item belongs to the text before it.
    if (item.is_mapping() && !list.items.empty()) {
      std::move(blocks.begin(), blocks.end(), std::back_inserter(list.items.back().blocks));
    } else if (!blocks.empty()) {
      list.items.push_back({{}, std::move(blocks)});
    }
  }
  if (kind.value.items.empty()) return empty(kind);
  if (const auto without = mark_items(list, first_mark(mapping, list))) {
    context_.sink.error("document-list-marks-end", kind.key.span(), {{"number", std::to_string(*without)}});
  }
  block.content = std::move(list);
  return true;
}

/// The kind of mark that `first` asks for, `1.` without it; the list counts on from its number.
NumberMark BlockReader::first_mark(const Value& mapping, List& list) {
  NumberMark mark;
  mark.after = ".";
  const Value* first = mapping.find("first");
  if (!first || first->is_null()) return mark;
  const SourceText written = token(*first);
  const auto found = number_mark_at(written.view());
  if (!found || found->length != written.size()) {
    context_.sink.error("document-list-first", first->span, {{"value", written.text()}});
    return mark;
  }
  list.first_number = found->number;
  return *found;
}

std::vector<Block> BlockReader::list_item_blocks(const Value& item) {
  std::vector<Block> blocks;
  read(item, blocks);
  const auto last = std::remove_if(blocks.begin(), blocks.end(), [&](const Block& block) {
    const bool fits = std::holds_alternative<Paragraph>(block.content) || std::holds_alternative<List>(block.content);
    if (!fits) context_.sink.error("document-block-in-list", block.span);
    return !fits;
  });
  blocks.erase(last, blocks.end());
  return blocks;
}

bool BlockReader::rule(const Entry& kind, const Value&, Block& block) {
  const SourceText written = token(kind.value);
  if (written.view() != true_word[0]) context_.sink.error("document-rule", kind.value.span, {{"value", written.text()}});
  block.content = ThematicRule{};
  return true;
}

bool BlockReader::column_break(const Entry& kind, const Value&, Block& block) {
  const SourceText written = token(kind.value);
  if (written.view() == break_words[0]) {
    block.content = Break{Break::To::column};
  } else if (written.view() == break_words[1]) {
    block.content = Break{Break::To::page};
  } else if (written.view() == break_words[2]) {
    block.content = Break{Break::To::frame};
  } else {
    context_.sink.error("document-break", kind.value.span, {{"value", written.text()}});
    return false;
  }
  return true;
}

bool BlockReader::space(const Entry& kind, const Value&, Block& block) {
  const SourceText written = token(kind.value);
  const std::optional<int> lines = read_number(written.view(), space_form.least, space_form.most);
  if (!lines) context_.sink.error("document-space", kind.value.span, {{"value", written.text()}});
  block.content = Space{lines.value_or(1)};
  return true;
}

bool BlockReader::table(const Entry& kind, const Value& mapping, Block& block) {
  block.content = read_table(kind, mapping, context_);
  return true;
}

ColumnSpan BlockReader::span_of(const Value& mapping) {
  const Value* span = mapping.find("span");
  if (!span || span->is_null()) return {};
  const SourceText written = token(*span);
  const auto columns = read_column_span(written.view());
  if (!columns) context_.sink.error("document-span", span->span, {{"value", written.text()}});
  return columns.value_or(ColumnSpan{});
}

bool BlockReader::box(const Entry& kind, const Value& mapping, Block& block) {
  Box box;
  if (const Value* title = mapping.find("title")) box.title = read_text(title->text, context_);
  box.span = span_of(mapping);
  box.blocks = read_body(kind.value, context_);
  for (const Block& inner : box.blocks) {
    if (std::holds_alternative<Box>(inner.content) || std::holds_alternative<Break>(inner.content)) {
      context_.sink.error("document-block-in-box", inner.span);
    }
  }
  if (box.blocks.empty()) return empty(kind);
  block.content = std::move(box);
  return true;
}

bool BlockReader::verse(const Entry& kind, const Value&, Block& block) {
  Verse verse;
  for (const SourceText& line : kept_lines(kind.value.text, context_.sink)) verse.lines.push_back(read_inline(line, context_));
  if (verse.lines.empty()) return empty(kind);
  block.content = std::move(verse);
  return true;
}

bool BlockReader::code(const Entry& kind, const Value&, Block& block) {
  CodeBlock code;
  for (const SourceText& line : kept_lines(kind.value.text, context_.sink)) code.lines.push_back(read_code(line));
  if (code.lines.empty()) return empty(kind);
  block.content = std::move(code);
  return true;
}

bool BlockReader::pull_quote(const Entry& kind, const Value& mapping, Block& block) {
  PullQuote quote;
  quote.lines = read_text_lines(kind.value.text, context_);
  if (quote.lines.empty()) return empty(kind);
  if (const Value* by = mapping.find("by")) quote.by = read_text(by->text, context_);
  quote.span = span_of(mapping);
  block.content = std::move(quote);
  return true;
}

bool BlockReader::qr_code(const Entry& kind, const Value& mapping, Block& block) {
  QrCode code{filled(token(kind.value), context_), {}};
  if (code.text.empty()) return empty(kind);
  if (code.text.size() > longest_qr_text) {
    context_.sink.error("document-qr-too-long", kind.value.span,
                        {{"size", std::to_string(code.text.size())}, {"limit", std::to_string(longest_qr_text)}});
  }
  if (const Value* caption = mapping.find("caption")) code.caption = read_text(caption->text, context_);
  block.content = std::move(code);
  return true;
}

bool BlockReader::question(const Entry& kind, const Value& mapping, Block& block) {
  Question question = read_question(kind, mapping, context_);
  if (question.paragraphs.empty()) return empty(kind);
  block.content = std::move(question);
  return true;
}

}  // namespace

std::vector<Block> read_body(const yaml::Value& body, MarkupContext& context) {
  return body.is_sequence() ? read_blocks(body, context) : read_markdown(body.text, context);
}

std::vector<Block> read_blocks(const yaml::Value& list, MarkupContext& context) {
  std::vector<Block> blocks;
  BlockReader reader(context);
  for (const Value& item : list.items) reader.read(item, blocks);
  return blocks;
}

}  // namespace banxin
