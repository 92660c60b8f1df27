// The checks of finished pages: each is shown to fail on a page that breaks it.
#include "page/invariants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "fake_face.h"
#include "run_of.h"

namespace banxin {
namespace {

using namespace literals;
using test::FakeFace;
using test::node_of;
using test::run_of;
using test::tagged;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Type = StructureNode::Type;

const FakeFace face;

/// Two paragraphs, the second with a link inside, and a page number.
PagedDocument sound_document() {
  PagedDocument document;
  document.structure = {node_of(Type::document), node_of(Type::paragraph, 0), node_of(Type::paragraph, 0), node_of(Type::link, 2)};
  Page page;
  page.trim = {100_pt, 200_pt};
  page.items.push_back(tagged(run_of(face, "第一段", {10_pt, 30_pt}, 10_pt), 1));
  page.items.push_back(tagged(run_of(face, "第二", {10_pt, 45_pt}, 10_pt), 2));
  page.items.push_back(tagged(run_of(face, "段", {30_pt, 45_pt}, 10_pt), 3));
  page.items.push_back(tagged(run_of(face, "完", {10_pt, 60_pt}, 10_pt), 2));
  page.items.push_back(tagged(run_of(face, "1", {10_pt, 190_pt}, 10_pt), -1));
  page.items.back().tag.artifact = ItemTag::Artifact::pagination_footer;
  document.pages.push_back(page);
  return document;
}

GlyphRunItem& run_at(PagedDocument& document, std::size_t index) { return std::get<GlyphRunItem>(document.pages[0].items[index].content); }

TEST(PageInvariants, HoldOnASoundDocument) { EXPECT_THAT(check_page_invariants(sound_document()), IsEmpty()); }

struct Fault {
  std::string name;
  std::function<void(PagedDocument&)> damage;
  std::string told;
};

class PageFaults : public testing::TestWithParam<Fault> {};

TEST_P(PageFaults, AreTold) {
  PagedDocument document = sound_document();
  GetParam().damage(document);
  EXPECT_THAT(check_page_invariants(document), ElementsAre(HasSubstr(GetParam().told)));
}

INSTANTIATE_TEST_SUITE_P(
    All, PageFaults,
    testing::Values(
        Fault{"outside", [](PagedDocument& d) { run_at(d, 0).origin.x = 90_pt; }, "lies outside the page"},
        Fault{"rule_outside",
              [](PagedDocument& d) {
                d.pages[0].items.push_back({StrokeItem{{10_pt, 10_pt}, {10_pt, 201_pt}, 1_pt, Colour::black(), {}, false}, {}, {}});
              },
              "an item lies outside the page"},
        Fault{"backwards", [](PagedDocument& d) { run_at(d, 0).glyphs[1].x = Length() - 5_pt; },
              "glyph 2 stands before the one it follows"},
        Fault{"too_short", [](PagedDocument& d) { run_at(d, 0).advance = 15_pt; }, "the last glyph begins after the run's end"},
        Fault{"empty_box", [](PagedDocument& d) { run_at(d, 0).glyphs[1].id = 0; }, "glyph 2 is the face's empty box"},
        Fault{"lost_glyph", [](PagedDocument& d) { run_at(d, 0).glyphs.erase(run_at(d, 0).glyphs.begin() + 1); }, "“一” has no glyph"},
        Fault{"lost_last_glyph", [](PagedDocument& d) { run_at(d, 0).glyphs.pop_back(); }, "“段” has no glyph"},
        Fault{"repeated_text", [](PagedDocument& d) { run_at(d, 0).glyphs[1].text_begin = 0; }, "glyph 2 repeats text"},
        Fault{"text_beyond_the_run", [](PagedDocument& d) { run_at(d, 0).glyphs[2].text_end = 10; },
              "glyph 3 claims text that is not there"},
        Fault{"no_tag", [](PagedDocument& d) { d.pages[0].items[4].tag = {}; }, "is text without a tag"},
        Fault{"no_such_node", [](PagedDocument& d) { d.pages[0].items[0].tag.node = 9; }, "belongs to a node that does not exist"},
        Fault{"two_tags", [](PagedDocument& d) { d.pages[0].items[0].tag.artifact = ItemTag::Artifact::layout; },
              "both a node's and an artifact"},
        Fault{"child_before_parent", [](PagedDocument& d) { d.structure[1].parent = 2; }, "structure #1: the parent"},
        Fault{"two_roots", [](PagedDocument& d) { d.structure[1].parent = -1; }, "structure #1: the parent"},
        Fault{"heading_level", [](PagedDocument& d) { d.structure[1].type = Type::heading; }, "structure #1: headings"},
        Fault{"order", [](PagedDocument& d) { std::swap(d.pages[0].items[0], d.pages[0].items[2]); }, "(#1) comes after text of #2"},
        Fault{"outline",
              [](PagedDocument& d) {
                d.outline.push_back({"题", 1, 1, {}});
              },
              "outline “题” leads to a page"},
        Fault{"link",
              [](PagedDocument& d) {
                d.pages[0].links.push_back({{}, "https://example.org/", 4, {}});
              },
              "the link to https://example.org/"}),
    [](const auto& test_case) { return test_case.param.name; });

TEST(PageInvariants, LetWhatFloatsAndWhatIsPrintersStandElsewhere) {
  PagedDocument document = sound_document();
  document.structure.push_back(node_of(Type::figure, 0));
  document.structure.push_back(node_of(Type::caption, 4));
  PageItem caption = tagged(run_of(face, "图", {10_pt, 80_pt}, 8_pt), 5);
  document.pages[0].items.insert(document.pages[0].items.begin() + 1, caption);
  PageItem mark{StrokeItem{{Length() - 20_pt, 0_pt}, {Length() - 10_pt, 0_pt}, 1_pt, Colour::black(), {}, false}, {}, {}};
  mark.tag.artifact = ItemTag::Artifact::page;
  document.pages[0].items.push_back(mark);
  document.pages[0].slug = 20_pt;
  EXPECT_THAT(check_page_invariants(document), IsEmpty());
  document.pages[0].slug = 10_pt;
  EXPECT_THAT(check_page_invariants(document), testing::SizeIs(1)) << "a mark outside of the sheet";
}

TEST(PageInvariants, LetBlanksHaveNoGlyph) {
  PagedDocument document = sound_document();
  GlyphRunItem& run = run_at(document, 0);
  run.text += " \u3000";
  EXPECT_THAT(check_page_invariants(document), IsEmpty());
}

TEST(BodyGrid, TakesLinesOnThePitchInsideTheArea) {
  EXPECT_THAT(check_body_grid(sound_document(), {{10_pt, 20_pt, 30_pt, 60_pt}, 30_pt, 15_pt, 10_pt}), IsEmpty());
}

TEST(BodyGrid, TellsWhatIsOffThePitchAndOutOfTheArea) {
  PagedDocument document = sound_document();
  run_at(document, 1).origin.y += Length::from_points(0.02);
  run_at(document, 3).origin.x = 35_pt;
  EXPECT_THAT(check_body_grid(document, {{10_pt, 20_pt, 30_pt, 60_pt}, 30_pt, 15_pt, 10_pt}),
              ElementsAre(HasSubstr("“第二” at 10.000 45.020 is off the line grid"),
                          HasSubstr("“完” at 35.000 60.000 reaches out of the type area")));
}

TEST(ExtractedText, JoinsLinesOfABlockAndLeavesFurnitureOut) { EXPECT_EQ(extracted_text(sound_document()), "第一段\n第二段完\n"); }

TEST(ExtractedText, TellsEachNodesOwnText) { EXPECT_THAT(text_by_node(sound_document()), ElementsAre("", "第一段", "第二完", "段")); }

}  // namespace
}  // namespace banxin
