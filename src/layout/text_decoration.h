// What is drawn beside and behind the characters of a line: emphasis dots, lines under names, the tint of marked text.
#pragma once

#include "layout/emit.h"

namespace banxin {

/// Tints behind the marked text of a line whose measure starts at `origin` (on the baseline): to be drawn before its glyphs. A tint covers
/// the em boxes, the gaps between them, and a little more; it is no part of the text (an Artifact).
void emit_tints(const Galley& galley, const Line& line, Point origin, PageSink sink);

/// The lines under names and titles of works (专名号, 书名号甲式): .12 em below the em boxes, .05 em thick, as long as their text with its
/// gaps; names that touch leave a break between their lines (composition rules 10.5). They repeat no text (Artifacts).
void emit_name_lines(const Galley& galley, const Line& line, Point origin, PageSink sink);

/// Emphasis dots of the line: one centred on each character that carries them, below in Chinese, above in Japanese and Korean. They repeat
/// no text (Artifacts).
void emit_emphasis_dots(const Galley& galley, const Line& line, Point origin, PageSink sink);

}  // namespace banxin
