// The article that `banxin new` begins with: content/starter/article.yaml, built into the program.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace banxin {

/// The article with the comments of one language: its lines `#en …` or `#zh …` without that mark, those of the other left out.
std::string starter_article(MessageLanguage language);

}  // namespace banxin
