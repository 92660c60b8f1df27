// UTF-8: decoding forwards and backwards, and what is not well-formed.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace banxin::utf8 {
namespace {

TEST(Utf8Test, EncodesAndDecodesEveryLength) {
  for (const char32_t c : {U'\0', U'A', U'\x7f', U'\x80', U'é', U'\x7ff', U'\x800', U'版', U'\xffff', U'\x10000', U'𠮷', U'\x10ffff'}) {
    const std::string text = encode(c);
    std::size_t offset = 0;
    EXPECT_EQ(decode(text, offset), c);
    EXPECT_EQ(offset, text.size());
    EXPECT_EQ(decode_before(text, offset), c);
    EXPECT_EQ(offset, 0u);
    EXPECT_EQ(first_error(text), std::nullopt);
  }
}

TEST(Utf8Test, DecodesAText) { EXPECT_EQ(decode_all("a版𠮷"), U"a版𠮷"); }

TEST(Utf8Test, IllFormedBytesAreFoundAndReplacedOneByOne) {
  struct Case {
    const char* what;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"a continuation byte alone", "\x80"},
      {"an overlong slash", "\xc0\xaf"},
      {"an overlong form of three bytes", "\xe0\x80\xaf"},
      {"an overlong form of four bytes", "\xf0\x80\x80\xaf"},
      {"a surrogate", "\xed\xa0\x80"},
      {"more than U+10FFFF", "\xf4\x90\x80\x80"},
      {"a lead byte that does not exist", "\xff"},
      {"a character cut short", "\xe7\x89"},
      {"GB18030 for 版", "\xb0\xe6"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(first_error("ab" + c.text), 2u);
    const std::u32string decoded = decode_all(c.text);
    EXPECT_EQ(decoded, std::u32string(c.text.size(), replacement_character));
  }
}

TEST(Utf8Test, DecodeBeforeMovesByOneOverIllFormedBytes) {
  const std::string text = "版\x80";
  std::size_t offset = text.size();
  EXPECT_EQ(decode_before(text, offset), replacement_character);
  EXPECT_EQ(offset, 3u);
  EXPECT_EQ(decode_before(text, offset), U'版');
  EXPECT_EQ(offset, 0u);
}

}  // namespace
}  // namespace banxin::utf8
