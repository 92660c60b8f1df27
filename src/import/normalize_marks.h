// Half-width marks beside Han and kana made full-width.
#pragma once

#include "import/imported_article.h"

namespace banxin {

/// How many marks were widened. Code, raised and lowered text and the addresses of links keep theirs.
std::size_t widen_marks(ImportedArticle& article);

}  // namespace banxin
