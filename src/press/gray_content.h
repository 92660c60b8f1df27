// One content stream of a figure (ISO 32000-2, 7.8.2), written anew with every colour as a gray of the device.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

#include "press/figure_spaces.h"

namespace banxin {

/// What the names of a content stream stand for.
class GrayContentUse {
 public:
  virtual ~GrayContentUse() = default;
  /// A colour space by its name with slash.
  virtual ContentSpace space(const std::string& name) = 0;
  /// The name of the space of uncoloured patterns in gray.
  virtual std::string gray_pattern_space() = 0;
  /// The name of a gray picture in place of an inline one; empty when the inline one is not coloured.
  virtual std::string inline_picture(QPDFObjectHandle dictionary, const std::string& data) = 0;
};

/// `content` is decoded and comes from `clean_content`: its `q` and `Q` are balanced. Throws `UnreadableFigure`, and what `use` throws.
std::string gray_content(const std::string& content, const FigureSpaces& spaces, GrayContentUse& use);

}  // namespace banxin
