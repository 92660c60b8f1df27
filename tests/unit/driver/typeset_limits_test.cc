// What one article may take of time and of memory for pictures, at the edge and past it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "driver/typeset.h"

namespace banxin {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class TypesetLimits : public testing::Test {
 protected:
  std::unique_ptr<TypesetResult> typeset(const std::string& body, TypesetOptions options) {
    options.style = "../cases/style.yaml";
    options.roots = {root_ / "tests"};
    return typesetter_.typeset({"article.yaml", root_ / "tests/diagnostics", "title: 题\nbody: |\n  " + body + "\n"}, options);
  }

  static std::vector<std::string> codes(const TypesetResult& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) codes.push_back(diagnostic.message.code);
    return codes;
  }

  std::filesystem::path root_ = BANXIN_SOURCE_DIR;
  DiskFileAccess files_;
  Typesetter typesetter_{files_, find_data_folders(), {root_ / "tests/fonts"}};
};

TEST_F(TypesetLimits, PicturesThatHoldTooMuchMemoryBecomePlaceholders) {
  constexpr std::size_t pixels = 160 * 120;  // gray
  TypesetOptions options;
  options.picture_memory = pixels;
  EXPECT_THAT(codes(*typeset("![图](small.png)", options)), Not(Contains("driver-pictures-too-large")));
  options.picture_memory = pixels - 1;
  const auto result = typeset("![图](small.png)", options);
  EXPECT_THAT(codes(*result), Contains("driver-pictures-too-large"));
  EXPECT_TRUE(result->document);
  const Diagnostic& said = result->diagnostics.all().front();
  ASSERT_TRUE(said.span);
  EXPECT_EQ(said.span.file->line_of(said.span.begin), 3u);
}

TEST_F(TypesetLimits, PastItsTimeAnArticleIsAnErrorAndHasNoPages) {
  TypesetOptions options;
  options.time_limit = std::chrono::milliseconds(0);
  for (const unsigned threads : {1u, 4u}) {
    options.threads = threads;
    std::string paragraphs;
    for (int i = 0; i < 100; ++i) paragraphs += "三天赛事，四项纪录，看台上下都是人，旗子也多。\n  ";
    const auto result = typeset(paragraphs, options);
    EXPECT_THAT(codes(*result), ElementsAre("driver-out-of-time"));
    EXPECT_FALSE(result->document);
  }
  options.time_limit = std::chrono::minutes(10);
  EXPECT_TRUE(typeset("一段。", options)->document);
}

}  // namespace
}  // namespace banxin
