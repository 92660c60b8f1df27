#include "preflight/structure_reader.h"

#include <algorithm>

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

class TreeReader {
 public:
  TreeReader(Handle root, const std::vector<PageTexts>& pages) : root_(root) {
    for (const PageTexts& page : pages) texts_[page.page] = page.texts;
  }

  Structure read() {
    for (Handle kid : kids_of(root_)) {
      if (kid.isDictionary()) read_element(kid, root_, -1, 0);
    }
    return std::move(structure_);
  }

 private:
  static std::vector<Handle> kids_of(Handle parent) {
    Handle kids = parent.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    if (kids.isNull()) return {};
    return {kids};
  }

  std::string standard_type(const std::string& type) {
    Handle roles = root_.getKey("/RoleMap");
    std::string result = type;
    for (int step = 0; step < 16 && roles.isDictionary() && roles.getKey(result).isName(); ++step) result = roles.getKey(result).getName();
    return result.substr(result.empty() ? 0 : 1);
  }

  static std::string text_at(Handle dictionary, const char* key) {
    Handle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string();
  }

  void read_attributes(Handle attributes, Element& element) {
    if (attributes.isArray()) {
      for (Handle part : attributes.getArrayAsVector()) read_attributes(part, element);
    }
    if (!attributes.isDictionary()) return;
    for (const auto& [key, value] : attributes.getDictAsMap()) element.attributes.emplace(key.substr(1), value);
  }

  void read_element(Handle object, Handle holder, int parent, int depth) {
    constexpr int deepest = 200;
    if (depth > deepest || !visited_.insert(object.getObjGen()).second) {
      structure_.cyclic = true;
      return;
    }
    Element element;
    Handle type = object.getKey("/S");
    element.type = type.isName() ? standard_type(type.getName()) : std::string();
    element.language = text_at(object, "/Lang");
    element.alternative = text_at(object, "/Alt");
    element.has_alternative = object.getKey("/Alt").isString();
    element.actual_text = text_at(object, "/ActualText");
    element.has_identifier = object.getKey("/ID").isString();
    element.depth = depth;
    element.parent = parent;
    element.object = object.getObjGen();
    read_attributes(object.getKey("/A"), element);
    if (object.getKey("/P").getObjGen() != holder.getObjGen()) structure_.wrong_parent = true;
    const bool own_line = !is_inline(element.type);
    structure_.elements.push_back(std::move(element));
    const int index = static_cast<int>(structure_.elements.size()) - 1;
    if (own_line) end_line();
    Handle page = object.getKey("/Pg");
    for (Handle kid : kids_of(object)) read_kid(kid, object, page, index, depth);
    if (own_line) end_line();
  }

  void read_kid(Handle kid, Handle object, Handle page, int index, int depth) {
    if (kid.isInteger()) {
      add_sequence(index, {page.getObjGen(), static_cast<int>(kid.getIntValue())});
      return;
    }
    if (!kid.isDictionary()) return;
    Handle own_page = kid.getKey("/Pg");
    if (kid.getKey("/Type").isNameAndEquals("/MCR")) {
      if (kid.getKey("/MCID").isInteger())
        add_sequence(index, {(own_page.isNull() ? page : own_page).getObjGen(), static_cast<int>(kid.getKey("/MCID").getIntValue())});
    } else if (kid.getKey("/Type").isNameAndEquals("/OBJR")) {
      structure_.elements[static_cast<std::size_t>(index)].objects.push_back(kid.getKey("/Obj").getObjGen());
    } else {
      read_element(kid, object, index, depth + 1);
    }
  }

  void add_sequence(int index, const Sequence& sequence) {
    Element& element = structure_.elements[static_cast<std::size_t>(index)];
    element.sequences.push_back(sequence);
    if (!structure_.owners.emplace(sequence, index).second) structure_.owned_twice.insert(sequence);
    const auto page = texts_.find(sequence.first);
    if (page == texts_.end()) return;
    const auto text = page->second->find(sequence.second);
    if (text == page->second->end()) return;
    element.own_text += text->second;
    structure_.text += text->second;
  }

  void end_line() {
    if (!structure_.text.empty() && structure_.text.back() != '\n') structure_.text += '\n';
  }

  Handle root_;
  std::map<QPDFObjGen, const std::map<int, std::string>*> texts_;
  std::set<QPDFObjGen> visited_;
  Structure structure_;
};

}  // namespace

bool is_inline(const std::string& type) {
  static const std::set<std::string> types = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
                                              "Ruby", "RB",    "RT",   "RP",        "Warichu",  "WT",   "WP"};
  return types.contains(type);
}

Structure read_structure(QPDFObjectHandle catalogue, const std::vector<PageTexts>& pages) {
  Handle root = catalogue.getKey("/StructTreeRoot");
  return root.isDictionary() ? TreeReader(root, pages).read() : Structure();
}

}  // namespace banxin::preflight
