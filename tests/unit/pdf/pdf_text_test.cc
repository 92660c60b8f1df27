// PDF objects as text.
#include "pdf/pdf_text.h"

#include <gtest/gtest.h>

namespace banxin::pdf {
namespace {

using namespace literals;

TEST(PdfText, WritesLengthsInPointsWithFourDecimals) {
  EXPECT_EQ(text_of(12_pt), "12");
  EXPECT_EQ(text_of(Length::from_points(10.5)), "10.5");
  EXPECT_EQ(text_of(Length::from_raw(1)), "0.001");
  EXPECT_EQ(text_of(Length::from_raw(-3)), "-0.0029");
  EXPECT_EQ(text_of(Length::from_millimetres(210)), "595.2754");
  EXPECT_EQ(text_of(Length()), "0");
}

TEST(PdfText, EscapesNames) {
  EXPECT_EQ(name("Plain-Name+1"), "/Plain-Name+1");
  EXPECT_EQ(name("a b#/(版"), "/a#20b#23#2F#28#E7#89#88");
}

TEST(PdfText, EscapesByteStrings) { EXPECT_EQ(byte_string("a(b)c\\d\ne\r"), "(a\\(b\\)c\\\\d\\ne\\r)"); }

TEST(PdfText, WritesTextStringsAsAsciiOrUtf16) {
  EXPECT_EQ(text_string("plain (text)"), "(plain \\(text\\))");
  EXPECT_EQ(text_string("版A"), "<FEFF72480041>");
  EXPECT_EQ(text_string("𠮷"), "<FEFFD842DFB7>");
}

TEST(PdfText, KeepsTheOrderOfADictionary) {
  EXPECT_EQ((Dictionary{{"Type", "/Page"}, {"A", "1"}, {"B", "[2]"}, {"C", "3 0 R"}, {"D", Dictionary{{"E", "(f)"}}.text()}}.text()),
            "<</Type/Page/A 1/B[2]/C 3 0 R/D<</E(f)>>>>");
}

}  // namespace
}  // namespace banxin::pdf
