// What to look for: every note has its number, and the number its mark, whatever the text calls for first.
#include "layout/note_marks.h"

#include <gtest/gtest.h>

#include "layout/notes.h"

namespace banxin {
namespace {

using namespace literals;

TEST(NoteMark, IsCircledToFifty) {
  EXPECT_EQ(note_mark(1), "①");
  EXPECT_EQ(note_mark(20), "⑳");
  EXPECT_EQ(note_mark(21), "㉑");
  EXPECT_EQ(note_mark(35), "㉟");
  EXPECT_EQ(note_mark(36), "㊱");
  EXPECT_EQ(note_mark(50), "㊿");
  EXPECT_EQ(note_mark(51), "[51]");
}

/// A paragraph of one character and the marks of notes behind it.
Block paragraph(const std::vector<std::string>& notes) {
  RichText text;
  text.text = SourceText("水");
  text.runs.push_back({0, 3, {}});
  for (const std::string& note : notes) {
    InlineMarkup markup;
    markup.footnote = note;
    text.runs.push_back({3, 3, markup});
  }
  return {Paragraph{text}, {}};
}

Article article(const std::vector<std::vector<std::string>>& paragraphs) {
  Article result;
  for (const auto& notes : paragraphs) result.body.push_back(paragraph(notes));
  return result;
}

TEST(NoteNumbers, FollowTheText) {
  NoteStyle style;
  style.numbering = NoteStyle::Numbering::article;
  const NoteNumbers notes = number_notes(article({{"b"}, {"a", "c"}}), style);
  EXPECT_EQ(notes.numbers.at("b"), 1);
  EXPECT_EQ(notes.numbers.at("a"), 2);
  EXPECT_EQ(notes.numbers.at("c"), 3);
  EXPECT_FALSE(notes.by_page);
}

TEST(NoteNumbers, HoldForTheArticleWhereANoteIsCalledForAgain) {
  EXPECT_TRUE(number_notes(article({{"a"}, {"b"}}), {}).by_page);
  EXPECT_FALSE(number_notes(article({{"a"}, {"a"}}), {}).by_page);
  EXPECT_EQ(number_notes(article({{"a"}, {"a"}}), {}).numbers.size(), 1u);
}

TEST(NoteNumbers, HoldForTheArticleAtItsEnd) {
  NoteStyle style;
  style.place = NoteStyle::Place::end;
  EXPECT_FALSE(number_notes(article({{"a"}, {"b"}}), style).by_page);
}

TEST(NoteMarks, StandWhereTheAuthorWroteThem) {
  const Article source = article({{"a", "b"}});
  const RichText marked = with_note_marks(std::get<Paragraph>(source.body[0].content).text, number_notes(source, {}));
  EXPECT_EQ(marked.plain(), "水①②");
  ASSERT_EQ(marked.runs.size(), 3u);
  EXPECT_EQ(marked.runs[2].begin, 6u);
  EXPECT_EQ(marked.runs[2].end, 9u);
}

TEST(NoteMeasure, IsWholeCharacters) {
  EXPECT_EQ(note_measure(306_pt, 7_pt), 301_pt) << "43 characters, 5 left (composition rules 11a)";
  EXPECT_EQ(note_measure(315_pt, 7_pt), 315_pt) << "45 characters (11b)";
}

}  // namespace
}  // namespace banxin
