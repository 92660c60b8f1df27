#include "document/language_tag.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

struct Case {
  const char* written;
  const char* tag;
};

TEST(LanguageTag, GivesTheUsualSpelling) {
  constexpr Case cases[] = {{"zh-Hans", "zh-Hans"}, {"zh-hant-tw", "zh-Hant-TW"}, {"ZH-CN", "zh-CN"}, {"ja", "ja"},
                            {"es-419", "es-419"},   {"en-x-ab", "en-x-ab"},       {"KO-kr", "ko-KR"}, {"sl-rozaj", "sl-rozaj"}};
  for (const Case& example : cases) {
    DiagnosticSink sink;
    EXPECT_EQ(read_language_tag(SourceText(example.written), sink), example.tag) << example.written;
    EXPECT_TRUE(sink.all().empty());
  }
}

TEST(LanguageTag, SaysWhatWasMeant) {
  constexpr Case cases[] = {{"cn", "zh-Hans"}, {"JP", "ja"},     {"中文", "zh-Hans"}, {"zh_tw", "zh-TW"}, {"english", "en"},
                            {"z", ""},         {"zh--Hans", ""}, {"zh Hans", ""},     {"", ""},           {"languages1", ""}};
  for (const Case& example : cases) {
    DiagnosticSink sink;
    EXPECT_FALSE(read_language_tag(SourceText(example.written), sink)) << example.written;
    ASSERT_EQ(sink.error_count(), 1U) << example.written;
    const std::vector<Message>& hints = sink.all()[0].hints;
    EXPECT_EQ(hints.empty() ? "" : hints[0].arguments[0].second, example.tag) << example.written;
  }
}

}  // namespace
}  // namespace banxin
