// An imported article as the YAML that `build` reads.
#pragma once

#include <string>

#include "import/imported_article.h"

namespace banxin {

/// The article file, ending with a line break. Every text is quoted or escaped where YAML or Markdown would read more into it.
std::string written_article(const ImportedArticle& article);

}  // namespace banxin
