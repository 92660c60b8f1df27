#include "import/inline_writer.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "document/inline.h"
#include "document/markdown.h"
#include "document/markup_context.h"
#include "document/printable.h"

namespace banxin {

namespace {

constexpr std::string_view inline_marks = "\\`*[]{}=^~!";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (inline_marks.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// Runs that say the same joined, so that two ways of cutting a text compare.
ImportedText joined(ImportedText text) {
  ImportedText result;
  for (TextPiece& piece : text) {
    if (piece.text.empty()) continue;
    if (!result.empty() && result.back().markup == piece.markup) {
      result.back().text += piece.text;
    } else {
      result.push_back(std::move(piece));
    }
  }
  return result;
}

/// Names counted in the order in which they stand, as far as they touch: however they were counted, two texts then compare.
ImportedText with_names_counted(ImportedText text) {
  std::uint32_t before = 0, count = 0;
  for (TextPiece& piece : text) {
    const std::uint32_t name = piece.markup.name_line.name;
    if (name != 0 && name != before) ++count;
    if (name != 0) piece.markup.name_line.name = count;
    before = name;
  }
  return text;
}

bool same(const ImportedText& one, const ImportedText& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const TextPiece& a, const TextPiece& b) { return a.text == b.text && a.markup == b.markup; });
}

/// Whether `written`, read as inline markup, is `text` again, without a fault.
bool reads_back(const std::string& written, const ImportedText& text) {
  DiagnosticSink sink;
  MarkupContext context{sink};
  const RichText read = read_inline(SourceText(written), context);
  return sink.all().empty() && same(with_names_counted(joined(pieces_of(read))), with_names_counted(text));
}

/// Raised and lowered text is short and Western (document/inline.h); longer notes are set as text.
InlineMarkup writable_markup(const TextPiece& piece) {
  constexpr std::size_t longest = 8;
  const bool fits = piece.text.size() <= longest && std::all_of(piece.text.begin(), piece.text.end(), [](unsigned char c) {
                      return std::isalnum(c) || c == '+' || c == '-' || c == '(' || c == ')';
                    });
  InlineMarkup markup = piece.markup;
  markup.superscript = markup.superscript && fits;
  markup.subscript = markup.subscript && fits;
  markup.footnote.clear();
  return markup;
}

/// White space at the ends of strong or emphasized text stands outside of it, where markup allows it.
ImportedText with_spaces_outside(const ImportedText& text) {
  ImportedText result;
  for (TextPiece piece : text) {
    piece.markup = writable_markup(piece);
    const std::size_t head = leading_space(piece.text), end = without_trailing_space(piece.text).size();
    if (piece.markup == InlineMarkup{} || piece.markup.code || head >= end) {
      result.push_back({piece.text, piece.markup.code ? piece.markup : head >= end ? InlineMarkup{} : piece.markup});
      continue;
    }
    result.push_back({piece.text.substr(0, head), {}});
    result.push_back({piece.text.substr(head, end - head), piece.markup});
    result.push_back({piece.text.substr(end), {}});
  }
  return joined(std::move(result));
}

class PieceWriter {
 public:
  explicit PieceWriter(const ImportedText& text) : text_(text) {}

  std::string write() { return spans(0, text_.size()); }

 private:
  /// Calls `inner` for each stretch of `[begin, end)` whose pieces agree by `key`.
  template <typename Key, typename Inner>
  std::string grouped(std::size_t begin, std::size_t end, Key key, Inner inner) {
    std::string result;
    while (begin < end) {
      std::size_t stop = begin + 1;
      while (stop < end && key(text_[stop].markup) == key(text_[begin].markup)) ++stop;
      result += inner(begin, stop, text_[begin].markup);
      begin = stop;
    }
    return result;
  }

  std::string spans(std::size_t begin, std::size_t end) {
    return grouped(
        begin, end, [](const InlineMarkup& m) { return std::pair(m.language, m.name_line); },
        [&](std::size_t b, std::size_t e, const InlineMarkup& m) {
          const std::string inner = links(b, e), attributes = span_attributes(m);
          return attributes.empty() ? inner : "[" + inner + "]{" + attributes + "}";
        });
  }
  std::string links(std::size_t begin, std::size_t end) {
    return grouped(
        begin, end, [](const InlineMarkup& m) { return m.link; },
        [&](std::size_t b, std::size_t e, const InlineMarkup& m) {
          const std::string inner = marked(b, e);
          if (m.link.empty()) return inner;
          const bool plain_address = m.link.find_first_of(" ()\\") == std::string::npos;
          return "[" + inner + "](" + (plain_address ? m.link : "<" + m.link + ">") + ")";
        });
  }
  std::string marked(std::size_t begin, std::size_t end) {
    return grouped(
        begin, end, [](const InlineMarkup& m) { return m.marked; },
        [&](std::size_t b, std::size_t e, const InlineMarkup& m) { return wrapped(m.marked, "==", strong(b, e)); });
  }
  std::string strong(std::size_t begin, std::size_t end) {
    return grouped(
        begin, end, [](const InlineMarkup& m) { return m.strong; },
        [&](std::size_t b, std::size_t e, const InlineMarkup& m) { return wrapped(m.strong, "**", emphasis(b, e)); });
  }
  std::string emphasis(std::size_t begin, std::size_t end) {
    return grouped(
        begin, end, [](const InlineMarkup& m) { return m.emphasis; },
        [&](std::size_t b, std::size_t e, const InlineMarkup& m) {
          std::string inner;
          for (std::size_t i = b; i < e; ++i) inner += leaf(text_[i]);
          return wrapped(m.emphasis, "*", inner);
        });
  }

  static std::string span_attributes(const InlineMarkup& markup) {
    std::string attributes;
    if (!markup.language.empty()) attributes = "lang=" + markup.language;
    if (markup.name_line.form == NameLine::Form::none) return attributes;
    if (!attributes.empty()) attributes += ' ';
    return attributes + (markup.name_line.form == NameLine::Form::straight ? "underline" : "wavy");
  }
  static std::string wrapped(bool wrap, std::string_view mark, const std::string& inner) {
    return wrap ? std::string(mark) + inner + std::string(mark) : inner;
  }
  static std::string leaf(const TextPiece& piece) {
    if (piece.markup.code) return code(piece.text);
    const std::string text = escaped(piece.text);
    if (piece.markup.superscript) return "^" + piece.text + "^";
    if (piece.markup.subscript) return "~" + piece.text + "~";
    return text;
  }
  /// A fence longer than any run of backticks within; blanks at both ends are kept apart from those that the reader takes off.
  static std::string code(const std::string& text) {
    std::string fence = "`";
    while (text.find(fence) != std::string::npos) fence += '`';
    const bool pad = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
    return fence + (pad ? " " + text + " " : text) + fence;
  }

  const ImportedText& text_;
};

ImportedText without(const ImportedText& text, bool links_too) {
  ImportedText result = text;
  for (TextPiece& piece : result) {
    const std::string link = links_too ? "" : piece.markup.link;
    piece.markup = {};
    piece.markup.link = link;
  }
  return joined(std::move(result));
}

/// The text as it stands if nothing in it is markup, else with escapes.
std::string written_plain(const std::string& text) { return reads_back(text, joined(plain_text(text))) ? text : escaped(text); }

/// Whether a line, alone in a body, is a paragraph that reads as `inline_text` does.
bool is_paragraph(const std::string& line, const std::string& inline_text) {
  DiagnosticSink sink, expected_sink;
  MarkupContext context{sink}, expected_context{expected_sink};
  // A second line shows whether it would begin a list together with one like it.
  const std::vector<Block> blocks = read_markdown(SourceText(line + "\n" + line + "\n"), context);
  if (blocks.size() != 2 || !sink.all().empty()) return false;
  const auto* paragraph = std::get_if<Paragraph>(&blocks.front().content);
  return paragraph && paragraph->text.plain() == read_inline(SourceText(inline_text), expected_context).plain();
}

/// Whether a line, alone in a body, is a picture with this caption.
bool is_figure(const std::string& line, const std::string& caption, const std::string& path) {
  DiagnosticSink sink;
  MarkupContext context{sink};
  const std::vector<Block> blocks = read_markdown(SourceText(line), context);
  if (blocks.size() != 1 || !sink.all().empty()) return false;
  const auto* figure = std::get_if<Figure>(&blocks.front().content);
  return figure && figure->caption.plain() == caption && figure->path.text() == path;
}

}  // namespace

std::string written_inline(const ImportedText& text) {
  const ImportedText pieces = with_spaces_outside(joined(text));
  if (pieces.empty()) return "";
  if (pieces.size() == 1 && pieces.front().markup == InlineMarkup{}) return written_plain(pieces.front().text);
  for (const ImportedText& tried : {pieces, without(pieces, false)}) {
    std::string written = PieceWriter(tried).write();
    if (reads_back(written, tried)) return written;
  }
  return written_plain(plain(pieces));
}

std::string written_paragraph(const ImportedText& text) {
  const std::string line = written_inline(text);
  if (line.empty() || is_paragraph(line, line)) return line;
  // The number of `1. ` cannot be escaped, the mark behind it can.
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  std::string safe = line.substr(0, digits) + "\\" + line.substr(digits);
  if (is_paragraph(safe, line)) return safe;
  return escaped(plain(text));
}

std::string written_cell(const ImportedText& text) {
  const std::string written = written_inline(text);
  if (written.find('|') == std::string::npos) return written;
  std::string result;
  for (const char c : escaped(plain(text))) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

bool is_writable_path(const std::string& path) { return is_figure("![](" + path + ")", "", path); }

std::string written_figure(const ImportedText& caption, const std::string& path) {
  const std::string line = "![" + written_inline(caption) + "](" + path + ")";
  return is_figure(line, plain(caption), path) ? line : "![" + escaped(plain(caption)) + "](" + path + ")";
}

}  // namespace banxin
