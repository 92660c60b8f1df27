// Bleed, printer's marks and what the file is written in.
#include <gmock/gmock.h>

#include "style_fixture.h"

namespace banxin {
namespace {

using testing::ElementsAre;

class OutputKeys : public StyleTest {
 protected:
  Style style(std::vector<std::string> command_line) {
    shipped("s", "page.paper: A4\n");
    const auto result = read("s", std::move(command_line));
    EXPECT_TRUE(result) << testing::PrintToString(codes());
    return result.value_or(Style{});
  }
  PrinterMarks marks(const std::string& written) { return style({"page.marks=" + written}).page.marks; }
};

TEST_F(OutputKeys, AskForNothingByThemselves) {
  const Style plain = style({});
  EXPECT_EQ(plain.page.bleed, Length());
  EXPECT_FALSE(plain.page.marks.any());
  EXPECT_EQ(plain.output.colours, OutputStyle::Colours::automatic);
  EXPECT_EQ(plain.output.total_ink, 3000);
}

TEST_F(OutputKeys, MarksAreAllNoneOneOrSome) {
  EXPECT_EQ(marks("all"), (PrinterMarks{true, true, true, true}));
  EXPECT_EQ(marks("none"), PrinterMarks{});
  EXPECT_EQ(marks("crop"), (PrinterMarks{true, false, false, false}));
  EXPECT_EQ(marks("[colour-bar, slug, registration]"), (PrinterMarks{false, true, true, true}));
}

TEST_F(OutputKeys, UnknownMarksAreRefused) {
  shipped("s", "page.paper: A4\n");
  EXPECT_FALSE(read("s", {"page.marks=[crop, cross]"}));
  EXPECT_THAT(codes(), ElementsAre("style-value-unknown"));
}

TEST_F(OutputKeys, TakeLengthsSharesAndChoices) {
  EXPECT_EQ(style({"page.bleed=3mm"}).page.bleed, Length::from_millimetres(3));
  EXPECT_EQ(style({"output.colour=gray"}).output.colours, OutputStyle::Colours::gray);
  EXPECT_EQ(style({"output.colour=cmyk"}).output.colours, OutputStyle::Colours::cmyk);
  EXPECT_EQ(style({"output.total_ink=260%"}).output.total_ink, 2600);
}

TEST_F(OutputKeys, KeepTheSpotInkOfAColourByName) {
  shipped("s", "page.paper: A4\ncolours: {gold: {rgb: '#c8a03c', cmyk: 'spot(Gold, cmyk(0 20 60 20))'}}\ntext.title.colour: gold\n");
  const auto result = read("s");
  ASSERT_TRUE(result);
  const Colour& colour = result->of(Element::title).colour;
  EXPECT_EQ(colour.spot, "Gold");
  EXPECT_TRUE(colour.rgb && colour.cmyk);
}

}  // namespace
}  // namespace banxin
