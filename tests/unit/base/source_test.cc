// Places in a source: lines of a file, spans of texts that were escaped, folded or cut, and widths in a terminal.
#include "base/source.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

std::string_view spelled(const SourceSpan& span) { return span.file->text().substr(span.begin, span.end - span.begin); }

TEST(SourceFileTest, FindsLines) {
  const SourceFile file("a.yaml", "title: 一\r\nbody: 二\n\nlast");
  EXPECT_EQ(file.line_count(), 4u);
  EXPECT_EQ(file.line_text(1), "title: 一");
  EXPECT_EQ(file.line_text(3), "");
  EXPECT_EQ(file.line_text(4), "last");
  EXPECT_EQ(file.line_of(0), 1u);
  EXPECT_EQ(file.line_of(file.line_begin(2)), 2u);
  EXPECT_EQ(file.line_of(file.line_begin(2) - 1), 1u);
  EXPECT_EQ(file.line_of(1000), 4u);
}

TEST(SourceFileTest, AnEmptyFileHasOneLine) {
  const SourceFile file("a.yaml", "");
  EXPECT_EQ(file.line_count(), 1u);
  EXPECT_EQ(file.line_text(1), "");
  EXPECT_EQ(file.line_of(0), 1u);
}

TEST(SourceTextTest, ATextAsItStandsMapsByteForByte) {
  const SourceFile file("a.yaml", "title: 三十余所");
  const SourceText text(&file, "三十余所", 7);
  EXPECT_EQ(spelled(text.span()), "三十余所");
  EXPECT_EQ(spelled(text.span(3, 9)), "十余");
  EXPECT_EQ(text.part(3, 9).text(), "十余");
  EXPECT_EQ(spelled(text.part(3, 9).span(3, 6)), "余");
}

TEST(SourceTextTest, AnEscapeStandsForItsWhole) {
  const SourceFile file("a.yaml", R"("甲\u4e59丙")");
  SourceText text;
  text.append(&file, "甲", 1, 3);
  text.append(&file, "乙", 4, 6);
  text.append(&file, "丙", 10, 3);
  EXPECT_EQ(text.text(), "甲乙丙");
  EXPECT_EQ(spelled(text.span(3, 6)), "\\u4e59");
  EXPECT_EQ(spelled(text.span(0, 6)), "甲\\u4e59");
  EXPECT_EQ(spelled(text.span(6, 9)), "丙");
}

TEST(SourceTextTest, AFoldedBreakIsSkippedByTheSpansAroundIt) {
  const SourceFile file("a.yaml", "甲\n  乙");
  SourceText text;
  text.append(&file, "甲", 0, 3);
  text.append(&file, "乙", 6, 3);
  EXPECT_EQ(spelled(text.span(0, 3)), "甲");
  EXPECT_EQ(spelled(text.span(3, 6)), "乙");
  EXPECT_EQ(spelled(text.span()), "甲\n  乙");
}

TEST(SourceTextTest, AppendingAPartKeepsItsPlaces) {
  const SourceFile file("a.yaml", R"(x甲\\乙y)");
  SourceText whole;
  whole.append(&file, "甲", 1, 3);
  whole.append(&file, "\\", 4, 2);
  whole.append(&file, "乙", 6, 3);
  SourceText joined;
  joined.append(whole, 3, 7);
  joined.append(whole, 0, 3);
  EXPECT_EQ(joined.text(), "\\乙甲");
  EXPECT_EQ(spelled(joined.span(0, 1)), R"(\\)");
  EXPECT_EQ(spelled(joined.span(1, 4)), "乙");
  EXPECT_EQ(spelled(joined.span(4, 7)), "甲");
}

TEST(SourceTextTest, AnEmptyRangeHasAPlace) {
  const SourceFile file("a.yaml", "ab甲乙");
  const SourceText text(&file, "甲乙", 2);
  EXPECT_EQ(text.span(3, 3), (SourceSpan{&file, 5, 5}));
  EXPECT_EQ(text.span(6, 6), (SourceSpan{&file, 8, 8}));
}

TEST(SourceTextTest, ATextOfNoFileHasNoSpan) {
  const SourceText text("builtin");
  EXPECT_FALSE(text.span());
  EXPECT_EQ(text.part(0, 5).text(), "built");
}

TEST(SourceTextTest, KeepsTextsOfNoFileAmongOthers) {
  const SourceFile file("a.yaml", "甲乙");
  SourceText text(&file, "甲", 0);
  text.append(SourceText(" "), 0, 1);
  text.append(&file, "乙", 3, 3);
  const SourceText copy = text.part(0, text.size());
  EXPECT_EQ(copy.text(), "甲 乙");
  EXPECT_EQ(spelled(copy.span(4, 7)), "乙");
}

TEST(DisplayWidthTest, CountsTerminalCells) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("版心"), 4u);
  EXPECT_EQ(display_width("，。「」"), 8u);
  EXPECT_EQ(display_width("한글かな"), 8u);
  EXPECT_EQ(display_width("𠮷"), 2u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("か\u3099"), 2u);
  EXPECT_EQ(display_width("“ab”"), 4u);
}

}  // namespace
}  // namespace banxin
