// Bytes that are no UTF-8, named by what they are; limits on size, nesting and number.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/yaml/reading.h"
#include "yaml/encoding.h"

namespace banxin::yaml {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// `title: 职业教育` and a line more.
constexpr const char* gb18030_article = "title: \xd6\xb0\xd2\xb5\xbd\xcc\xd3\xfd\nsource: \xb1\xbe\xbf\xaf\n";

std::string utf16(std::u16string_view text, bool big_endian, bool with_mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xff), high = static_cast<char>(unit >> 8);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  if (with_mark) put(0xfeff);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

TEST(Encoding, NamesGb18030) {
  const Reading reading(gb18030_article);
  ASSERT_THAT(reading.codes(), ElementsAre("yaml-gb18030"));
  EXPECT_EQ(reading.place(0), "1:8");
  EXPECT_NE(reading.hints(0).find("iconv -f GB18030"), std::string::npos);
}

TEST(Encoding, NamesGb18030WithFourByteCharacters) {
  // 㐀 beyond the two-byte part.
  EXPECT_THAT(Reading(std::string(gb18030_article) + "byline: \x81\x39\xee\x39\xcb\xef\n").codes(), ElementsAre("yaml-gb18030"));
}

TEST(Encoding, NamesUtf16) {
  for (const bool big_endian : {false, true}) {
    for (const bool with_mark : {false, true}) {
      EXPECT_THAT(Reading(utf16(u"title: 职业教育论坛\nbody: 五月十二日\n", big_endian, with_mark)).codes(), ElementsAre("yaml-utf16"));
    }
  }
}

TEST(Encoding, PointsAtTheFirstBadByte) {
  const Reading latin("title: caf\xe9\nsource: x\n");
  ASSERT_THAT(latin.codes(), ElementsAre("yaml-bad-utf8"));
  EXPECT_EQ(latin.place(0), "1:11");
  EXPECT_THAT(Reading("title: \xed\xa0\x80\n").codes(), ElementsAre("yaml-bad-utf8"));
  EXPECT_THAT(Reading("title: 职\xe4\xb8").codes(), ElementsAre("yaml-bad-utf8"));
}

TEST(Encoding, RefusesControlCharacters) {
  EXPECT_THAT(Reading("title: a\x07"
                      "b\n")
                  .codes(),
              ElementsAre("yaml-control-character"));
  EXPECT_THAT(Reading(std::string("title: a\0b\n", 11)).codes(), ElementsAre("yaml-control-character"));
  EXPECT_THAT(Reading("title: a\rbody: b\n").codes(), ElementsAre("yaml-control-character"));
  EXPECT_THAT(Reading("title: a\u0081b\n").codes(), ElementsAre("yaml-control-character"));
  EXPECT_THAT(Reading("title: a\tb\u0085\u2028\u00a0\ufeff\n").codes(), IsEmpty());
}

TEST(Limits, BoundTheBytes) {
  Limits limits;
  limits.bytes = 9;
  EXPECT_THAT(Reading("title: 12\n", article_like_schema(), limits).codes(), ElementsAre("yaml-too-large"));
  limits.bytes = 10;
  EXPECT_THAT(Reading("title: 12\n", article_like_schema(), limits).codes(), IsEmpty());
}

TEST(Limits, BoundTheNesting) {
  Limits limits;
  limits.nesting = 8;
  const auto nested = [](std::size_t depth) {
    std::string block, flow, dots = "a";
    for (std::size_t i = 0; i < depth; ++i) block += "- ", flow += "[";
    for (std::size_t i = 1; i < depth; ++i) dots += ".a";
    return std::vector<std::string>{block + "x\n", flow + "x" + std::string(depth, ']') + "\n", dots + ": x\n"};
  };
  const Shape dotted = {Shape::Kind::any, {}, nullptr, true};
  for (const std::string& source : nested(8)) EXPECT_THAT(Reading(source, dotted, limits).codes(), IsEmpty()) << source;
  for (const std::string& source : nested(9)) EXPECT_THAT(Reading(source, dotted, limits).codes(), ElementsAre("yaml-too-deep")) << source;
  const std::vector<std::string> deep = nested(500'000);
  EXPECT_THAT(Reading(deep[0], dotted, limits).codes(), ElementsAre("yaml-too-deep"));
  EXPECT_THAT(Reading(deep[1], dotted, limits).codes(), ElementsAre("yaml-too-deep"));
  EXPECT_TRUE(Reading(deep[2], dotted, limits).sink.has_errors());
}

TEST(Limits, BoundTheValues) {
  Limits limits;
  limits.values = 100;
  std::string source = "credits:\n";
  for (int i = 0; i < 97; ++i) source += "  - x\n";  // with the key, the mapping and the list: 100
  EXPECT_THAT(Reading(source, article_like_schema(), limits).codes(), IsEmpty());
  EXPECT_THAT(Reading(source + "  - x\n", article_like_schema(), limits).codes(), ElementsAre("yaml-too-many-values"));
}

TEST(Limits, StopAfterTooManyErrors) {
  std::string source = "credits:\n";
  for (int i = 0; i < 5000; ++i) source += "  - *某*\n";
  const Reading reading(source);
  EXPECT_LT(reading.sink.all().size(), 300u);
  EXPECT_THAT(reading.codes(), Contains("yaml-too-many-errors"));
}

}  // namespace
}  // namespace banxin::yaml
