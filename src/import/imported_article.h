// What was understood of a text before it is written as an article: the same value for copied text, Markdown and HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"

namespace banxin {

/// A stretch of text and its markup; nothing in `text` is markup.
struct TextPiece {
  std::string text;
  InlineMarkup markup;
};

/// A text of one paragraph, title or caption.
using ImportedText = std::vector<TextPiece>;

/// A text without markup.
inline ImportedText plain_text(std::string_view text) { return {{std::string(text), {}}}; }
/// The text as it reads, markup left out.
std::string plain(const ImportedText& text);
/// Leaves out white space at both ends, and pieces that are then empty.
void trim(ImportedText& text);
/// The text of an inline reading, its markup kept.
ImportedText pieces_of(const RichText& text);

struct ImportedBlock {
  enum class Kind { paragraph, heading, figure, quote, list, rule, table, code };

  Kind kind = Kind::paragraph;
  ImportedText text;                              ///< of a paragraph or heading; the caption of a figure or table
  int level = 2;                                  ///< of a heading, 1 to 3; `##` is 2
  std::string path;                               ///< of a figure; empty: a placeholder
  bool ordered = false;                           ///< of a list
  int first_number = 1;                           ///< of an ordered list
  std::vector<std::vector<ImportedBlock>> items;  ///< of a list: paragraphs and lists
  std::vector<ImportedText> paragraphs;           ///< of a quote
  std::vector<std::vector<ImportedText>> rows;    ///< of a table, each as long as the others
  bool has_header = false;                        ///< its first row is one
  std::vector<Table::Alignment> alignment;        ///< of a table's columns; none: automatic
  std::vector<std::string> lines;                 ///< of program text, indents kept
  std::string language;                           ///< of program text, as its source names it
  std::size_t line = 0;                           ///< of the source, 1-based; 0 when it has no lines of its own
};

/// A line that does not go into the article.
struct LeftOutText {
  std::size_t line = 0;  ///< as in ImportedBlock
  std::string text;
};

struct ImportedArticle {
  std::string language;  ///< BCP 47; empty: the default
  ImportedText title, subtitle;
  std::string source, byline, date, column, link, description;
  std::vector<std::string> authors;  ///< for the metadata, where the byline says more than the names
  std::vector<std::string> keywords;
  std::vector<ImportedBlock> body;
  std::vector<std::string> credits;

  std::vector<LeftOutText> left_out;
  std::size_t rows_of_tables = 0;              ///< that became paragraphs
  std::vector<std::string> pictures_not_kept;  ///< addresses of pictures that became placeholders
};

/// Calls `use` with every text of the article that may hold sentences.
template <typename Use>
void for_each_text(std::vector<ImportedBlock>& blocks, Use use) {
  for (ImportedBlock& block : blocks) {
    use(block.text);
    for (ImportedText& paragraph : block.paragraphs) use(paragraph);
    for (std::vector<ImportedText>& row : block.rows) {
      for (ImportedText& cell : row) use(cell);
    }
    for (std::vector<ImportedBlock>& item : block.items) for_each_text(item, use);
  }
}

}  // namespace banxin
