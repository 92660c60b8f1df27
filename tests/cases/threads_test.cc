// However many threads set an article, its pages and what is said of it are the same.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "driver/typeset.h"
#include "page/dump.h"
#include "support/random_article.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

class ThreadsOnSamples : public testing::TestWithParam<fs::path> {};

std::vector<std::string> said_of(const TypesetResult& result) {
  std::vector<std::string> said;
  for (const Diagnostic& diagnostic : result.diagnostics.all())
    said.push_back(std::to_string(diagnostic.span.begin) + " " + diagnostic.message.text(MessageLanguage::english));
  return said;
}

/// The sample, behind it paragraphs with something to say of each: characters that no font has.
std::string with_strange_paragraphs(std::string article) {
  const std::size_t body = article.find("body: |\n");
  if (body == std::string::npos) return article;
  std::string strange;
  for (int i = 0; i < 40; ++i)
    strange += "  第" + std::to_string(i) + "段里有一个谁也没有的字：\U00016F00，后面还有一些字，把这一段排成两行三行。\n";
  return article.insert(body + 8, strange);
}

TEST_P(ThreadsOnSamples, ManyMakeTheSamePagesAsOne) {
  const DiskFileAccess files;
  const Typesetter typesetter(files, find_data_folders(), {});
  const ArticleInput input{GetParam().filename().string(), GetParam().parent_path(),
                           with_strange_paragraphs(*files.read(GetParam(), 1 << 20))};
  TypesetOptions options;
  const auto alone = typesetter.typeset(input, options);
  ASSERT_TRUE(alone->document);
  for (const unsigned threads : {2u, 8u}) {
    options.threads = threads;
    const auto together = typesetter.typeset(input, options);
    ASSERT_TRUE(together->document);
    EXPECT_EQ(dump_text(*together->document), dump_text(*alone->document)) << threads << " threads";
    EXPECT_EQ(said_of(*together), said_of(*alone)) << threads << " threads";
  }
}

/// The bodies of four random articles in one, each with a note at its end, so that there is enough text for more than one thread. In every
/// other article each begins a page: chapters are searched side by side.
std::string long_random_article(unsigned seed) {
  constexpr std::string_view body = "body:\n";
  std::string article = test::random_article(seed), notes = "footnotes:\n";
  for (unsigned i = 1; i <= 4; ++i) {
    article += fmt::format("  - 这一部分的最后一段里有一条注[^{}]。\n", i);
    notes += fmt::format("  {0}: 第{0}条注，说的是上面那一句。\n", i);
    if (i == 4) break;
    if (seed % 2 == 0) article += "  - break: page\n";
    const std::string other = test::random_article(seed + i * 10'000);
    article += other.substr(other.find(body) + body.size());
  }
  return article + notes;
}

/// 500 when tools/torture asks for the long form.
unsigned random_articles() {
  const char* length = std::getenv("BANXIN_TORTURE");
  return length != nullptr && std::string_view(length) == "long" ? 500 : 50;
}

TEST(Threads, ManyMakeTheSamePagesAsOneOfRandomArticles) {
  const DiskFileAccess files;
  const fs::path source = BANXIN_SOURCE_DIR;
  const Typesetter typesetter(files, find_data_folders(), {source / "tests/fonts"});
  TypesetOptions options;
  options.style = (source / "tests/cases/style.yaml").string();
  options.roots = {source / "tests/cases"};
  for (unsigned seed = 0; seed < random_articles(); ++seed) {
    const ArticleInput input{"article.yaml", source, long_random_article(seed)};
    options.threads = 1;
    const auto alone = typesetter.typeset(input, options);
    ASSERT_TRUE(alone->document) << "seed " << seed;
    const std::string pages = dump_text(*alone->document);
    for (const unsigned threads : {2u, 8u}) {
      options.threads = threads;
      const auto together = typesetter.typeset(input, options);
      ASSERT_TRUE(together->document);
      ASSERT_EQ(dump_text(*together->document), pages) << threads << " threads, seed " << seed;
      ASSERT_EQ(said_of(*together), said_of(*alone)) << threads << " threads, seed " << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, ThreadsOnSamples, testing::ValuesIn([] {
                           std::vector<fs::path> samples;
                           for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(BANXIN_SOURCE_DIR) / "content")) {
                             if (entry.path().extension() == ".yaml") samples.push_back(entry.path());
                           }
                           std::sort(samples.begin(), samples.end());
                           return samples;
                         }()),
                         [](const testing::TestParamInfo<fs::path>& sample) {
                           std::string name = sample.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace banxin
