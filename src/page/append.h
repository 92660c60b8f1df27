// Several documents as one: the pages of one behind those of another.
#pragma once

#include "page/page.h"

namespace banxin {

/// Puts the pages, the structure and the outline of `more` behind those of `all`, whose metadata hold. Nothing of `all` points into the
/// sources of `more` afterwards; its fonts must outlive `all`.
void append_document(PagedDocument& all, PagedDocument more);

}  // namespace banxin
