#include "layout/note_marks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/article_texts.h"

namespace banxin {

namespace {

constexpr int last_circled = 50;

/// Circled numbers stand in three rows of Unicode; 0 beyond the last.
char32_t circled(int number) {
  if (number <= 20) return U'①' + static_cast<char32_t>(number - 1);
  if (number <= 35) return U'㉑' + static_cast<char32_t>(number - 21);
  return number <= last_circled ? U'㊱' + static_cast<char32_t>(number - 36) : 0;
}

/// Plain figures in the em of a circled number, smaller when they would not fit.
void set_figures(GlyphRunItem& run, int number) {
  run.text = fmt::format("{}", number);
  const Length em = run.size;
  Length width;
  const auto set = [&] {
    run.glyphs.clear();
    width = Length();
    for (std::uint32_t i = 0; i < run.text.size(); ++i) {
      const std::uint32_t glyph = run.face->nominal_glyph(static_cast<unsigned char>(run.text[i]));
      run.glyphs.push_back({glyph, width, Length(), i, i + 1});
      width += run.size.scaled(run.face->advance(glyph), run.face->units_per_em());
    }
  };
  set();
  if (width > em) {
    run.size = run.size.scaled(em.raw(), width.raw());
    set();
  }
  for (PositionedGlyph& glyph : run.glyphs) glyph.x += (em - width).scaled(1, 2);
}

void set_mark(GlyphRunItem& run, int number) {
  const char32_t character = circled(number);
  if (character == 0) return set_figures(run, number);
  PositionedGlyph glyph = run.glyphs.front();
  glyph.id = run.face->nominal_glyph(character);
  run.text = note_mark(number);
  glyph.text_begin = 0;
  glyph.text_end = static_cast<std::uint32_t>(run.text.size());
  run.glyphs = {glyph};
}

}  // namespace

std::string note_mark(int number) {
  if (number > last_circled) return fmt::format("[{}]", number);
  return utf8::encode(circled(number));
}

NoteNumbers number_notes(const Article& article, const NoteStyle& style) {
  NoteNumbers notes;
  bool called_again = false;
  for_each_text(article, [&](const RichText& text) {
    for (const InlineRun& run : text.runs) {
      if (run.markup.footnote.empty()) continue;
      const int next = static_cast<int>(notes.numbers.size()) + 1;
      called_again |= !notes.numbers.try_emplace(run.markup.footnote, next).second;
    }
  });
  notes.by_page = style.numbering == NoteStyle::Numbering::page && style.place != NoteStyle::Place::end && !called_again;
  if (!notes.by_page) return notes;
  for (auto& [name, number] : notes.numbers) number = std::min(number, last_circled);
  return notes;
}

RichText with_note_marks(const RichText& text, const NoteNumbers& notes) {
  if (std::none_of(text.runs.begin(), text.runs.end(), [](const InlineRun& run) { return !run.markup.footnote.empty(); })) return text;
  RichText result;
  for (const InlineRun& run : text.runs) {
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    const auto note = notes.numbers.find(run.markup.footnote);
    if (run.markup.footnote.empty() || note == notes.numbers.end()) {
      result.text.append(text.text, run.begin, run.end);
    } else {
      const SourceSpan place = text.text.span(run.begin, run.begin);
      result.text.append(place.file, note_mark(note->second), place.begin, 0);
    }
    result.runs.push_back({begin, static_cast<std::uint32_t>(result.text.size()), run.markup});
  }
  return result;
}

void number_by_page(PagedDocument& document) {
  for (Page& page : document.pages) {
    std::map<std::string, int> numbers;
    for (PageItem& item : page.items) {
      auto* run = std::get_if<GlyphRunItem>(&item.content);
      if (run == nullptr || item.tag.node < 0) continue;
      const std::string& note = document.structure[static_cast<std::size_t>(item.tag.node)].note;
      if (note.empty()) continue;
      const int next = static_cast<int>(numbers.size()) + 1;
      set_mark(*run, numbers.try_emplace(note, next).first->second);
    }
  }
}

}  // namespace banxin
