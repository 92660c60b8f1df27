// What to look for: after any edit a run that keeps what it can gives what a fresh one does, to the last byte, place and message.
#include "driver/kept_run.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "driver/typeset.h"
#include "page/dump.h"
#include "support/edited_article.h"
#include "support/random_rounds.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

std::string place_of(const SourceSpan& span) {
  return span.file == nullptr ? "-" : fmt::format("{}:{}-{}", span.file->name(), span.begin, span.end);
}

/// All that a run makes, the places in sources with it.
std::string everything_of(const TypesetResult& result) {
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics.all())
    text += place_of(diagnostic.span) + " " + diagnostic.message.text(MessageLanguage::english) + "\n";
  if (!result.document) return text;
  const PagedDocument& document = *result.document;
  text += dump_text(document);
  for (const StructureNode& node : document.structure) text += fmt::format("node {} {}\n", node.parent, place_of(node.span));
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) text += fmt::format("item {} {}\n", item.tag.node, place_of(item.span));
    for (const LinkArea& link : page.links) text += fmt::format("link {} {}\n", link.node, place_of(link.span));
  }
  return text;
}

/// Where two texts part.
std::string first_difference(const std::string& kept, const std::string& fresh) {
  const auto at = static_cast<std::size_t>(std::mismatch(kept.begin(), kept.end(), fresh.begin(), fresh.end()).first - kept.begin());
  const std::size_t line = kept.rfind('\n', at) + 1;
  return "kept: " + kept.substr(line, 200) + "\nfresh: " + fresh.substr(line, 200);
}

class KeptRunTest : public testing::Test {
 protected:
  std::unique_ptr<TypesetResult> typeset(const std::string& text, KeptRun* kept, unsigned threads = 1) {
    TypesetOptions options;
    options.style = "cases/style.yaml";
    options.kept = kept;
    options.threads = threads;
    return typesetter_.typeset({"article.yaml", root_ / "tests", text}, options);
  }

  const fs::path root_ = BANXIN_SOURCE_DIR;
  const DiskFileAccess files_;
  const Typesetter typesetter_{files_, find_data_folders(), {root_ / "tests/fonts"}};
};

/// As many when tools/torture asks for the long form.
int articles_of_each_length() {
  const char* length = std::getenv("BANXIN_TORTURE");
  return length != nullptr && std::string_view(length) == "long" ? 200 : test::random_rounds(20);
}

TEST_F(KeptRunTest, GivesWhatAFreshRunGivesAfterAThousandEdits) {
  int edits = 0;
  const int articles = articles_of_each_length();
  for (const int bodies : {1, 4, 16}) {
    for (int n = 0; n < std::max(1, articles / (bodies == 16 ? 10 : 1)); ++n) {
      const auto seed = static_cast<unsigned>(bodies * 1000 + n);
      test::EditedArticle article(seed, bodies);
      KeptRun kept;
      typeset(article.text(), &kept);
      for (int edit = 0; edit < 25; ++edit, ++edits) {
        article.edit();
        const std::string text = article.text();
        const std::string now = everything_of(*typeset(text, &kept, edit % 3 == 0 ? 2 : 1)), fresh = everything_of(*typeset(text, nullptr));
        ASSERT_TRUE(now == fresh) << "seed " << seed << ", edit " << edit << "\n" << first_difference(now, fresh);
      }
    }
  }
  EXPECT_GE(edits, test::random_rounds(1000));
}

}  // namespace
}  // namespace banxin
