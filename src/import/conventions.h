// What a page of news puts around its text, told by the conventions of such pages.
#pragma once

#include "import/imported_article.h"

namespace banxin {

/// Sorts the paragraphs of `article.body`: buttons and counters are left out and listed, the first line becomes the title if there is none,
/// the lines below it give source, byline and date, lines that begin with ▲ become the captions of pictures, the short lines at the end the
/// credits. What is not clearly one of these stays where it is.
void apply_conventions(ImportedArticle& article);

/// Lines numbered 一、二、三、 that are short and end without a mark become headings, when there are two or more.
void find_numbered_headings(ImportedArticle& article);

}  // namespace banxin
