// An HTML page as a tree of our own: what the parser finds, without what never shows.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// An element or a text of a page.
struct HtmlNode {
  std::string tag;   ///< small letters; empty: a text
  std::string text;  ///< of a text
  std::map<std::string, std::string, std::less<>> attributes;
  std::vector<HtmlNode> children;
  std::size_t line = 0;  ///< of the page, 1-based

  bool is_text() const { return tag.empty(); }
  /// The attribute's value, or empty.
  std::string_view attribute(std::string_view name) const;
};

/// The `<html>` element. Scripts, style sheets and comments are not in it.
HtmlNode parse_html(std::string_view page);

/// All text within, as it stands in the page.
std::string text_within(const HtmlNode& node);

/// The first element with this tag in the order of the page, or null.
const HtmlNode* find_element(const HtmlNode& node, std::string_view tag);

}  // namespace banxin
