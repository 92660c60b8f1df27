#include "line/display.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

using namespace literals;
using ::testing::ElementsAre;
using Alignment = ParagraphShape::Alignment;

/// Composes display lines at 10 pt.
class Display : public ::testing::Test {
 protected:
  DiagnosticSink sink;
  std::optional<Galley> galley;

  void compose(const std::string& title, double ems, int max_lines, Alignment alignment = Alignment::centre,
               Locale locale = Locale::zh_hans) {
    const auto text = test::styled_text(title, 10_pt);
    DisplayShape shape;
    shape.measure = Length::from_points(ems * 10);
    shape.max_lines = max_lines;
    shape.alignment = alignment;
    galley = compose_display(text, test::shape_synthetically(*text, locale), CompositionOptions::for_locale(locale), shape, sink);
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> result;
    if (!galley) return {"does not fit"};
    for (const Line& line : galley->lines) {
      const std::uint32_t begin = galley->shaped->clusters[line.clusters.front().cluster].text_begin;
      const std::uint32_t end = galley->shaped->clusters[line.clusters.back().cluster].text_end;
      result.push_back(galley->text->text.text().substr(begin, end - begin));
    }
    return result;
  }
};

const std::string sample = "30余所院校齐聚北青政共话“党建引领首都职业教育高质量发展”";

TEST_F(Display, BreaksTheSampleHeadlineBeforeItsQuotation) {
  compose(sample, 16.5, 2);
  EXPECT_THAT(lines(), ElementsAre("30余所院校齐聚北青政共话", "“党建引领首都职业教育高质量发展”"));
}

TEST_F(Display, WantsASmallerSizeWhenTheQuotationDoesNotFit) {
  compose(sample, 13.75, 2);
  EXPECT_FALSE(galley);
}

TEST_F(Display, CentresLinesOnTheirInk) {
  compose(sample, 20, 2);
  ASSERT_EQ(galley->lines.size(), 2u);
  // 1 + 1/4 + 11 em; and 15 em with half an em for each quotation mark.
  EXPECT_EQ(galley->lines[0].ink_start, 38.75_pt);
  EXPECT_EQ(galley->lines[0].ink_end, 161.25_pt);
  EXPECT_EQ(galley->lines[1].ink_start, 20_pt);
  EXPECT_EQ(galley->lines[1].ink_end, 180_pt);
}

TEST_F(Display, TrimsOpeningMarksAtTheLeftEdge) {
  compose(sample, 16, 2, Alignment::start);
  ASSERT_EQ(galley->lines.size(), 2u);
  EXPECT_EQ(galley->lines[1].ink_start, 0_pt);
  EXPECT_EQ(galley->lines[1].clusters.front().x, -5_pt);
  compose("「數位發展」組織法", 16, 1, Alignment::start, Locale::zh_hant_tw);
  EXPECT_EQ(galley->lines[0].clusters.front().x, -5_pt);
}

TEST_F(Display, EndsLinesAtTheRightEdge) {
  compose("齐聚北青政：", 16, 1, Alignment::end);
  EXPECT_EQ(galley->lines[0].ink_end, 160_pt);
}

TEST_F(Display, NeverStretchesALine) {
  compose("我国首次火星探测任务天问一号探测器成功着陆火星", 13.75, 2);
  EXPECT_THAT(lines(), ElementsAre("我国首次火星探测任务", "天问一号探测器成功着陆火星"));
  for (const Line& line : galley->lines) EXPECT_EQ(line.report.adjustment, 0_pt);
}

TEST_F(Display, DropsTheBlankAtABreak) {
  compose("国民经济运行总体平稳　发展稳中有进", 11, 2);
  EXPECT_THAT(lines(), ElementsAre("国民经济运行总体平稳", "发展稳中有进"));
  EXPECT_EQ(galley->lines[0].text_end, galley->lines[1].text_begin);
  EXPECT_EQ(galley->lines[0].ink_end - galley->lines[0].ink_start, 100_pt);
}

TEST_F(Display, KeepsTheAuthorsLines) {
  compose("三十余所院校\n聚首北青政共话高质量发展", 13, 2);
  EXPECT_THAT(lines(), ElementsAre("三十余所院校", "聚首北青政共话高质量发展"));
  EXPECT_TRUE(galley->lines[0].last);
}

TEST_F(Display, NeitherJoinsNorBreaksTheAuthorsLinesWhileThereIsASmallerSize) {
  compose("三十余所院校\n聚首北青政\n共话高质量发展", 13, 2);
  EXPECT_FALSE(galley);
  compose("三十余所院校\n聚首北青政共话高质量发展", 10, 3);
  EXPECT_FALSE(galley);
  compose("三十余所院校\n聚首北青政共话高质量发展", 10, 0);
  EXPECT_THAT(lines(), ElementsAre("三十余所院校", "聚首北青政", "共话高质量发展"));
}

TEST_F(Display, ReportsWhatIsWiderThanTheMeasure) {
  compose("好", 0.5, 0);
  EXPECT_THAT(lines(), ElementsAre("好"));
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].message.code, "line-overfull");
}

TEST_F(Display, CutsWhatIsWiderThanTheMeasure) {
  compose("点**重", 2, 0);
  EXPECT_THAT(lines(), ElementsAre("点**", "重"));
  EXPECT_FALSE(galley->lines[0].last);
  EXPECT_TRUE(galley->lines[1].last);
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].message.arguments.front().second, "点**重");
}

TEST_F(Display, OfAnEmptyTextHasNoLines) {
  compose("", 10, 2);
  ASSERT_TRUE(galley);
  EXPECT_TRUE(galley->lines.empty());
  compose("　", 10, 2);
  ASSERT_TRUE(galley);
  EXPECT_TRUE(galley->lines.empty());
}

}  // namespace
}  // namespace banxin
