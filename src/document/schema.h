// The keys of an article, as data: the documentation and the JSON Schema are made from it.
#pragma once

#include <span>

#include "yaml/schema.h"

namespace banxin {

/// The options that a picture or placeholder has in Markdown and in list form alike.
std::span<const yaml::Key> figure_attribute_keys();

}  // namespace banxin
