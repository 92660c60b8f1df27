#include "import/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "base/limits.h"
#include "import/clean_text.h"
#include "import/word_list.h"

namespace banxin {

namespace {

constexpr std::string_view hidden_tags = " script style noscript template svg math iframe object canvas ";

std::string tag_of(const GumboElement& element) {
  std::string tag;
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    tag = gumbo_normalized_tagname(element.tag);
  } else {
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    if (piece.data) tag.assign(piece.data, piece.length);
    std::transform(tag.begin(), tag.end(), tag.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  }
  return tag.empty() ? "unknown" : tag;
}

// What comes of character references is cleaned as the file's own characters were.

HtmlNode text_node(const GumboText& text) {
  HtmlNode node;
  node.text = clean_text(text.text);
  node.line = text.start_pos.line;
  return node;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

/// All text within, gathered without recursion.
std::string all_text(const GumboNode& top) {
  std::string text;
  std::vector<const GumboNode*> waiting = {&top};
  while (!waiting.empty()) {
    const GumboNode& node = *waiting.back();
    waiting.pop_back();
    if (is_text(node)) {
      text += clean_text(node.v.text.text);
    } else if (node.type == GUMBO_NODE_ELEMENT && !holds_word(hidden_tags, tag_of(node.v.element))) {
      const GumboVector& children = node.v.element.children;
      for (unsigned i = children.length; i > 0; --i) waiting.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
    }
  }
  return text;
}

HtmlNode element_node(const GumboNode& source, int depth) {
  const GumboElement& element = source.v.element;
  HtmlNode node;
  node.tag = tag_of(element);
  node.line = element.start_pos.line;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    node.attributes.emplace(attribute->name, clean_text(attribute->value));
  }
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
    if (is_text(child)) {
      node.children.push_back(text_node(child.v.text));
    } else if (child.type == GUMBO_NODE_ELEMENT && !holds_word(hidden_tags, tag_of(child.v.element))) {
      if (depth < limits::html_nesting) {
        node.children.push_back(element_node(child, depth + 1));
      } else {
        node.children.emplace_back().text = all_text(child);  // deeper elements are read as text of the one that holds them
      }
    }
  }
  return node;
}

struct OutputDestroyer {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

HtmlNode parse_html(std::string_view page) {
  const std::unique_ptr<GumboOutput, OutputDestroyer> output(gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()));
  return element_node(*output->root, 0);
}

std::string text_within(const HtmlNode& node) {
  if (node.is_text()) return node.text;
  std::string text;
  for (const HtmlNode& child : node.children) text += text_within(child);
  return text;
}

const HtmlNode* find_element(const HtmlNode& node, std::string_view tag) {
  if (node.tag == tag) return &node;
  for (const HtmlNode& child : node.children) {
    if (const HtmlNode* found = find_element(child, tag)) return found;
  }
  return nullptr;
}

}  // namespace banxin
