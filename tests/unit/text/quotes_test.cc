// Curly quotes: whose are they?
#include "text/quotes.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

/// One letter for each quote in order: c(jk), l(atin), a(postrophe).
std::string kinds(std::string_view text, Locale locale = Locale::zh_hans) {
  std::string result;
  for (const ResolvedQuote& quote : resolve_quotes(text, locale))
    result += quote.kind == QuoteKind::cjk ? 'c' : quote.kind == QuoteKind::latin ? 'l' : 'a';
  return result;
}

TEST(Quotes, AreLatinWhenWesternTextStandsOnBothSidesOfBothMarks) {
  EXPECT_EQ(kinds("他说“Hello”了"), "cc");
  EXPECT_EQ(kinds("the “word” is"), "ll");
  EXPECT_EQ(kinds("the “word”, is"), "ll");
  EXPECT_EQ(kinds("He said “Hello.”"), "ll");
  EXPECT_EQ(kinds("the “字” is"), "cc");
  EXPECT_EQ(kinds("“2025”"), "ll");
  EXPECT_EQ(kinds("“Hello”，他说"), "cc");
  EXPECT_EQ(kinds("他写 “Hello” 了"), "ll");
}

TEST(Quotes, NeighbouringQuotesAreLookedThrough) {
  EXPECT_EQ(kinds("“He said ‘yes’.”"), "llll");
  EXPECT_EQ(kinds("“‘好’吗？”他问"), "cccc");
  EXPECT_EQ(kinds("“‘Yes’”"), "llll");
}

TEST(Quotes, ApostrophesFollowLetters) {
  EXPECT_EQ(kinds("don’t"), "a");
  EXPECT_EQ(kinds("students’ books"), "a");
  EXPECT_EQ(kinds("他读“Tom’s book”呢"), "cac");
  EXPECT_EQ(kinds("他读“students’ books”呢"), "cac");
  EXPECT_EQ(kinds("’好"), "c");
}

TEST(Quotes, WithoutPartnerAreCjk) {
  EXPECT_EQ(kinds("“第一段没有收尾"), "c");
  EXPECT_EQ(kinds("上一段开了头”"), "c");
  EXPECT_EQ(kinds("“”"), "cc");
  EXPECT_EQ(kinds("“前‘后”"), "ccc");
}

TEST(Quotes, AreLatinInKoreanAndWesternText) {
  EXPECT_EQ(kinds("“안녕”", Locale::ko), "ll");
  EXPECT_EQ(kinds("“Word”—‘and", Locale::other), "lll");
}

TEST(Quotes, OffsetsAreBytes) {
  const auto quotes = resolve_quotes("好“a”", Locale::zh_hans);
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].offset, 3u);
  EXPECT_EQ(quotes[1].offset, 7u);
}

}  // namespace
}  // namespace banxin
