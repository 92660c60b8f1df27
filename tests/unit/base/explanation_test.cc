// What to look for: no diagnostic without an example or a case in words, and no entry that explains nothing.
#include "base/explanation.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(Explanation, EveryCodeIsExplainedOrAWord) {
  for (const CatalogueEntry& entry : message_catalogue()) {
    EXPECT_NE(find_explanation(entry.code) != nullptr, is_word(entry.code)) << entry.code;
  }
}

TEST(Explanation, AnEntryOfACodeGoesBeforeThatOfItsFamily) {
  EXPECT_EQ(find_explanation("preflight-password")->code, "preflight-password");
  EXPECT_EQ(find_explanation("preflight-untagged")->code, "preflight-*");
  EXPECT_EQ(find_explanation("why-no-line")->code, "why-no-line");
  EXPECT_EQ(find_explanation("why-stage-s1"), nullptr);
  EXPECT_EQ(find_explanation("no-such-code"), nullptr);
}

TEST(Explanation, LeavesOutArgumentsAlone) {
  EXPECT_EQ(general_text("“{path}” in {…} has {count}: {key: value}, ${name}, {"), "“…” in {…} has …: {key: value}, $…, {");
}

}  // namespace
}  // namespace banxin
