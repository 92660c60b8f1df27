// The structure tree.
#include "pdf/structure_tree.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

#include "page/item_area.h"
#include "pdf/page_content.h"
#include "pdf/sheet.h"

namespace banxin::pdf {
namespace {

/// The order in which content stands in the document: by page, then along the page.
using ContentPlace = std::pair<std::size_t, std::size_t>;
constexpr ContentPlace nowhere{std::numeric_limits<std::size_t>::max(), 0};

/// A kid of an element, at the place of its (first) content.
struct Kid {
  ContentPlace place;
  std::string text;
};

class TreeWriter {
 public:
  TreeWriter(ObjectSink& sink, const PagedDocument& document, const TaggedContent& content)
      : sink_(sink),
        document_(document),
        content_(content),
        nodes_(document.structure),
        first_places_(nodes_.size(), nowhere),
        own_(nodes_.size()) {}

  Reference write() {
    root_ = sink_.reserve();
    collect_own_content();
    for (std::size_t i = nodes_.size(); i-- > 1;) {
      ContentPlace& parent = first_places_[static_cast<std::size_t>(nodes_[i].parent)];
      parent = std::min(parent, first_places_[i]);
    }
    for (const TaggedLink& link : content_.links) {
      for (int node = link.node; node >= 0; node = nodes_[static_cast<std::size_t>(node)].parent)
        linked_[static_cast<std::size_t>(node)] = true;
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) elements_.push_back(is_used(i) ? sink_.reserve() : Reference{});
    collect_figure_boxes();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (is_used(i)) put_element(i);
    }
    const Reference parent_tree = sink_.add(Dictionary{{"Nums", parent_numbers()}}.text());
    sink_.put(root_, Dictionary{{"Type", "/StructTreeRoot"},
                                {"K", array({text_of(elements_[0])})},
                                {"ParentTree", text_of(parent_tree)},
                                {"ParentTreeNextKey", text_of(static_cast<int>(content_.pages.size() + content_.links.size()))}}
                         .text());
    return root_;
  }

 private:
  struct MarkedSequence {
    std::size_t page, identifier;
  };

  /// What has come out empty is left out, table cells aside: they keep their places.
  bool is_used(std::size_t i) const {
    const bool cell = nodes_[i].type == StructureNode::Type::table_data || nodes_[i].type == StructureNode::Type::table_header;
    return i == 0 || cell || linked_[i] || first_places_[i] != nowhere;
  }

  void collect_own_content() {
    for (std::size_t page = 0; page < content_.marked_nodes.size(); ++page) {
      const auto& nodes = content_.marked_nodes[page];
      for (std::size_t identifier = 0; identifier < nodes.size(); ++identifier) {
        const auto node = static_cast<std::size_t>(nodes[identifier]);
        own_[node].push_back({page, identifier});
        first_places_[node] = std::min(first_places_[node], ContentPlace{page, identifier});
      }
    }
  }

  /// Figures state where they stand (PDF/UA-1, 7.3): the box of what they and their parts, captions aside, draw on their first page.
  void collect_figure_boxes() {
    boxes_.resize(nodes_.size());
    for (const Page& page : document_.pages) {
      std::vector<std::optional<Rectangle>> on_page(nodes_.size());
      for (const PageItem& item : page.items) {
        const auto figure = figure_of(item.tag.node);
        if (!figure) continue;
        auto& box = on_page[*figure];
        box = box ? joined(*box, item_area(item)) : item_area(item);
      }
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (on_page[i] && boxes_[i].empty()) boxes_[i] = Sheet(page).rectangle(*on_page[i]);
      }
    }
  }

  std::optional<std::size_t> figure_of(int node) const {
    for (; node >= 0; node = nodes_[static_cast<std::size_t>(node)].parent) {
      const auto type = nodes_[static_cast<std::size_t>(node)].type;
      if (type == StructureNode::Type::caption) return std::nullopt;
      if (type == StructureNode::Type::figure) return static_cast<std::size_t>(node);
    }
    return std::nullopt;
  }

  /// A node's own sequences and its children. Inline children stand among the text of their parent, so content decides; children of a mere
  /// container stand as in the article, wherever on the pages they float.
  std::vector<Kid> kids_of(std::size_t node) const {
    std::vector<Kid> kids;
    for (const MarkedSequence& sequence : own_[node]) {
      const auto identifier = text_of(static_cast<int>(sequence.identifier));
      const bool elsewhere = sequence.page != own_[node].front().page;
      kids.push_back({{sequence.page, sequence.identifier},
                      elsewhere ? Dictionary{{"Type", "/MCR"}, {"Pg", text_of(content_.pages[sequence.page])}, {"MCID", identifier}}.text()
                                : identifier});
    }
    for (const std::size_t child : children_[node]) {
      if (is_used(child)) kids.push_back({first_places_[child], text_of(elements_[child])});
    }
    if (!own_[node].empty()) std::stable_sort(kids.begin(), kids.end(), [](const Kid& a, const Kid& b) { return a.place < b.place; });
    for (const TaggedLink& link : content_.links) {
      if (static_cast<std::size_t>(link.node) != node) continue;
      kids.push_back(
          {nowhere, Dictionary{{"Type", "/OBJR"}, {"Pg", text_of(content_.pages[link.page])}, {"Obj", text_of(link.annotation)}}.text()});
    }
    return kids;
  }

  void put_element(std::size_t i) {
    const StructureNode& node = nodes_[i];
    const Reference parent = i == 0 ? root_ : elements_[static_cast<std::size_t>(node.parent)];
    Dictionary element{{"Type", "/StructElem"}, {"S", name(structure_type(node))}, {"P", text_of(parent)}};
    if (!own_[i].empty()) element.add("Pg", text_of(content_.pages[own_[i].front().page]));
    std::vector<std::string> kids;
    for (Kid& kid : kids_of(i)) kids.push_back(std::move(kid.text));
    if (!kids.empty()) element.add("K", kids.size() == 1 ? kids.front() : array(kids));
    if (!node.language.empty()) element.add("Lang", text_string(node.language));
    if (!node.alternative.empty()) element.add("Alt", text_string(node.alternative));
    // Notes are told apart by an identifier (PDF/UA-1, 7.9).
    if (node.type == StructureNode::Type::note) element.add("ID", byte_string("note-" + text_of(static_cast<int>(i))));
    if (const std::string attributes = attributes_of(i); !attributes.empty()) element.add("A", attributes);
    sink_.put(elements_[i], element.text());
  }

  /// Attributes by their owner (ISO 32000-2, 14.8.5).
  std::string attributes_of(std::size_t i) const {
    const StructureNode& node = nodes_[i];
    if (!boxes_[i].empty()) return Dictionary{{"O", "/Layout"}, {"Placement", "/Block"}, {"BBox", boxes_[i]}}.text();
    if (node.numbering != StructureNode::Numbering::none)
      return Dictionary{{"O", "/List"}, {"ListNumbering", node.numbering == StructureNode::Numbering::decimal ? "/Decimal" : "/Disc"}}
          .text();
    Dictionary table{{"O", "/Table"}};
    if (node.scope != StructureNode::Scope::none) table.add("Scope", scope_name(node.scope));
    if (node.row_span > 1) table.add("RowSpan", text_of(node.row_span));
    if (node.column_span > 1) table.add("ColSpan", text_of(node.column_span));
    return table.entries().size() > 1 ? table.text() : std::string();
  }

  static std::string scope_name(StructureNode::Scope scope) {
    return scope == StructureNode::Scope::row ? "/Row" : scope == StructureNode::Scope::column ? "/Column" : "/Both";
  }

  std::string parent_numbers() const {
    std::vector<std::string> numbers;
    for (std::size_t page = 0; page < content_.marked_nodes.size(); ++page) {
      std::vector<std::string> owners;
      for (const int node : content_.marked_nodes[page]) owners.push_back(text_of(elements_[static_cast<std::size_t>(node)]));
      numbers.push_back(text_of(static_cast<int>(page)));
      numbers.push_back(array(owners));
    }
    for (std::size_t i = 0; i < content_.links.size(); ++i) {
      numbers.push_back(text_of(static_cast<int>(content_.pages.size() + i)));
      numbers.push_back(text_of(elements_[static_cast<std::size_t>(content_.links[i].node)]));
    }
    return array(numbers);
  }

  std::vector<std::vector<std::size_t>> children_by_parent() const {
    std::vector<std::vector<std::size_t>> children(nodes_.size());
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      assert(nodes_[i].parent >= 0 && static_cast<std::size_t>(nodes_[i].parent) < i);
      children[static_cast<std::size_t>(nodes_[i].parent)].push_back(i);
    }
    return children;
  }

  ObjectSink& sink_;
  const PagedDocument& document_;
  const TaggedContent& content_;
  const std::vector<StructureNode>& nodes_;
  Reference root_;
  std::vector<Reference> elements_;
  std::vector<ContentPlace> first_places_;
  std::vector<std::vector<MarkedSequence>> own_;
  std::vector<std::vector<std::size_t>> children_ = children_by_parent();
  std::vector<std::string> boxes_;
  std::vector<bool> linked_ = std::vector<bool>(nodes_.size());
};

}  // namespace

Reference put_structure_tree(ObjectSink& sink, const PagedDocument& document, const TaggedContent& content) {
  assert(!document.structure.empty());
  return TreeWriter(sink, document, content).write();
}

}  // namespace banxin::pdf
