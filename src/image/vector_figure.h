// A drawing of lines and letters as objects of PDF, cleaned so that they may stand in a file of ours.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace banxin {

struct VectorFigure {
  /// What stands at a place of an object's text: a reference to another object, or the entry for device RGB.
  struct Hole {
    std::size_t offset = 0;
    std::size_t object = 0;  ///< index of `objects`, or `default_rgb`
  };
  /// In a colour space dictionary: `/DefaultRGB` and its space, where a file gives device RGB a meaning; else nothing.
  static constexpr std::size_t default_rgb = std::numeric_limits<std::size_t>::max();

  struct Value {
    std::string text;
    std::vector<Hole> holes;
  };
  struct Object {
    Value value;                                         ///< when it is no stream
    std::vector<std::pair<std::string, Value>> entries;  ///< of a stream's dictionary, its length left out; keys without slash
    std::optional<std::string> stream;                   ///< plain when there is no `Filter`
  };

  std::vector<Object> objects;              ///< the first is a form XObject that fills the unit square
  bool is_gray = false;                     ///< every colour is a gray of the device
  std::optional<Diagnostic> needs_pdf_1_7;  ///< what PDF/A-1 forbids beyond that: transparency, sets of glyphs left out
  std::optional<Diagnostic> archive_fault;  ///< what PDF/A forbids and cannot be left out
  std::optional<Diagnostic> unmapped_text;  ///< letters that PDF/A at level A and PDF/UA want to know the text of
};

}  // namespace banxin
