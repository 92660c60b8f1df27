// Texts as they come, made fit to print: characters that no page can show are left out, with a word about each.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace banxin {

/// `text` without control characters, byte order marks and other code points that stand for no character, each reported once. Line
/// separators (U+2028, U+2029, U+0085, form feed, vertical tab) become line feeds. Tabs become four spaces at the head of a line and one
/// elsewhere. Zero-width characters stay.
SourceText printable(const SourceText& text, DiagnosticSink& sink);

/// How many bytes of white space `text` begins with.
std::size_t leading_space(std::string_view text);

/// `text` without white space at its end.
std::string_view without_trailing_space(std::string_view text);

/// Whether nothing of `text` shows: white space and zero-width characters only.
bool is_blank(std::string_view text);

/// Adds a line to a text that goes on: with a space between them, or with none where East Asian characters meet (the break is
/// `[break_begin, break_end)` of `source`, and so is the line after it).
void join_line(SourceText& text, const SourceText& source, std::size_t break_begin, std::size_t line_begin, std::size_t line_end);

}  // namespace banxin
