// What to look for: each encoding that people's texts come in is told from the others, whole files and short ones.
#include "text/decode.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace std::string_literals;

constexpr const char* sentence = "我们在河边种了三棵树。";
// The same sentence in the encodings of its readers.
const std::string gb18030 = "\xce\xd2\xc3\xc7\xd4\xda\xba\xd3\xb1\xdf\xd6\xd6\xc1\xcb\xc8\xfd\xbf\xc3\xca\xf7\xa1\xa3";
const std::string utf16_le = "\x11\x62\xec\x4e\x28\x57\xb3\x6c\xb9\x8f\xcd\x79\x86\x4e\x09\x4e\xf5\x68\x11\x68\x02\x30"s;

std::string swapped(std::string bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  return bytes;
}

TEST(DecodeText, TellsEncodingsApart) {
  struct Case {
    std::string bytes, encoding;
  };
  for (const Case& each :
       {Case{sentence, "UTF-8"}, Case{gb18030, "GB18030"}, Case{utf16_le, "UTF-16LE"}, Case{swapped(utf16_le), "UTF-16BE"}}) {
    const DecodedText decoded = decode_text(each.bytes);
    EXPECT_EQ(decoded.encoding, each.encoding);
    EXPECT_EQ(decoded.text, sentence) << each.encoding;
    EXPECT_EQ(decoded.unreadable, 0u);
    EXPECT_FALSE(decoded.byte_order_mark);
  }
}

TEST(DecodeText, TellsOtherEastAsianEncodings) {
  // 我們在河邊。今年的事 / 川のほとりに木を植えました。 / 나무를 심는 사람이다.
  EXPECT_EQ(decode_text("\xa7\xda\xad\xcc\xa6\x62\xaa\x65\xc3\xe4\xa1\x43\xa4\xb5\xa6\x7e\xaa\xba\xa8\xc6").text, "我們在河邊。今年的事");
  EXPECT_EQ(
      decode_text("\x90\xec\x82\xcc\x82\xd9\x82\xc6\x82\xe8\x82\xc9\x96\xd8\x82\xf0\x90\x41\x82\xa6\x82\xdc\x82\xb5\x82\xbd\x81\x42").text,
      "川のほとりに木を植えました。");
  EXPECT_EQ(decode_text("\xb3\xaa\xb9\xab\xb8\xa6 \xbd\xc9\xb4\xc2 \xbb\xe7\xb6\xf7\xc0\xcc\xb4\xd9.").text, "나무를 심는 사람이다.");
}

TEST(DecodeText, TakesTheByteOrderMarkAtItsWord) {
  for (const auto& [mark, bytes] :
       {std::pair("\xef\xbb\xbf"s, std::string(sentence)), std::pair("\xff\xfe"s, utf16_le), std::pair("\xfe\xff"s, swapped(utf16_le))}) {
    const DecodedText decoded = decode_text(mark + bytes);
    EXPECT_EQ(decoded.text, sentence);
    EXPECT_TRUE(decoded.byte_order_mark);
  }
}

TEST(DecodeText, TakesADeclaredEncodingThatFits) {
  EXPECT_EQ(decode_text(gb18030, "gb2312").encoding, "GB18030");
  EXPECT_EQ(decode_text(sentence, "utf-8").text, sentence);
  // A page that says GBK but was saved as UTF-16, and one that names nothing known.
  EXPECT_EQ(decode_text(utf16_le, "no-such-encoding").text, sentence);
  EXPECT_EQ(decode_text(gb18030, "utf-8").text, sentence);
}

TEST(DecodeText, ReadsTheFourByteCharactersOfGb18030) {
  EXPECT_EQ(decode_text(gb18030 + "\x95\x32\x82\x36").text, std::string(sentence) + "𠀀");
}

TEST(DecodeText, CountsWhatItCannotRead) {
  const DecodedText decoded = decode_text(std::string(sentence) + "\xff" + sentence);
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.unreadable, 1u);
  EXPECT_EQ(decoded.text, std::string(sentence) + "\ufffd" + sentence);
}

TEST(DecodeText, KnowsWhatIsNoText) {
  EXPECT_TRUE(looks_like_binary("PK\x03\x04word/document.xml"));
  EXPECT_TRUE(looks_like_binary("%PDF-1.7"));
  EXPECT_FALSE(looks_like_binary(sentence));
}

}  // namespace
}  // namespace banxin
