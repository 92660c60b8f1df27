// Markdown as people write it elsewhere, with what the article's own Markdown lacks turned into what it has.
#include <algorithm>

#include "base/source.h"
#include "document/inline.h"
#include "document/markdown.h"
#include "document/markdown_lines.h"
#include "document/markdown_table.h"
#include "document/markup_context.h"
#include "document/printable.h"
#include "import/clean_text.h"
#include "import/conventions.h"
#include "import/front_matter.h"
#include "import/inline_writer.h"
#include "import/language.h"
#include "import/sources.h"

namespace banxin {

namespace {

using Kind = ImportedBlock::Kind;

constexpr int deepest_heading = 3;

/// A line as wide as an editor wraps at goes on in the next one, unless it ends a sentence.
constexpr std::size_t least_wrapped_width = 60, most_wrapped_width = 100;

bool ends_sentence(std::string_view line) {
  for (const std::string_view mark : {"。", "！", "？", "”", "」", "：", ".", "!", "?", ":", "）"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

bool goes_on(std::string_view line) {
  const std::size_t width = display_width(line);
  return width >= least_wrapped_width && width <= most_wrapped_width && !ends_sentence(line);
}

/// Whether the address of a link goes on at `at`.
bool in_address(std::string_view line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && line[begin - 1] > ' ' && line[begin - 1] < 0x7f && line[begin - 1] != '(' && line[begin - 1] != '<') --begin;
  return line.substr(begin, at - begin).find("://") != std::string_view::npos;
}

/// `_emphasis_` and `__strong__` as `*` writes them; underscores within words are text.
std::string with_asterisks(std::string_view line) {
  if (line.find('`') != std::string_view::npos) return std::string(line);
  const auto is_word = [&](std::size_t at) {
    return at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) || line[at] == '_');
  };
  std::string result;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = line[at] == '_' ? std::min(line.find_first_not_of('_', at), line.size()) - at : 0;
    const std::string mark(length, '_');
    const std::size_t close = length == 1 || length == 2 ? line.find(mark, at + length) : std::string_view::npos;
    const bool opens = !in_address(line, at) && close != std::string_view::npos && close > at + length && (at == 0 || !is_word(at - 1)) &&
                       !is_word(close + length) && line[at + length] != ' ' && line[close - 1] != ' ';
    if (!opens) {
      result += line.substr(at, std::max<std::size_t>(length, 1));
      at += std::max<std::size_t>(length, 1);
      continue;
    }
    const std::string asterisks(length, '*');
    result += asterisks + std::string(line.substr(at + length, close - at - length)) + asterisks;
    at = close + length;
  }
  return result;
}

/// `<https://…>` without its angle brackets.
std::string without_autolinks(std::string line) {
  for (const std::string_view scheme : {"<http://", "<https://"}) {
    for (std::size_t at = line.find(scheme); at != std::string::npos; at = line.find(scheme, at)) {
      const std::size_t close = line.find('>', at);
      if (close == std::string::npos) break;
      line.erase(close, 1);
      line.erase(at, 1);
    }
  }
  return line;
}

/// `![alt](path "title")` at `begin` of a line.
struct Image {
  std::string alt, path;
  std::size_t end = 0;
};

std::optional<Image> image_at(std::string_view line, std::size_t begin) {
  const std::size_t close = line.find("](", begin);
  if (close == std::string_view::npos) return std::nullopt;
  const std::size_t end = line.find(')', close);
  if (end == std::string_view::npos) return std::nullopt;
  Image image{std::string(line.substr(begin + 2, close - begin - 2)), "", end + 1};
  std::string_view target = line.substr(close + 2, end - close - 2);
  if (const std::size_t title = target.find(" \""); title != std::string_view::npos && target.ends_with('"')) {
    if (image.alt.empty()) image.alt = target.substr(title + 2, target.size() - title - 3);
    target = target.substr(0, title);
  }
  image.path = without_trailing_space(target);
  return image;
}

class MarkdownImporter {
 public:
  MarkdownImporter(std::string_view text, const PicturePath& picture_path) : text_(text), picture_path_(picture_path) {}

  ImportedArticle import() {
    const std::size_t begin = read_front_matter(text_, article_);
    const std::size_t first_line =
        static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    text_ = text_.substr(begin);
    lines_ = markdown::split_lines(text_);
    first_line_ = first_line;
    for (std::size_t i = 0; i < lines_.size();) i += read_lines(i);
    flush();
    set_headings();
    article_.language = language_of(text_, {});
    apply_conventions(article_);
    return std::move(article_);
  }

 private:
  std::string_view line(std::size_t i) const { return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }
  /// The line with its indent, on which lists depend.
  std::string_view raw_line(std::size_t i) const {
    return text_.substr(lines_[i].begin - lines_[i].indent, lines_[i].end - lines_[i].begin + lines_[i].indent);
  }
  std::size_t number(std::size_t i) const { return first_line_ + i + 1; }

  /// How many lines were read from the one at `i`.
  std::size_t read_lines(std::size_t i) {
    if (markdown::fence_length(line(i)) > 0) return fence(i);
    if (i + 1 < lines_.size() && line(i).find('|') != std::string_view::npos && markdown::is_table_delimiter(line(i + 1))) return table(i);
    if (const auto found = markdown::heading_line(line(i)); found && found->begin < found->end) {
      heading(line(i).substr(found->begin, found->end - found->begin), found->signs, i);
      return 1;
    }
    if (const int level = setext_level(i)) {
      heading(line(i), level, i);
      return 2;
    }
    if (line(i).starts_with("<!--")) return comment(i);
    text_line(i);
    return 1;
  }

  /// The lines that wait are read as blocks; where that would lose text, part by part, and the parts that lose it as they are typed.
  void flush() {
    if (!read_chunk(0, chunk_.size())) {
      for (std::size_t begin = 0; begin < chunk_.size();) {
        const std::size_t blank = chunk_.find("\n\n", begin);
        const std::size_t end = blank == std::string::npos ? chunk_.size() : blank + 2;
        if (!read_chunk(begin, end)) add_as_typed(begin, end);
        begin = end;
      }
    }
    chunk_.clear();
    chunk_lines_.clear();
  }

  std::size_t line_in_chunk(std::size_t at) const {
    return chunk_lines_[static_cast<std::size_t>(std::count(chunk_.begin(), chunk_.begin() + static_cast<std::ptrdiff_t>(at), '\n'))];
  }

  bool read_chunk(std::size_t begin, std::size_t end) {
    DiagnosticSink sink;
    MarkupContext context{sink};
    context.join_lines = true;
    const SourceFile file("", chunk_);
    const SourceText source(&file, chunk_.substr(begin, end - begin), begin);
    const std::vector<Block> blocks = read_markdown(source, context);
    if (loses_text(sink)) return false;
    for (const Block& block : blocks) {
      article_.body.push_back(converted(block));
      article_.body.back().line = line_in_chunk(block.span.begin);
    }
    return true;
  }

  /// What cannot be read as blocks is not among them. Marks of notes and ruby stay as text.
  static bool loses_text(const DiagnosticSink& sink) {
    return std::any_of(sink.all().begin(), sink.all().end(), [](const Diagnostic& fault) {
      return fault.severity == Severity::error && fault.message.code != "document-footnote-missing" &&
             fault.message.code != "document-not-yet";
    });
  }

  void add_as_typed(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t stop = std::min(chunk_.find('\n', begin), end);
      ImportedBlock paragraph;
      paragraph.text = plain_text(std::string_view(chunk_).substr(begin, stop - begin));
      paragraph.line = line_in_chunk(begin);
      trim(paragraph.text);
      if (!paragraph.text.empty()) article_.body.push_back(std::move(paragraph));
      begin = stop + 1;
    }
  }

  static void restore_mark(const std::string& mark, ImportedText& text) {
    const bool is_wide = mark.ends_with("、") || mark.ends_with("）");
    text.insert(text.begin(), {mark + (is_wide ? "" : " "), {}});
  }

  ImportedBlock converted(const Block& block) {
    ImportedBlock result;
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      result.text = pieces_of(paragraph->text);
    } else if (const auto* quote = std::get_if<Quote>(&block.content)) {
      result.kind = Kind::quote;
      for (const Paragraph& part : quote->paragraphs) result.paragraphs.push_back(pieces_of(part.text));
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      result.kind = Kind::list;
      result.ordered = list->ordered;
      result.first_number = list->first_number;
      for (const ListItem& item : list->items) {
        result.items.emplace_back();
        for (const Block& part : item.blocks) result.items.back().push_back(converted(part));
        // A mark of the author's own belongs to the text again.
        if (item.mark.text.file() != nullptr) restore_mark(item.mark.plain(), result.items.back().front().text);
      }
    } else if (std::holds_alternative<ThematicRule>(block.content)) {
      result.kind = Kind::rule;
    }
    return result;
  }

  void add(ImportedBlock block, std::size_t i) {
    flush();
    block.line = number(i);
    article_.body.push_back(std::move(block));
  }
  void add_paragraph(ImportedText text, std::size_t i) {
    ImportedBlock block;
    block.text = std::move(text);
    add(std::move(block), i);
  }
  static ImportedText inline_text(std::string_view text) {
    DiagnosticSink sink;
    MarkupContext context{sink};
    return pieces_of(read_inline(SourceText(without_autolinks(with_asterisks(text))), context));
  }

  std::size_t fence(std::size_t i) {
    const std::string_view mark = line(i).substr(0, markdown::fence_length(line(i)));
    ImportedBlock code;
    code.kind = Kind::code;
    const std::string_view info = line(i).substr(mark.size());
    code.language = info.substr(std::min(leading_space(info), info.size()));
    code.language.resize(std::min(code.language.find_first_of(" {"), code.language.size()));
    std::size_t end = i + 1;
    for (; end < lines_.size() && !markdown::closes_fence(line(end), mark); ++end)
      code.lines.emplace_back(lines_[end].blank() ? std::string_view() : raw_line(end));
    while (!code.lines.empty() && code.lines.back().empty()) code.lines.pop_back();
    if (!code.lines.empty()) add(std::move(code), i);
    return std::min(end + 1, lines_.size()) - i;
  }

  std::size_t table(std::size_t i) {
    ImportedBlock table;
    table.kind = Kind::table;
    std::size_t end = i, columns = 1;
    for (; end < lines_.size() && line(end).find('|') != std::string_view::npos; ++end) {
      const std::string_view row = line(end);
      std::vector<ImportedText> cells;
      for (const auto& [from, to] : split_table_row(row)) {
        const std::string_view cell = row.substr(from, to - from);
        if (end == i + 1)
          table.alignment.push_back(alignment_of(cell));
        else
          cells.push_back(inline_text(cell));
      }
      columns = std::max(columns, cells.size());
      if (end != i + 1) table.rows.push_back(std::move(cells));
    }
    for (std::vector<ImportedText>& row : table.rows) row.resize(columns);
    const std::vector<ImportedText>& header = table.rows.front();
    table.has_header = std::any_of(header.begin(), header.end(), [](const ImportedText& cell) { return !plain(cell).empty(); });
    if (!table.has_header) table.rows.erase(table.rows.begin());
    if (table.rows.size() > (table.has_header ? 1u : 0u)) {
      add(std::move(table), i);
    } else if (table.has_header) {
      for (ImportedText& cell : table.rows.front()) add_paragraph(std::move(cell), i);
    }
    return end - i;
  }

  static Table::Alignment alignment_of(std::string_view dashes) {
    const bool start = dashes.starts_with(':'), end = dashes.ends_with(':');
    if (start) return end ? Table::Alignment::centre : Table::Alignment::start;
    return end ? Table::Alignment::end : Table::Alignment::automatic;
  }

  void heading(std::string_view text, int level, std::size_t i) {
    ImportedBlock block;
    block.kind = Kind::heading;
    block.text = inline_text(text);
    block.level = level;
    add(std::move(block), i);
  }

  /// A line of text over `===` or `---`.
  int setext_level(std::size_t i) const {
    if (i + 1 >= lines_.size() || lines_[i].blank() || lines_[i + 1].blank()) return 0;
    const std::string_view under = line(i + 1);
    if (under.size() < 3 || under.find_first_not_of(under.front()) != std::string_view::npos ||
        (under.front() != '=' && under.front() != '-'))
      return 0;
    const bool is_text =
        !markdown::list_marker(line(i)) && !line(i).starts_with('>') && !ends_sentence(line(i)) && !markdown::is_rule(line(i));
    const bool alone = i == 0 || lines_[i - 1].blank();
    return is_text && alone ? under.front() == '=' ? 1 : 2 : 0;
  }

  std::size_t comment(std::size_t i) {
    std::size_t end = i;
    std::string text;
    for (; end < lines_.size(); ++end) {
      text += (text.empty() ? "" : " ") + std::string(line(end));
      if (line(end).find("-->") != std::string_view::npos) break;
    }
    article_.left_out.push_back({number(i), std::move(text)});
    return std::min(end + 1, lines_.size()) - i;
  }

  /// Pictures stand on lines of their own; the text around them stays.
  void text_line(std::size_t i) {
    std::string_view rest = raw_line(i);
    const bool in_list = markdown::list_marker(line(i)) || lines_[i].indent >= markdown::least_item_indent;
    for (std::size_t at = rest.find("!["); at != std::string_view::npos; at = rest.find("![", at)) {
      const std::optional<Image> image = image_at(rest, at);
      if (!image || (at > 0 && rest[at - 1] == '\\')) {
        ++at;
        continue;
      }
      if (!is_blank(rest.substr(0, at)) &&
          !(in_list && markdown::list_marker(line(i)) && rest.substr(0, at).find_first_not_of(" -*+") == std::string_view::npos)) {
        add_text(rest.substr(0, at), i);
      }
      add_figure(*image, i);
      rest.remove_prefix(image->end);
      at = 0;
      if (is_blank(rest)) return;
    }
    add_text(rest, i);
  }

  void add_figure(const Image& image, std::size_t i) {
    ImportedBlock block;
    block.kind = Kind::figure;
    block.text = inline_text(image.alt);
    if (const auto path = image.path.empty() ? std::nullopt : picture_path_(image.path); path && is_writable_path(*path)) {
      block.path = *path;
    } else if (!image.path.empty()) {
      article_.pictures_not_kept.push_back(image.path);
    }
    add(std::move(block), i);
  }

  /// Lines wait until a block of another kind comes, so that lists and quotes are read whole. A paragraph ends where its line is not one
  /// that an editor wrapped.
  void add_text(std::string_view text, std::size_t i) {
    std::string written = without_autolinks(with_asterisks(text));
    std::replace(written.begin(), written.end(), '\n', ' ');
    for (const std::string_view line_break : {"<br>", "<br/>", "<br />"}) {
      for (std::size_t at = written.find(line_break); at != std::string::npos; at = written.find(line_break))
        written.replace(at, line_break.size(), "\n\n");
    }
    chunk_ += written + "\n";
    const std::string_view own = line(i);
    const bool in_block = own.starts_with('>') || markdown::list_marker(own) || lines_[i].indent >= markdown::least_item_indent;
    if (!in_block && !goes_on(own) && !is_blank(own)) chunk_ += '\n';
    if (own.starts_with('>') && !goes_on(own)) chunk_ += ">\n";
    chunk_lines_.resize(static_cast<std::size_t>(std::count(chunk_.begin(), chunk_.end(), '\n')), number(i));
  }

  /// The first `#` is the title if nothing else says it. Deep levels move up when that leaves them apart.
  void set_headings() {
    std::vector<ImportedBlock>& body = article_.body;
    const auto first = std::find_if(body.begin(), body.end(), [](const ImportedBlock& block) { return block.kind == Kind::heading; });
    const bool leads = first == body.begin();
    if (first != body.end() && first->level == 1 && article_.title.empty() && leads) {
      article_.title = plain_text(plain(first->text));
      body.erase(first);
    }
    const auto has_level = [&](auto wanted) {
      return std::any_of(body.begin(), body.end(),
                         [&](const ImportedBlock& block) { return block.kind == Kind::heading && wanted(block.level); });
    };
    const bool shift = has_level([](int level) { return level > deepest_heading; }) && !has_level([](int level) { return level == 1; });
    for (ImportedBlock& block : body) {
      if (block.kind == Kind::heading) block.level = std::clamp(shift ? block.level - 1 : block.level, 1, deepest_heading);
    }
  }

  std::string_view text_;
  const PicturePath& picture_path_;
  ImportedArticle article_;
  std::vector<markdown::Line> lines_;
  std::size_t first_line_ = 0;
  std::string chunk_;                     ///< lines that are read together
  std::vector<std::size_t> chunk_lines_;  ///< the source's line of each
};

}  // namespace

ImportedArticle read_markdown_text(std::string_view text, const PicturePath& picture_path) {
  return MarkdownImporter(text, picture_path).import();
}

}  // namespace banxin
