// Outline, page labels and links.
#include "pdf/navigation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

/// The outline as qpdf reads it back: titles, indented by level.
TEST(Outline, NestsByLevel) {
  PagedDocument document;
  document.pages = labelled({"1", "2"});
  document.outline = {{"A", 1, 0, {}}, {"a1", 2, 0, {10_pt, 20_pt}}, {"a1x", 3, 1, {}}, {"a2", 2, 1, {}}, {"B", 1, 1, {}}};
  const auto bytes = write_pdf(document, {.compress = false});
  ASSERT_TRUE(bytes);
  const test::TemporaryFile file(*bytes);
  const std::string read = test::run_program("mutool show " + file.path() + " outline").text;
  for (const char* line : {"\"A\"", "\t\"a1\"", "\t\t\"a1x\"", "\t\"a2\"", "\"B\""}) EXPECT_THAT(read, HasSubstr(line));
  EXPECT_THAT(*bytes, HasSubstr("/XYZ 10 80 null"));
}

}  // namespace
}  // namespace banxin::pdf
