#include "document/read_blocks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "document/figure_options.h"
#include "document/printable.h"
#include "document/schema.h"
#include "document/texts.h"

namespace banxin {

namespace {

using yaml::Entry;
using yaml::Value;

constexpr int deepest_heading = 3;
constexpr int most_lines = 100;

constexpr std::array<std::string_view, 9> image_options{"caption", "credit", "alt", "label", "ratio", "span", "place", "fit", "focus"};
constexpr std::array<std::string_view, 8> placeholder_options{"caption", "credit", "alt", "ratio", "span", "place", "fit", "focus"};
constexpr std::array<std::string_view, 1> heading_options{"level"};
constexpr int usual_heading = 2;  // as `##` of a Markdown body
constexpr std::array<std::string_view, 1> quote_options{"by"};

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
  struct Kind {
    std::string_view key;
    std::span<const std::string_view> options;
    Reader reader;  ///< null: reserved for later
  };
  static const std::array<Kind, 16> kinds;
  static const Kind* find_kind(std::string_view key);

  bool heading(const Entry& kind, const Value& mapping, Block& block);
  bool image(const Entry& kind, const Value& mapping, Block& block);
  bool placeholder(const Entry& kind, const Value& mapping, Block& block);
  bool quote(const Entry& kind, const Value& mapping, Block& block);
  bool list(const Entry& kind, const Value& mapping, Block& block);
  bool rule(const Entry& kind, const Value& mapping, Block& block);
  bool column_break(const Entry& kind, const Value& mapping, Block& block);
  bool space(const Entry& kind, const Value& mapping, Block& block);

  void check_options(const Kind& kind, const Value& mapping);
  void set_options(Figure& figure, const Value& mapping);
  std::vector<Block> list_item_blocks(const Value& item);
  SourceText token(const Value& value) { return read_plain(value.text, context_.sink); }
  bool empty(const Entry& entry) {
    context_.sink.error("document-empty", entry.key.span(), {{"key", entry.key.text()}});
    return false;
  }

  MarkupContext& context_;
  int lists_;
};

const std::array<BlockReader::Kind, 16> BlockReader::kinds{{{"heading", heading_options, &BlockReader::heading},
                                                            {"image", image_options, &BlockReader::image},
                                                            {"placeholder", placeholder_options, &BlockReader::placeholder},
                                                            {"quote", quote_options, &BlockReader::quote},
                                                            {"list", {}, &BlockReader::list},
                                                            {"ordered", {}, &BlockReader::list},
                                                            {"rule", {}, &BlockReader::rule},
                                                            {"break", {}, &BlockReader::column_break},
                                                            {"space", {}, &BlockReader::space},
                                                            {"pullquote", {}, nullptr},
                                                            {"table", {}, nullptr},
                                                            {"box", {}, nullptr},
                                                            {"verse", {}, nullptr},
                                                            {"code", {}, nullptr},
                                                            {"qr", {}, nullptr},
                                                            {"question", {}, nullptr}}};

const BlockReader::Kind* BlockReader::find_kind(std::string_view key) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.key == key; });
  return found == kinds.end() ? nullptr : &*found;
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
  if (!item.is_mapping()) {
    context_.sink.error("document-block-kind-missing", item.span);
    return;
  }
  const Entry* entry = kind_of(item);
  if (!entry) return;
  const Kind& kind = *find_kind(entry->key.view());
  if (!kind.reader) {
    context_.sink.error("document-not-yet", entry->key.span(), {{"key", entry->key.text()}});
    return;
  }
  check_options(kind, item);
  Block block{Paragraph{}, item.span};
  if ((this->*kind.reader)(*entry, item, block)) blocks.push_back(std::move(block));
}

const Entry* BlockReader::kind_of(const Value& mapping) {
  const Entry* found = nullptr;
  for (const Entry& entry : mapping.entries) {
    if (!find_kind(entry.key.view())) continue;
    if (found) {
      context_.sink.error("document-block-kind-twice", entry.key.span(), {{"first", found->key.text()}, {"second", entry.key.text()}});
      return nullptr;
    }
    found = &entry;
  }
  if (!found) context_.sink.error("document-block-kind-missing", mapping.span);
  return found;
}

void BlockReader::check_options(const Kind& kind, const Value& mapping) {
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
    heading.level = read_number(written.view(), 1, deepest_heading).value_or(0);
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
  figure.path = read_plain(kind.value.text, context_.sink);
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

bool BlockReader::list(const Entry& kind, const Value&, Block& block) {
  if (lists_ >= deepest_list) {
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
      std::move(blocks.begin(), blocks.end(), std::back_inserter(list.items.back()));
    } else if (!blocks.empty()) {
      list.items.push_back(std::move(blocks));
    }
  }
  if (kind.value.items.empty()) return empty(kind);
  block.content = std::move(list);
  return true;
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
  if (written.view() != "true") context_.sink.error("document-rule", kind.value.span, {{"value", written.text()}});
  block.content = ThematicRule{};
  return true;
}

bool BlockReader::column_break(const Entry& kind, const Value&, Block& block) {
  const SourceText written = token(kind.value);
  if (written.view() == "column") {
    block.content = Break{Break::To::column};
  } else if (written.view() == "page") {
    block.content = Break{Break::To::page};
  } else if (written.view() == "frame") {
    block.content = Break{Break::To::frame};
  } else {
    context_.sink.error("document-break", kind.value.span, {{"value", written.text()}});
    return false;
  }
  return true;
}

bool BlockReader::space(const Entry& kind, const Value&, Block& block) {
  const SourceText written = token(kind.value);
  const std::optional<int> lines = read_number(written.view(), 1, most_lines);
  if (!lines) context_.sink.error("document-space", kind.value.span, {{"value", written.text()}});
  block.content = Space{lines.value_or(1)};
  return true;
}

}  // namespace

std::vector<Block> read_blocks(const yaml::Value& list, MarkupContext& context) {
  std::vector<Block> blocks;
  BlockReader reader(context);
  for (const Value& item : list.items) reader.read(item, blocks);
  return blocks;
}

}  // namespace banxin
