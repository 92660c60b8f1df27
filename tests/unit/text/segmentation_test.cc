#include "text/segmentation.h"

#include <gmock/gmock.h>

namespace banxin {
namespace {

using ::testing::ElementsAre;

TEST(Graphemes, KeepMarksSelectorsAndJoinedEmojiTogether) {
  EXPECT_THAT(grapheme_boundaries("版e\u0301"), ElementsAre(0, 3, 6));
  EXPECT_THAT(grapheme_boundaries("葛\U000e0100x"), ElementsAre(0, 7, 8));
  EXPECT_THAT(grapheme_boundaries("👨‍👩‍👧"), ElementsAre(0, 18));
}

TEST(Graphemes, OfAnEmptyTextHaveOneEdge) { EXPECT_THAT(grapheme_boundaries(""), ElementsAre(0)); }

}  // namespace
}  // namespace banxin
