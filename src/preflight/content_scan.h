// What a page's content does: the text of each marked sequence, what is painted outside of any, colours, fonts and pictures in use.
#pragma once

#include <map>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string>
#include <vector>

#include "preflight/font_reader.h"

namespace banxin::preflight {

/// A picture as a page places it.
struct PlacedPicture {
  QPDFObjectHandle image;
  double width = 0, height = 0;  ///< points
};

struct ContentFacts {
  std::map<int, std::string> texts;                            ///< by marked-content identifier
  std::set<int> sequences;                                     ///< identifiers, with text or without
  std::set<int> repeated;                                      ///< identifiers that open more than one sequence
  bool unmarked = false;                                       ///< something is painted that is neither content nor artifact
  bool content_in_artifact = false;                            ///< or the other way round
  bool balanced = true;                                        ///< every sequence and every state is closed
  int deepest_state = 0;                                       ///< of nested q
  std::set<std::string> unknown;                               ///< operators that ISO 32000 does not define
  std::set<std::string> colour_spaces;                         ///< device spaces and families: `DeviceRGB`, `ICCBased`
  std::set<QPDFObjGen> fonts;                                  ///< of text that is shown
  std::map<QPDFObjGen, std::set<std::uint32_t>> without_text;  ///< codes shown of fonts that give them no text
  std::vector<PlacedPicture> pictures;
  std::set<std::string> press_settings;  ///< keys of graphics states in use that set up the press itself: `TR`, `HTP`
  bool transparent = false;              ///< something lets what lies below it through, or mixes with it
};

/// Fonts already read, by object.
using FontReaders = std::map<QPDFObjGen, FontReader>;

ContentFacts scan_page(QPDFPageObjectHelper page, FontReaders& fonts);

}  // namespace banxin::preflight
