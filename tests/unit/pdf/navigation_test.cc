// Outline, page labels and links.
#include "pdf/navigation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "pdf/write.h"
#include "subprocess.h"

namespace banxin::pdf {
namespace {

using namespace literals;
using testing::HasSubstr;

std::vector<Page> labelled(const std::vector<std::string>& labels) {
  std::vector<Page> pages(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    pages[i].label = labels[i];
    pages[i].trim = {100_pt, 100_pt};
  }
  return pages;
}

TEST(PageLabels, CountUpFromTheFirstOfAStretch) { EXPECT_EQ(page_labels(labelled({"1", "2", "3"})), "<</Nums[0 <</S/D/St 1>>]>>"); }

TEST(PageLabels, KeepWhatIsNoNumber) {
  EXPECT_EQ(page_labels(labelled({"iv", "7", "8", "12", "附1", ""})),
            "<</Nums[0 <</P(iv)>> 1 <</S/D/St 7>> 3 <</S/D/St 12>> 4 <</P<FEFF96440031>>> 5 <</P()>>]>>");
}

TEST(Links, AreWrittenInAscii) { EXPECT_EQ(ascii_address("https://例.cn/a b?c=1"), "https://%E4%BE%8B.cn/a%20b?c=1"); }

/// Titles of the outline as qpdf's JSON has them (children before their parent), each after as many dashes as its level is deep.
std::vector<std::string> outline_read_back(const std::string& bytes) {
  const test::TemporaryFile file(bytes);
  std::istringstream lines(test::run_program("qpdf --json=2 --json-key=outlines " + file.path()).text);
  std::vector<std::string> outline;
  constexpr std::size_t indent_of_the_first_level = 6, indent_of_a_level = 4;
  const std::string key = "\"title\": \"";
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = line.find(key), title = indent + key.size();
    if (indent == std::string::npos || indent < indent_of_the_first_level) continue;
    outline.push_back(std::string((indent - indent_of_the_first_level) / indent_of_a_level, '-') +
                      line.substr(title, line.rfind('"') - title));
  }
  return outline;
}

TEST(Outline, NestsByLevel) {
  PagedDocument document;
  document.pages = labelled({"1", "2"});
  document.outline = {{"A", 1, 0, {}}, {"a1", 2, 0, {10_pt, 20_pt}}, {"a1x", 3, 1, {}}, {"a2", 2, 1, {}}, {"B", 1, 1, {}}};
  const auto bytes = write_pdf(document, {.compress = false});
  ASSERT_TRUE(bytes);
  EXPECT_THAT(outline_read_back(*bytes), testing::ElementsAre("--a1x", "-a1", "-a2", "A", "B"));
  EXPECT_THAT(*bytes, HasSubstr("/XYZ 10 80 null"));
}

}  // namespace
}  // namespace banxin::pdf
