#include "import/html_main_text.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "document/printable.h"
#include "import/word_list.h"

namespace banxin {

namespace {

constexpr std::string_view block_tags =
    " html body div p section article main header footer nav aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tbody thead"
    " tfoot tr td th figure form pre hr details summary figcaption blockquote center fieldset address caption ";

constexpr std::string_view furniture_tags = " nav aside form button select input textarea label video audio menu dialog ";

/// Words that sites name their furniture by. A word counts when it stands alone between the hyphens, underscores and capitals of a name.
constexpr std::string_view furniture_words =
    " nav navbar navigation menu sidebar share sharing social related recommend recommended comment comments ad ads advert"
    " banner breadcrumb breadcrumbs crumb toolbar pagination pager footer copyright qrcode subscribe newsletter cookie"
    " popup modal login search hot rank tags widget ";

/// Whether one of the words in a class or id is a furniture word.
bool names_furniture(std::string_view name) {
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool capital = std::isupper(static_cast<unsigned char>(c)) != 0;
    if (!letter || (capital && i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])))) {
      if (holds_word(furniture_words, word)) return true;
      word.clear();
    }
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  std::string style(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return node.attributes.contains("hidden") || style.find("display:none") != std::string::npos || node.attribute("aria-hidden") == "true";
}

constexpr std::size_t least_sentence = 45;  // bytes: 15 Han characters

/// Text of a block's own lines, that of links and of inner blocks left out.
std::size_t own_text(const HtmlNode& node) {
  std::size_t length = 0;
  for (const HtmlNode& child : node.children) {
    if (child.is_text()) {
      if (!is_blank(child.text)) length += without_trailing_space(child.text).size() - leading_space(child.text);
    } else if (child.tag != "a" && !is_block_element(child) && !is_site_furniture(child)) {
      length += own_text(child);
    }
  }
  return length;
}

}  // namespace

bool is_block_element(const HtmlNode& node) { return holds_word(block_tags, node.tag); }

bool is_site_furniture(const HtmlNode& node) {
  if (node.is_text() || node.tag == "body" || node.tag == "html" || node.tag == "article" || node.tag == "main") return false;
  return holds_word(furniture_tags, node.tag) || is_hidden(node) || names_furniture(node.attribute("class")) ||
         names_furniture(node.attribute("id")) || node.attribute("role") == "navigation";
}

std::size_t running_text(const HtmlNode& node) {
  if (node.is_text() || is_site_furniture(node)) return 0;
  std::size_t length = 0;
  if (is_block_element(node)) {
    if (const std::size_t own = own_text(node); own >= least_sentence) length += own;
  }
  for (const HtmlNode& child : node.children) length += running_text(child);
  return length;
}

const HtmlNode& main_text_of(const HtmlNode& page) {
  const HtmlNode* main = find_element(page, "body");
  if (!main) return page;
  const std::size_t all = running_text(*main);
  // Descends as long as one child holds nine tenths of what the whole page says.
  for (const HtmlNode* next = main; next;) {
    main = next;
    next = nullptr;
    for (const HtmlNode& child : main->children) {
      const bool container =
          is_block_element(child) && child.tag != "p" && child.tag != "ul" && child.tag != "ol" && child.tag != "blockquote";
      if (container && all > 0 && running_text(child) * 10 >= all * 9) next = &child;
    }
  }
  return *main;
}

}  // namespace banxin
