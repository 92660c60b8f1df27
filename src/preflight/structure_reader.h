// The structure tree of a PDF, walked from its root.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace banxin::preflight {

/// A marked sequence: the page's object and the identifier.
using Sequence = std::pair<QPDFObjGen, int>;

struct Element {
  std::string type;  ///< the standard type, roles followed
  std::string language, alternative, actual_text;
  bool has_alternative = false;
  int depth = 0, parent = -1;
  std::string own_text;  ///< of its sequences
  std::vector<Sequence> sequences;
  std::vector<QPDFObjGen> objects;  ///< that its OBJR kids refer to
  std::map<std::string, QPDFObjectHandle> attributes;
  bool has_identifier = false;
  QPDFObjGen object;
};

struct Structure {
  std::vector<Element> elements;   ///< in reading order, parents first
  std::string text;                ///< in reading order; a line for each block
  std::map<Sequence, int> owners;  ///< element of each sequence
  std::set<Sequence> owned_twice;
  bool cyclic = false;
  bool wrong_parent = false;  ///< an element's P is not the element that holds it
};

struct PageTexts {
  QPDFObjGen page;
  const std::map<int, std::string>* texts;
};

/// Empty when the file has no tree.
Structure read_structure(QPDFObjectHandle catalogue, const std::vector<PageTexts>& pages);

/// Whether an element stands in the line of text of its parent.
bool is_inline(const std::string& type);

}  // namespace banxin::preflight
