// The key that a wrong word was meant to be.
#include <gtest/gtest.h>

#include "unit/yaml/reading.h"

namespace banxin::yaml {
namespace {

std::string_view nearest(std::string_view written) { return nearest_key(written, article_like_schema().keys); }

TEST(NearestKey, MendsSlipsOfSpelling) {
  EXPECT_EQ(nearest("titel"), "title");
  EXPECT_EQ(nearest("tilte"), "title");
  EXPECT_EQ(nearest("tite"), "title");
  EXPECT_EQ(nearest("bylline"), "byline");
  EXPECT_EQ(nearest("footnote"), "footnotes");
  EXPECT_EQ(nearest("boby"), "body");
}

TEST(NearestKey, LooksThroughCaseAndJoints) {
  EXPECT_EQ(nearest("Title"), "title");
  EXPECT_EQ(nearest("TITLE"), "title");
  EXPECT_EQ(nearest("sub_title"), "subtitle");
  EXPECT_EQ(nearest("sub-title"), "subtitle");
  EXPECT_EQ(nearest("by line"), "byline");
  EXPECT_EQ(nearest("　title"), "title");
}

TEST(NearestKey, LooksThroughPlurals) {
  EXPECT_EQ(nearest("titles"), "title");
  EXPECT_EQ(nearest("credit"), "credits");
}

TEST(NearestKey, KnowsChineseWords) {
  EXPECT_EQ(nearest("标题"), "title");
  EXPECT_EQ(nearest("主题"), "title");
  EXPECT_EQ(nearest("署名"), "byline");
}

TEST(NearestKey, GuessesNothingFarOff) {
  EXPECT_EQ(nearest(""), "");
  EXPECT_EQ(nearest("xyzzy"), "");
  EXPECT_EQ(nearest("天气"), "");
  EXPECT_EQ(nearest("abc"), "");
  EXPECT_EQ(nearest(std::string(100'000, 't')), "");
}

}  // namespace
}  // namespace banxin::yaml
