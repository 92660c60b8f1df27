// A saved HTML page to an article: its head, its main text, and the list of what stood around it.
#include <algorithm>

#include "import/conventions.h"
#include "import/html_blocks.h"
#include "import/html_main_text.h"
#include "import/html_tree.h"
#include "import/language.h"
#include "import/sources.h"

namespace banxin {

namespace {

/// The content of `<meta name=…>` or `<meta property=…>`, or empty.
std::string meta_content(const HtmlNode& node, std::string_view name) {
  if (node.tag == "meta" && (node.attribute("name") == name || node.attribute("property") == name))
    return collapsed(node.attribute("content"));
  for (const HtmlNode& child : node.children) {
    if (std::string content = meta_content(child, name); !content.empty()) return content;
  }
  return "";
}

/// A page's title without the name of the site behind it: 标题_栏目_网站, 标题 - 网站.
std::string without_site_name(std::string title) {
  for (const std::string_view separator : {"_", " - ", " | ", "｜", " – ", " — "}) {
    const std::size_t at = title.find(separator);
    if (at != std::string::npos && at > 0) title.resize(at);
  }
  return title;
}

class HtmlImporter {
 public:
  HtmlImporter(std::string_view text, const PicturePath& picture_path) : page_(parse_html(text)), picture_path_(picture_path) {}

  ImportedArticle import() {
    main_ = &main_text_of(page_);
    title_ = find_title();
    read_title();
    article_.description = meta_content(page_, "description");
    add_keywords(meta_content(page_, "keywords"));
    if (const HtmlNode* body = find_element(page_, "body")) walk(*body);
    article_.language = language_of(text_of_body(), page_.attribute("lang"));
    apply_conventions(article_);
    complete_from_metadata();
    return std::move(article_);
  }

 private:
  /// The first `<h1>` in the main text, else the first in the page.
  const HtmlNode* find_title() const {
    const HtmlNode* own = find_element(*main_, "h1");
    return own ? own : find_element(page_, "h1");
  }

  void read_title() {
    if (title_) article_.title = plain_text(collapsed(text_within(*title_)));
    if (plain(article_.title).empty()) article_.title = plain_text(meta_content(page_, "og:title"));
    const HtmlNode* title = find_element(page_, "title");
    if (plain(article_.title).empty() && title) article_.title = plain_text(without_site_name(collapsed(text_within(*title))));
    trim(article_.title);
  }

  void add_keywords(const std::string& content) {
    for (std::size_t begin = 0; begin < content.size();) {
      const std::size_t end = std::min(content.find(',', begin), content.size());
      const std::string word = collapsed(std::string_view(content).substr(begin, end - begin));
      if (!word.empty()) article_.keywords.push_back(word);
      begin = end + 1;
    }
  }

  /// Goes through what stands around the main text: running text between the title and it belongs to it, the rest is left out.
  void walk(const HtmlNode& node) {
    if (&node == main_) {
      read_html_blocks(node, title_, picture_path_, article_);
      main_read_ = true;
    } else if (&node == title_) {
      title_seen_ = true;
    } else if (holds(node, main_) || holds(node, title_)) {
      for (const HtmlNode& child : node.children) walk(child);
    } else if (title_seen_ && !main_read_ && !is_site_furniture(node)) {
      read_html_blocks(node, nullptr, picture_path_, article_);
    } else {
      leave_out(node, article_);
    }
  }

  static bool holds(const HtmlNode& node, const HtmlNode* wanted) {
    return wanted && (&node == wanted ||
                      std::any_of(node.children.begin(), node.children.end(), [&](const HtmlNode& child) { return holds(child, wanted); }));
  }

  std::string text_of_body() {
    std::string text = plain(article_.title);
    for_each_text(article_.body, [&](const ImportedText& part) { text += plain(part); });
    return text;
  }

  /// What the page's own lines do not say.
  void complete_from_metadata() {
    if (article_.source.empty()) article_.source = meta_content(page_, "og:site_name");
    if (article_.byline.empty()) article_.byline = meta_content(page_, "author");
    if (article_.date.empty()) article_.date = meta_content(page_, "article:published_time");
  }

  HtmlNode page_;
  const PicturePath& picture_path_;
  ImportedArticle article_;
  const HtmlNode* main_ = nullptr;
  const HtmlNode* title_ = nullptr;
  bool title_seen_ = false, main_read_ = false;
};

}  // namespace

ImportedArticle read_html_page(std::string_view text, const PicturePath& picture_path) { return HtmlImporter(text, picture_path).import(); }

}  // namespace banxin
