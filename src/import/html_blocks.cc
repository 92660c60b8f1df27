#include "import/html_blocks.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "document/printable.h"
#include "import/html_main_text.h"
#include "import/html_table.h"
#include "import/inline_writer.h"
#include "text/markup_character.h"

namespace banxin {

namespace {

using Kind = ImportedBlock::Kind;

constexpr int deepest_list = 6;

bool is_web_address(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://") || address.starts_with("mailto:");
}

bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// A number of pixels, 0 when there is none.
int pixels(std::string_view value) {
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

/// White space is one space, whichever pieces it lies in.
ImportedText collapsed_pieces(const ImportedText& text) {
  const std::string whole = plain(text);
  ImportedText result;
  std::size_t at = 0;
  bool pending = false, broken = false;
  char32_t last = 0;
  for (const TextPiece& piece : text) {
    TextPiece kept{"", piece.markup};
    for (const std::size_t end = at + piece.text.size(); at < end;) {
      if (is_html_space(whole[at])) {
        pending = true;
        broken = broken || whole[at] == '\n';
        ++at;
        continue;
      }
      const char32_t c = utf8::decode(whole, at);
      const bool solid = broken && is_east_asian(last) && is_east_asian(c);
      if (pending && last != 0 && !solid) kept.text += ' ';
      pending = broken = false;
      utf8::append(kept.text, c);
      last = c;
    }
    if (!kept.text.empty()) result.push_back(std::move(kept));
  }
  trim(result);
  return result;
}

/// All text within, blocks parted by spaces.
std::string parted_text(const HtmlNode& node) {
  if (node.is_text()) return node.text;
  std::string text;
  for (const HtmlNode& child : node.children) text += parted_text(child);
  return is_block_element(node) ? " " + text + " " : text;
}

class BlockReader {
 public:
  BlockReader(const HtmlNode* title, const PicturePath& picture_path, ImportedArticle& article)
      : title_(title), picture_path_(picture_path), article_(article) {}

  /// The blocks of an element: its own, if it makes one, or those within.
  std::vector<ImportedBlock> read_element(const HtmlNode& node) {
    visit(node, {});
    end_paragraph();
    return std::move(blocks_);
  }

 private:
  void children(const HtmlNode& node, const InlineMarkup& markup) {
    for (const HtmlNode& child : node.children) visit(child, markup);
  }

  /// The blocks of the children of `node`, apart from those read so far.
  std::vector<ImportedBlock> read(const HtmlNode& node) {
    std::vector<ImportedBlock> outer = std::move(blocks_);
    blocks_.clear();
    children(node, {});
    end_paragraph();
    return std::exchange(blocks_, std::move(outer));
  }

  void visit(const HtmlNode& node, const InlineMarkup& markup) {
    if (node.is_text()) return add_text(node, markup);
    if (&node == title_) return end_paragraph();
    if (is_site_furniture(node)) return leave_out(node, article_);
    if (is_block_element(node)) return block(node);
    if (node.tag == "br") return end_paragraph();
    if (node.tag == "img") return picture(node, {});
    if (node.tag == "rt") return ruby(node, markup);
    if (node.tag == "rp") return;
    children(node, markup_of(node, markup));
  }

  InlineMarkup markup_of(const HtmlNode& node, InlineMarkup markup) {
    if (node.tag == "b" || node.tag == "strong") markup.strong = true;
    if (node.tag == "i" || node.tag == "em") markup.emphasis = true;
    if (node.tag == "code" || node.tag == "kbd" || node.tag == "samp" || node.tag == "tt") markup.code = true;
    if (node.tag == "mark") markup.marked = true;
    if (node.tag == "u") markup.name_line = {NameLine::Form::straight, ++names_};
    if (node.tag == "sup") markup.superscript = true;
    if (node.tag == "sub") markup.subscript = true;
    if (node.tag == "a" && is_web_address(node.attribute("href"))) markup.link = node.attribute("href");
    return markup;
  }

  /// A reading stands in brackets behind its characters.
  void ruby(const HtmlNode& node, const InlineMarkup& markup) {
    const std::string reading = collapsed(text_within(node));
    if (!reading.empty()) text_.push_back({"（" + reading + "）", markup});
  }

  void add_text(const HtmlNode& node, const InlineMarkup& markup) {
    if (text_.empty()) line_ = node.line;
    text_.push_back({node.text, markup});
  }

  void end_paragraph() {
    ImportedText text = collapsed_pieces(std::exchange(text_, {}));
    if (text.empty()) return;
    ImportedBlock paragraph;
    paragraph.text = std::move(text);
    paragraph.line = line_;
    blocks_.push_back(std::move(paragraph));
  }

  void block(const HtmlNode& node) {
    end_paragraph();
    line_ = node.line;
    if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6') {
      heading(node);
    } else if (node.tag == "hr") {
      add(Kind::rule, node);
    } else if (node.tag == "ul" || node.tag == "ol") {
      list(node);
    } else if (node.tag == "blockquote") {
      quote(node);
    } else if (node.tag == "figure") {
      figure(node);
    } else if (node.tag == "pre") {
      code(node);
    } else if (node.tag == "table" && table(node)) {
      return;
    } else if (node.tag == "tr" && is_row_of_data(node)) {
      row(node);
    } else {
      children(node, {});
    }
    end_paragraph();
  }

  ImportedBlock& add(Kind kind, const HtmlNode& node) {
    ImportedBlock added;
    added.kind = kind;
    added.line = node.line;
    blocks_.push_back(std::move(added));
    return blocks_.back();
  }

  /// A heading's own pictures and breaks make blocks of their own.
  void heading(const HtmlNode& node) {
    std::vector<ImportedBlock> inner = read(node);
    for (ImportedBlock& part : inner) {
      if (part.kind == Kind::paragraph) {
        part.kind = Kind::heading;
        part.level = std::clamp(node.tag[1] - '0', 1, 3);
        for (TextPiece& piece : part.text) piece.markup.strong = false;
      }
      blocks_.push_back(std::move(part));
    }
  }

  void quote(const HtmlNode& node) {
    std::vector<ImportedBlock> inner = read(node);
    for (ImportedBlock& part : inner) {
      if (part.kind != Kind::paragraph) {
        blocks_.push_back(std::move(part));
        continue;
      }
      if (blocks_.empty() || blocks_.back().kind != Kind::quote || blocks_.back().line != node.line) add(Kind::quote, node);
      blocks_.back().paragraphs.push_back(std::move(part.text));
    }
  }

  /// Lists hold texts and lists; what else stands in an item follows the list.
  void list(const HtmlNode& node) {
    ImportedBlock result;
    result.kind = Kind::list;
    result.line = node.line;
    result.ordered = node.tag == "ol";
    if (const int start = pixels(node.attribute("start")); start > 0) result.first_number = start;
    std::vector<ImportedBlock> others;
    ++list_depth_;
    for (const HtmlNode& child : node.children) {
      if (child.is_text() && is_blank(child.text)) continue;
      HtmlNode item;
      item.tag = "li";
      item.children.push_back(child);
      add_item(result, others, read(child.tag == "li" ? child : item));
    }
    --list_depth_;
    if (list_depth_ >= deepest_list) {
      for (auto& item : result.items) std::move(item.begin(), item.end(), std::back_inserter(blocks_));
    } else if (!result.items.empty()) {
      blocks_.push_back(std::move(result));
    }
    std::move(others.begin(), others.end(), std::back_inserter(blocks_));
  }

  static void add_item(ImportedBlock& list, std::vector<ImportedBlock>& others, std::vector<ImportedBlock> inner) {
    std::vector<ImportedBlock> item;
    for (ImportedBlock& part : inner) {
      if (part.kind == Kind::heading) part.kind = Kind::paragraph;
      if (part.kind == Kind::paragraph || (part.kind == Kind::list && !item.empty())) {
        item.push_back(std::move(part));
      } else if (part.kind == Kind::list) {
        // A list in an item without a text of its own takes the item's place.
        std::move(part.items.begin(), part.items.end(), std::back_inserter(list.items));
      } else {
        others.push_back(std::move(part));
      }
    }
    if (!item.empty()) list.items.push_back(std::move(item));
  }

  void figure(const HtmlNode& node) {
    const HtmlNode* caption = find_element(node, "figcaption");
    const HtmlNode* image = find_element(node, "img");
    if (!image) return children(node, {});
    const ImportedText text = caption ? text_of_blocks(*caption) : ImportedText();
    const std::size_t before = blocks_.size();
    picture(*image, text);
    // What else the figure says comes behind its first picture.
    HtmlNode rest = node;
    remove_first(rest, "img");
    if (caption && blocks_.size() > before) remove_first(rest, "figcaption");
    children(rest, {});
  }

  static bool remove_first(HtmlNode& node, std::string_view tag) {
    for (auto child = node.children.begin(); child != node.children.end(); ++child) {
      if (child->tag == tag) {
        node.children.erase(child);
        return true;
      }
      if (remove_first(*child, tag)) return true;
    }
    return false;
  }

  void picture(const HtmlNode& node, ImportedText caption) {
    constexpr int largest_icon = 48;
    const std::string_view source = node.attribute("src");
    const int width = pixels(node.attribute("width")), height = pixels(node.attribute("height"));
    const std::string alternative = collapsed(node.attribute("alt"));
    const bool icon =
        (width > 0 && width <= largest_icon) || (height > 0 && height <= largest_icon) || source.starts_with("data:image/gif");
    if (icon && caption.empty()) {
      if (!alternative.empty()) article_.left_out.push_back({node.line, alternative});
      return;
    }
    end_paragraph();
    ImportedBlock& figure = add(Kind::figure, node);
    figure.text = !caption.empty() || alternative.empty() ? std::move(caption) : plain_text(alternative);
    if (const auto path = source.empty() ? std::nullopt : picture_path_(source); path && is_writable_path(*path)) {
      figure.path = *path;
    } else {
      constexpr std::size_t longest = 80;  // an address in the report; pictures in `data:` have no end
      article_.pictures_not_kept.emplace_back(source.substr(0, longest));
    }
  }

  void code(const HtmlNode& node) {
    const std::string text = text_within(node);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = without_trailing_space(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
      if (!lines.empty() || !is_blank(line)) lines.emplace_back(line);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (!lines.empty()) add(Kind::code, node).lines = std::move(lines);
  }

  /// Whether it is a table of data, which is kept as one.
  bool table(const HtmlNode& node) {
    const std::optional<HtmlTable> found = read_html_table(node);
    if (!found) return false;
    ImportedBlock result;
    result.kind = Kind::table;
    result.line = node.line;
    result.has_header = found->has_header;
    if (found->caption) result.text = text_of_blocks(*found->caption);
    for (const auto& cells : found->cells) {
      std::vector<ImportedText>& row = result.rows.emplace_back();
      for (const HtmlNode* cell : cells) row.push_back(cell ? text_of_blocks(*cell) : ImportedText());
    }
    blocks_.push_back(std::move(result));
    return true;
  }

  /// The texts within, in one line.
  ImportedText text_of_blocks(const HtmlNode& node) {
    ImportedText text;
    for (ImportedBlock& part : read(node)) {
      if (!text.empty()) text.push_back({" ", {}});
      text.insert(text.end(), part.text.begin(), part.text.end());
    }
    return text;
  }

  void row(const HtmlNode& node) {
    ImportedText cells;
    for (const HtmlNode& cell : node.children) {
      if (cell.is_text()) continue;
      const ImportedText text = text_of_blocks(cell);
      if (text.empty()) continue;
      if (!cells.empty()) cells.push_back({" | ", {}});
      cells.insert(cells.end(), text.begin(), text.end());
    }
    if (cells.empty()) return;
    add(Kind::paragraph, node).text = std::move(cells);
    ++article_.rows_of_tables;
  }

  const HtmlNode* title_;
  const PicturePath& picture_path_;
  ImportedArticle& article_;
  std::vector<ImportedBlock> blocks_;
  ImportedText text_;  ///< of the paragraph that is being read
  std::size_t line_ = 0;
  int list_depth_ = 0;
  std::uint32_t names_ = 0;  ///< underlined stretches so far
};

}  // namespace

void read_html_blocks(const HtmlNode& node, const HtmlNode* title, const PicturePath& picture_path, ImportedArticle& article) {
  std::vector<ImportedBlock> blocks = BlockReader(title, picture_path, article).read_element(node);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(article.body));
}

void leave_out(const HtmlNode& node, ImportedArticle& article) {
  std::string text = collapsed(parted_text(node));
  if (!is_blank(text)) article.left_out.push_back({node.line, std::move(text)});
}

std::string collapsed(std::string_view text) { return plain(collapsed_pieces(plain_text(text))); }

}  // namespace banxin
