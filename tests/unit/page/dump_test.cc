// The page dump: what a golden shows of each item.
#include "page/dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_face.h"
#include "run_of.h"

namespace banxin {
namespace {

using namespace literals;
using test::FakeFace;
using test::node_of;
using test::run_of;
using test::tagged;
using testing::HasSubstr;
using testing::Not;

PagedDocument one_page(std::vector<PageItem> items) {
  PagedDocument document;
  document.metadata.title = "题";
  document.metadata.language = "zh-Hans";
  document.structure = {node_of(StructureNode::Type::document), node_of(StructureNode::Type::paragraph, 0)};
  document.pages.resize(1);
  document.pages[0].trim = {100_pt, 200_pt};
  document.pages[0].label = "1";
  document.pages[0].items = std::move(items);
  return document;
}

TEST(Dump, ShowsEveryPartOfADocument) {
  const FakeFace face;
  PagedDocument document = one_page({tagged(run_of(face, "版心", {10_pt, 30_pt}, 10_pt), 1)});
  document.pages[0].links.push_back({{10_pt, 20_pt, 20_pt, 12_pt}, "https://example.org/", 1, {}});
  document.outline.push_back({"题", 1, 0, {10_pt, 20_pt}});
  EXPECT_EQ(dump_text(document),
            "document zh-Hans \"题\"\n"
            "page 1 \"1\" size 100.000 200.000\n"
            "  text 10.000 30.000 to 30.000 Fake-Regular 10.000 \"版心\" #1\n"
            "  link 10.000 20.000 size 20.000 12.000 \"https://example.org/\" #1\n"
            "structure\n"
            "  #0 document\n"
            "    #1 paragraph\n"
            "outline\n"
            "  \"题\" page 1 at 10.000 20.000\n");
}

TEST(Dump, StatesWhatLiesBeyondTheTrim) {
  PagedDocument document = one_page({});
  document.pages[0].bleed = 9_pt;
  EXPECT_THAT(dump_text(document), HasSubstr("page 1 \"1\" size 100.000 200.000 bleed 9.000\n"));
  document.pages[0].slug = 20_pt;
  EXPECT_THAT(dump_text(document), HasSubstr("bleed 9.000 slug 20.000\n"));
}

TEST(Dump, StatesAnEvenStretchOnceAndEachOtherGapByItsGlyph) {
  const FakeFace face;
  GlyphRunItem run = run_of(face, "一二，三四五", {}, 10_pt, Length::from_points(0.5));
  for (std::size_t i = 3; i < run.glyphs.size(); ++i) run.glyphs[i].x -= 5_pt;
  run.advance -= 5_pt;
  EXPECT_THAT(dump_text(one_page({tagged(run, 1)})), HasSubstr("    gaps all +0.500 3“，” -4.500\n"));
}

TEST(Dump, TakesOneUnitOfRoundingForTheSameGap) {
  const FakeFace face;
  GlyphRunItem run = run_of(face, "一二三四", {}, 10_pt);
  run.glyphs[2].x += Length::from_raw(1);
  EXPECT_THAT(dump_text(one_page({tagged(run, 1)})), Not(HasSubstr("gaps")));
}

TEST(Dump, TellsATrimmedLastGlyphAndRaisedGlyphs) {
  const FakeFace face;
  GlyphRunItem run = run_of(face, "完。", {}, 10_pt);
  run.advance -= 5_pt;
  run.glyphs[0].y = 2_pt;
  EXPECT_THAT(dump_text(one_page({tagged(run, 1)})), HasSubstr("    gaps 2“。” -5.000\n    raised 1 +2.000\n"));
}

TEST(Dump, DescribesRulesRectanglesPathsAndPictures) {
  std::vector<PageItem> items;
  items.push_back({StrokeItem{{1_pt, 2_pt}, {3_pt, 2_pt}, Length::from_points(0.5), Colour::tint(300), {2_pt, 1_pt}, true}, {}, {}});
  items.push_back({RectangleItem{{1_pt, 2_pt, 3_pt, 4_pt}, Colour{{}, RgbColour{176, 58, 36}, {}}, Colour::black(), 1_pt, {}}, {}, {}});
  PathItem triangle;
  triangle.segments = {{PathItem::Segment::Kind::move, {5_pt, 1_pt}, {}, {}},
                       {PathItem::Segment::Kind::line, {9_pt, 7_pt}, {}, {}},
                       {PathItem::Segment::Kind::line, {1_pt, 7_pt}, {}, {}},
                       {PathItem::Segment::Kind::close, {}, {}, {}}};
  triangle.fill = Colour{{}, {}, CmykColour{0, 670, 805, 310}};
  items.push_back({triangle, {}, {}});
  items.push_back({ImageItem{{0_pt, 0_pt, 30_pt, 20_pt}, {5_pt, 0_pt, 20_pt, 20_pt}, nullptr}, {.node = 1}, {}});
  items[0].tag.artifact = ItemTag::Artifact::layout;
  items[1].tag.artifact = ItemTag::Artifact::pagination_footer;
  EXPECT_THAT(dump_text(one_page(items)),
              HasSubstr("  rule 1.000 2.000 to 3.000 2.000 weight 0.500 dash 2.000 1.000 round gray(30%) artifact-layout\n"
                        "  rectangle 1.000 2.000 size 3.000 4.000 fill #b03a24 stroke 1.000 gray(100%) artifact-footer\n"
                        "  path 4 segments in 1.000 1.000 size 8.000 6.000 fill cmyk(0 67 80.5 31) untagged\n"
                        "  picture 0.000 0.000 size 30.000 20.000 clip 5.000 0.000 size 20.000 20.000 #1\n"));
}

TEST(Dump, EscapesQuotesAndControlCharacters) {
  const FakeFace face;
  EXPECT_THAT(dump_text(one_page({tagged(run_of(face, "a\"\t", {}, 10_pt), 1)})), HasSubstr("\"a\\\"\\x09\""));
}

}  // namespace
}  // namespace banxin
