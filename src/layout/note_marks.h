// The marks of footnotes: ① to ㊿, raised, where the author wrote them, and their numbers from page to page.
#pragma once

#include <map>
#include <string>

#include "document/article.h"
#include "page/page.h"
#include "style/style.h"

namespace banxin {

/// ① to ㊿; from 51 on `[51]`.
std::string note_mark(int number);

/// Numbers of an article's notes, by what the author calls them, in the order in which the text calls for them.
struct NoteNumbers {
  std::map<std::string, int, std::less<>> numbers;
  bool by_page = false;  ///< they begin anew on every page: until pages are made, they stand for marks of the same width
};

/// Numbers begin anew on every page where the style wants that, unless the notes stand at the end or one is called for again: its number
/// must hold for the whole article then.
NoteNumbers number_notes(const Article& article, const NoteStyle& style);

/// The text with its marks in it.
RichText with_note_marks(const RichText& text, const NoteNumbers& notes);

/// Gives the marks of each page, and the notes they belong to, their numbers on the page. All circled numbers are one em wide, so that
/// nothing moves.
void number_by_page(PagedDocument& document);

}  // namespace banxin
