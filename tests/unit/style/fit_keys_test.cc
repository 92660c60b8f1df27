// `fit`: what the article shall fill, and what may be changed for it.
#include <gmock/gmock.h>

#include "style/style_keys.h"
#include "style_fixture.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using What = FitLimit::What;

class FitKeys : public StyleTest {
 protected:
  FitStyle fit(std::vector<std::string> command_line) {
    shipped("s", "page.paper: A4\n");
    const auto style = read("s", std::move(command_line));
    EXPECT_TRUE(style) << testing::PrintToString(codes());
    return style ? style->fit : FitStyle{};
  }
};

TEST_F(FitKeys, WantNothingByThemselves) {
  const FitStyle none = fit({});
  EXPECT_FALSE(none.pages || none.columns);
  EXPECT_EQ(none.adjust, default_fit_limits());
  EXPECT_THAT(none.adjust, ElementsAre(FitLimit{What::pitch, -80, 120}, FitLimit{What::images, -250, 150}, FitLimit{What::size, -80, 80},
                                       FitLimit{What::tracking, -20, 30}));
}

TEST_F(FitKeys, TakeANumberOrARange) {
  EXPECT_EQ(fit({"fit.pages=2"}).pages, (CountRange{2, 2}));
  EXPECT_EQ(fit({"fit={pages: 1..3}"}).pages, (CountRange{1, 3}));
  EXPECT_EQ(fit({"fit.columns=4"}).columns, (CountRange{4, 4}));
  EXPECT_FALSE(fit({"fit.pages=2", "fit.pages=none"}).pages);
}

TEST_F(FitKeys, TakePagesOrColumnsWhicheverIsSetMoreStrongly) {
  const FitStyle pages = fit({"fit.columns=4", "fit.pages=2"}), columns = fit({"fit.pages=2", "fit.columns=4"});
  EXPECT_TRUE(pages.pages && !pages.columns);
  EXPECT_TRUE(columns.columns && !columns.pages);
  EXPECT_FALSE(read("s", {"fit={pages: 2, columns: 4}"}));
  EXPECT_THAT(codes(), ElementsAre("style-fit-twice"));
}

TEST_F(FitKeys, TakeNamesInOrderWithTheUsualLimits) {
  EXPECT_THAT(fit({"fit.adjust=[size, pitch]"}).adjust, ElementsAre(FitLimit{What::size, -80, 80}, FitLimit{What::pitch, -80, 120}));
  EXPECT_THAT(fit({"fit.adjust=pitch"}).adjust, ElementsAre(FitLimit{What::pitch, -80, 120}));
}

TEST_F(FitKeys, TakeLimitsInOrder) {
  EXPECT_THAT(fit({"fit.adjust={images: [-20%, 10%], pitch: 6%, tracking: 0}"}).adjust,
              ElementsAre(FitLimit{What::images, -200, 100}, FitLimit{What::pitch, -60, 60}, FitLimit{What::tracking, 0, 0}));
}

TEST_F(FitKeys, ReplaceTheWholeOrderOfAStyleExtended) {
  shipped("base", "fit: {pages: 2, adjust: {pitch: 5%, size: 3%}}\n");
  shipped("derived", "extends: base\nfit:\n  adjust: [images]\n");
  const auto style = read("derived");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->fit.pages, (CountRange{2, 2}));
  EXPECT_THAT(style->fit.adjust, ElementsAre(FitLimit{What::images, -250, 150}));
}

TEST_F(FitKeys, ScaleOfPicturesIsAShare) {
  shipped("s", "images.scale: 80%\n");
  EXPECT_EQ(read("s")->images.scale, 800);
}

struct Fault {
  const char *setting, *code, *at;
};
class FitFaults : public StyleTest, public testing::WithParamInterface<Fault> {};

TEST_P(FitFaults, AreSaidAtTheirPlace) {
  shipped("s", "page.paper: A4\n");
  EXPECT_FALSE(read("s", {GetParam().setting}));
  ASSERT_THAT(codes(), ElementsAre(GetParam().code));
  EXPECT_EQ(text_at(sink_.all()[0].span), GetParam().at);
}

INSTANTIATE_TEST_SUITE_P(
    Style, FitFaults,
    testing::Values(
        Fault{"fit.pages=two", "style-value-count-range", "two"}, Fault{"fit.pages=0", "style-value-count-range", "0"},
        Fault{"fit.pages=3..2", "style-value-count-range", "3..2"}, Fault{"fit.pages=1..", "style-value-count-range", "1.."},
        Fault{"fit.pages=1...2", "style-value-count-range", "1...2"}, Fault{"fit.columns=1001", "style-value-count-range", "1001"},
        Fault{"fit.adjust=[pitch, sise]", "style-value-unknown", "sise"},
        Fault{"fit.adjust=[pitch, pitch]", "style-fit-adjust-twice", "pitch"},
        Fault{"fit.adjust={pitches: 8%}", "style-value-unknown", "pitches"}, Fault{"fit.adjust={pitch: 60%}", "style-value-range", "60%"},
        Fault{"fit.adjust={pitch: [5%, 8%]}", "style-value-range", "5%"}, Fault{"fit.adjust={pitch: [-5%]}", "style-fit-limit", "[-5%]"},
        Fault{"fit.adjust={size: a bit}", "style-value-number", "a bit"}, Fault{"images.scale=0", "style-value-range", "0"}));

}  // namespace
}  // namespace banxin
