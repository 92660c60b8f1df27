#include "text/markup_character.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(MarkupCharacter, KnowsPunctuationAndSymbols) {
  for (const char32_t c : U"!*。，“”（—…·$￥＋😀") {
    EXPECT_TRUE(c == 0 || is_punctuation_or_symbol(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : U"a5文あ가　 ") EXPECT_FALSE(is_punctuation_or_symbol(c)) << static_cast<unsigned>(c);
}

TEST(MarkupCharacter, KnowsTheSidesOfBrackets) {
  EXPECT_TRUE(is_opening_mark(U'（'));
  EXPECT_TRUE(is_opening_mark(U'“'));
  EXPECT_FALSE(is_opening_mark(U'”'));
  EXPECT_TRUE(is_closing_mark(U'》'));
  EXPECT_TRUE(is_closing_mark(U'’'));
  EXPECT_FALSE(is_closing_mark(U'。'));
  EXPECT_FALSE(is_opening_mark(U'"') || is_closing_mark(U'"'));
}

TEST(MarkupCharacter, KnowsEastAsianCharacters) {
  for (const char32_t c : U"文あア가，（ｱＡ𠮷") {
    EXPECT_TRUE(c == 0 || is_east_asian(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : U"a5“—é😀") EXPECT_FALSE(is_east_asian(c)) << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace banxin
