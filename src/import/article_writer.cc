#include "import/article_writer.h"

#include "base/utf8.h"
#include "import/inline_writer.h"
#include "text/markup_character.h"

namespace banxin {

namespace {

bool is_letter_or_digit(char32_t c) { return c < 0x80 && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); }

/// Whether YAML reads `text` just as it stands, and nobody can take it for anything but a text.
bool needs_no_quotes(std::string_view text) {
  std::size_t at = 0;
  const char32_t first = text.empty() ? 0 : utf8::decode(text, at);
  if (!is_letter_or_digit(first) && !(is_east_asian(first) && !is_punctuation_or_symbol(first))) return false;
  return text.find_first_of(":#\"'{}[]&*!|>@%\\`,\n\t") == std::string_view::npos && text.find("：") == std::string_view::npos &&
         !text.ends_with(' ');
}

std::string scalar(std::string_view text) {
  if (needs_no_quotes(text)) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

/// Options in braces may take 1 KiB; a longer caption, and one that would escape the quote behind it, stands above its table as text.
constexpr std::size_t longest_caption = 500;

class ArticleWriter {
 public:
  explicit ArticleWriter(const ImportedArticle& article) : article_(article) {}

  std::string write() {
    add("lang", article_.language);
    add("title", written_inline(article_.title));
    add("subtitle", written_inline(article_.subtitle));
    add_text("source", article_.source);
    add_text("byline", article_.byline);
    add_list("author", article_.authors);
    add_text("date", article_.date);
    add_text("column", article_.column);
    add("link", article_.link);
    add_list("keywords", article_.keywords);
    add_text("description", article_.description);
    add_body();
    add_list("credits", article_.credits);
    return std::move(text_);
  }

 private:
  void add(std::string_view key, std::string_view value) {
    if (!value.empty()) text_.append(key).append(": ").append(scalar(value)).append("\n");
  }
  void add_text(std::string_view key, const std::string& value) { add(key, written_inline(plain_text(value))); }
  void add_list(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    text_.append(key).append(":\n");
    for (const std::string& value : values) text_.append("  - ").append(scalar(written_inline(plain_text(value)))).append("\n");
  }

  void add_body() {
    if (article_.body.empty()) return;
    text_ += "body: |\n";
    const ImportedBlock* before = nullptr;
    for (const ImportedBlock& block : article_.body) {
      if (before) text_ += '\n';
      add_block(block, before);
      before = &block;
    }
  }

  void add_block(const ImportedBlock& block, const ImportedBlock* before) {
    switch (block.kind) {
      case ImportedBlock::Kind::paragraph:
        return add_line("", written_paragraph(block.text));
      case ImportedBlock::Kind::heading:
        return add_line(std::string(static_cast<std::size_t>(block.level), '#') + " ", heading_text(block.text));
      case ImportedBlock::Kind::figure:
        return add_line("", written_figure(block.text, block.path));
      case ImportedBlock::Kind::quote:
        for (const ImportedText& paragraph : block.paragraphs) add_line("> ", written_paragraph(paragraph));
        return;
      case ImportedBlock::Kind::rule:
        return add_line("", "---");
      case ImportedBlock::Kind::table:
        return add_table(block);
      case ImportedBlock::Kind::code:
        return add_code(block);
      case ImportedBlock::Kind::list:
        return add_list_block(block, "", "",
                              alternate_ = before && before->kind == block.kind && before->ordered == block.ordered && !alternate_);
    }
  }

  void add_table(const ImportedBlock& table) {
    const std::size_t columns = table.rows.front().size();
    const std::string caption = written_inline(table.text);
    const bool fits = caption.size() <= longest_caption && !caption.ends_with('\\');
    if (!fits) {
      add_line("", written_paragraph(table.text));
      text_ += '\n';
    }
    const auto add_row = [&](const std::vector<ImportedText>& row) {
      std::string line = "|";
      for (const ImportedText& cell : row) line += " " + written_cell(cell) + (cell.empty() ? "|" : " |");
      add_line("", line);
    };
    add_row(table.has_header ? table.rows.front() : std::vector<ImportedText>(columns));
    std::string dashes = "|";
    for (std::size_t column = 0; column < columns; ++column) {
      const Table::Alignment given = column < table.alignment.size() ? table.alignment[column] : Table::Alignment::automatic;
      const bool start = given == Table::Alignment::start || given == Table::Alignment::centre;
      const bool end = given == Table::Alignment::end || given == Table::Alignment::centre;
      dashes += std::string(start ? ":--" : "---") + (end ? ":|" : "-|");
    }
    add_line("", dashes);
    for (std::size_t row = table.has_header ? 1 : 0; row < table.rows.size(); ++row) add_row(table.rows[row]);
    if (!caption.empty() && fits) add_line("", "{caption=" + quoted(caption) + "}");
  }

  static std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
      if (c == '"') result += '\\';
      result += c;
    }
    return result + "\"";
  }

  /// The fence is longer than any within.
  void add_code(const ImportedBlock& code) {
    std::string fence = "```";
    for (const std::string& line : code.lines) {
      while (line.find(fence) != std::string::npos) fence += '`';
    }
    add_line("", fence + code.language);
    for (const std::string& line : code.lines) text_.append(line.empty() ? "" : "  ").append(line).append("\n");
    add_line("", fence);
  }

  /// Number signs at its end are not taken for the heading's own.
  static std::string heading_text(const ImportedText& text) {
    std::string written = written_inline(text);
    if (written.ends_with('#')) written.insert(written.size() - 1, "\\");
    return written;
  }

  /// `first_head` stands before the first line, which is on the line of an outer marker if an item begins with a list; `indent` before the
  /// others. Two lists in a row are told apart by their markers.
  void add_list_block(const ImportedBlock& list, std::string first_head, const std::string& indent, bool alternate) {
    int number = list.first_number;
    // One number alone makes no list, so it is written as text.
    const std::string numbering = list.items.size() < 2 ? "\\. " : alternate ? ") " : ". ";
    for (const std::vector<ImportedBlock>& item : list.items) {
      const std::string marker = list.ordered ? std::to_string(number++) + numbering : alternate ? "* " : "- ";
      const std::string inner = indent + std::string(marker.size(), ' ');
      std::string head = first_head + marker;
      bool inner_alternate = false;
      const ImportedBlock* before = nullptr;
      for (const ImportedBlock& block : item) {
        if (block.kind == ImportedBlock::Kind::list) {
          inner_alternate = before && before->kind == block.kind && !inner_alternate;
          add_list_block(block, head, inner, inner_alternate);
        } else {
          add_line(head, written_paragraph(block.text));
        }
        head = inner;
        before = &block;
      }
      first_head = indent;
    }
  }

  void add_line(const std::string& head, const std::string& line) { text_.append("  ").append(head).append(line).append("\n"); }

  const ImportedArticle& article_;
  std::string text_;
  bool alternate_ = false;
};

}  // namespace

std::string written_article(const ImportedArticle& article) { return ArticleWriter(article).write(); }

}  // namespace banxin
