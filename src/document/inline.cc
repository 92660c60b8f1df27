#include "document/inline.h"

#include <utility>

#include "document/attributes.h"
#include "document/emphasis.h"
#include "document/fields.h"
#include "document/inline_syntax.h"
#include "document/language_tag.h"

namespace banxin {

namespace {

/// Open brackets that wait for their partner at most; more are text.
constexpr std::size_t deepest_brackets = 64;

class InlineParser {
 public:
  InlineParser(const SourceText& source, MarkupContext& context)
      : source_(source), text_(source.view()), context_(context), code_spans_(text_) {}

  RichText parse() {
    while (at_ < text_.size()) at_ += markup_length();
    add_literal_until(at_);
    delimiters_.resolve(0, pieces_);
    return flattened();
  }

 private:
  struct Bracket {
    std::size_t piece, delimiters;  ///< its own piece; how many delimiters stood before it
    bool picture;                   ///< `![`
    bool may_link = true;           ///< no link stands inside a link
  };

  std::size_t markup_length();
  std::size_t escape();
  std::size_t code();
  std::size_t braces();
  std::size_t field(const MarkupExtent& extent);
  std::size_t opening_bracket();
  std::size_t footnote(const MarkupExtent& extent);
  std::size_t closing_bracket();
  std::size_t link(const Bracket& bracket, const LinkTail& tail);
  std::size_t span(const Bracket& bracket);
  InlineMarkup span_markup(const AttributeList& list);
  std::size_t delimiter_run();
  std::size_t script();

  InlinePiece& add_piece(std::size_t begin, std::size_t end) {
    add_literal_until(at_);
    pieces_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return pieces_.back();
  }
  void add_literal_until(std::size_t end) {
    if (end > literal_begin_) pieces_.push_back({static_cast<std::uint32_t>(literal_begin_), static_cast<std::uint32_t>(end)});
    literal_begin_ = end;
  }
  /// Markup ends at `next`: text goes on from there.
  std::size_t taken(std::size_t next) {
    literal_begin_ = next;
    return next - at_;
  }

  RichText flattened() const;

  const SourceText& source_;
  std::string_view text_;
  MarkupContext& context_;
  CodeSpans code_spans_;
  std::size_t at_ = 0, literal_begin_ = 0;
  std::vector<InlinePiece> pieces_;
  DelimiterStack delimiters_;
  std::vector<Bracket> brackets_;
  std::uint32_t names_ = 0;  ///< those that have a line under them
};

/// Bytes of the markup, or of the text that is none, at the place reached.
std::size_t InlineParser::markup_length() {
  switch (text_[at_]) {
    case '\\':
      return escape();
    case '`':
      return code();
    case '{':
      return braces();
    case '[':
      return opening_bracket();
    case ']':
      return closing_bracket();
    case '*':
    case '=':
      return delimiter_run();
    case '^':
    case '~':
      return script();
    default:
      return 1;
  }
}

std::size_t InlineParser::escape() {
  if (at_ + 1 >= text_.size() || !is_escapable(text_[at_ + 1])) return 1;
  add_piece(at_ + 1, at_ + 2);
  return taken(at_ + 2);
}

std::size_t InlineParser::code() {
  const std::optional<MarkupExtent> extent = code_spans_.at(at_);
  if (!extent) return run_length(text_, at_);
  add_piece(extent->begin, extent->end).markup.code = true;
  return taken(extent->next);
}

std::size_t InlineParser::braces() {
  if (const auto extent = field_at(text_, at_)) return field(*extent);
  if (const auto ruby = ruby_at(text_, at_)) {
    const std::string written(text_.substr(at_, ruby->next - at_));
    context_.sink.error("document-not-yet", source_.span(at_, ruby->next), {{"key", written}});
    return ruby->next - at_;
  }
  return 1;
}

std::size_t InlineParser::field(const MarkupExtent& extent) {
  if (!context_.fields) return extent.next - at_;
  const std::string_view name = text_.substr(extent.begin, extent.end - extent.begin);
  add_piece(at_, extent.next).filled = field_value(*context_.fields, name, source_.span(at_, extent.next), context_.sink);
  return taken(extent.next);
}

std::size_t InlineParser::opening_bracket() {
  const bool picture = at_ > literal_begin_ && text_[at_ - 1] == '!';
  if (const auto extent = footnote_at(text_, at_); extent && !picture) return footnote(*extent);
  if (brackets_.size() >= deepest_brackets) return 1;
  add_piece(at_, at_ + 1);
  brackets_.push_back({pieces_.size() - 1, delimiters_.size(), picture});
  return taken(at_ + 1);
}

std::size_t InlineParser::footnote(const MarkupExtent& extent) {
  std::string mark(text_.substr(extent.begin, extent.end - extent.begin));
  if (!context_.footnotes.contains(mark)) {
    context_.sink.error("document-footnote-missing", source_.span(at_, extent.next), {{"mark", mark}});
  }
  add_piece(extent.next, extent.next).markup.footnote = std::move(mark);
  return taken(extent.next);
}

std::size_t InlineParser::closing_bracket() {
  if (brackets_.empty()) return 1;
  const Bracket bracket = brackets_.back();
  brackets_.pop_back();
  const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
  if (next == '(' && bracket.picture) {
    context_.sink.error("document-picture-in-text", source_.span(pieces_[bracket.piece].begin - 1, at_ + 2));
    return 1;
  }
  if (next == '(' && bracket.may_link) {
    if (const auto tail = link_tail_at(text_, at_ + 1)) return link(bracket, *tail);
  }
  if (next == '{' && attributes_at(text_, at_ + 1)) return span(bracket);
  return 1;
}

std::size_t InlineParser::link(const Bracket& bracket, const LinkTail& tail) {
  const SourceSpan place = source_.span(at_ + 1, tail.next);
  SourceText written;
  written.append(source_.file(), tail.address, place.begin, place.end - place.begin);
  std::string address = filled(written, context_).text();
  if (!looks_like_address(address)) context_.sink.warning("document-link-address", place, {{"address", address}});
  if (!is_harmless_address(address)) {
    context_.sink.warning("document-link-scheme", place, {{"address", address}});
    address.clear();
  }
  if (tail.has_title) context_.sink.warning("document-link-title", place);
  add_literal_until(at_);
  delimiters_.resolve(bracket.delimiters, pieces_);
  pieces_[bracket.piece].end = pieces_[bracket.piece].begin;
  for (std::size_t i = bracket.piece + 1; i < pieces_.size(); ++i) pieces_[i].markup.link = address;
  for (Bracket& outer : brackets_) outer.may_link = false;
  return taken(tail.next);
}

std::size_t InlineParser::span(const Bracket& bracket) {
  const std::optional<AttributeList> list = read_attributes(source_, at_ + 1, true);
  if (!list) {
    context_.sink.error("document-attributes", source_.span(at_ + 1, text_.size()));
    return 1;
  }
  const InlineMarkup said = span_markup(*list);
  add_literal_until(at_);
  delimiters_.resolve(bracket.delimiters, pieces_);
  pieces_[bracket.piece].end = pieces_[bracket.piece].begin;
  for (std::size_t i = bracket.piece + 1; i < pieces_.size(); ++i) {
    InlineMarkup& markup = pieces_[i].markup;
    if (markup.language.empty()) markup.language = said.language;
    if (markup.name_line.form == NameLine::Form::none) markup.name_line = said.name_line;
  }
  return taken(list->end);
}

InlineMarkup InlineParser::span_markup(const AttributeList& list) {
  InlineMarkup markup;
  for (const Attribute& attribute : list.attributes) {
    const std::string_view name = attribute.name.view();
    const bool word = attribute.value.empty();
    if (name == "lang") {
      if (const auto tag = read_language_tag(attribute.value, context_.sink)) markup.language = *tag;
    } else if (word && name == "underline") {
      markup.name_line = {NameLine::Form::straight, ++names_};
    } else if (word && name == "wavy") {
      markup.name_line = {NameLine::Form::wavy, ++names_};
    } else {
      context_.sink.error("document-span-attribute", attribute.name.span(), {{"name", attribute.name.text()}});
    }
  }
  return markup;
}

std::size_t InlineParser::delimiter_run() {
  const std::size_t length = run_length(text_, at_);
  if (text_[at_] == '=' && length != 2) return length;
  const Flanking flanks = flanking(text_, at_, at_ + length);
  if (!flanks.can_open && !flanks.can_close) return length;
  add_piece(at_, at_ + length);
  delimiters_.push(pieces_.size() - 1, text_[at_], length, flanks);
  return taken(at_ + length);
}

std::size_t InlineParser::script() {
  const std::size_t length = run_length(text_, at_);
  if (length > 1) return length;
  const std::optional<MarkupExtent> extent = script_at(text_, at_);
  if (!extent) return 1;
  InlineMarkup& markup = add_piece(extent->begin, extent->end).markup;
  (text_[at_] == '^' ? markup.superscript : markup.subscript) = true;
  return taken(extent->next);
}

RichText InlineParser::flattened() const {
  RichText result;
  MarkupChange open;
  const auto apply = [&open](const MarkupChange& change) {
    open.strong += change.strong;
    open.emphasis += change.emphasis;
    open.marked += change.marked;
  };
  for (const InlinePiece& piece : pieces_) {
    apply(piece.before);
    InlineMarkup markup = piece.markup;
    markup.strong = open.strong > 0;
    markup.emphasis = open.emphasis > 0;
    markup.marked = open.marked > 0;
    apply(piece.after);
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    if (piece.filled) {
      const SourceSpan place = source_.span(piece.begin, piece.end);
      result.text.append(source_.file(), *piece.filled, place.begin, place.end - place.begin);
    } else {
      result.text.append(source_, piece.begin, piece.end);
    }
    const auto end = static_cast<std::uint32_t>(result.text.size());
    if (begin == end && markup.footnote.empty()) continue;
    if (begin != end && !result.runs.empty() && result.runs.back().markup == markup) {
      result.runs.back().end = end;
    } else {
      result.runs.push_back({begin, end, std::move(markup)});
    }
  }
  return result;
}

}  // namespace

RichText read_inline(const SourceText& text, MarkupContext& context) { return InlineParser(text, context).parse(); }

RichText read_literal(const SourceText& text) {
  RichText result{text, {}};
  if (!text.empty()) result.runs.push_back({0, static_cast<std::uint32_t>(text.size()), {}});
  return result;
}

RichText read_code(const SourceText& text) {
  RichText result = read_literal(text);
  for (InlineRun& run : result.runs) run.markup.code = true;
  return result;
}

}  // namespace banxin
