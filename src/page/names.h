// Names of page items and colours in plain words, for the dump and the checks.
#pragma once

#include <string>
#include <string_view>

#include "page/page.h"

namespace banxin {

std::string_view name_of(StructureNode::Type type);
std::string_view name_of(ItemTag::Artifact artifact);

/// As an author writes it: `gray(30%)`, `#b03a24`, `cmyk(0 67 80 31)`; twins are joined by a slash.
std::string colour_text(const Colour& colour);

}  // namespace banxin
