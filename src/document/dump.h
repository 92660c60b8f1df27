// An article as text, for tests: every block and every run of markup.
#pragma once

#include <string>

#include "document/article.h"

namespace banxin {

/// A text with its markup in brackets: `⟨s:strong⟩`, `⟨e:emphasis⟩`, `⟨se:both⟩`, `c` code, `m` marked, `^` and `_` super- and subscript,
/// `u` and `w` a name with a straight or wavy line, `⟨l=target:link⟩`, `⟨L=en:language⟩`, `⟨f=mark:⟩` footnote.
std::string dump_rich_text(const RichText& text);

/// One line for each key that is set, then the blocks of the body, what stands inside a block indented by two spaces.
std::string dump_article(const Article& article);

}  // namespace banxin
