// The styles that ship, by the figures of their design.
#include <gmock/gmock.h>

#include <algorithm>

#include "style/furniture.h"
#include "style/read_style.h"
#include "style/type_area.h"

namespace banxin {
namespace {

using namespace literals;
using testing::ElementsAre;

class ShippedStyle : public testing::Test {
 protected:
  Style read(const std::string& name, std::vector<std::string> set = {}) {
    StyleRequest request;
    request.name = SourceText(name);
    request.article_folder = BANXIN_SOURCE_DIR "/content";
    request.styles_folder = BANXIN_SOURCE_DIR "/styles";
    request.command_line_set = std::move(set);
    request.language = "zh-Hans";
    DiskFileAccess files;
    DiagnosticSink sink;
    auto style = read_style(request, files, ReadableRoots(files, {request.article_folder}), style_files_, sink);
    for (const Diagnostic& diagnostic : sink.all()) ADD_FAILURE() << diagnostic.message.text(MessageLanguage::english);
    return style.value_or(Style{});
  }

  static const FurnitureItem& item(const Style& style, std::string_view name) {
    const auto found = std::find_if(style.furniture.begin(), style.furniture.end(), [&](const FurnitureItem& i) { return i.name == name; });
    EXPECT_NE(found, style.furniture.end()) << name;
    return *found;
  }

  StyleFiles style_files_;
};

TEST_F(ShippedStyle, NewspaperGrid) {
  const Style style = read("newspaper");
  const TypeArea area = type_area(style);
  EXPECT_EQ(area.characters, 17);
  EXPECT_EQ(area.lines, 56);
  EXPECT_EQ(area.area.width, 495_pt);
  EXPECT_EQ(area.area.height, 724_pt);
  EXPECT_EQ(area.area.y, 62_pt);
  EXPECT_NEAR(style.page.margin_inner.points(), 50.14, 0.005);
  EXPECT_NEAR(style.page.margin_outer.points(), 50.14, 0.005);
  EXPECT_NEAR(style.page.margin_bottom.points(), 55.89, 0.005);
  EXPECT_EQ(style.grid.pitch, 13_pt);
  EXPECT_EQ(style.columns.gap, 18_pt);
  EXPECT_EQ(style.columns.rule, 0.25_pt);
  EXPECT_EQ(style.orphan_lines, 1);
  EXPECT_EQ(style.widow_lines, 2);
}

TEST_F(ShippedStyle, NewspaperType) {
  const Style style = read("newspaper");
  const TextStyle& title = style.of(Element::title);
  EXPECT_THAT(title.sizes, ElementsAre(36_pt, 30_pt, 26_pt, 24_pt, 22_pt));
  EXPECT_EQ(title.pitch, 45.72_pt);
  EXPECT_EQ(title.weight, 900);
  EXPECT_EQ(title.max_lines, 2);
  EXPECT_TRUE(title.by_sense);
  EXPECT_EQ(title.align, Alignment::centre);
  EXPECT_EQ(title.indent, 0);
  EXPECT_EQ(style.of(Element::kicker).size, 14_pt);
  EXPECT_EQ(style.of(Element::kicker).weight, 400);
  EXPECT_EQ(style.of(Element::kicker).max_of_title, 500);
  EXPECT_EQ(style.of(Element::subtitle).font, FontRole::kai);
  EXPECT_EQ(style.of(Element::subtitle).weight, 400);
  EXPECT_EQ(style.of(Element::body).indent, 2000);
  EXPECT_EQ(style.of(Element::body).align, Alignment::justify);
  EXPECT_EQ(style.of(Element::heading2).tracking, 55);  // 0.6 pt of 11
  EXPECT_EQ(style.of(Element::heading2).lines, 2);
  EXPECT_EQ(style.of(Element::credit).align, Alignment::end);
  EXPECT_EQ(style.of(Element::quote).pitch, 13_pt);
}

class ShippedStyleWeights : public ShippedStyle, public testing::WithParamInterface<const char*> {};

TEST_P(ShippedStyleWeights, AreThoseOfTheFontsThatComeAlong) {
  const Style style = read(GetParam());
  const auto carried = [](const TextStyle& text) {
    if (text.font == FontRole::song) return text.weight == 400 || text.weight == 900;
    if (text.font == FontRole::hei) return text.weight == 400 || text.weight == 700;
    return (text.font == FontRole::kai || text.font == FontRole::mono) && text.weight == 400;
  };
  for (int i = 0; i < static_cast<int>(Element::count); ++i)
    EXPECT_TRUE(carried(style.text[static_cast<std::size_t>(i)])) << name_of(static_cast<Element>(i));
  for (const FurnitureItem& furniture : style.furniture) EXPECT_TRUE(carried(furniture.style)) << furniture.name;
}

INSTANTIATE_TEST_SUITE_P(Style, ShippedStyleWeights, testing::Values("newspaper", "newspaper-4", "newspaper-5", "handout", "handout-2"));

TEST_F(ShippedStyle, NewspaperPictures) {
  const ImageStyle& images = read("newspaper").images;
  EXPECT_EQ(images.lead_span, 2);
  EXPECT_EQ(images.lead_ratio, std::pair(16, 9));
  EXPECT_EQ(images.ratio, std::pair(4, 3));
  EXPECT_EQ(images.caption_gap, 4.5_pt);
  EXPECT_EQ(images.caption_mark, "triangle");
  EXPECT_EQ(images.placeholder.fill, Colour::tint(60));
  EXPECT_EQ(images.placeholder.frame, 0.25_pt);
  EXPECT_EQ(images.placeholder.scale, 1000);
}

TEST_F(ShippedStyle, TheLeadPictureIsNoWiderThanThePage) { EXPECT_EQ(read("newspaper", {"columns.count=1"}).images.lead_span, 1); }

TEST_F(ShippedStyle, NewspaperFurniture) {
  const Style style = read("newspaper");
  const FurnitureItem& name = item(style, "masthead_name");
  EXPECT_EQ(name.style.size, 42_pt);
  EXPECT_EQ(name.y - name.style.size.scaled(88, 100), 36_pt) << "em-top of the largest size";
  EXPECT_EQ(name.x, -(2_pt));
  EXPECT_EQ(name.on, FurnitureItem::On::first);
  EXPECT_EQ(item(style, "masthead_rule_thick").weight, 1.5_pt);
  EXPECT_EQ(item(style, "masthead_rule_thick").y, 90_pt);
  EXPECT_EQ(item(style, "masthead_rule_thin").y, 92_pt);
  EXPECT_EQ(item(style, "running_rule").y, 52_pt);
  EXPECT_EQ(item(style, "end_rule").from, FurnitureItem::From::text_end);
  EXPECT_EQ(item(style, "end_credits").y - item(style, "end_rule").y, 15_pt);
}

TEST_F(ShippedStyle, NewspaperPrintsNoMastheadWithoutAName) {
  const Style style = read("newspaper");
  const VariableLookup only_a_date = [](std::string_view name) { return name.starts_with("date") ? std::string("5") : std::string(); };
  const VariableLookup with_a_source = [](std::string_view name) { return name == "masthead.name" ? std::string("本刊") : std::string(); };
  for (const FurnitureItem& furniture : style.furniture) {
    const bool of_masthead = furniture.on == FurnitureItem::On::first && furniture.name != "masthead_name";
    if (of_masthead) {
      EXPECT_FALSE(conditions_hold(furniture, only_a_date)) << furniture.name;
    }
  }
  EXPECT_TRUE(conditions_hold(item(style, "masthead_rule_thick"), with_a_source));
  EXPECT_FALSE(conditions_hold(item(style, "ear_rule"), with_a_source));
}

TEST_F(ShippedStyle, NewspaperOfFourAndFiveColumns) {
  const TypeArea four = type_area(read("newspaper-4"));
  EXPECT_EQ(four.column_x.size(), 4u);
  EXPECT_EQ(four.area.width, 495_pt);
  EXPECT_EQ(four.width_over(0, 2), 243_pt);
  const Style five_columns = read("newspaper-5");
  const TypeArea five = type_area(five_columns);
  EXPECT_EQ(five.area.width, 756_pt);
  EXPECT_EQ(five.area.height, 1088_pt);
  EXPECT_NEAR(five_columns.page.margin_bottom.points(), 40.55, 0.006);
  EXPECT_THAT(five_columns.of(Element::title).sizes, ElementsAre(54_pt, 48_pt, 42_pt, 36_pt));
}

TEST_F(ShippedStyle, HandoutGrid) {
  const Style style = read("handout");
  const TypeArea area = type_area(style);
  EXPECT_EQ(area.area, (Rectangle{54_pt, 72_pt, 360_pt, 692_pt}));
  EXPECT_EQ(area.notes, 144_pt) << "gap of 2 em, notes of 10";
  EXPECT_NEAR(style.page.margin_outer.points(), 37.28, 0.005);
  EXPECT_NEAR(style.page.margin_bottom.points(), 77.89, 0.005);
  const TypeArea two = type_area(read("handout-2"));
  EXPECT_EQ(two.area.width, 483_pt);
  EXPECT_EQ(two.area.height, 694.5_pt);
  EXPECT_EQ(two.notes, 0_pt);
  EXPECT_NEAR(two.area.x.points(), 56.14, 0.005);
}

TEST_F(ShippedStyle, HandoutKeepsItsNotesOnThePaperWhateverTheMargins) {
  const Style style = read("handout", {"page.margin=30mm"});
  const TypeArea area = type_area(style);
  EXPECT_GE(style.page.paper.width - area.area.right() - area.notes, Length::from_millimetres(30));
}

TEST_F(ShippedStyle, OtherColumnsKeepTheWidthOfTheArea) {
  const TypeArea two = type_area(read("newspaper", {"columns.count=2"}));
  EXPECT_EQ(two.characters, 26);  // (495 - 18) / 18
  EXPECT_EQ(two.lines, 56);
  const TypeArea larger = type_area(read("newspaper", {"text.body.size=10.5pt", "grid.pitch=15pt"}));
  EXPECT_EQ(larger.characters, 14);  // (495 - 42) / 31.5
  EXPECT_EQ(larger.lines, 48);       // (724 + 4.5) / 15
  EXPECT_GE(larger.area.x, 50_pt);
}

TEST_F(ShippedStyle, LargePrint) {
  const Style style = read("large-print");
  const TypeArea area = type_area(style);
  EXPECT_EQ(area.characters, 29);
  EXPECT_EQ(area.lines, 25);
  EXPECT_EQ(area.area.width, 464_pt);
  EXPECT_EQ(area.area.height, 688_pt);
  EXPECT_NEAR(area.area.x.points(), 65.64, 0.005);
  EXPECT_NEAR(style.page.margin_bottom.points(), 77.89, 0.005);
  EXPECT_THAT(style.of(Element::title).sizes, ElementsAre(32_pt, 28_pt, 26_pt, 24_pt));
}

TEST_F(ShippedStyle, LargePrintHasNothingSmallOrLight) {
  const Style style = read("large-print");
  for (int i = 0; i < static_cast<int>(Element::count); ++i) {
    const auto element = static_cast<Element>(i);
    const bool on_placeholder = element == Element::label || element == Element::label_second;
    const int scale = on_placeholder ? style.images.placeholder.scale : 1000;
    EXPECT_GE(style.of(element).size.scaled(scale, 1000), 14_pt) << name_of(element);
    EXPECT_GE(style.of(element).weight, 500) << name_of(element);
    const FontRole expected_of_code = element == Element::code ? FontRole::mono : FontRole::hei;
    EXPECT_THAT(style.of(element).font, testing::AnyOf(FontRole::song, expected_of_code)) << name_of(element);
  }
  EXPECT_GE(style.tables.thin, 0.4_pt);
  EXPECT_GE(style.boxes.frame, 0.4_pt);
  EXPECT_GE(style.footnotes.rule.value(), 0.4_pt);
  EXPECT_GE(style.images.placeholder.frame, 0.4_pt);
  for (const FurnitureItem& part : style.furniture) {
    if (part.kind == FurnitureItem::Kind::rule) {
      EXPECT_GE(part.weight, 0.4_pt) << part.name;
    }
    if (part.kind == FurnitureItem::Kind::text) {
      EXPECT_GE(part.style.sizes.back(), 14_pt) << part.name;
    }
  }
}

/// Only its names are letterspaced: kicker, subtitle and deck take the type of the byline where they say nothing else.
TEST_F(ShippedStyle, WorksheetLetterspacesNamesAlone) {
  const Style worksheet = read("worksheet");
  EXPECT_EQ(worksheet.of(Element::byline).tracking, 250);
  for (const Element element : {Element::kicker, Element::subtitle, Element::deck}) EXPECT_EQ(worksheet.of(element).tracking, 0);
}

TEST_F(ShippedStyle, MagazineBeginsWithADropCapInItsAccent) {
  const Style style = read("magazine");
  EXPECT_EQ(style.of(Element::body).drop_cap, 3);
  EXPECT_EQ(style.of(Element::drop_cap).weight, 900);
  EXPECT_NE(style.of(Element::drop_cap).colour, Colour::black());
  EXPECT_EQ(style.of(Element::drop_cap).colour, style.pull_quotes.colour);
  EXPECT_EQ(read("newspaper").of(Element::body).drop_cap, 0);
}

// GB/T 9704-2012, 5.2: 156 mm by 225 mm, 22 lines of 28 characters, 37 mm above, 28 mm at the binding.
TEST_F(ShippedStyle, OfficialGrid) {
  const Style style = read("official");
  const double millimetre = 72 / 25.4;
  for (const bool verso : {false, true}) {
    const TypeArea area = type_area(style, verso);
    EXPECT_EQ(area.characters, 28);
    EXPECT_EQ(area.lines, 22);
    EXPECT_NEAR(area.area.width.points(), 156 * millimetre, 0.02);
    EXPECT_NEAR(area.area.height.points(), 225 * millimetre, 0.02);
    EXPECT_NEAR(area.area.y.points(), 37 * millimetre, 0.005);
    EXPECT_NEAR(area.area.x.points(), (verso ? 26 : 28) * millimetre, 0.02);
  }
}

TEST_F(ShippedStyle, OfficialIsRedInItsHeaderAlone) {
  const Style style = read("official");
  const Colour red = item(style, "issuer_mark").colour;
  ASSERT_TRUE(red.cmyk && red.rgb);
  EXPECT_EQ(*red.cmyk, (CmykColour{0, 1000, 1000, 0}));
  for (const FurnitureItem& part : style.furniture)
    EXPECT_EQ(part.colour == red, part.name == "issuer_mark" || part.name == "header_rule") << part.name;
  for (const TextStyle& type : style.text) EXPECT_EQ(type.colour, Colour::black());
}

}  // namespace
}  // namespace banxin
