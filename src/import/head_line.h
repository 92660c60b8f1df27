// The lines between the title and the text of a copied article: source, author, date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

struct HeadLine {
  std::string source, date;
  std::string byline;                 ///< with its word: 作者 陈雨乔
  std::vector<std::string> authors;   ///< the names alone, when the byline says more
  std::vector<std::string> left_out;  ///< buttons, and the place an app adds
};

/// What a line says, when all of it is understood; nothing else is taken for such a line.
std::optional<HeadLine> read_head_line(std::string_view line);

}  // namespace banxin
