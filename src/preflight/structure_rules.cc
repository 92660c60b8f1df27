// Rules about tags (ISO 14289-1, clause 7; ISO 19005-2, 6.7; ISO 32000-1, 14.7 and 14.8).
#include <fmt/format.h>

#include <algorithm>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <set>

#include "preflight/rules.h"

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

bool tags_needed(const Claim& claim) { return claim.accessible || claim.archive_level == "A"; }

std::string page_name(std::size_t index) { return fmt::format("{}", index + 1); }

void check_marking(DocumentFacts& facts, Findings& findings) {
  Handle marking = facts.catalogue.getKey("/MarkInfo");
  Handle marked = marking.isDictionary() ? marking.getKey("/Marked") : Handle::newNull();
  if (!marked.isBool() || !marked.getBoolValue() || facts.structure.elements.empty())
    findings.add(tags_needed(facts.claim), "preflight-untagged");
  for (std::size_t i = 0; i < facts.pages.size(); ++i) {
    const ContentFacts& content = facts.pages[i].content;
    if (content.unmarked) findings.add(facts.claim.accessible, "preflight-content-unmarked", {{"page", page_name(i)}});
    if (content.content_in_artifact) findings.add(facts.claim.accessible, "preflight-artifact-nested", {{"page", page_name(i)}});
    if (!content.repeated.empty()) findings.add(tags_needed(facts.claim), "preflight-sequence-repeated", {{"page", page_name(i)}});
  }
}

/// Each sequence has one owner, and the parent tree leads back to it.
void check_owners(DocumentFacts& facts, Findings& findings) {
  const bool needed = tags_needed(facts.claim);
  Handle root = facts.catalogue.getKey("/StructTreeRoot");
  if (!root.isDictionary()) return;
  if (facts.structure.cyclic || facts.structure.wrong_parent) findings.add(needed, "preflight-tree-broken");
  if (!facts.structure.owned_twice.empty()) findings.add(needed, "preflight-sequence-owned-twice");
  Handle tree = root.getKey("/ParentTree");
  if (!tree.isDictionary()) {
    findings.add(needed, "preflight-parent-tree-wrong", {{"page", "1"}});
    return;
  }
  QPDFNumberTreeObjectHelper parents(tree, facts.document, false);
  for (std::size_t i = 0; i < facts.pages.size(); ++i) {
    Handle page = facts.pages[i].page.getObjectHandle(), key = page.getKey("/StructParents"), entry = Handle::newNull();
    if (key.isInteger()) parents.findObject(key.getIntValue(), entry);
    for (const int sequence : facts.pages[i].content.sequences) {
      const auto owner = facts.structure.owners.find({page.getObjGen(), sequence});
      if (owner == facts.structure.owners.end()) {
        findings.add(needed, "preflight-sequence-without-owner", {{"page", page_name(i)}});
        break;
      }
      const bool listed =
          entry.isArray() && sequence < entry.getArrayNItems() &&
          entry.getArrayItem(sequence).getObjGen() == facts.structure.elements[static_cast<std::size_t>(owner->second)].object;
      if (listed) continue;
      findings.add(needed, "preflight-parent-tree-wrong", {{"page", page_name(i)}});
      break;
    }
  }
}

const std::set<std::string>& standard_types() {
  static const std::set<std::string> types = {
      "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
      "NonStruct", "Private", "P",     "H",       "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
      "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
      "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
      "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form"};
  return types;
}

/// Where an element of a type may stand; types that are not named may stand anywhere but in what holds certain types alone.
bool may_stand_in(const std::string& type, const std::string& parent) {
  static const std::map<std::string, std::set<std::string>> parents = {
      {"LI", {"L"}},        {"LBody", {"LI"}},   {"TR", {"Table", "THead", "TBody", "TFoot"}},
      {"TH", {"TR"}},       {"TD", {"TR"}},      {"THead", {"Table"}},
      {"TBody", {"Table"}}, {"TFoot", {"Table"}}};
  static const std::map<std::string, std::set<std::string>> kids = {
      {"Table", {"Caption", "TR", "THead", "TBody", "TFoot"}}, {"TR", {"TH", "TD"}}, {"L", {"Caption", "L", "LI"}}};
  const auto found = parents.find(type);
  const auto holder = kids.find(parent);
  return (found == parents.end() || found->second.contains(parent)) && (holder == kids.end() || holder->second.contains(type));
}

int heading_level(const std::string& type) {
  return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6' ? type[1] - '0' : 0;
}

void check_elements(DocumentFacts& facts, Findings& findings) {
  const bool needed = tags_needed(facts.claim);
  const std::vector<Element>& elements = facts.structure.elements;
  int previous_heading = 0;
  for (const Element& element : elements) {
    const MessageArguments type = {{"type", element.type}};
    const std::string parent = element.parent < 0 ? std::string() : elements[static_cast<std::size_t>(element.parent)].type;
    if (!standard_types().contains(element.type)) findings.add(needed, "preflight-type-unknown", type);
    if (!may_stand_in(element.type, parent))
      findings.add(facts.claim.accessible, "preflight-type-misplaced", {{"type", element.type}, {"parent", parent}});
    if (const int level = heading_level(element.type); level > 0) {
      if (level > previous_heading + 1) findings.add(facts.claim.accessible, "preflight-heading-skipped", type);
      previous_heading = level;
    }
    const bool speaks = element.has_alternative && !element.alternative.empty();
    if ((element.type == "Figure" || element.type == "Formula") && !speaks && element.actual_text.empty())
      findings.add(facts.claim.accessible, "preflight-figure-without-text", type);
    if (element.type == "Figure" && !element.sequences.empty() && !element.attributes.contains("BBox"))
      findings.add(facts.claim.accessible, "preflight-figure-without-box");
    if (element.type == "Note" && !element.has_identifier) findings.add(facts.claim.accessible, "preflight-note-without-name");
    if (element.type == "TH" && !element.attributes.contains("Scope") && !element.has_identifier)
      findings.add(facts.claim.accessible, "preflight-header-without-scope");
  }
}

/// Lists with labels say how these count (ISO 14289-1, 7.6).
void check_lists(DocumentFacts& facts, Findings& findings) {
  const std::vector<Element>& elements = facts.structure.elements;
  std::set<int> labelled;
  for (const Element& element : elements) {
    if (element.type != "Lbl" || element.parent < 0) continue;
    const Element& item = elements[static_cast<std::size_t>(element.parent)];
    if (item.type == "LI" && item.parent >= 0) labelled.insert(item.parent);
  }
  for (const int list : labelled) {
    if (!elements[static_cast<std::size_t>(list)].attributes.contains("ListNumbering"))
      findings.add(facts.claim.accessible, "preflight-list-without-numbering");
  }
}

/// The places of a table's cells, row by row.
class TableGrid {
 public:
  /// Adds a row of cells, each with its columns and rows, in the places that no cell from above reaches into.
  void add_row(const std::vector<std::pair<int, int>>& cells) {
    std::size_t column = 0;
    std::vector<int> below = taken_;
    for (int& rows : below) rows = std::max(0, rows - 1);
    for (const auto& [columns, rows] : cells) {
      while (column < taken_.size() && taken_[column] > 0) ++column;
      for (int i = 0; i < columns; ++i, ++column) {
        if (below.size() <= column) below.resize(column + 1);
        below[column] = rows - 1;
      }
    }
    std::size_t width = column;
    for (std::size_t i = column; i < taken_.size(); ++i) {
      if (taken_[i] > 0) width = i + 1;
    }
    is_regular_ = is_regular_ && (width_ == 0 || width == width_);
    width_ = width;
    taken_ = std::move(below);
  }

  bool is_regular() const {
    return is_regular_ && std::all_of(taken_.begin(), taken_.end(), [](int rows) { return rows == 0; });
  }

 private:
  std::vector<int> taken_;  ///< of each column, rows from here on that a cell above reaches into
  std::size_t width_ = 0;
  bool is_regular_ = true;
};

int span_of(const Element& cell, const char* attribute) {
  const auto found = cell.attributes.find(attribute);
  constexpr long long most = 1000;
  if (found == cell.attributes.end()) return 1;
  Handle value = found->second;
  return value.isInteger() ? static_cast<int>(std::clamp<long long>(value.getIntValue(), 1, most)) : 1;
}

/// All rows of a table are equally long, cells over several rows end within it (ISO 14289-1, 7.5).
void check_tables(DocumentFacts& facts, Findings& findings) {
  const std::vector<Element>& elements = facts.structure.elements;
  std::map<int, std::vector<std::pair<int, int>>> rows;  // by element, which come in reading order
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    if (element.type == "TR") rows[static_cast<int>(i)];
    if (element.type == "TH" || element.type == "TD")
      rows[element.parent].emplace_back(span_of(element, "ColSpan"), span_of(element, "RowSpan"));
  }
  std::map<int, TableGrid> tables;
  for (const auto& [row, cells] : rows) {
    int table = row;
    while (table >= 0 && elements[static_cast<std::size_t>(table)].type != "Table")
      table = elements[static_cast<std::size_t>(table)].parent;
    tables[table].add_row(cells);
  }
  for (const auto& [table, grid] : tables) {
    if (!grid.is_regular()) findings.add(facts.claim.accessible, "preflight-table-irregular");
  }
}

void check_annotations(DocumentFacts& facts, Findings& findings) {
  std::map<QPDFObjGen, std::string> owners;
  for (const Element& element : facts.structure.elements) {
    for (const QPDFObjGen& object : element.objects) owners[object] = element.type;
  }
  for (std::size_t i = 0; i < facts.pages.size(); ++i) {
    Handle page = facts.pages[i].page.getObjectHandle(), annotations = page.getKey("/Annots");
    if (!annotations.isArray() || annotations.getArrayNItems() == 0) continue;
    const MessageArguments where = {{"page", page_name(i)}};
    if (!page.getKey("/Tabs").isNameAndEquals("/S")) findings.add(facts.claim.accessible, "preflight-tab-order", where);
    for (Handle annotation : annotations.getArrayAsVector()) {
      if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Popup")) continue;
      constexpr int printed = 4, unseen = 1 | 2 | 32;
      Handle flags = annotation.getKey("/F");
      const long long set = flags.isInteger() ? flags.getIntValue() : 0;
      if (!(set & printed) || (set & unseen)) findings.add(facts.claim.is_archive(), "preflight-annotation-unprinted", where);
      if (!annotation.getKey("/Contents").isString()) findings.add(facts.claim.accessible, "preflight-annotation-without-text", where);
      const bool is_link = annotation.getKey("/Subtype").isNameAndEquals("/Link");
      const auto owner = owners.find(annotation.getObjGen());
      if (owner == owners.end() || (is_link && owner->second != "Link") || !annotation.getKey("/StructParent").isInteger())
        findings.add(facts.claim.accessible, "preflight-annotation-untagged", where);
    }
  }
}

}  // namespace

void check_structure(DocumentFacts& facts, Findings& findings) {
  check_marking(facts, findings);
  check_owners(facts, findings);
  check_elements(facts, findings);
  check_lists(facts, findings);
  check_tables(facts, findings);
  check_annotations(facts, findings);
}

}  // namespace banxin::preflight
