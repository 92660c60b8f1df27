// A question of a worksheet in list form.
#pragma once

#include "document/article.h"
#include "document/markup_context.h"
#include "yaml/value.h"

namespace banxin {

/// The question of a block whose key `question` holds `kind`: its text, `marks`, and one of `lines`, `choices` and `squares` or none.
Question read_question(const yaml::Entry& kind, const yaml::Value& block, MarkupContext& context);

}  // namespace banxin
