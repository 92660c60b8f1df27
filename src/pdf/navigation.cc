// Ways through the file.
#include "pdf/navigation.h"

#include <charconv>

namespace banxin::pdf {
namespace {

struct OutlineNode {
  const OutlineEntry* entry = nullptr;
  Reference reference;
  std::size_t parent = 0;
  std::vector<std::size_t> children;
  int descendants = 0;
};

/// The tree; [0] is the outline itself.
std::vector<OutlineNode> outline_tree(ObjectSink& sink, const std::vector<OutlineEntry>& entries) {
  std::vector<OutlineNode> nodes(1);
  nodes[0].reference = sink.reserve();
  for (const OutlineEntry& entry : entries) {
    std::size_t parent = nodes.size() - 1;
    while (parent != 0 && nodes[parent].entry->level >= entry.level) parent = nodes[parent].parent;
    OutlineNode node;
    node.entry = &entry;
    node.reference = sink.reserve();
    node.parent = parent;
    nodes[parent].children.push_back(nodes.size());
    nodes.push_back(std::move(node));
  }
  for (std::size_t i = nodes.size(); i-- > 1;) nodes[nodes[i].parent].descendants += nodes[i].descendants + 1;
  return nodes;
}

void add_children(Dictionary& dictionary, const std::vector<OutlineNode>& nodes, const OutlineNode& node) {
  if (node.children.empty()) return;
  dictionary.add("First", text_of(nodes[node.children.front()].reference))
      .add("Last", text_of(nodes[node.children.back()].reference))
      .add("Count", text_of(node.descendants));
}

/// The number of a decimal label without leading zeros.
std::optional<int> label_number(const std::string& label) {
  int number = 0;
  const auto [end, fault] = std::from_chars(label.data(), label.data() + label.size(), number);
  if (fault != std::errc() || end != label.data() + label.size() || number < 1 || label.front() == '0') return std::nullopt;
  return number;
}

}  // namespace

std::string destination(const PagePlace& place, const PagedDocument& document, const std::vector<Reference>& pages) {
  const Point point = Sheet(document.pages.at(place.page)).place(place.place);
  return array({text_of(pages[place.page]), "/XYZ", text_of(point.x), text_of(point.y), "null"});
}

std::optional<Reference> put_outline(ObjectSink& sink, const PagedDocument& document, const std::vector<Reference>& pages) {
  if (document.outline.empty()) return std::nullopt;
  const std::vector<OutlineNode> nodes = outline_tree(sink, document.outline);
  for (const OutlineNode& node : nodes) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const OutlineNode& child = nodes[node.children[i]];
      Dictionary dictionary{{"Title", text_string(child.entry->title)}, {"Parent", text_of(node.reference)}};
      if (i > 0) dictionary.add("Prev", text_of(nodes[node.children[i - 1]].reference));
      if (i + 1 < node.children.size()) dictionary.add("Next", text_of(nodes[node.children[i + 1]].reference));
      add_children(dictionary, nodes, child);
      dictionary.add("Dest", destination({child.entry->page, child.entry->place}, document, pages));
      sink.put(child.reference, dictionary.text());
    }
  }
  Dictionary root{{"Type", "/Outlines"}};
  add_children(root, nodes, nodes[0]);
  sink.put(nodes[0].reference, root.text());
  return nodes[0].reference;
}

std::string page_labels(const std::vector<Page>& pages) {
  std::vector<std::string> numbers;
  std::optional<int> previous;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto number = label_number(pages[i].label);
    if (!number || !previous || *number != *previous + 1) {
      numbers.push_back(text_of(static_cast<int>(i)));
      numbers.push_back(number ? Dictionary{{"S", "/D"}, {"St", text_of(*number)}}.text()
                               : Dictionary{{"P", text_string(pages[i].label)}}.text());
    }
    previous = number;
  }
  return Dictionary{{"Nums", array(numbers)}}.text();
}

std::string link_annotation(const LinkArea& link, const Sheet& sheet, std::optional<int> struct_parent, const std::string& destination) {
  Dictionary annotation{{"Type", "/Annot"},
                        {"Subtype", "/Link"},
                        {"Rect", sheet.rectangle(link.area)},
                        {"Border", "[0 0 0]"},
                        {"F", "4"},  // printed, as PDF/A asks of every annotation
                        {"Contents", text_string(link.target)}};
  if (destination.empty())
    annotation.add("A", Dictionary{{"Type", "/Action"}, {"S", "/URI"}, {"URI", byte_string(ascii_address(link.target))}}.text());
  else
    annotation.add("Dest", destination);
  if (struct_parent) annotation.add("StructParent", text_of(*struct_parent));
  return annotation.text();
}

std::string ascii_address(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7f) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 0xf];
    }
  }
  return out;
}

}  // namespace banxin::pdf
